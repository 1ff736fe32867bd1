"""What a page is: one address of the published site, as finished HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from onrecord.check import Verified

RESERVED = (
    *("claims", "corrections", "entities", "explainers", "foldings", "rules", "sources", "topics"),
    *("404", "assets", "feed", "feeds", "llms", "pagefind", "robots", "schemas", "search", "sitemap"),
)
"""The first parts of addresses that are ours: generated pages, then files for browsers and other machines.

No explainer can have one of them as its id.
"""


class Heading(Struct, frozen=True):
    """A heading of a page for its table of contents: level 1 to 3, the element's id, plain text.

    The text may be shorter than the heading on the page, so that the table stays readable.
    """

    level: int
    id: str
    text: str


class Page(Struct, frozen=True):
    """One generated page.

    ``path`` is its address below the site's root without slashes at the ends (``claims/dam/safe`` is
    published as ``/claims/dam/safe/``). ``html`` is the article, escaped, with its breadcrumbs and its
    ``h1``; links in it are relative to the address. ``headings`` begin with the ``h1``. ``edit_path`` is
    the project file it comes from. ``trail`` are title and path of the pages above it, outermost first
    (the article prints them itself). ``updated`` is an ISO 8601 date. ``previous`` and ``next`` are paths.
    ``kind`` is what it shows (``explainer``, ``claim``, ``source``), for what stands beside each page of a
    kind. ``index`` is what search finds of it, as HTML whose headings have the ids of places on the page;
    where it is empty the page is not searched. ``scripts`` are the paths of modules that the page runs;
    ``compiles`` whether they run WebAssembly.
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
    kind: str = ""
    index: str = ""
    scripts: tuple[str, ...] = ()
    compiles: bool = False


class Offer(Struct, frozen=True):
    """What machines get beside every page of a kind: a file at the page's address.

    ``kind`` is that of `Page`, or ``site`` for one file at the site's root. ``name`` is the file's, ``title``
    what readers call it, ``media_type`` its type (RFC 6838) and ``relation`` how the page's head links to it
    (RFC 8288).
    """

    kind: str
    name: str
    title: str
    media_type: str
    relation: str = "alternate"


class Settings(Struct, frozen=True):
    """What a site decides for its pages.

    ``today`` is the build's date (ISO 8601) from outside: nothing else reads a clock. ``repository`` is
    the address of the repository without a final slash, empty where there is none (links to edit and
    report are then left out); ``branch`` is the branch that those links name. ``name`` is the site's name
    and ``address`` where it is published, with a final slash or empty; a citation names both. ``method``
    and ``policy`` are the paths of the hand-written pages that say how we check and how corrections work,
    empty where a site has none. ``offers`` is what machines get beside the pages.
    """

    today: str
    repository: str = ""
    branch: str = "main"
    name: str = "On Record"
    address: str = ""
    method: str = "how-we-check"
    policy: str = "corrections-policy"
    offers: tuple[Offer, ...] = ()

    def offered(self, kind: str) -> tuple[Offer, ...]:
        """What machines get beside a page of ``kind``."""
        return tuple(offer for offer in self.offers if offer.kind == kind)


Insertion = Callable[[str], str]
"""Makes what a hand-written page prints, escaped, with links relative to the page at the given path."""


class PageKind(Struct, frozen=True):
    """A kind of page: each file of ``pages/`` holds one as ``PAGE_KIND``.

    ``insertions`` gives what hand-written pages may print as ``[[name]]``, by name. One whose name holds
    a slash (``[[explainer/claim]]``) may stand inside a sentence; the others take the place of a paragraph.
    ``address`` is the first part of the pages' addresses, which is then the file's name with hyphens: nothing
    else can have it. Those of `RESERVED` need not be said.
    """

    pages: Callable[[Verified, Settings], Iterable[Page]]
    insertions: Callable[[Verified, Settings], Iterable[tuple[str, Insertion]]] = (
        lambda _verified, _settings: ()
    )
    address: str = ""
