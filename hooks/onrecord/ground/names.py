"""The names in a text: of persons, places, organisations and works, and which of them are the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.ground.reading import Reading, Word
from onrecord.lexicon.naming import Naming
from onrecord.text import Span

_MOST_OF_A_HEADLINE = 0.85
_FEWEST_OF_A_HEADLINE = 5
_FEWEST_TELLING = 4
_LONG_WORD = 4
_OPENING = frozenset("\"'\u201c\u2018\u00ab([:*``")
_NEVER = Naming()


class Unit(NamedTuple):
    """A part of a name that is the same or another as a whole: a place of some words, or one word.

    ``places`` are the numbers of the places it may be, with what it is of each (*names*, *people*, *capital*,
    *cities*); ``key`` its words in small letters without accents.
    """

    words: tuple[Word, ...]
    key: str
    places: tuple[tuple[int, str], ...] = ()


class Name(NamedTuple):
    """A run of words with capitals that names somebody or something.

    ``sure`` is false where it only has a capital because a sentence begins there.
    """

    words: tuple[Word, ...]
    units: tuple[Unit, ...]
    sure: bool
    person: bool

    @property
    def span(self) -> Span:
        """Where it stands in its text."""
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def is_place(self) -> bool:
        """Whether it is a place, or the people of one, and nothing else."""
        return all(unit.places for unit in self.units)

    @property
    def possessive(self) -> bool:
        """Whether it says whose something is."""
        return self.words[-1].possessive


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word in small letters without accents."""
    if word.isascii():
        return word.lower()
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(letter)
    )


def naming_of(reading: Reading) -> Naming:
    """What the text's language knows of names."""
    lexicon = reading.language.lexicon
    return lexicon.naming if lexicon and lexicon.naming else _NEVER


def names(reading: Reading) -> tuple[Name, ...]:
    """The names of a text, in order."""
    return reading.once(_names)


def _names(reading: Reading) -> tuple[Name, ...]:
    naming = naming_of(reading)
    by_sentence: dict[int, list[Word]] = {}
    for token in reading.tokens:
        by_sentence.setdefault(token.sentence, []).append(token)
    found: list[Name] = []
    for tokens in by_sentence.values():
        found.extend(_of_sentence(tokens, reading, naming))
    return tuple(found)


def _of_sentence(tokens: Sequence[Word], reading: Reading, naming: Naming) -> Iterator[Name]:
    headline: bool | None = None
    position = 0
    while position < len(tokens):
        if not tokens[position].capital or not _has_capital(tokens[position]):
            position += 1
            continue
        if headline is None:
            headline = _is_headline(tokens, reading)
        end = _end_of_run(tokens, position, naming)
        first = (
            position == 0
            or (position == 1 and not tokens[0].is_word)
            or tokens[position - 1].text in _OPENING
        )
        yield from _name(tokens[position:end], reading, naming, first=first, headline=headline)
        position = end


def _is_headline(tokens: Sequence[Word], reading: Reading) -> bool:
    stops = reading.language.stop_words
    words = telling = capitals = 0
    for token in tokens:
        if token.number or not token.is_word:
            continue
        words += 1
        if token.word not in stops:
            if not token.capital and len(token.text) > _LONG_WORD:
                return False
            telling += 1
            capitals += token.capital
    return (
        words >= _FEWEST_OF_A_HEADLINE
        and telling >= _FEWEST_TELLING
        and capitals >= _MOST_OF_A_HEADLINE * telling
    )


def _end_of_run(tokens: Sequence[Word], start: int, naming: Naming) -> int:
    """The end of the run of capital words that begins at ``start``."""
    end = start + 1
    while end < len(tokens):
        if tokens[end - 1].possessive:
            break
        token = tokens[end]
        if _has_capital(token):
            end += 1
        elif token.text in ("-", ".", "\u2010", "\u2011", "&") and end + 1 < len(tokens):
            close = tokens[end + 1].start == token.end and token.start == tokens[end - 1].end
            initial = token.text == "." and len(tokens[end - 1].text) <= 2
            if not _has_capital(tokens[end + 1]) or not (close or initial or token.text == "&"):
                break
            end += 2
        elif token.word in naming.linking and not token.capital:
            after = end + 1
            if after < len(tokens) and tokens[after].word in naming.linking and not tokens[after].capital:
                after += 1
            if after >= len(tokens) or not _has_capital(tokens[after]):
                break
            end = after + 1
        else:
            break
    return end


def _has_capital(token: Word) -> bool:
    return token.capital and token.is_word and not token.number


def _name(
    run: Sequence[Word], reading: Reading, naming: Naming, *, first: bool, headline: bool
) -> Iterator[Name]:
    words = [word for word in run if word.is_word]
    stops = reading.language.stop_words
    while words and words[0].word in stops and not is_acronym(words[0]) and not _begins_place(words, naming):
        del words[0]
        first = False
    while words and not words[-1].capital:
        words.pop()
    units = tuple(
        unit
        for unit in _units(words, naming)
        if unit.places or (unit.key not in naming.unnamed and unit.key not in stops and unit.words[0].capital)
    )
    if not units:
        return
    known = any(unit.places for unit in units) or any(unit.key in naming.given for unit in units)
    sure = not headline and (not first or len(units) > 1 or is_acronym(words[0]))
    person = not any(unit.places for unit in units) and any(unit.key in naming.given for unit in units[:1])
    yield Name(tuple(words), units, sure or known, person)


def _begins_place(words: Sequence[Word], naming: Naming) -> bool:
    return len(words) > 1 and f"{words[0].word} {words[1].word}" in naming.known


def is_acronym(word: Word) -> bool:
    """Whether a word is written in capitals throughout: ``UN``, ``U.N.``."""
    letters = word.text.replace(".", "")
    return len(letters) > 1 and letters.isupper()


def _units(words: Sequence[Word], naming: Naming) -> Iterator[Unit]:
    keys = [folded(word.word) for word in words]
    known, longest = naming.known, naming.longest
    position = 0
    while position < len(words):
        most = longest if keys[position] in naming.first_words else 1
        for size in range(min(most, len(words) - position), 0, -1):
            key = " ".join(keys[position : position + size])
            if key in known and (size > 1 or _may_be_place(words[position])):
                yield Unit(tuple(words[position : position + size]), key, known[key])
                position += size
                break
        else:
            yield Unit((words[position],), keys[position])
            position += 1


def _may_be_place(word: Word) -> bool:
    """Whether a word is written as the name of a place: ``US``, never ``us``."""
    return word.capital and (len(word.word) > 2 or is_acronym(word))


def places_in(reading: Reading) -> tuple[Unit, ...]:
    """The places that a text names, and the people of places."""
    return tuple(unit for name in names(reading) for unit in name.units if unit.places)


def initials(name: Name) -> str:
    """The first letters of the words of a name that have a capital."""
    return "".join(folded(word.word)[:1] for word in name.words if word.capital)
