"""Who is named by a phrase, and whether two phrases may name the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.alignment import alike
from onrecord.ground.comparison import Passage
from onrecord.ground.reading import Word, read
from onrecord.language import Language
from onrecord.lexicon.reporting import Reporting

_OPENING = frozenset("([")
_CLOSING = frozenset(")]")
_LONGEST_PLACE = 3
_SHORT = range(3, 5)
_LEAST_OF_TITLE = 0.5


class Speaker(NamedTuple):
    """A phrase for somebody, read.

    ``content`` are the words that tell who it is, ``heads`` the names that stand for it by themselves (not
    *Taliban* in *Taliban leaders*), each in small letters, ``bodies`` the words for an organisation.
    ``countries`` are the numbers of the places in it, and ``is_place`` says that it is nothing but a place,
    or a house that stands for a government.
    """

    words: tuple[Word, ...]
    content: tuple[Word, ...] = ()
    heads: tuple[tuple[str, ...], ...] = ()
    capitals: tuple[Word, ...] = ()
    bodies: frozenset[str] = frozenset()
    pronoun: bool = False
    definite: bool = False
    indefinite: bool = False
    is_epithet: bool = False
    countries: frozenset[int] = frozenset()
    is_place: bool = False

    @property
    def is_named(self) -> bool:
        """Whether a name stands for it."""
        return bool(self.heads)


def speaker(tokens: Sequence[Word], language: Language, known: Reporting) -> Speaker:
    """What a phrase (words and marks) says of whom it names."""
    words = tuple(_outside_brackets(tokens))
    first = words[0].word if words else ""
    pronoun = bool(words) and len(words) == 1 and first in known.persons and not _is_acronym(words[0])
    telling = [
        word
        for word in words
        if word.word not in known.titles and not _is_little(word, language) and word.word != "s"
    ]
    content = telling or [word for word in words if not _is_little(word, language)]
    countries, is_place = _places(telling, language, known)
    return Speaker(
        words,
        tuple(content),
        tuple(_heads(words, language, known)),
        tuple(word for word in telling if word.capital),
        frozenset(word.stem for word in content if word.word in known.bodies),
        pronoun,
        first in known.definite or any(word.possessive for word in words),
        first in known.indefinite or first in language.numbers,
        first in known.definite and len(words) == 2 and words[1].word.endswith(known.epithet_endings),
        countries,
        is_place,
    )


def speaker_of(text: str, language: Language, known: Reporting) -> Speaker:
    """The same for a string that names somebody."""
    return speaker(read(text, language).tokens, language, known)


def may_be_same(one: Speaker, other: Speaker) -> bool:
    """Whether one phrase says no more than the other of whom it names, or both have a name in common."""
    if not one.content or not other.content:
        return False
    if _within(one.content, other.content) or _within(other.content, one.content):
        return True
    if any(_one_name(mine, theirs) for mine in one.heads for theirs in other.heads):
        return True
    return any(short(a, b) for short in (_abbreviates, _shortens) for a, b in ((one, other), (other, one)))


def must_differ(one: Speaker, other: Speaker) -> bool:
    """Whether two phrases that are not the same surely name two; ``other`` is what a source says."""
    if one.pronoun or other.pronoun or may_be_same(one, other) or not other.content or not one.content:
        return False
    if one.bodies and other.bodies and not one.bodies & other.bodies:
        return True
    if (one.is_place or other.is_place) and one.countries & other.countries:
        return False
    if ((one.is_place or one.bodies) and _is_bare(other)) or (other.is_place and _is_bare(one)):
        return False
    if other.is_named:
        return one.is_named and not one.is_epithet
    if other.definite:
        return bool(other.bodies and other.capitals and one.capitals)
    if other.indefinite or len(other.words) == 1:
        return False
    return bool(other.capitals and one.capitals) and not _share(one.capitals, other.capitals)


def is_named_in(one: Speaker, words: Sequence[Word]) -> bool:
    """Whether the name, or else the words that tell who it is, occur among ``words``."""
    known = {word.word for word in words}
    if one.heads:
        return any(head[-1] in known or "".join(part[0] for part in head) in known for head in one.heads)
    stems = {word.stem for word in words}
    return bool(one.content) and any(word.stem in stems for word in one.content)


def is_source(who: Speaker, passages: Sequence[Passage], known: Reporting) -> bool:
    """Whether somebody is the source itself, or who wrote or published it."""
    if who.content and all(word.word in known.own for word in who.content):
        return True
    names = {word.word for word in who.content}
    for passage in passages:
        source = passage.source
        if source is None:
            continue
        for given in (source.author, source.publisher, source.title):
            if given is not None and names:
                reading = read(str(given), passage.reading.language)
                words = {word.word for word in reading.words}
                least = _LEAST_OF_TITLE * len(reading.content_words) if given is source.title else 0
                if names - known.own <= words and len(names) >= least:
                    return True
    return False


def _outside_brackets(tokens: Sequence[Word]) -> Iterator[Word]:
    depth = 0
    for token in tokens:
        if token.text in _OPENING:
            depth += 1
        elif token.text in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth and token.is_word:
            yield token


def _is_little(word: Word, language: Language) -> bool:
    return word.word in language.stop_words and not _is_acronym(word)


def _is_acronym(word: Word) -> bool:
    """Whether it is written as a name of capitals, as *US* and not *us*."""
    return len(word.word) > 1 and word.text.replace(".", "").isupper()


def _heads(words: Sequence[Word], language: Language, known: Reporting) -> Iterator[tuple[str, ...]]:
    start = 0
    while start < len(words):
        if not _is_of_name(words[start], language, known):
            start += 1
            continue
        end = start + 1
        while end < len(words) and _is_of_name(words[end], language, known) and not words[end - 1].possessive:
            end += 1
        after = words[end] if end < len(words) else None
        before = words[start - 1].word if start else ""
        belongs = words[end - 1].possessive or (
            after is not None and not _is_little(after, language) and not after.number
        )
        is_plain = start == 0 and end == 1 and _is_plain(words[0], known)
        if not belongs and before not in known.linking and not is_plain:
            yield tuple(word.word for word in words[start:end])
        start = end


def _places(words: Sequence[Word], language: Language, known: Reporting) -> tuple[frozenset[int], bool]:
    """The places that are named among some words, and whether there is nothing else."""
    naming = language.lexicon.naming if language.lexicon is not None else None
    if naming is None:
        return frozenset(), False
    seats = dict(known.seats)
    found: set[int] = set()
    start = 0
    is_place = bool(words)
    while start < len(words):
        for length in range(_LONGEST_PLACE, 0, -1):
            name = " ".join(word.word for word in words[start : start + length])
            roles = [(naming.numbers[seats[name]], "")] if seats.get(name) in naming.numbers else []
            roles += [one for one in naming.known.get(name, ()) if one[1] != "cities"]
            if roles:
                found.update(number for number, _ in roles)
                is_place = is_place and all(role != "people" for _, role in roles)
                start += length
                break
        else:
            is_place = False
            start += 1
    return frozenset(found), is_place


def _is_bare(one: Speaker) -> bool:
    """Whether it is a person's name alone, of whom nothing says for whom they speak."""
    in_names = {word for head in one.heads for word in head}
    if one.is_place or one.bodies or not one.heads:
        return False
    return all(word.word in in_names for word in one.content)


