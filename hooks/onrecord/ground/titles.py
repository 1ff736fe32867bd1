"""The offices of persons in a text, and where those of a claim are not those of its passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.names import Name, folded, names, naming_of
from onrecord.ground.reading import Reading, Word
from onrecord.lexicon.naming import Naming
from onrecord.text import Span

_BETWEEN = 6


class Held(NamedTuple):
    """An office with the person who holds it.

    ``office`` is in small letters; ``qualifiers`` are the words before it that make it another (*deputy*);
    ``holder`` are the words of the person's name, small and without accents; ``about`` the names of whose
    office it is, or where it is held.
    """

    office: str
    qualifiers: frozenset[str]
    holder: tuple[str, ...]
    about: frozenset[str]
    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        """Where the office stands, with its qualifiers."""
        return Span(self.words[0].start, self.words[-1].end)


def offices(reading: Reading) -> tuple[Held, ...]:
    """The offices in a text whose holders it names."""
    return reading.once(_offices)


def _offices(reading: Reading) -> tuple[Held, ...]:
    naming = naming_of(reading)
    if not naming.offices:
        return ()
    tokens = reading.tokens
    found: list[Held] = []
    position = 0
    while position < len(tokens):
        size = _office_at(tokens, position, naming)
        if size:
            found.extend(_held(reading, position, position + size, naming))
        position += size or 1
    return tuple(found)


def _office_at(tokens: Sequence[Word], start: int, naming: Naming) -> int:
    """How many words and marks from ``start`` are an office; none where no office begins there."""
    candidates = naming.offices_by_first.get(tokens[start].word, ())
    for office in candidates:
        position = start
        for number, word in enumerate(office):
            if number and position < len(tokens) and tokens[position].text in ("-", "\u2010"):
                position += 1
            if (
                position >= len(tokens)
                or tokens[position].word != word
                or tokens[position].sentence != (tokens[start].sentence)
            ):
                break
            position += 1
        else:
            return position - start
    return 0


def _held(reading: Reading, start: int, end: int, naming: Naming) -> Iterator[Held]:
    tokens = reading.tokens
    first = start
    qualifiers = set()
    while first and tokens[first - 1].sentence == tokens[start].sentence:
        before = tokens[first - 1]
        if before.word in naming.qualifiers:
            qualifiers.add(before.word)
        elif before.text not in ("-", "\u2010"):
            break
        first -= 1
    while first < start and not tokens[first].is_word:
        first += 1
    office = " ".join(token.word for token in tokens[start:end] if token.is_word)
    if office in qualifiers or (office in naming.qualifiers and not qualifiers):
        return
    holder = (
        _behind(tokens, end, naming) or _ahead(reading, first, naming) or _behind_place(reading, end, naming)
    )
    if holder:
        about = _about(reading, first, end, naming)
        yield Held(office, frozenset(qualifiers), holder, about, tuple(tokens[first:end]))


def _behind(tokens: Sequence[Word], end: int, naming: Naming) -> tuple[str, ...]:
    """The name right behind an office: *Foreign Minister Anna Berg*."""
    if tokens[end - 1].possessive:
        return ()
    found: list[str] = []
    position = end
    if position < len(tokens) and tokens[position].text == ",":
        position += 1
    while position < len(tokens) and tokens[position].capital and tokens[position].is_word:
        word = tokens[position]
        if word.sentence != tokens[end - 1].sentence:
            break
        found.append(folded(word.word))
        position += 1
        if word.possessive:
            break
    if not found or any(word in naming.unnamed for word in found) or " ".join(found) in naming.known:
        return ()
    if position > end and tokens[end].text == "," and len(found) < 2:
        return ()
    return tuple(found)


def _ahead(reading: Reading, first: int, naming: Naming) -> tuple[str, ...]:
    """The name before an office: *Anna Berg, Norway's foreign minister*, *Anna Berg is foreign minister*."""
    tokens = reading.tokens
    linking = (
        reading.language.lexicon.participants.passive
        if (reading.language.lexicon and reading.language.lexicon.participants)
        else frozenset()
    )
    for position in range(first - 1, max(-1, first - _BETWEEN), -1):
        token = tokens[position]
        if token.sentence != tokens[first].sentence:
            return ()
        if token.text == "," or token.word in linking or token.word in reading.language.likening:
            if token.word in reading.language.likening:
                return ()
            return _ending(reading, position)
        if not token.is_word or token.word in reading.language.prepositions:
            return ()
    return ()


def _ending(reading: Reading, position: int) -> tuple[str, ...]:
    """The person whose name ends right before a word or a mark."""
    if not position:
        return ()
    name = reading.once(_by_end).get(reading.tokens[position - 1].end)
    if name is None or name.is_place or name.possessive:
        return ()
    return tuple(unit.key for unit in name.units if not unit.places)


def _by_end(reading: Reading) -> dict[int, Name]:
    return {name.words[-1].end: name for name in names(reading)}


def _starts(reading: Reading) -> list[int]:
    return [name.words[0].start for name in names(reading)]


