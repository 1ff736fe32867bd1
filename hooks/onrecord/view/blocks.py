"""Generated blocks of an explainer: paragraphs, timeline, people, speakers and absences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from onrecord.view.axis import Axis, Dated, axis
from onrecord.view.claims import PrintedClaim
from onrecord.view.links import entity_path
from onrecord.view.outline import ANSWER, Part, Place
from onrecord.view.published import PublishedExplainer
from onrecord.view.tags import Tag, is_inferred


class Printing(NamedTuple):
    """A claim at one place of the page; ``home`` where it carries its id, elsewhere it links there."""

    claim: PrintedClaim
    home: bool
    tags: tuple[Tag, ...]


class Moment(NamedTuple):
    """A line of the timeline: ``basis`` is stated, inferred, given (no basis said) or undated."""

    printing: Printing
    basis: str


class Figure(Struct, frozen=True):
    """Somebody or something named on the page, with the claim that says who and those that name it.

    ``id`` is its place on the page, empty where the author gave it no name for addresses, and ``path`` is
    that of its own page.
    """

    id: str
    path: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    role: Printing | None
    named_in: tuple[PrintedClaim, ...]


class Speaker(NamedTuple):
    """Somebody whose words the page has, in the order of the claims; ``quoted`` if any are quoted."""

    name: str
    printings: tuple[Printing, ...]
    quoted: bool


class Paragraph(Struct, frozen=True):
    """A part of the page, ready to be printed.

    ``kind`` is that of `Part`. ``shared`` is a tag that all its claims have and that is said once at the
    end. ``homes`` are the claims whose evidence is printed after it. ``axis`` is the drawing of a timeline.
    """

    kind: str
    text: str
    printings: tuple[Printing, ...] = ()
    shared: str = ""
    homes: tuple[PrintedClaim, ...] = ()
    timeline: tuple[Moment, ...] = ()
    axis: Axis | None = None
    people: tuple[Figure, ...] = ()
    speakers: tuple[Speaker, ...] = ()


def paragraph_of(entry: PublishedExplainer, part: Part, place: Place) -> Paragraph:
    """``part`` of ``entry`` as it is printed at ``place``."""
    printings = tuple(_printings(entry, part.claims, place))
    homes = tuple(printing.claim for printing in printings if printing.home)
    match part.kind:
        case "claims":
            kept, shared = _share(printings)
            return Paragraph(part.kind, "", kept, shared, homes)
        case "timeline":
            moments = tuple(_moments(printings))
            return Paragraph(part.kind, "", homes=homes, timeline=moments, axis=axis(list(_dated(moments))))
        case "people":
            figures = _figures(entry, printings, first=_is_first(entry, part.kind, place))
            return Paragraph(part.kind, "", homes=homes, people=tuple(figures))
        case "words":
            return Paragraph(part.kind, "", homes=homes, speakers=tuple(_speakers(printings)))
    return Paragraph(part.kind, part.text, printings, homes=homes)


def _is_first(entry: PublishedExplainer, kind: str, place: Place) -> bool:
    """Whether the block at ``place`` is the page's first of its kind: only one can have the ids."""
    for number, chapter in enumerate(entry.outline.chapters):
        for index, part in enumerate(chapter.parts):
            if part.kind == kind:
                return (number, index) == place
    return True


def answer_of(entry: PublishedExplainer) -> Paragraph:
    """The short answer of ``entry``; without claims where it has none."""
    return paragraph_of(entry, Part("claims", entry.outline.answer), ANSWER)


def _printings(entry: PublishedExplainer, ids: Iterable[str], place: Place) -> Iterator[Printing]:
    printed: set[str] = set()
    for claim in ids:
        home = entry.outline.homes[claim] == place and claim not in printed
        printed.add(claim)
        yield Printing(entry.claims[claim], home, entry.claims[claim].tags)


def _share(printings: Sequence[Printing]) -> tuple[tuple[Printing, ...], str]:
    """Say once what several claims of a paragraph are all true as of."""
    tags = {printing.claim.as_of for printing in printings}
    shared = tags.pop() if len(printings) > 1 and len(tags) == 1 else ""
    if not shared:
        return tuple(printings), ""
    return tuple(_without(printing, "as-of") for printing in printings), shared


def _without(printing: Printing, *kinds: str) -> Printing:
    return printing._replace(tags=tuple(tag for tag in printing.tags if tag.kind not in kinds))


def _moments(printings: Iterable[Printing]) -> Iterator[Moment]:
    dated = [printing for printing in printings if printing.claim.when]
    dated.sort(key=lambda printing: printing.claim.when.order if printing.claim.when else (0, 0, 0))
    for printing in dated:
        claim = printing.claim.claim
        basis = "inferred" if is_inferred(claim) else "stated" if claim.date_basis == "stated" else "given"
        yield Moment(_without(printing, "date"), basis)
    for printing in printings:
        if not printing.claim.when:
            yield Moment(printing, "undated")


def _dated(moments: Iterable[Moment]) -> Iterator[Dated]:
    for printing, basis in moments:
        if printing.claim.claim.date:
            yield Dated(printing.claim.number, str(printing.claim.claim.date), basis)


def twins(entry: PublishedExplainer) -> frozenset[str]:
    """The ids of claims that say word for word what another claim of the page says."""
    times = Counter(claim.claim.text for claim in entry.claims.values())
    return frozenset(claim.id for claim in entry.claims.values() if times[claim.claim.text] > 1)


def _figures(entry: PublishedExplainer, printings: Iterable[Printing], *, first: bool) -> Iterator[Figure]:
    roles = {printing.claim.id: printing for printing in printings}
    in_order = entry.in_order()
    for entity in entry.explainer.entities:
        names = [str(entity.name), *map(str, entity.aliases)]
        yield Figure(
            id=f"who-{entity.id}" if entity.id and first else "",
            path=entity_path(entity.key),
            name=names[0],
            kind=entity.kind,
            aliases=tuple(names[1:]),
            role=roles.pop(str(entity.role), None) if entity.role else None,
            named_in=tuple(c for c in in_order if any(names_it(c.claim.text, name) for name in names)),
        )


def names_it(text: str, name: str) -> bool:
    """Whether ``name`` stands in ``text`` as whole words."""
    start = text.find(name)
    while start >= 0 and name:
        end = start + len(name)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return True
        start = text.find(name, start + 1)
    return False


def _speakers(printings: Iterable[Printing]) -> Iterator[Speaker]:
    groups: dict[str, list[Printing]] = {}
    for printing in printings:
        groups.setdefault(printing.claim.speaker, []).append(printing)
    for name, group in groups.items():
        yield Speaker(name, tuple(group), any(p.claim.claim.mode == "quoted" for p in group))
