"""A sentence as words and marks, and the governing words among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.language import ANY, Cue, Language, Reach, Sense

_TOKEN = re.compile(
    r"[^\W_]+(?:[.'\u2019\u02bc\u2010\u2011\u00ad\u200b-\u200d\u2060-][^\W_]+)*"
    r"|''|``|[,;:()\[\]\"\u201c\u201d\u201e\u00ab\u00bb]|--+|[\u2014\u2013]|[.?!\u2026]+"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
_DASH = re.compile("--|[\u2014\u2013]")
_QUOTATION_MARK = re.compile("''|``|[\"\u201c\u201d\u201e\u00ab\u00bb]")
_MOST_ANY = 6
_BACKWARD = frozenset((Reach.BACK, Reach.BEHIND, Reach.PREDICATE))


class Token(NamedTuple):
    """A word in small letters, or a mark; dashes are ``-``, quotation marks straight."""

    word: str
    start: int
    end: int
    capital: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, and not a mark."""
        return self.word[0].isalnum()


class Found(NamedTuple):
    """A cue among tokens: the indices from ``first`` to before ``last``."""

    cue: Cue
    first: int
    last: int


def tokens(content: str, start: int, end: int) -> list[Token]:
    """The words and marks of ``content`` between two offsets."""
    return [_token(found) for found in _TOKEN.finditer(content, start, end)]


def _token(found: re.Match[str]) -> Token:
    word = found[0]
    if word[0].isalnum():
        plain = word.lower()
        if not plain.isascii():
            plain = (
                plain.replace("\u2019", "'")
                .replace("\u02bc", "'")
                .replace("\u2010", "-")
                .replace("\u2011", "-")
            )
            plain = _INVISIBLE.sub("", plain)
        return Token(plain, *found.span(), word[0].isupper())
    if _DASH.match(word):
        return Token("-", *found.span())
    return Token('"' if _QUOTATION_MARK.match(word) else word, *found.span())


def find_cues(sentence: Sequence[Token], language: Language) -> Iterator[Found]:
    """The governing words of a sentence, in order; of several that begin at one word the longest count.

    Those that govern only what stands before them, and those with a gap, count beside the longest.
    """
    index = 0
    while index < len(sentence):
        longest: list[Found] = []
        others: list[Found] = []
        if _ends_in_denial(sentence[index], language):
            yield Found(Cue((sentence[index].word,), Sense.DENIES, Reach.CLAUSE), index, index + 1)
        for cue in _cues_at(sentence, index, language):
            last = _match(cue.words, sentence, index)
            if last is None:
                continue
            if ANY in cue.words or cue.reach in _BACKWARD:
                others.append(Found(cue, index, last))
            elif not longest or last == longest[0].last:
                longest.append(Found(cue, index, last))
        if not longest or longest[0].cue.sense is not Sense.NOTHING:
            yield from others
            yield from longest
        index = longest[0].last if longest else index + 1


def _cues_at(sentence: Sequence[Token], index: int, language: Language) -> Sequence[Cue]:
    token = sentence[index]
    known = language.cues_by_word.get(token.word, ())
    if known and token.capital and index and token.word in language.names:
        return ()
    if known and token.word in language.abbreviations.before_numbers and _is_before_number(sentence, index):
        return ()
    return known


def _is_before_number(sentence: Sequence[Token], index: int) -> bool:
    following = [token.word for token in sentence[index + 1 : index + 3]]
    if following[:1] == ["."]:
        del following[0]
    return following != [] and following[0][0].isdigit()


def _ends_in_denial(token: Token, language: Language) -> bool:
    return language.negative_ending != "" and token.word.endswith(language.negative_ending)


def _match(words: Sequence[str], sentence: Sequence[Token], index: int) -> int | None:
    """The index after the words of a cue that begins at ``index``, None where it does not."""
    for number, word in enumerate(words):
        if word == ANY:
            if number + 1 == len(words):
                return index
            nearest = _any_words(sentence, index, words[number + 1])
            if nearest is None:
                return None
            index = nearest
        elif index < len(sentence) and sentence[index].word == word:
            index += 1
        else:
            return None
    return index


def _any_words(sentence: Sequence[Token], index: int, wanted: str) -> int | None:
    """The index of ``wanted`` after one to six words from ``index`` on, without a mark between."""
    for ahead in range(index + 1, min(index + _MOST_ANY + 1, len(sentence))):
        if not sentence[ahead - 1].is_word:
            return None
        if sentence[ahead].word == wanted:
            return ahead
    return None
