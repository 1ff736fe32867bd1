"""How surely a thing is said: planned, hoped for, possible, believed, on a condition, or done."""

from __future__ import annotations

from msgspec import Struct

from onrecord.lexicon.phrases import Phrases


class Certainty(Struct, frozen=True, eq=False):
    """The words of a language that say how sure a thing is."""

    ahead: Phrases = Phrases()
    """Words before a verb which say that it is not done, by kind: ``will``, ``plan`` (*intends to*), ``try``,
    ``told`` (*is said to*), ``may``, ``perhaps``, ``would``."""
    urging: Phrases = Phrases()
    """Verbs by which somebody is asked to do a thing (*urged him to*)."""
    urged: frozenset[str] = frozenset()
    """The word before what they are asked to do."""
    nouns: Phrases = Phrases()
    """Words before what is not there yet, or not for sure, by kind: ``plan`` (*plans for*), ``chance``."""
    beliefs: Phrases = Phrases()
    """Verbs of thinking and wishing whose clause need not be true (*hopes that*)."""
    conditions: Phrases = Phrases()
    """Words that begin what a thing hangs on: ``if``, ``until`` and ``unless``."""
    fulfilments: Phrases = Phrases()
    """Words that begin what will bring a thing about (*as soon as*)."""
    hedges: Phrases = Phrases()
    """Words that leave open whether a sentence is true, anywhere in it (*allegedly*, *perhaps*)."""
    asking: frozenset[str] = frozenset()
    """Words after which *if* begins a question."""
    achieving: Phrases = Phrases()
    """Words before a verb which say that it was done (*managed to*)."""
    later: frozenset[str] = frozenset()
    """Words by which a ``would`` tells what came about (*later*, *eventually*)."""
    own_view: frozenset[str] = frozenset()
    """Subjects of a belief that the speaker tells as his own (*i*)."""
    naming: frozenset[str] = frozenset()
    """Words behind which a verb of belief is a noun (*the suspect*)."""
    unforeseen: frozenset[str] = frozenset()
    """Verbs of belief that take their clause for true where they are denied (*never imagined that*)."""
    linking: frozenset[str] = frozenset()
    """Words that may stand between an auxiliary and its verb, besides adverbs (*be*, *also*)."""
    having: frozenset[str] = frozenset()
    """Auxiliaries of what is done (*has*)."""
    being: frozenset[str] = frozenset()
    """Forms of *to be* that state a thing as so."""
    allowing: frozenset[str] = frozenset()
    """Words about leave and ban, after which *may* is a permission."""
    clause_ends: frozenset[str] = frozenset()
    """Words that end a clause (*but*, *because*)."""
    verbs: dict[str, str] = {}
    """Irregular forms and the verbs that they are forms of."""
    pasts: frozenset[str] = frozenset()
    """Irregular forms that are past forms or participles and nothing else."""
