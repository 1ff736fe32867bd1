"""Explainers and sources in which every text an author can write tries to be something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from onrecord.history import Correction, FormerName, Retired, Takedown, Update, Withdrawal
from onrecord.model import (
    Absence,
    Claim,
    ClaimsParagraph,
    Derivation,
    EditorNote,
    Entity,
    Explainer,
    GeneratedBlock,
    Quotation,
    Reference,
    Section,
    Source,
    Waiver,
)
from onrecord.resolve import AbsenceOutcome, Evidence
from onrecord.text import Location, Span, Text
from pages.example import AT, Made, many, words

ATTACKS = (
    "</p></div></bdi><script>window.ran=1</script><img src=x onerror=window.ran=1>",
    '" onmouseover="window.ran=1" x=\'',
    "' onfocus='window.ran=1' autofocus x=\"",
    "{{ 7 * 7 }}{% raw %}{# x #}",
    "[[dam/visited]] [[rules]] [x](javascript:window.ran=1) **b** ~~not~~ &lt;b&gt; &#x3c;",
    "<!-- <svg/onload=window.ran=1> ]]> <style>*{display:none}</style>",
    "\u202eesrever\u2066 \u200bhidden\u00ad",
    "w" * 300,
)
_Made = TypeVar("_Made", bound=Struct)
HOSTILE = " ".join(ATTACKS)
URL = "javascript:window.ran=1"

IDS = {
    *("Source.id", "Source.file", "Source.sha256", "Explainer.id", "Explainer.source", "Claim.id"),
    *("Source.raw", "Source.raw_sha256", "Withdrawal.source", "FormerName.id", "FormerName.replaced_by"),
    *("Entity.id", "Entity.role", "Retired.id", "Retired.replaced_by", "Quotation.source", "Absence.source"),
    *("Claim.conflicts_with", "Claim.depends_on", "Claim.supersedes", "Derivation.claims"),
    *(
        "Explainer.answer",
        "Explainer.rests_on",
        "Section.rests_on",
        "Update.claims",
        "ClaimsParagraph.claims",
    ),
}
"""Names and references, which rules hold to small letters, digits and hyphens."""


def mark(name: str) -> str:
    """What tells the value of a field from all others."""
    return f"@{name}@"


def hostile(struct: type[_Made], said: str = HOSTILE, /, **given: Any) -> _Made:
    """A value of ``struct`` all of whose texts are ``said``; ``given`` are the other fields."""
    for field in fields(struct):
        name = f"{struct.__name__}.{field.name}"
        declared = str(field.type)
        if field.name in given or name in IDS or "Scalar" not in declared:
            continue
        value = words(f"{said} {mark(name)}")
        given[field.name] = (value,) if declared.startswith("tuple") else value
    return struct(**given)


def _source(name: str, publish: str, whole: str, said: str = HOSTILE, url: str = URL) -> Source:
    content = f"Before. {said} {mark(name)} end.\n\nAfter it: {said} {mark(name)} never used."
    return hostile(
        Source,
        said,
        id=words(name),
        file=words(f"{name}.txt"),
        sha256=words("0" * 64),
        at=Location(Text(f"seeds/{name}.yml", ""), Span(0, 0)),
        text=Text(f"seeds/{name}.txt", content),
        digest="0" * 64,
        language='en" onload="window.ran=1',
        publish=publish,
        derived_from=many(whole) if publish != "full" else (),
        url=words(f"{url} {mark('Source.url')}"),
        archived=words(f"https://example.org/{said}{mark('Source.archived')}"),
    )


def taken_down(said: str = HOSTILE) -> Source:
    """A source whose text is gone."""
    made = _source("hostile-gone", "full", "", said)
    return replace(made, text=None, digest="", taken_down=hostile(Takedown, said, at=AT))


def _two_sources(name: str, said: str = HOSTILE, url: str = URL) -> tuple[Source, Source]:
    """Two sources, of which the second says that it repeats the first."""
    whole, parts = f"{name}-whole", f"{name}-parts"
    return _source(whole, "full", whole, said, url), _source(parts, "excerpts", whole, said, url)


SOURCES = _two_sources("hostile")


def _claim(name: str, said: str, *evidence: tuple[Any, Any], **rest: Any) -> tuple[Claim, tuple[Any, ...]]:
    base = {"withdrawn": None, "derived": None, "waivers": (), "corrections": ()}
    quotations = tuple(quotation for quotation, _ in evidence)
    made = hostile(Claim, said, **{**base, "id": words(name), "evidence": quotations, "at": AT, **rest})
    return replace(made, text=words(f"{name} {made.text}")), tuple(outcome for _, outcome in evidence)


def _quotation(source: Source, said: str) -> tuple[Quotation, Evidence]:
    """The text of a source from its second sentence on, without a word in the middle."""
    assert source.text is not None
    content = source.text.content
    first = Span(len("Before. "), len("Before. ") + len(said) // 2)
    second = Span(first.end + 1, content.index(" end.") + 5)
    refers = hostile(Reference, said, at=AT)
    made = hostile(
        Quotation,
        said,
        source=source.id,
        at=AT,
        refers=(refers, replace(refers, words=words("window"))),
        stance="partly",
    )
    return made, Evidence(made, source, (first, second), ("spaces",), (Span(first.end, second.start),))


def _absence(source: Source, said: str) -> tuple[Absence, AbsenceOutcome]:
    made = hostile(Absence, said, source=source.id, at=AT)
    return made, AbsenceOutcome(made, source)


def explainer(
    name: str = "hostile-page", said: str = HOSTILE, sources: tuple[Source, Source] = SOURCES
) -> Made:
    """An explainer on ``sources`` all of whose texts are ``said``, with its claims and their outcomes."""
    whole, parts = sources
    claims = list(_claims(said, whole, parts))
    body = (
        ClaimsParagraph(many("said", "worked-out"), AT),
        hostile(EditorNote, said, at=AT),
        *(GeneratedBlock(kind, AT) for kind in ("timeline", "people", "words", "absences", "source")),
    )
    former = "old-name" if name == "hostile-page" else f"old-{name}"
    made = hostile(
        Explainer,
        said,
        id=name,
        claims=tuple(entry for entry, _ in claims),
        at=Location(Text(f"facts/{name}.yml", ""), Span(0, 0)),
        source=whole.id,
        answer=many("said", "same"),
        rests_on=many("said"),
        entities=(hostile(Entity, said, kind="person", id=words("who"), role=words("said"), at=AT),),
        sections=tuple(
            hostile(Section, said, body=part, rests_on=many("said"), at=AT) for part in (body, body[:2])
        ),
        updates=(hostile(Update, said, claims=many("said"), at=AT),),
        retired=(
            hostile(Retired, said, id=words("gone"), replaced_by=words("said"), at=AT),
            hostile(Retired, said, id=words(former), replaced_by=words(name), at=AT),
        ),
        former_names=(
            hostile(
                FormerName, said, of="entity", id=words(f"{former}-who"), replaced_by=words("who"), at=AT
            ),
            hostile(FormerName, said, of="topic", id=words(f"{former}-topic"), at=AT),
        ),
    )
    return made, claims


def _claims(said: str, whole: Source, parts: Source) -> Iterator[tuple[Claim, tuple[Any, ...]]]:
    yield _claim(
        "said",
        said,
        _quotation(whole, said),
        _quotation(parts, said),
        _absence(parts, said),
        date=words("1871?"),
        date_basis="inferred",
        mode="quoted",
        status="contested",
        conflicts_with=many("worked-out"),
        corrections=(hostile(Correction, said, at=AT), hostile(Correction, said, at=AT)),
        waivers=(hostile(Waiver, said, at=AT),),
    )
    yield _claim("same", said, _quotation(whole, said), date_basis="stated", supersedes=many("said"))
    yield _claim(
        "worked-out",
        said,
        derived=hostile(Derivation, said, claims=many("said"), at=AT),
        depends_on=many("said", "same"),
        status="interpretation",
        date=None,
        attributed_to=None,
    )
    yield _claim("withdrawn", said, _quotation(parts, said), withdrawn=hostile(Withdrawal, said, at=AT))


class Smuggled(NamedTuple):
    """An explainer that tries a few strings in every field: its name, the strings as one text, its parts."""

    name: str
    said: str
    made: Made
    sources: tuple[Source, Source]


def smuggled(strings: Sequence[str], addresses: Sequence[str], at_once: int = 8) -> list[Smuggled]:
    """Explainers that try all ``strings``, some ``at_once``; each has one of ``addresses`` as its address."""
    found = []
    for number, start in enumerate(range(0, len(strings), at_once)):
        name, said = f"naughty-{number + 1}", " ".join(strings[start : start + at_once])
        sources = _two_sources(name, said, addresses[number % len(addresses)])
        found.append(Smuggled(name, said, explainer(name, said, sources), sources))
    return found
