"""Two resolved projects side by side: what became of each page, claim, quotation and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from onrecord.claims_diff.evidence import EvidenceChange, Sources, evidence_changes, sources_of
from onrecord.claims_diff.fields import (
    NOT_OF_CLAIMS,
    NOT_OF_PAGES,
    NOT_OF_SOURCES,
    Field,
    fields_of,
    in_a_line,
)
from onrecord.history import Correction, Retired, Takedown
from onrecord.model import Explainer, Source
from onrecord.resolve import Resolution, ResolvedClaim, Unresolved
from onrecord.revision import account_for, fingerprint_of, renamed, renamed_sources, said

_ACCOUNTS = ("corrections", "withdrawn")


class ClaimChange(Struct, frozen=True):
    """What became of a claim: ``kinds`` says it in words, the gravest first.

    ``is_breaking`` tells whether something that was published is not what it was; ``account`` is then the
    entry that says so in the open, None where none does (a withdrawal is its own account).
    """

    explainer: Explainer
    before: ResolvedClaim | None
    after: ResolvedClaim | None
    kinds: tuple[str, ...]
    evidence: tuple[EvidenceChange, ...]
    fields: tuple[Field, ...] = ()
    is_breaking: bool = False
    account: Correction | Retired | None = None

    @property
    def id(self) -> str:
        """The claim's id."""
        known = self.after or self.before
        return str(known.claim.id) if known else ""

    @property
    def is_accounted_for(self) -> bool:
        """Whether a correction, a withdrawal or a tombstone says what became of it."""
        return self.account is not None or "withdrawn" in self.kinds


class PageChange(Struct, frozen=True):
    """An explainer with changes: ``became`` is what happened to it as a whole, ``claims`` to its claims."""

    explainer: Explainer
    became: str
    fields: tuple[Field, ...]
    claims: tuple[ClaimChange, ...]


class SourceChange(Struct, frozen=True):
    """A source that is new, gone or another.

    ``claims`` rest on it or did, named ``explainer/claim``; ``lost`` are those whose words it does not hold.
    """

    before: Source | None
    after: Source | None
    is_other_text: bool
    fields: tuple[Field, ...]
    claims: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def takedown(self) -> Takedown | None:
        """That the source was taken down since, or that this has another date or reason now."""
        was = None if self.before is None else self.before.taken_down
        now = None if self.after is None else self.after.taken_down
        return None if now is None or (was and in_a_line(was) == in_a_line(now)) else now


def pages(before: Resolution, after: Resolution) -> Iterator[PageChange]:
    """Each explainer with changes, in the order of their ids; what is gone comes last."""
    old = {explainer.id: explainer for explainer in before.project.explainers}
    former = {new: name for name, new in renamed(after.project).items()}
    seen: set[str] = set()
    for explainer in after.project.explainers:
        was = old.get(explainer.id) or old.get(former.get(explainer.id, ""))
        if was is not None:
            seen.add(was.id)
        page = _page(was, explainer, before, after)
        if page.became or page.fields or page.claims:
            yield page
    known = sources_of(after)
    for explainer in before.project.explainers:
        if explainer.id not in seen:
            claims = tuple(_gone(explainer, one, None, known) for one in _claims(before, explainer).values())
            yield PageChange(explainer, "removed, a draft" if explainer.draft else "removed", (), claims)


def _page(was: Explainer | None, now: Explainer, before: Resolution, after: Resolution) -> PageChange:
    """A page that is there; one that is a draft no more is new to readers, and so is every claim of it."""
    if was is not None and now.draft and not was.draft:
        known = sources_of(after)
        gone = tuple(_gone(was, one, None, known) for one in _claims(before, was).values())
        return PageChange(now, "taken back to a draft", fields_of(was, now, NOT_OF_PAGES), gone)
    became = ""
    if was is None:
        became = "new, a draft" if now.draft else "new"
    elif was.draft and not now.draft:
        became, was = "published now, a draft before", None
    elif was.id != now.id:
        became = f"renamed from {was.id}"
    fields = fields_of(was, now, NOT_OF_PAGES) if was else ()
    return PageChange(now, became, fields, tuple(_claim_changes(was, now, before, after)))


def _claims(resolution: Resolution, explainer: Explainer) -> dict[str, ResolvedClaim]:
    return resolution.once(_by_explainer).get(explainer.id, {})


