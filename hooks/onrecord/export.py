"""What an export is: one file of the published site that is made for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from onrecord.check import Verified
from onrecord.page import Offer, Settings


class Export(Struct, frozen=True):
    """One file for machines.

    ``path`` is its address below the site's root (``dam/facts.json``), ``content`` its bytes, the same for
    the same facts and sources on every machine.
    """

    path: str
    content: bytes


Head = tuple[str, str]
"""A page's path, and HTML for its head: escaped, links relative to the page."""


class ExportKind(Struct, frozen=True):
    """A kind of export: each file of ``exports/`` holds one as ``EXPORT_KIND``.

    ``offers`` says which files stand beside which pages: readers find them there by name, and the head of the
    page links to them. ``exports`` makes the files, ``heads`` what else machines read in the heads of pages.
    """

    offers: tuple[Offer, ...] = ()
    exports: Callable[[Verified, Settings], Iterable[Export]] = lambda _verified, _settings: ()
    heads: Callable[[Verified, Settings], Iterable[Head]] = lambda _verified, _settings: ()
