"""The words by which a language denies, and those that exclude one another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import product

from msgspec import Struct

Phrase = tuple[str, ...]


def phrases(*written: str) -> frozenset[Phrase]:
    """The phrases that are written; ``a/b c`` stands for ``a c`` and ``b c``."""
    found: set[Phrase] = set()
    for phrase in written:
        found.update(product(*(word.split("/") for word in phrase.split())))
    return frozenset(found)


class Opposition(Struct, frozen=True, dict=True):
    """How a language denies, and which of its words exclude one another.

    All words are in small letters with straight apostrophes. The tables of opposites and kinds hold base
    forms; other forms are found by their stem, or by ``irregular``.
    """

    denials: frozenset[Phrase] = frozenset()
    """Words that deny the verb (or what is said of the subject) behind them (*not*, *failed to*)."""
    denials_of_things: frozenset[Phrase] = frozenset()
    """Words that deny that there is such a thing, and so what is said of it (*no*, *nobody*)."""
    denials_by_verb: frozenset[Phrase] = frozenset()
    """Verbs that keep what stands behind them from being so (*forbids*)."""
    not_denials: frozenset[Phrase] = frozenset()
    """Phrases in which such a word denies nothing (*not only*)."""
    excepting: frozenset[str] = frozenset()
    """Words behind which something is left out of a denial (*no country but France*)."""
    enabling: frozenset[str] = frozenset()
    """Words before an infinitive that add little to what is denied (*not allowed to*)."""
    negative: frozenset[str] = frozenset()
    """Words by which a claim may say in another way that something is not so."""
    ending: frozenset[Phrase] = frozenset()
    """Those that say that it was so once (*no longer*)."""
    asides: frozenset[str] = frozenset()
    """Words that deny no verb where none stands before them (*Lyon, not Paris*)."""
    stops: frozenset[str] = frozenset()
    """Words at which a denial ends, since another clause begins (*but*)."""
    joins: frozenset[str] = frozenset()
    """Those of them at which what somebody does not think begins (*that*)."""
    raising: frozenset[str] = frozenset()
    """Verbs whose denial is that of the clause behind them (*do not think that*)."""
    opaque: frozenset[str] = frozenset()
    """Verbs behind which a denial does not reach what somebody says or knows (*did not say that*)."""
    measures: frozenset[str] = frozenset()
    """Little words that are what is denied where they stand next (*not all*)."""
    being: frozenset[str] = frozenset()
    """Forms of *be*, behind which stands what something is."""
    light: frozenset[str] = frozenset()
    """Words that add nothing to what is denied (*called*, *ever*)."""
    existing: frozenset[str] = frozenset()
    """Words that only say that something is there (*exist*)."""
    naming: frozenset[str] = frozenset()
    """Words behind which a thing's name follows (*called*)."""
    until: frozenset[str] = frozenset()
    """Words that let a denial end at some time, or under a condition (*until*, *unless*)."""
    promising: frozenset[str] = frozenset()
    """Verb forms that speak of what is to come (*will*)."""
    turning: frozenset[str] = frozenset()
    """Words by which a sentence without a denial may say that something is not so (*instead*, *former*)."""
    intending: frozenset[str] = frozenset()
    """Words before an infinitive that say that somebody is still to do it (*plans to*)."""
    prefixes: tuple[str, ...] = ()
    """Beginnings that turn a word into its opposite (*un*)."""
    not_prefixed: frozenset[str] = frozenset()
    """Words that only look as if they had such a beginning (*under*)."""
    irregular: tuple[tuple[str, str], ...] = ()
    """Forms that no ending makes, each with its base form (*won*, *win*)."""
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Words, and those that are against each of them."""
    converses: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Opposites that say the same where the sentence is turned round (*his wife*, *her husband*)."""
    kinds: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """Kinds of which nothing is two at once: groups of words, those of a group being near in meaning."""
    loose_kinds: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """Kinds of which something may be two at once (an actor and singer)."""

    @cached_property
    def by_word(self) -> dict[str, list[Phrase]]:
        """The phrases that deny, by their first word, the longest first."""
        return _by_word((*self.denials, *self.denials_of_things, *self.denials_by_verb))

    @cached_property
    def not_by_word(self) -> dict[str, list[Phrase]]:
        """The phrases in which nothing is denied, by their first word, the longest first."""
        return _by_word(self.not_denials)


def _by_word(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    for same in found.values():
        same.sort(key=len, reverse=True)
    return found
