"""The whole site before it is built: generated and hand-written pages, and what stands in their way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from posixpath import basename, dirname

from msgspec import Struct

from onrecord.check import Verified
from onrecord.export import Export
from onrecord.finding import Finding, Related
from onrecord.handwritten import Document, is_block
from onrecord.page import Insertion, Page, Settings
from onrecord.site_rules import ADDRESS_TAKEN, INSERTION_UNKNOWN, PAGE_MISSING
from onrecord.text import Location, Text

FEWEST_WORDS = 10
"""A required page with fewer words than this counts as empty."""


class Site(Struct, frozen=True):
    """All that is to be published: pages by path, what hand-written pages may print, and those pages.

    ``exports`` are the files for machines, by path, and ``heads`` what machines read in the head of a page,
    by the page's path.
    """

    pages: dict[str, Page]
    insertions: dict[str, Insertion]
    documents: tuple[Document, ...]
    settings: Settings
    exports: dict[str, Export] = {}
    heads: dict[str, str] = {}

    def trees(self) -> set[str]:
        """The first parts of addresses below which every page is generated, such as ``claims``."""
        ours = {path.partition("/")[0] for path in self.pages if "/" in path}
        return ours - {document.path.partition("/")[0] for document in self.documents}

    def source_names(self) -> dict[str, str]:
        """For each page the file that stands for it among Markdown files: ``rules/index.md``, ``dam.md``.

        The further pages of a list (``corrections/2``) do not make a folder of its first.
        """
        parents = {dirname(path) for path in self.pages if not basename(path).isdigit()}
        return {path: f"{path}/index.md" if path in parents else f"{path}.md" for path in self.pages}


def address(file: str, files: Collection[str]) -> str:
    """The address of the hand-written page in ``file`` (below ``docs/``): ``a/index.md`` is at ``a``."""
    stem = file.rpartition(".")[0]
    folder, name = dirname(stem), basename(stem)
    is_readme = name == "README" and f"{folder}/index.md".lstrip("/") not in files
    return folder if name == "index" or is_readme else stem


def missing_pages(required: Iterable[str], documents: Iterable[Document], docs: str) -> Iterator[Finding]:
    """Yield a finding for each required address that has no hand-written page, or one without words."""
    by_path = {document.path: document for document in documents}
    for path in required:
        document = by_path.get(path)
        if document is None:
            here = Location(Text(f"{docs}/{path}.md", ""))
            yield PAGE_MISSING.finding(
                "the page is missing", here, help="write it: readers must be able to reach it"
            )
        elif document.words() < FEWEST_WORDS:
            yield PAGE_MISSING.finding("the page is empty", Location(document.text), help="write it")


def taken_addresses(pages: Iterable[tuple[str, str]], documents: Iterable[Document]) -> Iterator[Finding]:
    """Yield a finding for each page (path, and the project file it comes from) whose address is taken."""
    owners: dict[str, str] = {document.path.lower(): document.text.path for document in documents}
    for path, origin in pages:
        key = path.lower()
        if key in owners:
            where = origin or owners[key]
            yield ADDRESS_TAKEN.finding(
                f"the address {path!r} is taken",
                Location(Text(where, "")),
                help="rename one of the two files",
                related=(Related("has the same address", Location(Text(owners[key] or "another page", ""))),),
            )
        owners.setdefault(key, origin)


def wrong_insertions(documents: Iterable[Document], names: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each ``[[name]]`` that is not one of ``names``, or stands where it cannot."""
    for document in documents:
        printed: set[str] = set()
        for found in document.asked():
            if found.name not in names:
                message = f"there is nothing called {found.name!r} that a page could show"
                advice = "name a published claim as explainer/claim-id, or put the brackets in code"
            elif is_block(found.name) and not found.alone:
                message = f"{found.name!r} takes the place of a paragraph, and stands in one"
                advice = "put it alone on a line, between blank lines"
            elif found.name in printed:
                message = f"{found.name!r} is printed twice on this page"
                advice = "print it once, and link to it elsewhere"
            else:
                printed.add(found.name)
                continue
            yield INSERTION_UNKNOWN.finding(message, document.locate(found.span), help=advice)


def wrong_claims(documents: Iterable[Document], verified: Verified) -> Iterator[Finding]:
    """Like `wrong_insertions`, for claims alone, which can be told before any page is made."""
    names = {
        f"{resolved.explainer.id}/{resolved.claim.id}"
        for resolved in verified.resolution.claims
        if not resolved.explainer.draft and resolved.claim.withdrawn is None
    }
    for document in documents:
        names |= {found.name for found in document.asked() if is_block(found.name)}
    yield from wrong_insertions(documents, names)