def _by_explainer(resolution: Resolution) -> dict[str, dict[str, ResolvedClaim]]:
    grouped: dict[str, dict[str, ResolvedClaim]] = {}
    for resolved in resolution.claims:
        grouped.setdefault(resolved.explainer.id, {})[str(resolved.claim.id)] = resolved
    return grouped


def _claim_changes(
    was: Explainer | None, now: Explainer, before: Resolution, after: Resolution
) -> Iterator[ClaimChange]:
    """Changes to what was published first, then the others in the author's order, what is new last.

    Of the first, those that nothing accounts for come before the rest.
    """
    old, new = _claims(before, was) if was else {}, _claims(after, now)
    known = sources_of(after)
    found = [_changed(old[name], one, known) for name, one in new.items() if name in old]
    found += [_added(one, known) for name, one in new.items() if name not in old]
    retired = {str(entry.id): entry for entry in now.retired}
    found += [_gone(now, one, retired.get(name), known) for name, one in old.items() if name not in new]
    yield from sorted(
        (one for one in found if one.kinds), key=lambda one: (not one.is_breaking, one.is_accounted_for)
    )


def _added(now: ResolvedClaim, known: Sources) -> ClaimChange:
    return ClaimChange(now.explainer, None, now, ("added",), evidence_changes((), now.evidence, known))


def _gone(explainer: Explainer, was: ResolvedClaim, account: Retired | None, known: Sources) -> ClaimChange:
    evidence = evidence_changes(was.evidence, (), known)
    published = not was.explainer.draft
    return ClaimChange(explainer, was, None, ("removed",), evidence, is_breaking=published, account=account)


def _changed(was: ResolvedClaim, now: ResolvedClaim, known: Sources) -> ClaimChange:
    old, new = said(was.explainer, was.claim, known.called), said(now.explainer, now.claim)
    is_withdrawn = now.claim.withdrawn is not None and was.claim.withdrawn is None
    evidence = evidence_changes(was.evidence, now.evidence, known)
    fields = fields_of(was.claim, now.claim, NOT_OF_CLAIMS)
    says_else = old != new and now.claim.withdrawn is None
    accounted = _ACCOUNTS if says_else or is_withdrawn else ()
    keys = [field.key for field in fields if field.key not in accounted]
    told = {
        "withdrawn": is_withdrawn,
        "reworded": old[0] != new[0],
        "quotation changed": old[1:] != new[1:] and now.claim.taken_down_source is None,
        "quotation described otherwise": any(one.fields for one in evidence),
        f"{', '.join(keys)} changed": bool(keys),
    }
    return ClaimChange(
        explainer=now.explainer,
        before=was,
        after=now,
        kinds=tuple(kind for kind, holds in told.items() if holds),
        evidence=evidence,
        fields=fields,
        is_breaking=not was.explainer.draft and (says_else or is_withdrawn),
        account=account_for(was.claim, now.claim),
    )


def sources(before: Resolution, after: Resolution) -> Iterator[SourceChange]:
    """Each source that is new, gone or another, by id."""
    old, new = before.project.corpus.sources, after.project.corpus.sources
    using, lost = _resting((*after.claims, *before.claims)), _resting(after.claims, Unresolved)
    called = {name: now for name, now in renamed_sources(after.project).items() if now in new}
    former = {now: name for name, now in called.items() if name in old and now not in old}
    for name in sorted((old.keys() - former.values()) | new.keys()):
        was, now = old.get(former.get(name, name)), new.get(name)
        is_other = was is not None and now is not None and fingerprint_of(was) != fingerprint_of(now)
        fields = fields_of(was, now, NOT_OF_SOURCES) if was and now else ()
        rest = tuple({**using.get(name, {}), **using.get(former.get(name, ""), {})})
        change = SourceChange(was, now, is_other, fields, rest, tuple(lost.get(name, ())))
        if was is None or now is None or is_other or fields or change.takedown or was.id != now.id:
            yield change


def _resting(claims: Iterable[ResolvedClaim], kind: type | None = None) -> dict[str, dict[str, None]]:
    """The names of the claims that rest on each source, by its id; of one kind of outcome alone, if given."""
    found: dict[str, dict[str, None]] = {}
    for resolved in claims:
        for outcome in resolved.evidence:
            if outcome.source is not None and (kind is None or isinstance(outcome, kind)):
                name = f"{resolved.explainer.id}/{resolved.claim.id}"
                found.setdefault(str(outcome.source.id), {})[name] = None
    return found
