"""The plain numbers of a text, those that are in no date, in digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from onrecord.ground.dates import dates
from onrecord.ground.reading import Reading, Word
from onrecord.lexicon.quantities import QuantityWords
from onrecord.text import Span

_NUMBER = re.compile(r"[-+\u2212]?[0-9]+(?:[.,\u00a0\u202f][0-9]+)*")
_GROUPS = re.compile(r"(?<=[0-9])[,\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_LEADING = re.compile(r"^0+(?=[0-9])")
_PLAIN = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,30})?")
_TENS = range(20, 100, 10)
_MOST_MAGNITUDES = 3


def number_of(token: Word, quantities: QuantityWords) -> str:
    """What a number is worth, in digits; empty where the word is no number."""
    if token.number:
        found = _NUMBER.match(token.text)
        digits = _GROUPS.sub("", found[0]) if found else token.word
        return _LEADING.sub("", digits)
    return str(quantities.cardinals.get(token.word, ""))


def plain_numbers(reading: Reading, quantities: QuantityWords) -> Iterator[tuple[Span, str]]:
    """Each number and what it is worth: *twenty-one* is 21, and *7 million* 7000000.

    A magnitude without a number (*millions*) is given as the word it is.
    """
    tokens = reading.tokens
    dated = {number for date in dates(reading) for number in range(date.first, date.last)}
    number = 0
    while number < len(tokens):
        token = tokens[number]
        end, worth = number + 1, ""
        if number not in dated:
            value = number_of(token, quantities)
            if _PLAIN.fullmatch(value):
                end, worth = _worth(tokens, number, Decimal(value), quantities)
            else:
                worth = value or (token.stem if token.word in quantities.magnitudes else "")
        if worth:
            yield Span(token.start, tokens[end - 1].end), worth
        number = end


def _worth(tokens: Sequence[Word], number: int, worth: Decimal, quantities: QuantityWords) -> tuple[int, str]:
    """The end (exclusive) of the number that begins at a token, and what it is worth in all."""
    token, end = tokens[number], number + 1
    if not token.number and worth in _TENS and end + 1 < len(tokens) and tokens[end + 1].joined:
        unit = "" if tokens[end + 1].number else number_of(tokens[end + 1], quantities)
        if len(unit) == 1:
            worth += Decimal(unit)
            end += 2
    letters = token.word.lstrip("0123456789.,+-")
    worth *= quantities.magnitudes.get(letters) or quantities.letters.get(letters) or 1
    for other in tokens[end : end + _MOST_MAGNITUDES]:
        if other.word not in quantities.magnitudes:
            break
        worth *= quantities.magnitudes[other.word]
        end += 1
    return end, f"{worth.normalize():f}"
