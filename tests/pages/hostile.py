"""An explainer and its sources in which every text an author can write tries to be something else."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from onrecord.model import (
    Absence,
    Claim,
    ClaimsParagraph,
    Correction,
    Derivation,
    EditorNote,
    Entity,
    Explainer,
    GeneratedBlock,
    Quotation,
    Reference,
    Retired,
    Section,
    Source,
    Update,
    Waiver,
    Withdrawal,
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


def hostile(struct: type[_Made], /, **given: Any) -> _Made:
    """A value of ``struct`` whose texts are all hostile; ``given`` are the fields that are something else."""
    for field in fields(struct):
        name = f"{struct.__name__}.{field.name}"
        declared = str(field.type)
        if field.name in given or name in IDS or "Scalar" not in declared:
            continue
        value = words(f"{HOSTILE} {mark(name)}")
        given[field.name] = (value,) if declared.startswith("tuple") else value
    return struct(**given)


def _source(name: str, publish: str) -> Source:
    content = f"Before. {HOSTILE} {mark(name)} end.\n\nAfter it: {HOSTILE} {mark(name)} never used."
    return hostile(
        Source,
        id=words(name),
        file=words(f"{name}.txt"),
        sha256=words("0" * 64),
        at=Location(Text(f"seeds/{name}.yml", ""), Span(0, 0)),
        text=Text(f"seeds/{name}.txt", content),
        digest="0" * 64,
        language='en" onload="window.ran=1',
        publish=publish,
        derived_from=many("hostile-whole") if publish != "full" else (),
        url=words(f"{URL} {mark('Source.url')}"),
        archived=words(f"https://example.org/{HOSTILE}{mark('Source.archived')}"),
    )


SOURCES = (_source("hostile-whole", "full"), _source("hostile-parts", "excerpts"))
"""Two sources, of which the second says that it repeats the first."""


def _claim(name: str, *evidence: tuple[Any, Any], **rest: Any) -> tuple[Claim, tuple[Any, ...]]:
    base = {"withdrawn": None, "derived": None, "waivers": (), "corrections": ()}
    made = hostile(
        Claim, **{**base, "id": words(name), "evidence": tuple(q for q, _ in evidence), "at": AT, **rest}
    )
    return replace(made, text=words(f"{name} {made.text}")), tuple(outcome for _, outcome in evidence)


def _quotation(source: Source) -> tuple[Quotation, Evidence]:
    assert source.text is not None
    content = source.text.content
    first = Span(content.index("</p>"), content.index("{{"))
    second = Span(content.index("[["), content.index(" end.") + 5)
    made = hostile(
        Quotation,
        source=source.id,
        at=AT,
        refers=(hostile(Reference, at=AT), replace(hostile(Reference, at=AT), words=words("window"))),
        stance="partly",
    )
    return made, Evidence(made, source, (first, second), ("spaces",), (Span(first.end, second.start),))


def _absence(source: Source) -> tuple[Absence, AbsenceOutcome]:
    made = hostile(Absence, source=source.id, at=AT)
    return made, AbsenceOutcome(made, source)


def explainer() -> Made:
    """The explainer, with its claims and their outcomes."""
    whole, parts = SOURCES
    claims = [
        _claim(
            "said",
            _quotation(whole),
            _quotation(parts),
            _absence(parts),
            date=words("1871?"),
            date_basis="inferred",
            mode="quoted",
            status="contested",
            conflicts_with=many("worked-out"),
            corrections=(hostile(Correction, at=AT), hostile(Correction, at=AT)),
            waivers=(hostile(Waiver, at=AT),),
        ),
        _claim("same", _quotation(whole), date_basis="stated", supersedes=many("said")),
        _claim(
            "worked-out",
            derived=hostile(Derivation, claims=many("said"), at=AT),
            depends_on=many("said", "same"),
            status="interpretation",
            date=None,
            attributed_to=None,
        ),
        _claim("withdrawn", _quotation(parts), withdrawn=hostile(Withdrawal, at=AT)),
    ]
    body = (
        ClaimsParagraph(many("said", "worked-out"), AT),
        hostile(EditorNote, at=AT),
        *(GeneratedBlock(kind, AT) for kind in ("timeline", "people", "words", "absences", "source")),
    )
    made = hostile(
        Explainer,
        id="hostile-page",
        claims=tuple(entry for entry, _ in claims),
        at=Location(Text("facts/hostile-page.yml", ""), Span(0, 0)),
        source=whole.id,
        answer=many("said", "same"),
        rests_on=many("said"),
        entities=(hostile(Entity, kind="person", id=words("who"), role=words("said"), at=AT),),
        sections=(hostile(Section, body=body, rests_on=many("said"), at=AT),) * 2,
        updates=(hostile(Update, claims=many("said"), at=AT),),
        retired=(
            hostile(Retired, id=words("gone"), replaced_by=words("said"), at=AT),
            hostile(Retired, id=words("old-name"), replaced_by=words("hostile-page"), at=AT),
        ),
    )
    return made, claims
