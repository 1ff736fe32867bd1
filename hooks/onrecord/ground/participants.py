"""Where a claim and a passage have the same participants in each other's places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from onrecord.ground.alignment import alike
from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.names import naming_of
from onrecord.ground.predications import DOER, KIND, OF, Phrase, Role, base_of, roles
from onrecord.ground.reading import Reading, Word
from onrecord.lexicon.participants import Participants
from onrecord.text import Span

_BEFORE = 3
_LEFT_OUT = (KIND, OF)


class Scene(NamedTuple):
    """A verb or a noun with everything that stands in a place beside it."""

    base: str
    word: Word
    verb: bool
    roles: tuple[Role, ...]


class _Crossing(NamedTuple):
    mine: tuple[Role, Role]
    theirs: tuple[Role, Role]


def swapped_participants(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement where two participants have changed places."""
    lexicon = comparison.language.lexicon
    if lexicon is None or lexicon.participants is None:
        return
    verbs = lexicon.participants
    mine = scenes(comparison.reading)
    for passage in comparison.passages:
        theirs = scenes(passage.reading)
        crossing = _crossing(mine, passage.reading, comparison, verbs) or _exchanged(
            mine, theirs, comparison.reading
        )
        if crossing is not None and not _told_elsewhere(crossing, mine, comparison):
            yield _told(crossing, passage, comparison)
            return


def scenes(reading: Reading) -> tuple[Scene, ...]:
    """The verbs and nouns of a text that have participants."""
    return reading.once(_scenes)


def _scenes(reading: Reading) -> tuple[Scene, ...]:
    found: dict[int, list[Role]] = {}
    for role in roles(reading):
        if role.role not in _LEFT_OUT and role.phrase.words:
            found.setdefault(role.governor.start, []).append(role)
    return tuple(Scene(same[0].base, same[0].governor, same[0].verb, tuple(same)) for same in found.values())


def _crossing(
    mine: tuple[Scene, ...], passage: Reading, comparison: Comparison, verbs: Participants
) -> _Crossing | None:
    for scene in mine:
        if scene.word.word in verbs.mutual:
            continue
        for other in scenes(passage):
            if scene.verb == other.verb and (scene.base == other.base or alike(scene.word, other.word)):
                crossing = _cross(scene.roles, other.roles, comparison.reading, verbs)
            else:
                crossing = _converse(scene, other, comparison, verbs)
            if crossing is not None and _is_denied(scene, comparison.reading) == _is_denied(other, passage):
                return crossing
    return None


def _is_denied(scene: Scene, reading: Reading) -> bool:
    """Whether a word that denies stands right before a verb."""
    language = reading.language
    before = [token for token in reading.tokens if token.end <= scene.word.start][-_BEFORE:]
    return any(
        token.word in language.denying
        or (language.negative_ending and token.word.endswith(language.negative_ending))
        for token in before
        if token.sentence == scene.word.sentence
    )


def _cross(
    mine: tuple[Role, ...], theirs: tuple[Role, ...], reading: Reading, verbs: Participants
) -> _Crossing | None:
    """Two places of a word whose participants have changed places."""
    for (one, two), (first, second) in product(_pairs(mine, verbs), _pairs(theirs, verbs)):
        if (one.role, two.role) == (first.role, second.role) and _is_crossed(
            (one.phrase, two.phrase), (first.phrase, second.phrase), reading
        ):
            return _Crossing((one, two), (first, second))
    return None


def _pairs(found: tuple[Role, ...], verbs: Participants) -> Iterator[tuple[Role, Role]]:
    for number, one in enumerate(found):
        for two in found[number + 1 :]:
            if one.role != two.role:
                yield (one, two) if one.role < two.role else (two, one)


def _is_crossed(mine: tuple[Phrase, Phrase], theirs: tuple[Phrase, Phrase], reading: Reading) -> bool:
    one, two, first, second = (_keys(phrase, reading) for phrase in (*mine, *theirs))
    return bool(one & second and two & first and not one & first and not two & second and not one & two)


