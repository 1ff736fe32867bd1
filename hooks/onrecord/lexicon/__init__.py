"""The words by which a language says how many, when, who, whether and how surely: one topic a file.

Each file has the structure of one topic; each language fills it in with its own words, in the folder of the
language. What a language leaves out is not compared in texts of that language.
"""

from __future__ import annotations

from msgspec import Struct

from onrecord.lexicon.calendar import CalendarWords
from onrecord.lexicon.certainty import Certainty
from onrecord.lexicon.editorial import Editorial
from onrecord.lexicon.naming import Naming
from onrecord.lexicon.opposition import Opposition
from onrecord.lexicon.participants import Participants
from onrecord.lexicon.quantities import QuantityWords
from onrecord.lexicon.reporting import Reporting
from onrecord.lexicon.scope import Scope
from onrecord.lexicon.vocabulary import Vocabulary


class Lexicon(Struct, frozen=True):
    """What is known of a language's words besides the grammar of `Language`, one topic a field."""

    stemmer: str = ""
    """The Snowball algorithm that takes endings off its words (``english``); none where it is empty."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Endings that are spelt in two ways, the second of which words are compared in (*ise*, *ize*)."""
    vocabulary: Vocabulary | None = None
    """Words that say the same as others, and words that say next to nothing."""
    certainty: Certainty | None = None
    """How surely a thing is said."""
    scope: Scope | None = None
    """How widely, how strongly, since when and why a thing holds."""
    reporting: Reporting | None = None
    """Words by which somebody says, thinks or calls something."""
    quantities: QuantityWords | None = None
    """How many and how much."""
    calendar: CalendarWords | None = None
    """When."""
    naming: Naming | None = None
    """Names and titles."""
    participants: Participants | None = None
    """Who does what to whom."""
    opposition: Opposition | None = None
    """How it denies, and which of its words exclude one another."""
    editorial: Editorial | None = None
    """How editors speak of the page itself."""
