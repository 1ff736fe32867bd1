"""The canonical export of an explainer: ``facts.json`` and its JSON Schema are made from it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType, field

from onrecord.view.exported_claims import (
    Content,
    Correction,
    Day,
    Digest,
    Id,
    Ids,
    Path,
    Value,
    Words,
    one_of,
)

VERSION: Literal[1] = 1
"""The version of the format; a field that is added, removed or changed in meaning raises it."""


class Withdrawn(Value, frozen=True):
    """A claim that is no longer made. It is listed so that its address is explained; do not repeat it."""

    id: Annotated[Id, Meta(description="The id it keeps.")]
    page: Annotated[Path, Meta(description="Its own page, below the site's root.")]
    text: Annotated[Words, Meta(description="What it said.")]
    date: Annotated[Day, Meta(description="Since when it is no longer made.")]
    why: Annotated[Words, Meta(description="Why.")]
    corrections: Annotated[
        tuple[Correction, ...], Meta(description="What was corrected before, oldest first.")
    ]
    source: Annotated[
        Id | UnsetType, Meta(description="The id of a source in 'taken_down', where that is the reason.")
    ] = UNSET


class TakenDown(Value, frozen=True):
    """A source whose text is gone for good. Its fingerprint stays, by which a copy can be known."""

    id: Annotated[Id, Meta(description="Its id on this site.")]
    page: Annotated[Path, Meta(description="Its page, below the site's root.")]
    title: Annotated[Words, Meta(description="Its title, as it gave it.")]
    sha256: Annotated[Digest, Meta(description="The SHA-256 of the file that it was, byte for byte.")]
    date: Annotated[Day, Meta(description="Since when its text is gone.")]
    why: Annotated[Words, Meta(description="Why.")]


class Removed(Value, frozen=True):
    """An id that was published once and stands for nothing now."""

    id: Annotated[Id, Meta(description="The id of the claim, or a former id of the explainer.")]
    date: Annotated[Day, Meta(description="Since when.")]
    why: Annotated[Words, Meta(description="Why.")]
    replaced_by: Annotated[Id | UnsetType, Meta(description="The id to look at instead.")] = UNSET


class Paragraph(Value, frozen=True):
    """A part of a section."""

    kind: Annotated[
        str,
        one_of("claims", "editor", "timeline", "people", "words", "absences", "source"),
        Meta(
            description="claims: a paragraph of claims. editor: a paragraph in the editors' own voice. The "
            "others are worked out from the claims: when, who, whose words, what is not said, the source."
        ),
    ]
    claims: Annotated[Ids, Meta(description="The claims that stand in it, in order.")]
    text: Annotated[Words | UnsetType, Meta(description="What the editors say; no claim carries it.")] = UNSET


class Section(Value, frozen=True):
    """A heading of the page and what stands under it."""

    id: Annotated[Words, Meta(description="The heading's place on the page, as a fragment.")]
    heading: Annotated[Words, Meta(description="The heading.")]
    rests_on: Annotated[Ids, Meta(description="The claims that carry the heading.")]
    body: Annotated[tuple[Paragraph, ...], Meta(description="Its parts, in order.")]


class Update(Value, frozen=True):
    """A change to the page that readers should know of."""

    date: Annotated[Day, Meta(description="When.")]
    what: Annotated[Words, Meta(description="What was changed.")]
    claims: Annotated[Ids, Meta(description="The claims it touched that are on the page.")]


class Entity(Value, frozen=True):
    """Somebody or something that the page names."""

    id: Annotated[Id, Meta(description="What it is known by on the whole site.")]
    page: Annotated[Path, Meta(description="Its page, below the site's root.")]
    name: Annotated[Words, Meta(description="The name.")]
    kind: Annotated[str, one_of("person", "organisation", "place"), Meta(description="What it is.")]
    aliases: Annotated[tuple[Words, ...], Meta(description="Other names of the same.")]
    role: Annotated[Id | UnsetType, Meta(description="The claim that says who it is.")] = UNSET


class Explainer(Value, frozen=True):
    """The page itself: what it is called, when it changed, and how it is laid out."""

    id: Annotated[Id, Meta(description="Its id, which is its address.")]
    page: Annotated[Path, Meta(description="Its page, below the site's root.")]
    title: Annotated[Words, Meta(description="Its title: a question or a label.")]
    language: Annotated[Words, Meta(description="The language of our own words (BCP 47).")]
    licence: Annotated[Words, Meta(description="The licence of our own words, not of the quotations.")]
    topics: Annotated[tuple[Words, ...], Meta(description="Under what readers find it beside others.")]
    subject: Annotated[tuple[Words, ...], Meta(description="Names that the whole page is about.")]
    rests_on: Annotated[Ids, Meta(description="The claims that carry the title.")]
    answer: Annotated[Ids, Meta(description="The claims of the short answer, in order.")]
    sections: Annotated[tuple[Section, ...], Meta(description="The sections, in order.")]
    entities: Annotated[tuple[Entity, ...], Meta(description="Who is who.")]
    updates: Annotated[tuple[Update, ...], Meta(description="Changes, in the order of the fact file.")]
    former: Annotated[tuple[Removed, ...], Meta(description="Former ids of the explainer.")]
    caveat: Annotated[Words, Meta(description="What readers are told first: how little this rests on.")]
    description: Annotated[Words | UnsetType, Meta(description="What it is about.")] = UNSET
    published: Annotated[Day | UnsetType, Meta(description="When it was published.")] = UNSET
    updated: Annotated[Day | UnsetType, Meta(description="When it was last changed.")] = UNSET
    address: Annotated[Words | UnsetType, Meta(description="Where it is published, in full.")] = UNSET


class Facts(Content, frozen=True):
    """All that an explainer says. That its quotations are in its sources was checked, and nothing else."""

    schema: Annotated[Words, Meta(description="The address of this schema.")] = field(name="$schema")
    version: Annotated[Literal[1], Meta(description="The version of this format.")]
    fingerprint: Annotated[
        Digest,
        Meta(
            description="The SHA-256 of the object {claims, sources} of this file in canonical form "
            "(RFC 8785): UTF-8, keys sorted, no space between tokens."
        ),
    ]
    explainer: Annotated[Explainer, Meta(description="The page itself.")]
    withdrawn: Annotated[tuple[Withdrawn, ...], Meta(description="Claims that are no longer made.")]
    removed: Annotated[
        tuple[Removed, ...], Meta(description="Ids of claims that are gone from the fact file.")
    ]
    taken_down: Annotated[
        tuple[TakenDown, ...], Meta(description="Sources for which claims of the page were withdrawn.")
    ]
