"""The differences in type that do not count, in a reader's words, and those that always count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining

from onrecord.folding import FOLDINGS, Folding
from onrecord.view.passages import Token
from onrecord.view.unseen import name_of, odd_name
from onrecord.view.words import capitalised


class Example(NamedTuple):
    """A text as it is printed or typed: ``tokens`` to show it, ``names`` of its unusual characters."""

    tokens: tuple[Token, ...]
    names: tuple[str, ...]


class ShownFolding(NamedTuple):
    """A folding ready to be shown: ``id`` is its place on the page of foldings."""

    folding: Folding
    id: str
    title: str
    printed: Example
    typed: Example


class Difference(NamedTuple):
    """A difference that always counts: what it is, and an example of two texts that are not the same."""

    name: str
    one: str
    other: str


NEVER = (
    Difference("Capital and small letters", "the Dam was safe", "the dam was safe"),
    Difference("Accents", "the café was safe", "the cafe was safe"),
    Difference("Digits", "7 billion dollars", "9 billion dollars"),
    Difference("Signs before a number", "a loss of -5 percent", "a loss of 5 percent"),
    Difference("Comparisons", "a dose of <5 grams", "a dose of >5 grams"),
    Difference("Currencies", "a price of $7 million", "a price of €7 million"),
    Difference("Percent", "a share of 5% in all", "a share of 5 in all"),
    Difference("Separators in numbers", "a sum of 1,000 dollars", "a sum of 1000 dollars"),
    Difference("Small raised and lowered digits", "an area of 5 m² in all", "an area of 5 m2 in all"),
    Difference("Letters of another script", "the bank paid it all", "the b\u0430nk paid it all"),
    Difference("Words", "the dam was safe", "the dam is safe"),
)
"""Differences that always count, each with an example that a test holds to."""


def folding_sentences() -> dict[str, str]:
    """A plain sentence for each folding, by name."""
    return {folding.name: folding.sentence for folding in FOLDINGS}


def folding_title(name: str) -> str:
    """A folding's name in plain words: ``Quotation marks``."""
    return capitalised(name.replace("-", " "))


def folding_id(name: str) -> str:
    """The id of a folding's place on the page of foldings."""
    return f"folding-{name}"


def shown_foldings() -> list[ShownFolding]:
    """Every folding in the order of the table."""
    return [
        ShownFolding(
            folding,
            folding_id(folding.name),
            folding_title(folding.name),
            example(folding.printed),
            example(folding.typed),
        )
        for folding in FOLDINGS
    ]


def example(text: str) -> Example:
    """``text`` with what nobody would see pointed out, and every unusual character named."""
    unusual = dict.fromkeys(c for c in text if c != "\n" and not " " <= c <= "~")
    return Example(tuple(_tokens(text)), tuple(name_of(character) for character in unusual))


def _tokens(text: str) -> Iterator[Token]:
    for offset, character in enumerate(text):
        if character == "\n":
            yield Token("odd", " ", name="end of the line")
        elif character == " " and " " in (text[offset - 1 : offset], text[offset + 1 : offset + 2]):
            yield Token("odd", " ", name="space")
        elif combining(character):
            yield Token("odd", character, name=name_of(character).partition(" (")[0])
        elif name := odd_name(text, offset, "en"):
            yield Token("odd", character, name=name)
        else:
            yield Token("text", character)
