"""The foldings: differences in type that do not count when a quotation is compared with a source.

One declared, versioned table. What is not in it is never folded: case, accents, digits, signs, operators,
currency, percent, thousands separators, superscripts and subscripts, letters across scripts.
"""

from __future__ import annotations

from msgspec import Struct

VERSION = 1


class Folding(Struct, frozen=True):
    """A difference in type that does not count.

    ``sentence`` says what it does in a reader's words. ``printed`` is how a source may have it and ``typed``
    how an author may then type it, as an example. ``in_source_only`` is true where only sources are folded,
    because in authored text such a character is an error.
    """

    name: str
    sentence: str
    printed: str
    typed: str
    in_source_only: bool = False


FOLDINGS: tuple[Folding, ...] = (
    Folding(
        "composed-letters",
        "A letter and its accent may be stored as one character or as two.",
        "cafe\u0301",
        "caf\u00e9",
    ),
    Folding(
        "quotation-marks",
        "Quotation marks and apostrophes may be straight or curly, or those of another language.",
        "\u201cThe dam\u2019s spillway\u201d",
        '"The dam\'s spillway"',
    ),
    Folding(
        "dashes",
        "An en dash in a word or a range may be typed as a hyphen, and a dash between words as two hyphens.",
        "1990\u20131995",
        "1990-1995",
    ),
    Folding(
        "minus-signs",
        "A minus sign before a number may be typed as a hyphen. It may not be left out.",
        "\u22125 degrees",
        "-5 degrees",
    ),
    Folding(
        "spaces",
        "Spaces may be wide or narrow, breaking or not, one or several; a line may end between two words.",
        "35\u00a0000  tons",
        "35 000 tons",
    ),
    Folding(
        "line-break-hyphens",
        "A hyphen at the end of a line may belong to the word or to the line break.",
        "consti-\ntutional",
        "constitutional",
        in_source_only=True,
    ),
    Folding(
        "invisible-characters",
        "Characters that nobody sees (soft hyphens, zero-width spaces, byte order marks) are passed over.",
        "govern\u00adment",
        "government",
        in_source_only=True,
    ),
    Folding(
        "ligatures",
        "Letters that the printer joined into one character may be typed apart.",
        "e\ufb03cient",
        "efficient",
        in_source_only=True,
    ),
    Folding(
        "full-width-forms",
        "Letters, digits and signs of full width may be typed in ordinary width.",
        "\uff12\uff10\uff12\uff10",
        "2020",
        in_source_only=True,
    ),
    Folding(
        "ellipsis-signs",
        "Three dots may be one character, three, or three with spaces between them.",
        "and so on\u2026",
        "and so on...",
    ),
    Folding(
        "emphasis-marks",
        "Asterisks that a source sets in pairs round words for emphasis may be left out.",
        "**very** clear",
        "very clear",
        in_source_only=True,
    ),
)
"""Every folding, in the order in which the site lists them."""

FOLDING_BY_NAME = {folding.name: folding for folding in FOLDINGS}
