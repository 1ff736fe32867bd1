"""The order of an explainer: which claims stand in which paragraph, and where each is at home."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from msgspec import Struct

from onrecord.ground.placing import block_claims
from onrecord.model import Claim, ClaimsParagraph, EditorNote, Explainer
from onrecord.text import untaken

BLOCKS = {
    "timeline": ("When?", "timeline"),
    "people": ("Who is who?", "people"),
    "words": ("In their own words", "in-their-own-words"),
    "absences": ("What is not said", "not-said"),
    "source": ("About the source", "about-the-source"),
}
"""The generated blocks in the order in which they are appended, with heading and id."""

Place = tuple[int, int]
ANSWER: Place = (-1, 0)


class Part(Struct, frozen=True):
    """A paragraph or block: ``kind`` is claims, editor or one of `BLOCKS`; ``text`` the editor's."""

    kind: str
    claims: tuple[str, ...] = ()
    text: str = ""


class Chapter(Struct, frozen=True):
    """A heading with its parts.

    ``short`` is the heading for a table of contents, numbered where it comes again. ``ours`` tells a
    heading that we gave from one that the author wrote, in the explainer's language.
    """

    id: str
    heading: str
    short: str
    parts: tuple[Part, ...]
    rests_on: tuple[str, ...] = ()
    ours: bool = False


class Outline(Struct, frozen=True):
    """An explainer's claims in the order of the page.

    ``numbers`` gives each published claim its number, from 1, by its first printing. ``homes`` says in
    which chapter and part (0-based; `ANSWER` for the short answer) it has its id; it is printed there
    once, and other printings link to it.
    """

    answer: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    numbers: dict[str, int]
    homes: dict[str, Place]


def outline(explainer: Explainer) -> Outline:
    """Lay out ``explainer``; withdrawn claims leave the page, and no other claim is left out."""
    live = {str(claim.id): claim for claim in explainer.claims if claim.withdrawn is None}
    answer = tuple(str(claim) for claim in explainer.answer if claim in live)
    chapters = tuple(_chapters(explainer, live))
    places = [(ANSWER, Part("claims", answer))]
    for number, chapter in enumerate(chapters):
        places.extend(((number, index), part) for index, part in enumerate(chapter.parts))
    numbers: dict[str, int] = {}
    for _, part in places:
        for claim in part.claims:
            numbers.setdefault(claim, len(numbers) + 1)
    homes: dict[str, Place] = {}
    for place, part in sorted(places, key=_weight):
        for claim in part.claims:
            homes.setdefault(claim, place)
    return Outline(answer, chapters, numbers, homes)


def _weight(placed: tuple[Place, Part]) -> int:
    """A claim is at home in a section's prose, else in a block, else in the short answer."""
    place, part = placed
    if place == ANSWER:
        return 2
    return 0 if part.kind == "claims" else 1


def _chapters(explainer: Explainer, live: dict[str, Claim]) -> Iterator[Chapter]:
    blocks = {kind: tuple(block_claims(kind, explainer, live)) for kind in BLOCKS}
    placed: set[str] = set()
    written = [*_written(explainer, live, blocks)]
    for chapter in written:
        yield chapter
        placed.update(part.kind for part in chapter.parts)
    missing = [kind for kind in BLOCKS if kind not in placed]
    appended = [kind for kind in missing if blocks[kind] or (kind == "source" and live)]
    printed = {claim for chapter in written for part in chapter.parts for claim in part.claims}
    printed.update(str(claim) for claim in explainer.answer)
    printed.update(claim for kind in appended for claim in blocks[kind])
    if rest := tuple(claim for claim in live if claim not in printed):
        heading = "Also on record" if printed else "What is on record"
        yield Chapter("on-record", heading, heading, (Part("claims", rest),), ours=True)
    for kind in appended:
        heading, element = BLOCKS[kind]
        yield Chapter(element, heading, heading, (Part(kind, blocks[kind]),), ours=True)


def _written(
    explainer: Explainer, live: dict[str, Claim], blocks: dict[str, tuple[str, ...]]
) -> Iterator[Chapter]:
    taken: set[str] = set()
    shorts: dict[str, int] = {}
    for section in explainer.sections:
        parts = []
        for entry in section.body:
            match entry:
                case ClaimsParagraph():
                    parts.append(Part("claims", tuple(str(claim) for claim in entry.claims if claim in live)))
                case EditorNote():
                    parts.append(Part("editor", text=str(entry.text)))
                case _:
                    parts.append(Part(entry.kind, blocks[entry.kind]))
        element = section_id(section.heading, taken)
        taken.add(element)
        rests_on = tuple(str(claim) for claim in section.rests_on if claim in live)
        kept = tuple(p for p in parts if p.claims or p.kind == "editor" or (p.kind == "source" and live))
        if not kept and parts:
            continue  # nothing stands under this heading any more
        again = shorts[short(section.heading)] = shorts.get(short(section.heading), 0) + 1
        called = short(section.heading) + (f" ({again})" if again > 1 else "")
        yield Chapter(element, section.heading, called, kept, rests_on)


def short(heading: str) -> str:
    """``heading`` for a table of contents: cut at a word, at most about 40 characters."""
    if len(heading) <= 42:
        return heading
    cut = heading[:40].rpartition(" ")[0]
    return f"{cut or heading[:40]}…"


def section_id(heading: str, taken: Container[str]) -> str:
    """An id for a heading that no other id of the page is like: ``section-`` and the heading's words."""
    words = re.sub(r"[^a-z0-9]+", "-", heading.lower().replace("'", "").replace("’", "")).strip("-")
    return untaken("section-" + (words[:48].rstrip("-") or "1"), taken)
