"""What a language knows of who does what to whom: verbs, and verbs that are the same from two sides."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct


class Participants(Struct, frozen=True, dict=True):
    """The words that tell doers from those it is done to. All in small letters."""

    irregular: tuple[tuple[str, str, str], ...] = ()
    """Verbs whose past is not formed by an ending: base, past forms, participles (each parted by ``/``)."""
    verbs: frozenset[str] = frozenset()
    """Common verbs, in their base form."""
    passive: frozenset[str] = frozenset()
    """Auxiliaries that make a participle passive (*was*)."""
    doer: frozenset[str] = frozenset()
    """The preposition before the doer of a passive verb (*by*)."""
    owner: frozenset[str] = frozenset()
    """The preposition that says whose something is (*of*)."""
    mutual: frozenset[str] = frozenset()
    """Forms of words whose participants may change places (*meet*, *married*)."""
    converse: tuple[tuple[str, str], ...] = ()
    """Verbs (base form) that say the same from the two sides (*receive*, *give*)."""
    givers: frozenset[str] = frozenset()
    """Prepositions before the one from whom something comes (*from*)."""
    takers: frozenset[str] = frozenset()
    """Prepositions before the one to whom something goes (*to*)."""
    adding: frozenset[str] = frozenset()
    """Words that join persons into one participant (*and*)."""

    @cached_property
    def bases(self) -> dict[str, str]:
        """The base form of each irregular form."""
        found: dict[str, str] = {}
        for base, pasts, participles in self.irregular:
            found[base] = base
            for form in (*pasts.split("/"), *participles.split("/")):
                found.setdefault(form, base)
        return found

    @cached_property
    def participles(self) -> frozenset[str]:
        """The irregular participles."""
        return frozenset(form for _, _, forms in self.irregular for form in forms.split("/"))
