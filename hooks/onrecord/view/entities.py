"""People, organisations and places, each with all that the explainers say of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from onrecord.model import Entity, Source
from onrecord.text import name_key
from onrecord.view.claims import PrintedClaim
from onrecord.view.links import entity_path
from onrecord.view.published import Published, PublishedExplainer, sources_of
from onrecord.view.topics import in_order
from onrecord.view.words import capitalised

KINDS = ("person", "organisation", "place")
"""The kinds of entities, in the order in which they are listed."""


class Mention(Struct, frozen=True):
    """What one explainer has of an entity, which it calls by ``names``.

    ``role`` is the claim that says who or what it is, ``said`` are those attributed to it, ``named_in`` all
    that name it, by their numbers.
    """

    entry: PublishedExplainer
    names: tuple[str, ...]
    role: PrintedClaim | None
    said: tuple[PrintedClaim, ...]
    named_in: tuple[PrintedClaim, ...]

    def sources(self) -> Iterator[Source]:
        """What these claims rest on; a source as often as it is used."""
        for claim in (*((self.role,) if self.role else ()), *self.said, *self.named_in):
            yield from sources_of(claim)


class PublishedEntity(Struct, frozen=True):
    """A person, an organisation or a place, and the explainers that have it, newest first.

    ``name`` is that of the newest; ``called`` is the same in links, told apart from others of this name.
    ``other_names`` are all others that it has in one of them.
    """

    key: str
    kind: str
    name: str
    called: str
    other_names: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def path(self) -> str:
        """The path of its page."""
        return entity_path(self.key)

    @property
    def claims(self) -> int:
        """How many claims name it."""
        return sum(len(mention.named_in) for mention in self.mentions)


def entities(site: Published) -> list[PublishedEntity]:
    """Every entity of every explainer, people first, then by name."""
    mentions: dict[str, list[Mention]] = {}
    kinds: dict[str, str] = {}
    for entry in site.explainers:
        for entity, mention in _mentions(entry):
            kinds.setdefault(entity.key, entity.kind)
            mentions.setdefault(entity.key, []).append(mention)
    names = {key: those[0].names[0] for key, those in mentions.items()}
    times = Counter(map(name_key, names.values()))
    made = [
        PublishedEntity(
            key=key,
            kind=kinds[key],
            name=names[key],
            called=f"{names[key]} ({key})" if times[name_key(names[key])] > 1 else names[key],
            other_names=_other_names(those),
            mentions=tuple(those),
        )
        for key, those in mentions.items()
    ]
    return sorted(made, key=lambda entity: (KINDS.index(entity.kind), in_order(entity.name), entity.key))


def _other_names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for mention in mentions:
        for name in mention.names:
            names.setdefault(name_key(name), name)
    return tuple(names.values())[1:]


def _mentions(entry: PublishedExplainer) -> Iterator[tuple[Entity, Mention]]:
    claims = entry.in_order()
    speaking: dict[str, list[PrintedClaim]] = {}
    for claim in claims:
        if claim.speaker:
            speaking.setdefault(name_key(claim.speaker), []).append(claim)
    naming = Naming(claims)
    for entity in entry.explainer.entities:
        names = tuple(dict.fromkeys((str(entity.name), *map(str, entity.aliases))))
        yield (
            entity,
            Mention(
                entry=entry,
                names=names,
                role=entry.claims.get(str(entity.role or "")),
                said=_said_by(names, speaking),
                named_in=naming.claims(names),
            ),
        )


def _said_by(
    names: Sequence[str], speaking: Mapping[str, Sequence[PrintedClaim]]
) -> tuple[PrintedClaim, ...]:
    said = (claim for key in dict.fromkeys(map(name_key, names)) for claim in speaking.get(key, ()))
    return tuple(sorted(said, key=lambda claim: claim.number))


class Naming:
    """The text of some claims in one, so that a name is looked for in all of them at once."""

    def __init__(self, claims: Sequence[PrintedClaim]) -> None:
        self._claims = claims
        self._text = "\n".join(str(claim.claim.text).replace("\n", " ") for claim in claims)
        self._starts = [0]
        for claim in claims:
            self._starts.append(self._starts[-1] + len(claim.claim.text) + 1)

    def claims(self, names: Sequence[str]) -> tuple[PrintedClaim, ...]:
        """The claims in which one of ``names`` stands as whole words, perhaps as the first of a sentence."""
        spelled = dict.fromkeys(form for name in names for form in (name, capitalised(name)))
        found = {place for name in spelled for place in self._places(name)}
        return tuple(self._claims[place] for place in sorted(found))

    def _places(self, name: str) -> Iterator[int]:
        text = self._text
        start = text.find(name) if name else -1
        while start >= 0:
            end, after = start + len(name), start + 1
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                place = bisect_right(self._starts, start) - 1
                yield place
                after = self._starts[place + 1]
            start = text.find(name, after)