def _keys(phrase: Phrase, reading: Reading) -> set[str]:
    """What tells a participant from others: its names, or its words where it has none."""
    if not phrase.names:
        stops = reading.language.stop_words
        return {word.stem for word in phrase.words if word.word not in stops and not word.number}
    generic = naming_of(reading).generic
    found = set()
    for name in phrase.names:
        for unit in name.units:
            numbers = [str(number) for number, role in unit.places if role in ("names", "people")]
            if unit.key not in generic:
                found.add(numbers[0] if numbers else unit.key)
    return found


def _converse(scene: Scene, other: Scene, comparison: Comparison, verbs: Participants) -> _Crossing | None:
    """One who receives from another in the passage, and gives to the other in the claim, or so."""
    language = comparison.language
    one, two = base_of(scene.word.word, verbs, language), base_of(other.word.word, verbs, language)
    for taking, giving in verbs.converse:
        takes, gives = base_of(taking, verbs, language), base_of(giving, verbs, language)
        if {one, two} != {takes, gives} or one == two:
            continue
        places = (verbs.givers, verbs.takers) if one == takes else (verbs.takers, verbs.givers)
        mine, theirs = _two(scene, places[0]), _two(other, places[1])
        for (doer, counterpart), (first, second) in product(mine, theirs):
            same = _keys(doer.phrase, comparison.reading) & _keys(first.phrase, comparison.reading)
            if same and _keys(counterpart.phrase, comparison.reading) & _keys(
                second.phrase, comparison.reading
            ):
                return _Crossing((doer, counterpart), (first, second))
    return None


def _two(scene: Scene, prepositions: frozenset[str]) -> list[tuple[Role, Role]]:
    doers = [role for role in scene.roles if role.role == DOER]
    others = [role for role in scene.roles if role.role in prepositions]
    return list(product(doers, others))


def _exchanged(mine: tuple[Scene, ...], theirs: tuple[Scene, ...], reading: Reading) -> _Crossing | None:
    """Two verbs whose doers have changed places."""
    ours, others = _doers(mine), _doers(theirs)
    for number, one in enumerate(ours):
        for two in ours[number + 1 :]:
            if one.base == two.base:
                continue
            for first, second in product(
                (role for role in others if role.base == one.base),
                (role for role in others if role.base == two.base),
            ):
                if _is_crossed((one.phrase, two.phrase), (first.phrase, second.phrase), reading):
                    return _Crossing((one, two), (first, second))
    return None


def _doers(found: tuple[Scene, ...]) -> list[Role]:
    return [role for scene in found if scene.verb for role in scene.roles if role.role == DOER]


def _told_elsewhere(crossing: _Crossing, mine: tuple[Scene, ...], comparison: Comparison) -> bool:
    """Whether some passage has the participants in the places that the claim has them in."""
    one, two = crossing.mine
    wanted = _keys(one.phrase, comparison.reading), _keys(two.phrase, comparison.reading)
    for passage in comparison.passages:
        found = roles(passage.reading)
        firsts = [role for role in found if role.base == one.base and role.role == one.role]
        seconds = [role for role in found if role.base == two.base and role.role == two.role]
        for first, second in product(firsts, seconds):
            if wanted[0] & _keys(first.phrase, comparison.reading) and wanted[1] & _keys(
                second.phrase, comparison.reading
            ):
                return True
    return False


def _told(crossing: _Crossing, passage: Passage, comparison: Comparison) -> Disagreement:
    (one, two), (first, second) = crossing
    told = _text(one, comparison.reading), _text(two, comparison.reading)
    start = min(_span(role).start for role in (one, two))
    end = max(_span(role).end for role in (one, two))
    governors = [role.governor.span for role in (first, second)]
    return Disagreement(
        f"the claim has '{told[0]}' and '{told[1]}' the other way round than the quotation",
        Span(start, end),
        "say who does it to whom as the quotation says it",
        passage,
        tuple(dict.fromkeys((*map(_span, (first, second)), *governors))),
    )


def _span(role: Role) -> Span:
    return Span(role.phrase.words[0].start, role.phrase.words[-1].end)


def _text(role: Role, reading: Reading) -> str:
    span = _span(role)
    return reading.content[span.start : span.end]
