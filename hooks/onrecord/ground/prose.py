"""What a page says beside its claims: titles, headings, remarks and reasons, in authors' own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model import Claim, EditorNote, Explainer, Quotation
from onrecord.text import Scalar


class Prose(NamedTuple):
    """A text of a page that is no claim: what readers know it as, and the id of the claim it belongs to.

    ``names`` says that it names an entity, ``works_out`` that it reckons and so may come to new numbers,
    ``is_heading`` that its words may all have capitals, ``about_source`` that it says how a source is read
    and may name what stands there.
    """

    text: Scalar
    what: str
    claim: str = ""
    names: bool = False
    works_out: bool = False
    is_heading: bool = False
    about_source: bool = False


def prose(explainer: Explainer) -> Iterator[Prose]:
    """Every such text of a page, in the order of the model; those of withdrawn claims are not printed."""
    yield Prose(explainer.title, "the title", is_heading=True)
    if explainer.description is not None:
        yield Prose(explainer.description, "the description")
    for topic in explainer.topics:
        yield Prose(topic, "the topic", is_heading=True)
    for claim in explainer.claims:
        if claim.withdrawn is None:
            yield from _of_claim(claim)
    for entity in explainer.entities:
        for name in (entity.name, *entity.aliases):
            yield Prose(name, "the name of an entity", names=True)
    for section in explainer.sections:
        yield Prose(section.heading, "the heading", is_heading=True)
        for part in section.body:
            if isinstance(part, EditorNote):
                yield Prose(part.text, "the editor's remark")
    for update in explainer.updates:
        yield Prose(update.what, "the update")


def _of_claim(claim: Claim) -> Iterator[Prose]:
    id = str(claim.id)
    if claim.note is not None:
        yield Prose(claim.note, "the note", id)
    if claim.date_note is not None:
        yield Prose(claim.date_note, "the note on the date", id, works_out=True, about_source=True)
    if claim.derived is not None:
        yield Prose(claim.derived.how, "the working", id, works_out=True)
    for entry in claim.evidence:
        if isinstance(entry, Quotation):
            if entry.not_covered is not None:
                yield Prose(entry.not_covered, "what is not covered", id, about_source=True)
            for reference in entry.refers:
                if reference.why is not None:
                    yield Prose(reference.why, "the reason for a reading", id, about_source=True)
    for waiver in claim.waivers:
        yield Prose(waiver.reason, "the reason for an exception", id)
