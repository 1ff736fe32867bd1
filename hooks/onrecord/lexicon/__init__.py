"""The words by which a language says how many, when, who, whether and how surely: one topic a file.

Each file has the structure of one topic; each language fills it in with its own words, in the folder of the
language. What a language leaves out is not compared in texts of that language.
"""

from __future__ import annotations

from msgspec import Struct


class Lexicon(Struct, frozen=True):
    """What is known of a language's words besides the grammar of `Language`, one topic a field."""

    stemmer: str = ""
    """The Snowball algorithm that takes endings off its words (``english``); none where it is empty."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Endings that are spelt in two ways, the second of which words are compared in (*ise*, *ize*)."""
