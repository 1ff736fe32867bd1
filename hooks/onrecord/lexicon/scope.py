"""How widely, how strongly and since when a thing holds, why, and against what it is measured."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from onrecord.lexicon.phrases import Phrases


class Scope(Struct, frozen=True, dict=True, eq=False):
    """The words of a language that say of how many, how far, how long and why a thing holds."""

    quantities: Phrases = Phrases()
    """Words for how many of a kind: ``none``, ``few``, ``some``, ``many``, ``most``, ``all``, ``part``."""
    between: frozenset[str] = frozenset()
    """Words that may stand between such a word and what it counts (*of the*)."""
    exclusives: Phrases = Phrases()
    """Words that leave no room for others, by what they say: ``only``, ``first``, ``ever``."""
    merely: frozenset[str] = frozenset()
    """Words behind *only* with which it says that a thing is no more than that (*only a*)."""
    parts: frozenset[str] = frozenset()
    """Parts of a thing that are told apart by *first* and *last* (*season*)."""
    licences: Phrases = Phrases()
    """Other words by which a passage may say the same, by the same names."""
    superlatives: frozenset[str] = frozenset()
    """Words for what is so most of all (*largest*)."""
    bounding: frozenset[str] = frozenset()
    """Words before which these are bounds of a number (*at least*)."""
    peaks: frozenset[str] = frozenset()
    """Other words for what stands at the top (*leading*, *record*)."""
    especially: frozenset[str] = frozenset()
    """Words that single one thing out of more (*especially*)."""
    qualifiers: frozenset[str] = frozenset()
    """Words that narrow the word behind them or before them (*fully*, *formally*)."""
    equal_qualifiers: tuple[frozenset[str], ...] = ()
    """Qualifiers that stand for each other."""
    kinds: dict[str, frozenset[str]] = {}
    """Words for a narrower kind, each with words for the wider kinds it belongs to (stems are compared)."""
    barring: frozenset[str] = frozenset()
    """Words that forbid or deny: what they say of a part, they do not say of the whole."""
    forbidding: frozenset[str] = frozenset()
    """Those of them that have what they forbid right behind them (*bans*, *no*)."""
    scales: tuple[tuple[str, ...], ...] = ()
    """Scales of strength, from weak to strong; each step is words of the same strength."""
    courses: Phrases = Phrases()
    """Where in its course a thing stands: ``past now begin end ever``, ``go on`` and ``so far``."""
    gone: Phrases = Phrases()
    """Words before a verb or a role which say that it is over (*used to*, *formerly*)."""
    present: frozenset[str] = frozenset()
    """Verbs that say of the subject what it is now (*is*)."""
    bygone: frozenset[str] = frozenset()
    """Words that put a sentence into the past (*was*)."""
    causes: Phrases = Phrases()
    """Words that say why, of two things that are both told (*because*, *led to*)."""
    linking: Phrases = Phrases()
    """The words by which one sentence may be said to be why another is so (*therefore*, *this*)."""
    comparisons: Phrases = Phrases()
    """Words that measure one thing against another (*more than*, *closer than*)."""
    comparing: Phrases = Phrases()
    """All words by which a passage may compare."""
    comparative_endings: tuple[str, ...] = ()
    measures: frozenset[str] = frozenset()
    """The word that is put before what a thing is measured against (*than*)."""

    @cached_property
    def steps(self) -> dict[str, list[tuple[int, int]]]:
        """The scale and the step on it of each word."""
        places: dict[str, list[tuple[int, int]]] = {}
        for scale, steps in enumerate(self.scales):
            for step, line in enumerate(steps):
                for word in line.split():
                    places.setdefault(word, []).append((scale, step))
        return places
