"""A published explainer in the form of the canonical export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import UNSET, UnsetType

from onrecord import history, model
from onrecord.view import claims, exported, exported_claims, words
from onrecord.view.account import caveat
from onrecord.view.changes import is_renaming
from onrecord.view.citing import LICENCE, holds_as_of
from onrecord.view.links import entity_path, source_path
from onrecord.view.outline import Chapter
from onrecord.view.published import Published, PublishedExplainer
from onrecord.view.tags import is_inferred

_Value = TypeVar("_Value")


def content(entry: PublishedExplainer) -> exported_claims.Content:
    """The claims on the page of ``entry``, and the sources they rest on."""
    return exported_claims.Content(
        claims=tuple(_claim(entry, claim) for claim in entry.in_order()),
        sources=tuple(map(_source, entry.sources)),
    )


def explainer(entry: PublishedExplainer, address: str) -> exported.Explainer:
    """The page of ``entry`` itself, of a site at ``address`` (empty where it has none)."""
    written = entry.explainer
    former = (retired for retired in written.retired if is_renaming(written, retired))
    return exported.Explainer(
        id=entry.path,
        page=f"{entry.path}/",
        title=written.title,
        language=written.language,
        licence=LICENCE,
        topics=written.topics,
        subject=written.subject,
        rests_on=_on_page(entry, written.rests_on),
        answer=entry.outline.answer,
        sections=tuple(_section(chapter) for chapter in entry.outline.chapters),
        entities=tuple(_entity(entry, entity) for entity in written.entities),
        updates=tuple(
            exported.Update(date=update.date, what=update.what, claims=_on_page(entry, update.claims))
            for update in written.updates
        ),
        former=tuple(map(_gone, former)),
        caveat=caveat(entry),
        description=_given(written.description),
        published=_given(written.published),
        updated=_given(entry.updated),
        address=f"{address}{entry.path}/" if address else UNSET,
    )


def withdrawn(entry: PublishedExplainer) -> Iterator[exported.Withdrawn]:
    """The claims of ``entry`` that are no longer made, without the words that they rested on."""
    for claim in entry.withdrawn.values():
        withdrawal = claim.claim.withdrawn
        assert withdrawal is not None
        yield exported.Withdrawn(
            id=claim.id,
            page=f"{claim.path}/",
            text=claim.claim.text,
            date=withdrawal.date,
            why=withdrawal.why,
            corrections=tuple(_corrections(claim.claim)),
            source=_given(withdrawal.source),
        )


def taken_down(entry: PublishedExplainer, site: Published) -> Iterator[exported.TakenDown]:
    """The sources that were taken down and for which claims of ``entry`` were withdrawn."""
    for name, former in site.former_sources.items():
        source = former.source
        if source.taken_down is not None and any(other is entry for other, _ in former.claims):
            yield exported.TakenDown(
                id=source.id,
                page=f"{source_path(name)}/",
                title=source.title,
                sha256=source.sha256,
                date=source.taken_down.date,
                why=source.taken_down.why,
            )


def removed(entry: PublishedExplainer) -> Iterator[exported.Removed]:
    """The ids of claims that were published once and are gone."""
    for retired in entry.explainer.retired:
        if not is_renaming(entry.explainer, retired):
            yield _gone(retired)


def _gone(retired: history.Retired) -> exported.Removed:
    return exported.Removed(
        id=retired.id, date=retired.date, why=retired.why, replaced_by=_given(retired.replaced_by)
    )


def _claim(entry: PublishedExplainer, printed: claims.PrintedClaim) -> exported_claims.Claim:
    claim = printed.claim
    return exported_claims.Claim(
        id=claim.id,
        number=printed.number,
        page=f"{printed.path}/",
        text=claim.text,
        status=words.SUPERSEDED if printed.superseding else claim.status or "ok",
        tags=tuple(tag.text for tag in printed.tags),
        as_of=_as_of(entry, printed),
        quotations=tuple(_quotations(printed)),
        searches=tuple(
            exported_claims.Search(source=search.source.id, terms=search.terms) for search in printed.searches
        ),
        support=claim.support,
        depends_on=claim.depends_on,
        conflicts_with=printed.disagreeing,
        supersedes=claim.supersedes,
        superseded_by=printed.superseding,
        waivers=tuple(
            exported_claims.Waiver(
                rule=granted.rule, reason=granted.reason, objection=_given(granted.objection)
            )
            for granted in printed.exceptions
        ),
        corrections=tuple(_corrections(claim)),
        date=_date(printed),
        derived=_derived(claim),
        speaker=_given(printed.speaker),
        attributed_to=_given(claim.attributed_to),
        mode=_given(claim.mode),
        note=_given(claim.note),
        reread=_given(claim.reread),
    )


def _quotations(printed: claims.PrintedClaim) -> Iterator[exported_claims.Quotation]:
    written = (entry for entry in printed.claim.evidence if isinstance(entry, model.Quotation))
    for quotation, passage in zip(written, printed.passages, strict=True):
        yield exported_claims.Quotation(
            source=passage.source.id,
            page=f"{passage.page}/#{passage.mark}",
            line=passage.line,
            spans=passage.spans,
            found=passage.words,
            exact=quotation.exact,
            language=passage.language,
            stance=quotation.stance,
            voice=passage.voice,
            foldings=passage.foldings,
            refers=tuple(
                exported_claims.Reference(words=one.words, means=one.means, why=_given(one.why))
                for one in passage.refers
            ),
            speaker=_given(quotation.speaker),
            not_covered=_given(quotation.not_covered),
            translation=_given(quotation.translation),
            translated_by=_given(quotation.translated_by),
        )


def _as_of(entry: PublishedExplainer, printed: claims.PrintedClaim) -> exported_claims.AsOf:
    given = printed.claim.as_of
    stated = UNSET if given == "source" else _given(given)
    basis = "claim" if stated else "source" if given else "evidence"
    return exported_claims.AsOf(words=holds_as_of(printed, entry), basis=basis, date=stated)


def _date(printed: claims.PrintedClaim) -> exported_claims.Date | UnsetType:
    claim = printed.claim
    if not (claim.date or claim.date_basis or claim.date_words):
        return UNSET
    basis = "inferred" if is_inferred(claim) else claim.date_basis or ("given" if claim.date else "none")
    return exported_claims.Date(
        basis=basis,
        edtf=_given(claim.date),
        words=printed.when.words if printed.when else UNSET,
        source_words=_given(claim.date_words),
        note=_given(claim.date_note),
    )


def _derived(claim: model.Claim) -> exported_claims.Derivation | UnsetType:
    if claim.derived is None:
        return UNSET
    return exported_claims.Derivation(claims=claim.derived.claims, how=claim.derived.how)


def _corrections(claim: model.Claim) -> Iterator[exported_claims.Correction]:
    """The corrections of a claim, oldest first: what it said after each is what it said before the next."""
    ordered = sorted(claim.corrections, key=lambda correction: correction.date)
    after = [*(correction.was for correction in ordered[1:]), claim.text]
    for correction, now in zip(ordered, after, strict=False):
        yield exported_claims.Correction(
            date=correction.date, was=correction.was, now=now, why=correction.why, minor=correction.minor
        )


def _source(source: model.Source) -> exported_claims.Source:
    return exported_claims.Source(
        id=source.id,
        page=f"{source_path(source.id)}/",
        title=source.title,
        language=source.language,
        sha256=source.digest or source.sha256,
        characters=len(source.text.content) if source.text else 0,
        publish=source.publish,
        derived_from=source.derived_from,
        author=_given(source.author),
        publisher=_given(source.publisher),
        published=_given(source.published),
        published_basis=_given(source.published_basis),
        dateline=_given(source.dateline),
        url=_given(source.url),
        archived=_given(source.archived),
        retrieved=_given(source.retrieved),
        obtained=_given(source.obtained),
        rights=_given(source.rights),
        excerpts_reason=_given(source.excerpts_reason),
        note=_given(source.note),
    )


def _section(chapter: Chapter) -> exported.Section:
    return exported.Section(
        id=chapter.id,
        heading=chapter.heading,
        rests_on=chapter.rests_on,
        body=tuple(
            exported.Paragraph(kind=part.kind, claims=part.claims, text=_given(part.text))
            for part in chapter.parts
        ),
    )


def _entity(entry: PublishedExplainer, entity: model.Entity) -> exported.Entity:
    role = str(entity.role or "")
    return exported.Entity(
        name=entity.name,
        kind=entity.kind,
        aliases=entity.aliases,
        id=entity.key,
        page=f"{entity_path(entity.key)}/",
        role=role if role in entry.claims else UNSET,
    )


def _on_page(entry: PublishedExplainer, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(claim) for claim in ids if claim in entry.claims)


def _given(value: _Value | None) -> _Value | UnsetType:
    """What an author gave, or that it is not given where it is empty or missing."""
    return value or UNSET
