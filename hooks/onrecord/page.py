"""What a page is: one address of the published site, as finished HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from onrecord.check import Verified


class Heading(Struct, frozen=True):
    """A heading of a page for its table of contents: level 2 or 3, the element's id, plain text."""

    level: int
    id: str
    text: str


class Page(Struct, frozen=True):
    """One generated page.

    ``path`` is its address below the site's root without slashes at the ends (``claims/dam/safe`` is
    published as ``/claims/dam/safe/``). ``html`` is the article, escaped, from its ``h1`` on; links in
    it are relative to the address. ``edit_path`` is the project file it comes from. ``trail`` are title
    and path of the pages above it, outermost first. ``updated`` is an ISO 8601 date.
    """

    path: str
    title: str
    html: str
    description: str = ""
    headings: tuple[Heading, ...] = ()
    edit_path: str = ""
    updated: str = ""
    trail: tuple[tuple[str, str], ...] = ()
    previous: str = ""
    next: str = ""


class Settings(Struct, frozen=True):
    """What a site decides for its pages.

    ``today`` is the build's date (ISO 8601) from outside: nothing else reads a clock. ``repository`` is
    the address of the repository without a final slash, empty where there is none (links to edit and
    report are then left out); ``branch`` is the branch that those links name.
    """

    today: str
    repository: str = ""
    branch: str = "main"


class PageKind(Struct, frozen=True):
    """A kind of page: each file of ``pages/`` holds one as ``PAGE_KIND``.

    ``insertions`` gives what hand-written pages may print as ``[[name]]``, by name.
    """

    pages: Callable[[Verified, Settings], Iterable[Page]]
    insertions: Callable[[Verified, Settings], Iterable[tuple[str, str]]] = lambda _verified, _settings: ()
