"""Where a claim and a passage have the same participants in each other's places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from onrecord.ground.alignment import alike
from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.names import naming_of, places_in
from onrecord.ground.predications import DOER, KIND, OF, Phrase, Role, base_of, roles
from onrecord.ground.reading import Reading, Word
from onrecord.language import Language
from onrecord.lexicon.participants import Participants
from onrecord.text import Span

_BEFORE = 3
_MOST_SCENES = 24
_MOST_DOERS = 16
_SHORTEST_ROOT = 4
_FEWEST_SHARED = 2
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
    if not any(_shares_two(comparison.reading, passage.reading) for passage in comparison.passages):
        return
    mine = scenes(comparison.reading)
    for passage in comparison.passages:
        if not _shares_two(comparison.reading, passage.reading):
            continue
        theirs = scenes(passage.reading)
        crossing = _crossing(mine, passage.reading, comparison, verbs) or _exchanged(
            mine, theirs, comparison.reading
        )
        if crossing is not None and not _told_elsewhere(crossing, mine, comparison):
            yield _told(crossing, passage, comparison)
            return


def _shares_two(claim: Reading, passage: Reading) -> bool:
    """Whether a passage may name two participants of a claim."""
    return len(claim.stems & passage.stems) >= _FEWEST_SHARED or bool(places_in(claim) and places_in(passage))


def scenes(reading: Reading) -> tuple[Scene, ...]:
    """The verbs and nouns of a text that have participants."""
    return reading.once(_scenes)


def _scenes(reading: Reading) -> tuple[Scene, ...]:
    found: dict[int, list[Role]] = {}
    for role in roles(reading):
        if role.role not in _LEFT_OUT and role.phrase.words:
            found.setdefault(role.governor.start, []).append(role)
    return tuple(
        Scene(same[0].base, same[0].governor, same[0].verb, tuple(same))
        for same in found.values()
        if len(same) > 1 or same[0].role == DOER
    )


class _Staged(NamedTuple):
    """The scenes of a text that have two places or more, by their base and by the beginning of their word."""

    by_base: dict[str, list[tuple[int, Scene]]]
    by_root: dict[str, list[tuple[int, Scene]]]

    def near(self, scene: Scene, converse: dict[str, list[_Converse]]) -> list[Scene]:
        """The first scenes that may be the same, or the same from the other side, in their order."""
        found = dict(self.by_base.get(scene.base, ()))
        found.update(self.by_root.get(scene.word.stem[:_SHORTEST_ROOT], ()))
        for one in converse.get(scene.base, ()):
            found.update(self.by_base.get(one.other, ()))
        return [found[number] for number in sorted(found)[:_MOST_SCENES]]


def _staged(reading: Reading) -> _Staged:
    staged = _Staged({}, {})
    for number, scene in enumerate(scenes(reading)):
        if len(scene.roles) > 1:
            staged.by_base.setdefault(scene.base, []).append((number, scene))
            staged.by_root.setdefault(scene.word.stem[:_SHORTEST_ROOT], []).append((number, scene))
    return staged


class _Converse(NamedTuple):
    """The other verb of two that say the same from two sides; ``takes`` says that the first one receives."""

    other: str
    takes: bool


@lru_cache
def _converse_verbs(language: Language) -> dict[str, list[_Converse]]:
    """The verbs that say the same from the other side as each, by the stems of their base forms."""
    found: dict[str, list[_Converse]] = {}
    if language.lexicon is None or language.lexicon.participants is None:
        return found
    verbs = language.lexicon.participants
    for taking, giving in verbs.converse:
        takes, gives = base_of(taking, verbs, language), base_of(giving, verbs, language)
        if takes != gives:
            found.setdefault(takes, []).append(_Converse(gives, takes=True))
            found.setdefault(gives, []).append(_Converse(takes, takes=False))
    return found


def _crossing(
    mine: tuple[Scene, ...], passage: Reading, comparison: Comparison, verbs: Participants
) -> _Crossing | None:
    converse = _converse_verbs(comparison.language)
    staged = passage.once(_staged)
    for scene in mine:
        if len(scene.roles) < 2 or scene.word.word in verbs.mutual:
            continue
        for other in staged.near(scene, converse):
            if scene.verb == other.verb and (scene.base == other.base or alike(scene.word, other.word)):
                crossing = _cross(scene.roles, other.roles, comparison.reading)
            else:
                crossing = _converse(scene, other, comparison, converse)
            if crossing is not None and _is_denied(scene, comparison.reading) == _is_denied(other, passage):
                return crossing
    return None


def _is_denied(scene: Scene, reading: Reading) -> bool:
    """Whether a word that denies stands right before a verb."""
    language = reading.language
    tokens = reading.of_sentence(scene.word.sentence)
    before = [token for token in tokens if token.end <= scene.word.start][-_BEFORE:]
    return any(
        token.word in language.denying
        or (language.negative_ending and token.word.endswith(language.negative_ending))
        for token in before
    )


def _cross(mine: tuple[Role, ...], theirs: tuple[Role, ...], reading: Reading) -> _Crossing | None:
    """Two places of a word whose participants have changed places."""
    others: dict[tuple[str, str], list[tuple[Role, Role]]] = {}
    for first, second in _pairs(theirs):
        others.setdefault((first.role, second.role), []).append((first, second))
    for one, two in _pairs(mine):
        for first, second in others.get((one.role, two.role), ()):
            if _is_crossed((one.phrase, two.phrase), (first.phrase, second.phrase), reading):
                return _Crossing((one, two), (first, second))
    return None


def _pairs(found: tuple[Role, ...]) -> Iterator[tuple[Role, Role]]:
    for number, one in enumerate(found):
        for two in found[number + 1 :]:
            if one.role != two.role:
                yield (one, two) if one.role < two.role else (two, one)


def _is_crossed(mine: tuple[Phrase, Phrase], theirs: tuple[Phrase, Phrase], reading: Reading) -> bool:
    one, second = _keys(mine[0], reading), _keys(theirs[1], reading)
    if one.isdisjoint(second):
        return False
    two, first = _keys(mine[1], reading), _keys(theirs[0], reading)
    return bool(two & first and not one & first and not two & second and not one & two)


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


def _converse(
    scene: Scene, other: Scene, comparison: Comparison, converse: dict[str, list[_Converse]]
) -> _Crossing | None:
    """One who receives from another in the passage, and gives to the other in the claim, or so."""
    lexicon = comparison.language.lexicon
    assert lexicon is not None
    assert lexicon.participants is not None
    verbs = lexicon.participants
    for one in converse.get(scene.base, ()):
        if one.other != other.base:
            continue
        places = (verbs.givers, verbs.takers) if one.takes else (verbs.takers, verbs.givers)
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
    others: dict[str, list[Role]] = {}
    for role in _doers(theirs):
        same = others.setdefault(role.base, [])
        if len(same) < _MOST_DOERS:
            same.append(role)
    ours = [role for role in _doers(mine) if role.base in others][:_MOST_DOERS]
    for number, one in enumerate(ours):
        for two in ours[number + 1 :]:
            if one.base == two.base:
                continue
            for first, second in product(others[one.base], others[two.base]):
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
        places = ((one.base, one.role), (two.base, two.role))
        if all(
            any(
                (role.base, role.role) == place and keys & _keys(role.phrase, comparison.reading)
                for role in found
            )
            for place, keys in zip(places, wanted, strict=True)
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
