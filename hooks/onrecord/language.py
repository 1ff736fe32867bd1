"""What the checker knows of a language: its little words, and the words that govern others."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from itertools import product

from msgspec import Struct

from onrecord.lexicon import Lexicon


class Sense(Enum):
    """What governing words do to the words they govern.

    ``NOTHING`` is for phrases in which a governing word governs nothing, as *not* in *not only*.
    """

    DENIES = "denies"
    LIMITS = "limits"
    DOUBTS = "doubts"
    REPORTS = "reports"
    CONTRASTS = "contrasts"
    NOTHING = "nothing"


class Reach(Enum):
    """Where the words stand that are governed."""

    NEXT = "next"
    """Right after, with at most two words between."""
    CLAUSE = "clause"
    """After, to the end of the clause."""
    CONTENT = "content"
    """After: what is said, thought or denied, a clause of its own."""
    SPEECH = "speech"
    """The same, or before: such verbs may also stand behind it, as in *..., he said*."""
    INSIDE = "inside"
    """The clause that begins with them."""
    FRONT = "front"
    """The same, and where it stands first, the clause after its comma."""
    BACK = "back"
    """Before, in the same clause."""
    BOTH = "both"
    """As `FRONT` and as `BACK`."""
    FIRST = "first"
    """Only the clause after their comma, where they stand first in a sentence and it says what would be."""
    BEHIND = "behind"
    """Before: the words right before, or all before where they end the clause."""
    PREDICATE = "predicate"
    """Before: the subject, of which they say that it is not so."""


ANY = "*"
"""In the words of a cue: one to six words of any kind, without punctuation."""


class Cue(Struct, frozen=True):
    """Words that govern others: in small letters, with straight apostrophes, one word an entry (or `ANY`)."""

    words: tuple[str, ...]
    sense: Sense
    reach: Reach


def cues(sense: Sense, reach: Reach, *phrases: str) -> Iterator[Cue]:
    """The cues of some phrases; ``a/b c`` stands for ``a c`` and ``b c``."""
    for phrase in phrases:
        for words in product(*(word.split("/") for word in phrase.split())):
            yield Cue(words, sense, reach)


def words(*lines: str) -> frozenset[str]:
    """The words of some lines, which have spaces between them."""
    return frozenset(" ".join(lines).split())


class Abbreviations(Struct, frozen=True, dict=True):
    """Where a full stop ends no sentence. All words in small letters, without the last stop."""

    never_last: frozenset[str] = frozenset()
    """A name or more of the sentence follows (*mr*, *e.g*)."""
    before_numbers: frozenset[str] = frozenset()
    """The sentence goes on if a number follows (*no*, *fig*)."""
    sometimes_last: frozenset[str] = frozenset()
    """The sentence ends if one of ``starters`` follows (*inc*, *u.s*)."""
    starters: frozenset[str] = frozenset()
    """Words that begin sentences and seldom have a capital elsewhere."""
    always_capital: frozenset[str] = frozenset()

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Every word that may end in a full stop inside a sentence."""
        return self.never_last | self.before_numbers | self.sometimes_last

    """Words that have a capital everywhere (*I*)."""