def _behind_place(reading: Reading, end: int, naming: Naming) -> tuple[str, ...]:
    """The name behind an office and its place: *President of Norway Anna Berg*."""
    tokens = reading.tokens
    if end + 1 >= len(tokens) or tokens[end].word not in naming.linking | naming.destinations:
        return ()
    start = tokens[end].end
    behind = bisect_right(reading.once(_starts), start)
    following = names(reading)[behind : behind + 2]
    if not following or following[0].words[0].start > start + _BETWEEN:
        return ()
    one = following[0]
    if one.is_place and len(following) == 2:
        between = reading.content[one.words[-1].end : following[1].words[0].start].strip()
        if between in ("", ",") and not following[1].is_place and len(following[1].units) > 1:
            return tuple(unit.key for unit in following[1].units)
    if len(one.units) > 2 and one.units[0].places and not one.is_place:
        return tuple(unit.key for unit in one.units if not unit.places)
    return ()


def _about(reading: Reading, first: int, end: int, naming: Naming) -> frozenset[str]:
    tokens = reading.tokens
    start = tokens[max(0, first - 4)].start
    stop = tokens[min(len(tokens) - 1, end + 3)].end
    found: set[str] = set()
    starts = reading.once(_starts)
    for name in names(reading)[bisect_left(starts, start) : bisect_left(starts, stop)]:
        if name.words[0].sentence == tokens[first].sentence:
            found.update(_keys_of(name))
    return frozenset(found)


def _keys_of(name: Name) -> Iterator[str]:
    for unit in name.units:
        numbers = [str(number) for number, role in unit.places if role in ("names", "people")]
        yield from numbers or [unit.key]


def _offices_of_passages(comparison: Comparison) -> list[tuple[Passage, Held]]:
    return [(passage, held) for passage in comparison.passages for held in offices(passage.reading)]


def changed_titles(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each person of the claim to whom it gives another office than its passages."""
    mine = offices(comparison.reading)
    if not mine:
        return
    naming = naming_of(comparison.reading)
    theirs = comparison.once(_offices_of_passages)
    for one in mine:
        same = [(passage, held) for passage, held in theirs if _is_same(one.holder, held.holder)]
        if same and not any(_agrees(one, held, naming) for _, held in same):
            related = [(passage, held) for passage, held in same if _clashes(one, held, naming)]
            if related and not _is_elsewhere(one, comparison):
                yield _told(one, *related[0], comparison)


def other_holders(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement for each office that the claim gives to another person than its passages."""
    mine = offices(comparison.reading)
    if not mine:
        return
    naming = naming_of(comparison.reading)
    theirs = comparison.once(_offices_of_passages)
    for one in mine:
        same = [
            (passage, held)
            for passage, held in theirs
            if held.office == one.office
            and held.qualifiers == one.qualifiers
            and (one.about - set(one.holder)) & (held.about - set(held.holder))
        ]
        if same and not any(_is_same(one.holder, held.holder) for _, held in same):
            passage, held = same[0]
            if not (set(one.holder) | set(held.holder)) & naming.known.keys():
                yield _holder_told(one, held, passage, comparison)


def _is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one[-1] in other or other[-1] in one


def _agrees(one: Held, other: Held, naming: Naming) -> bool:
    offices_agree = (
        one.office == other.office
        or other.office in naming.office_class.get(one.office, ())
        or (not one.qualifiers and not other.qualifiers and other.office.endswith(f" {one.office}"))
        or (one.office.endswith(f" {other.office}"))
    )
    return offices_agree and _qualifiers(one, naming) == _qualifiers(other, naming)


def _qualifiers(held: Held, naming: Naming) -> frozenset[str]:
    return frozenset(min(naming.qualifier_class.get(word, {word})) for word in held.qualifiers)


def _clashes(one: Held, other: Held, naming: Naming) -> bool:
    """Whether two offices are too near each other to be two offices of one person."""
    if one.office == other.office or other.office in naming.office_class.get(one.office, ()):
        return True
    return _head(one.office, naming) == _head(other.office, naming) or (
        one.office in naming.highest and other.office in naming.highest
    )


def _head(office: str, naming: Naming) -> str:
    """The word that an office is a kind of: *minister* in *defence minister* and *minister of defence*."""
    head = ""
    for word in office.split():
        if word in naming.linking and head:
            break
        head = word
    return head


def _is_elsewhere(one: Held, comparison: Comparison) -> bool:
    """Whether a passage has the office, word for word, perhaps without its holder."""
    naming = naming_of(comparison.reading)
    wanted = [word.word for word in one.words if word.is_word]
    for passage in comparison.passages:
        words = [word.word for word in passage.reading.words]
        for position in range(len(words) - len(wanted) + 1):
            if words[position : position + len(wanted)] == wanted and (
                not position or words[position - 1] not in naming.qualifiers
            ):
                return True
    return False


def _told(one: Held, passage: Passage, other: Held, comparison: Comparison) -> Disagreement:
    here = comparison.reading.content[one.span.start : one.span.end]
    there = passage.reading.content[other.span.start : other.span.end]
    return Disagreement(
        f"the claim calls {_named(one)} '{here}', the quotation '{there}'",
        one.span,
        "give the office as the quotation does, or leave it out",
        passage,
        (other.span,),
        instead=there,
    )


def _holder_told(one: Held, other: Held, passage: Passage, comparison: Comparison) -> Disagreement:
    here = comparison.reading.content[one.span.start : one.span.end]
    return Disagreement(
        f"the claim gives the office '{here}' to {_named(one)}, the quotation to {_named(other)}",
        one.span,
        "name the person to whom the quotation gives the office",
        passage,
        (other.span,),
    )


def _named(held: Held) -> str:
    return " ".join(word.title() for word in held.holder)
