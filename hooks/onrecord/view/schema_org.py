"""Explainers, claims and sources in the vocabulary of schema.org, as JSON-LD nodes.

What is uncertain is never put where machines read plain fact: a date that is inferred or in doubt stands in
words under ``temporal``, a name has no type where nobody says whether it is a person's. No rating is given
and no verdict (see ``docs/decisions/0005-no-claimreview.md``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from onrecord.model import Entity, Explainer, Quotation, Source
from onrecord.page import Settings
from onrecord.text import name_key
from onrecord.view.addresses import file_address, page_address
from onrecord.view.changes import Change
from onrecord.view.citing import LICENCE, dated, holds_as_of
from onrecord.view.claims import Passage, PrintedClaim, Search
from onrecord.view.dates import when
from onrecord.view.fingerprint import fingerprint
from onrecord.view.links import entity_path, source_path
from onrecord.view.published import PublishedExplainer, UsedSource
from onrecord.view.source_files import TEXT, has_text
from onrecord.view.tags import is_inferred
from onrecord.view.words import capitalised, listed

Node = dict[str, object]
"""A JSON object with its type, its address and the properties that have a value."""

_KINDS = {"person": "Person", "organisation": "Organization", "place": "Place"}


class Here(NamedTuple):
    """The page that nodes stand on: addresses are absolute where the site has one, else relative to it."""

    settings: Settings
    path: str

    def to(self, target: str, fragment: str = "") -> str:
        """The address of ``fragment`` of the page at path ``target``."""
        return page_address(self.settings, target, self.path, fragment)

    def reference(self, target: str) -> Node:
        """A node that only names the page at path ``target``."""
        return {"@id": self.to(target)}


def article(entry: PublishedExplainer, changed: Iterable[Change], here: Here) -> Node:
    """An explainer as an ``Article``; its claims are named and described on their own pages."""
    written = entry.explainer
    sources = [source_node(source, here) for source in entry.sources]
    principles = here.to(here.settings.method) if here.settings.method else ""
    return _node(
        "Article",
        here.to(entry.path),
        headline=written.title,
        description=written.description,
        inLanguage=written.language,
        datePublished=written.published,
        dateModified=entry.updated,
        identifier=_digest("SHA-256 of claims and sources (facts.json)", fingerprint(entry)),
        license=LICENCE,
        isAccessibleForFree=True,
        isPartOf=_node("WebSite", here.to(""), name=here.settings.name),
        publisher=_publisher(here, principles),
        publishingPrinciples=principles,
        about=[{"name": name} for name in written.subject],
        keywords=list(written.topics),
        mentions=[_entity(entity, here) for entity in written.entities],
        isBasedOn=sources,
        citation=[{"@id": source["@id"]} for source in sources],
        hasPart=[here.reference(claim.path) for claim in entry.in_order()],
        correction=[_correction(change, here) for change in changed],
    )


def website(here: Here) -> Node:
    """The site itself, for its home page."""
    principles = here.to(here.settings.method) if here.settings.method else ""
    return _node(
        "WebSite",
        here.to(""),
        name=here.settings.name,
        license=LICENCE,
        isAccessibleForFree=True,
        publisher=_publisher(here, principles),
        publishingPrinciples=principles,
    )


def claim_node(
    entry: PublishedExplainer,
    claim: PrintedClaim,
    changed: Iterable[Change],
    known: Mapping[str, Entity],
    here: Here,
) -> Node:
    """A claim on the page as a ``Claim``, with its quotations; ``known`` are entities by name."""
    carrying, others = _quotations(claim, known, here)
    raw = claim.claim
    derived = raw.derived.claims if raw.derived else ()
    searched = {search.page: here.reference(search.page) for search in claim.searches}
    certain = raw.date and claim.when and claim.when.machine and not is_inferred(raw)
    return _node(
        "Claim",
        here.to(claim.path),
        text=raw.text,
        inLanguage=entry.explainer.language,
        creativeWorkStatus=[tag.text for tag in claim.tags if tag.kind == "status"],
        temporal=f"as of {holds_as_of(claim, entry)}",
        temporalCoverage=claim.when.machine if certain and claim.when else "",
        description=" ".join(map(_searched, claim.searches)),
        license=LICENCE,
        appearance=_node("Article", here.to(entry.path), headline=entry.explainer.title),
        isBasedOn=[
            *carrying,
            *(here.reference(other.path) for other in entry.named(map(str, derived))),
            *searched.values(),
        ],
        citation=others,
        correction=[_correction(change, here) for change in changed],
    )


def source_node(source: Source, here: Here) -> Node:
    """A source as a ``CreativeWork``: nobody says what kind of work it is."""
    certain = source.published_basis != "inferred" and when(source.published or "").machine
    return _node(
        "CreativeWork",
        here.to(source_path(source.id)),
        name=source.title,
        inLanguage=source.language,
        author=_named(source.author),
        publisher=_named(source.publisher),
        datePublished=certain,
        temporal="" if certain else dated(source),
        identifier=_digest("SHA-256 of the file", source.digest or source.sha256),
        copyrightNotice=source.rights,
        url=_web(source.url),
        archivedAt=_web(source.archived),
    )


def text_file(used: UsedSource, here: Here) -> Node | None:
    """The file with the whole text of a source, where that is published."""
    if not has_text(used):
        return None
    source = used.source
    return _node(
        "MediaObject",
        contentUrl=file_address(here.settings, source_path(source.id), TEXT.name, here.path),
        encodingFormat=TEXT.media_type,
        inLanguage=source.language,
        sha256=source.digest or source.sha256,
    )


def entities_by_name(explainer: Explainer) -> dict[str, Entity]:
    """The people, organisations and places of an explainer, by their names as these are compared."""
    return {
        name_key(name): entity for entity in explainer.entities for name in (entity.name, *entity.aliases)
    }


def _node(kind: str, address: str = "", **properties: object) -> Node:
    made: Node = {"@type": kind}
    if address:
        made["@id"] = address
    for name, value in properties.items():
        if value:
            made[name] = value
    return made


def _publisher(here: Here, principles: str) -> Node:
    """The site as an organisation: schema.org has a policy for corrections only there."""
    return _node(
        "Organization",
        name=here.settings.name,
        url=here.settings.address,
        publishingPrinciples=principles,
        correctionsPolicy=here.to(here.settings.policy) if here.settings.policy else "",
    )


def _entity(entity: Entity, here: Here) -> Node:
    names = list(entity.aliases)
    return _node(_KINDS[entity.kind], here.to(entity_path(entity.key)), name=entity.name, alternateName=names)


def _quotations(
    claim: PrintedClaim, known: Mapping[str, Entity], here: Here
) -> tuple[list[Node], list[Node]]:
    """The quotations that carry a claim, and those that dispute it or are mere context."""
    written = (entry for entry in claim.claim.evidence if isinstance(entry, Quotation))
    carrying: list[Node] = []
    others: list[Node] = []
    for quotation, passage in zip(written, claim.passages, strict=True):
        made = _quotation(claim, quotation, passage, known, here)
        (carrying if passage.carries else others).append(made)
    return carrying, others


def _quotation(
    claim: PrintedClaim, quotation: Quotation, passage: Passage, known: Mapping[str, Entity], here: Here
) -> Node:
    remarks = [passage.voice, passage.stance, passage.not_covered and f"not covered: {passage.not_covered}"]
    speaker = _speaker(claim, quotation, passage)
    who = name_key(speaker)
    return _node(
        "Quotation",
        text=passage.words,
        inLanguage=passage.language,
        description=" ".join(f"{capitalised(remark)}." for remark in remarks if remark),
        spokenByCharacter=_entity(known[who], here) if who in known else _named(speaker),
        url=here.to(passage.page, passage.mark),
        isPartOf=_node("CreativeWork", here.to(passage.page), name=passage.source.title),
        workTranslation=_translation(claim, passage),
    )


def _speaker(claim: PrintedClaim, quotation: Quotation, passage: Passage) -> str:
    """Who says the very words: only where the source has them in quotation marks, never in its report."""
    attributed = str(claim.claim.attributed_to or "")
    who = str(quotation.speaker or "") or (attributed if passage.carries else "")
    is_quoted = claim.claim.mode == "quoted" and who.casefold() == attributed.casefold()
    return who if is_quoted else ""


def _translation(claim: PrintedClaim, passage: Passage) -> Node | None:
    if not passage.translation:
        return None
    return _node(
        "CreativeWork",
        text=passage.translation,
        inLanguage=claim.explainer.language,
        translator=_named(passage.translated_by),
    )


def _searched(search: Search) -> str:
    return f"We searched “{search.title}” for {listed(search.terms)}, and found none of it."


def _correction(change: Change, here: Here) -> Node:
    now = f" It says: “{change.now}”" if change.now else ""
    was = f" It said: “{change.was}”" if change.was else ""
    return _node(
        "CorrectionComment",
        datePublished=change.date,
        text=f"{capitalised(change.kind)}.{was}{now} {change.why}",
        about=here.reference(change.address),
    )


def _named(name: str | None) -> Node | None:
    """Somebody of whom only the name is known."""
    return {"name": name} if name else None


def _digest(what: str, digits: str) -> Node:
    return _node("PropertyValue", propertyID=what, value=digits)


def _web(url: str | None) -> str:
    """A web address; empty for what is none, such as ``javascript:``."""
    return url if url and url.startswith(("https://", "http://")) else ""
