"""What a reader's browser needs to look a quotation up once more, as the module ``check.js`` reads it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import UNSET, Struct, UnsetType, json
from msgspec.structs import replace

from onrecord.fold import fold
from onrecord.folding import VERSION
from onrecord.languages import language_of
from onrecord.lookup import Lookup, Words
from onrecord.model import Quotation, Source
from onrecord.quoted import Quoted, Stretch, has_joints, take_apart
from onrecord.text import Span, Text
from onrecord.view.claims import PrintedClaim

SCRIPT = "assets/onrecord/check.js"
"""The path of the module, below the site's root."""


class Wanted(Struct, frozen=True, omit_defaults=True):
    """A quotation as it is looked up: stretches of the author's own words, in the order of the source.

    ``between`` has an entry for every two neighbours: the source's words that a bracket stands for (perhaps
    none), or None for an ellipsis. ``before`` and ``after`` are those of brackets at the quotation's ends.
    ``prefix``, ``suffix`` and ``line`` are what the author says of the place, ``magnitudes`` the words that
    may go on with a number at the end of a stretch.
    """

    stretches: tuple[str, ...]
    between: tuple[str | None, ...] = ()
    before: str = ""
    after: str = ""
    prefix: str | UnsetType = UNSET
    suffix: str | UnsetType = UNSET
    line: int | UnsetType = UNSET
    magnitudes: tuple[str, ...] = ()


class Rerun(Struct, frozen=True):
    """A quotation to look up, and what the page says of it.

    ``version`` is that of the table of foldings. ``spans`` are code points, ``line`` is 1-based.
    """

    version: int
    quotation: Wanted
    digest: str
    spans: tuple[Span, ...]
    line: int
    foldings: tuple[str, ...]

    def json(self) -> str:
        """As JSON."""
        return json.encode(self).decode()


def reruns(claim: PrintedClaim) -> tuple[Rerun | None, ...]:
    """For each passage of ``claim`` what a browser needs, None where the source is not published whole."""
    quotations = (entry for entry in claim.claim.evidence if isinstance(entry, Quotation))
    return tuple(
        rerun(quotation, passage.source, passage.spans, passage.foldings)
        for passage, quotation in zip(claim.passages, quotations, strict=True)
    )


def rerun(
    quotation: Quotation, source: Source, spans: tuple[Span, ...], foldings: tuple[str, ...]
) -> Rerun | None:
    """What a browser needs to find ``quotation`` at ``spans`` again, None where it may not have the text."""
    if source.publish != "full" or source.text is None:
        return None
    language = language_of(source.language)
    magnitudes = language.magnitudes if language else frozenset()
    wanted = _wanted(str(quotation.exact), source.text, spans, magnitudes)
    if wanted is None:
        return None
    line = source.text.position(spans[0].start).line
    numeric = any(Words(words).text[-1:].isnumeric() for words in wanted.stretches)
    return Rerun(
        version=VERSION,
        quotation=replace(
            wanted,
            prefix=UNSET if quotation.prefix is None else str(quotation.prefix),
            suffix=UNSET if quotation.suffix is None else str(quotation.suffix),
            line=UNSET if quotation.line is None else line,
            magnitudes=tuple(sorted(magnitudes)) if numeric else (),
        ),
        digest=str(source.digest or source.sha256),
        spans=spans,
        line=line,
        foldings=foldings,
    )


def _wanted(exact: str, text: Text, spans: tuple[Span, ...], magnitudes: frozenset[str]) -> Wanted | None:
    """How a quotation that stands at ``spans`` was looked up: as it is, or taken apart."""
    if not any(sign in exact for sign in "[.\u2026\u22ef\ufe19\u2025"):
        return Wanted((exact,))
    words = Words(exact)
    if not has_joints(words):
        return Wanted((exact,))
    shelf = _Shelf(_lookup(text), magnitudes)
    if len(spans) == 1 and spans[0] in shelf.within(words, spans[0]):
        return Wanted((exact,))
    return next((laid for quoted in take_apart(words) if (laid := shelf.laid(quoted, spans))), None)


@lru_cache(maxsize=8)
def _lookup(text: Text) -> Lookup:
    """Quotations of one source follow each other: its text is folded once for them."""
    return Lookup(text)


class _Shelf:
    """The places of a quotation's stretches in its source."""

    def __init__(self, lookup: Lookup, magnitudes: frozenset[str]) -> None:
        self.lookup = lookup
        self.magnitudes = magnitudes

    def within(self, words: Words, extent: Span) -> list[Span]:
        """Where some words stand between words within ``extent``."""
        return [
            place.span
            for place in self.lookup.places(words)
            if extent.start <= place.span.start
            and place.span.end <= extent.end
            and not place.is_cut(self.magnitudes)
        ]

    def laid(self, quoted: Quoted, spans: tuple[Span, ...]) -> Wanted | None:
        """The stretches of ``quoted`` on the words of ``spans``, if they stand there in order."""
        groups = list(_groups(quoted))
        if len(groups) != len(spans):
            return None
        content = self.lookup.content
        between: list[str | None] = []
        edges: list[Span] = []
        for group, span in zip(groups, spans, strict=True):
            laid = self._in_order(group, span)
            if not laid:
                return None
            if edges:
                between.append(None)
            between += [fold(content[a.end : b.start]).text.strip() for a, b in pairwise(laid)]
            edges += (Span(span.start, laid[0].start), Span(laid[-1].end, span.end))
        return Wanted(
            stretches=tuple(one.words.exact for one in quoted.stretches),
            between=tuple(between),
            before=content[edges[0].start : edges[0].end].strip(),
            after=content[edges[-1].start : edges[-1].end].strip(),
        )

    def _in_order(self, group: list[Stretch], span: Span) -> list[Span]:
        """Where each stretch stands in ``span``, the last as late as it can; none if they do not."""
        laid: list[Span] = []
        for number, stretch in enumerate(group, 1):
            places = self.within(stretch.words, Span(laid[-1].end if laid else span.start, span.end))
            if not places:
                return []
            laid.append(places[-1] if number == len(group) > 1 else places[0])
        return laid


def _groups(quoted: Quoted) -> Iterator[list[Stretch]]:
    """The stretches from one ellipsis to the next."""
    group: list[Stretch] = []
    for stretch, joints in zip(quoted.stretches, quoted.joints, strict=False):
        if group and joints[0].is_ellipsis:
            yield group
            group = []
        group.append(stretch)
    yield group