class Language(Struct, frozen=True, dict=True, eq=False):
    """A language; each file of ``languages/`` holds one as ``LANGUAGE``, named after its code (BCP 47).

    All words are in small letters with straight apostrophes; what is left out is a rule that is not used.
    """

    name: str
    cues: tuple[Cue, ...] = ()
    """The words that govern others."""
    abbreviations: Abbreviations = Abbreviations()
    lexicon: Lexicon | None = None
    """The words by which claims are compared with quotations; without them nothing is compared."""

    magnitudes: frozenset[str] = frozenset()
    """Words that go on with the number before them (*million*)."""
    numbers: frozenset[str] = frozenset()
    """Numbers written as words."""
    pronouns: frozenset[str] = frozenset()
    """Pronouns, possessives and demonstratives, which a bracket may replace or explain."""
    stop_words: frozenset[str] = frozenset()
    """Words that carry no meaning of their own."""
    not_inserted: frozenset[str] = frozenset()
    """Words that an editor may not put in, besides cues and numbers."""
    elided: frozenset[str] = frozenset()
    """Words that have lost letters before them, so that an apostrophe there is no quotation mark (*'em*)."""
    names: frozenset[str] = frozenset()
    """Cues that are names if they have a capital (*May*)."""

    # What joins and parts clauses

    joining: frozenset[str] = frozenset()
    """Words that may begin another clause of the same rank."""
    adding: frozenset[str] = frozenset()
    """Those that as often go on with a list (*and*)."""
    opposing: frozenset[str] = frozenset()
    """Those that always turn against what stands before (*but*)."""
    alternative: frozenset[str] = frozenset()
    """Words that go on with what was denied (*or*)."""
    subordinate: frozenset[str] = frozenset()
    """Words that begin a clause which hangs on another (*because*)."""
    relative: frozenset[str] = frozenset()
    """Words that begin a clause which hangs on a noun (*who*)."""
    complementisers: frozenset[str] = frozenset()
    """Words that begin what somebody says or thinks (*that*)."""
    likening: frozenset[str] = frozenset()
    """The subordinate words that may begin *as he says*."""

    # Verbs and their surroundings

    subjects: frozenset[str] = frozenset()
    """Pronouns that can only be the subject of a clause (*he*)."""
    finite: frozenset[str] = frozenset()
    """Verb forms that make a clause."""
    auxiliaries: frozenset[str] = frozenset()
    """Verbs that need another verb."""
    perfect: frozenset[str] = frozenset()
    """Auxiliaries that may stand before a verb of saying (*has said*)."""
    infinitives: frozenset[str] = frozenset()
    """Finite forms that are infinitives too, after another verb (*may have*)."""
    infinitive_marks: frozenset[str] = frozenset()
    """Words between which and a verb there is no subject (*to*)."""
    past_endings: tuple[str, ...] = ()
    present_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    possessive_endings: tuple[str, ...] = ()
    determiners: frozenset[str] = frozenset()
    """Words that begin a noun phrase."""
    prepositions: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    """Prepositions that follow a verb without its object (*made by*)."""
    leaning: frozenset[str] = frozenset()
    """Words that need the word behind them (*the*, *was*)."""

    # Denials and reports

    denying: frozenset[str] = frozenset()
    """Single words that deny."""
    plain_denials: frozenset[str] = frozenset()
    """Those that deny a verb, and may deny a reason: *not because*."""
    no_such: frozenset[str] = frozenset()
    """Those that deny that there is such a thing: *nobody who*."""
    negative_ending: str = ""
    """An ending that denies (*n't*)."""
    presupposing: frozenset[str] = frozenset()
    """Words that take what follows for true, even where they are denied (*did not know that*)."""
    asking: frozenset[str] = frozenset()
    """Words after which *if* is a question."""
    addressing: frozenset[str] = frozenset()
    """Verbs of saying that take a listener (*told*)."""
    conditional: frozenset[str] = frozenset()
    """Verb forms that may say what would be (*would*)."""
    questioning: frozenset[str] = frozenset()
    """Words that begin a question to be answered by yes or no."""

    @cached_property
    def cues_by_word(self) -> dict[str, list[Cue]]:
        """The cues by their first word, the longest first."""
        found: dict[str, list[Cue]] = {}
        for cue in self.cues:
            found.setdefault(cue.words[0], []).append(cue)
        for same in found.values():
            same.sort(key=lambda cue: len(cue.words), reverse=True)
        return found

    @cached_property
    def senses(self) -> dict[str, set[Sense]]:
        """What each cue of one word does."""
        found: dict[str, set[Sense]] = {}
        for cue in self.cues:
            if len(cue.words) == 1:
                found.setdefault(cue.words[0], set()).add(cue.sense)
        return found