def _is_plain(word: Word, known: Reporting) -> bool:
    """Whether a first word may have its capital from the sentence alone, as *Experts* and *Police*."""
    return not _is_acronym(word) and (word.word in known.bodies or word.word.endswith(known.plural_endings))


def _is_of_name(word: Word, language: Language, known: Reporting) -> bool:
    return word.capital and word.word not in known.titles and not _is_little(word, language)


def _one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names end alike and the rest of one, as far as both have it, is in the other."""
    if one[-1] != other[-1]:
        return False
    return set(one) <= set(other) or set(other) <= set(one) or one[0][0] == other[0][0]


def _within(one: Sequence[Word], other: Sequence[Word]) -> bool:
    return all(any(alike(word, theirs) for theirs in other) for word in one)


def _share(one: Sequence[Word], other: Sequence[Word]) -> bool:
    return any(alike(word, theirs) for word in one for theirs in other)


def _shortens(one: Speaker, other: Speaker) -> bool:
    """Whether one is the beginning of the other's first word, as *the Fed*."""
    if len(one.content) != 1 or not one.content[0].capital or not other.capitals:
        return False
    word = one.content[0].word
    return len(word) in _SHORT and other.capitals[0].word.startswith(word)


def _abbreviates(one: Speaker, other: Speaker) -> bool:
    initials = "".join(word.word[0] for word in other.capitals)
    return len(initials) > 1 and any(word.word == initials for word in one.capitals)
