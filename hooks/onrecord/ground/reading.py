"""A text read for what it asserts: its words, where they stand, and the sentences they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol, TypeVar, cast

from msgspec import Struct

from onrecord.language import Language
from onrecord.lexicon import Lexicon
from onrecord.sentences import paragraph, sentences
from onrecord.text import Span

_TOKEN = re.compile(
    r"(?:[-+\u2212](?=\d))?\d+(?:[.,\u00a0\u202f](?=\d)\d+)*(?:\w+)?"  # 7,000.5  20th  1980s  9bn
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W_]+(?:['\u2019\u02bc][^\W\d_]+)*"
    r"|''|``|--+|[^\w\s]"
)
_SIGN_AFTER = re.compile(r"[\w%\u20ac$\u00a3]")
_APOSTROPHES = str.maketrans("\u2019\u02bc", "''")
_NO_LEXICON = Lexicon()
_Worked = TypeVar("_Worked")


class Stemmer(Protocol):
    """What takes the endings off words: the one thing that is used of the library."""

    def stemWord(self, word: str) -> str:
        """A word in small letters without its endings."""


class Word(NamedTuple):
    """A word, a number or a mark of a text.

    ``word`` is in small letters, with straight apostrophes and without a possessive ending, ``stem`` what is
    left of it without its endings; ``start`` and ``end`` are code points of the text, half-open. A hyphen
    parts two words, and ``joined`` says that one stands right before this word. Marks are no words.
    """

    text: str
    word: str
    stem: str
    start: int
    end: int
    capital: bool = False
    number: bool = False
    possessive: bool = False
    joined: bool = False
    sentence: int = 0
    is_word: bool = True

    @property
    def span(self) -> Span:
        """Where it stands in its text."""
        return Span(self.start, self.end)


class Reading(Struct, frozen=True, dict=True, eq=False):
    """A text in one language, and what is worked out from it, each once."""

    content: str
    language: Language

    @cached_property
    def tokens(self) -> tuple[Word, ...]:
        """Its words, numbers and marks, in order."""
        return tuple(_tokens(self.content, self.language, self.sentences))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words and numbers, in order, without the marks."""
        return tuple(token for token in self.tokens if token.is_word)

    @cached_property
    def content_words(self) -> tuple[Word, ...]:
        """Its words and numbers that carry a meaning of their own."""
        stops = self.language.stop_words
        return tuple(word for word in self.words if word.number or word.word not in stops)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        return frozenset(word.stem for word in self.words)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where its sentences stand, in order."""
        found: list[Span] = []
        start = 0
        while start < len(self.content):
            extent = paragraph(self.content, start)
            extent = Span(max(extent.start, start), max(extent.end, start + 1))
            found.extend(sentences(self.content, extent, self.language))
            start = extent.end
            while start < len(self.content) and self.content[start].isspace():
                start += 1
        return tuple(found) or (Span(0, len(self.content)),)

    def of_sentence(self, number: int) -> tuple[Word, ...]:
        """The words, numbers and marks of one sentence (0-based)."""
        return self._by_sentence[number] if number < len(self._by_sentence) else ()

    @cached_property
    def _by_sentence(self) -> tuple[tuple[Word, ...], ...]:
        parted: list[list[Word]] = [[] for _ in self.sentences]
        for token in self.tokens:
            parted[token.sentence].append(token)
        return tuple(map(tuple, parted))

    def once(self, work: Callable[[Reading], _Worked]) -> _Worked:
        """What ``work`` makes of this text; it is done once and kept."""
        kept = self.__dict__.get("kept")  # a cached property would take a lock for each text
        if kept is None:
            kept = self.__dict__["kept"] = {}
        elif work in kept:
            return cast(_Worked, kept[work])
        made = kept[work] = work(self)
        return made


def stem(word: str, language: Language) -> str:
    """A word (small letters) without its endings, in the spelling that words are compared in."""
    lexicon = language.lexicon or _NO_LEXICON
    return _stem(word, lexicon.stemmer, lexicon.spellings)


@lru_cache(maxsize=65536)
def _stem(word: str, algorithm: str, spellings: tuple[tuple[str, str], ...]) -> str:
    if not word.isalpha():
        return word
    for ending, other in spellings:
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            word = word[: -len(ending)] + other
            break
    return _stemmer(algorithm).stemWord(word) if algorithm else word


@lru_cache
def _stemmer(algorithm: str) -> Stemmer:
    from Stemmer import Stemmer as Snowball  # loaded only where there is something to compare

    return cast(Stemmer, Snowball(algorithm))


def _tokens(content: str, language: Language, extents: Sequence[Span]) -> list[Word]:
    found: list[Word] = []
    number = 0
    last_end, last_text = -1, ""
    hyphen_end = -1
    for match in _TOKEN.finditer(content):
        text, (start, end) = match[0], match.span()
        while number + 1 < len(extents) and start >= extents[number].end:
            number += 1
        if text[0] in "-+\u2212" and len(text) > 1 and start and _SIGN_AFTER.match(content, start - 1):
            found.append(Word(text[0], text[0], text[0], start, start + 1, sentence=number, is_word=False))
            hyphen_end = start + 1
            text, start = text[1:], start + 1
        if text in "-\u2010\u2011" and last_end == start and last_text[-1:].isalnum():
            hyphen_end = end
        word, root, capital, is_number, possessive, is_word = _read_word(text, language)
        joined = hyphen_end == start
        found.append(
            Word(text, word, root, start, end, capital, is_number, possessive, joined, number, is_word)
        )
        last_end, last_text = end, text
    return found


@lru_cache(maxsize=32768)
def _read_word(text: str, language: Language) -> tuple[str, str, bool, bool, bool, bool]:
    """What a word says of itself wherever it stands: all fields of `Word` that are no place."""
    word = text.lower().translate(_APOSTROPHES)
    is_number = text[-1].isdigit() or any(map(str.isdigit, text[:2]))
    possessive = False
    for ending in language.possessive_endings:
        if word.endswith(ending) and len(word) > len(ending):
            word, possessive = word[: -len(ending)], True
            break
    if word.endswith("'") and len(word) > 1:
        word = word[:-1]
    if len(word) > 2 and "." in word and not is_number:
        word = word.replace(".", "")
    root = word if is_number or not text[0].isalnum() else stem(word, language)
    is_word = text[-1].isalnum() or text[0].isalnum()
    return word, root, text[0].isupper(), is_number, possessive, is_word


@lru_cache(maxsize=4096)
def read(content: str, language: Language) -> Reading:
    """A text that is met again and again, such as a page's subject or a quotation: it is read once."""
    return Reading(content, language)
