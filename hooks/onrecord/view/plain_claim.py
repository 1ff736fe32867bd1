"""A claim as one line of Markdown with the words it rests on, their place, and as of when it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.page import Settings
from onrecord.view.addresses import page_address
from onrecord.view.citing import dated, holds_as_of
from onrecord.view.claims import Passage, PrintedClaim, Search
from onrecord.view.markdown import anchor, literal
from onrecord.view.published import PublishedExplainer
from onrecord.view.words import listed

_MARKS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔")


def claim_line(entry: PublishedExplainer, claim: PrintedClaim, settings: Settings, here: str) -> str:
    """``claim`` with its evidence, on one line: nobody can take the one without the other.

    ``here`` is the path of the page beside which the file lies.
    """
    tags = "; ".join(literal(tag.text) for tag in claim.tags if tag.kind != "as-of")
    said = f"**Claim {claim.number}:** {literal(claim.claim.text)}"
    parts = [
        said + (f" ({tags})" if tags else ""),
        *_evidence(entry, claim),
        f"As of: {literal(holds_as_of(claim, entry))}.",
        *_remarks(entry, claim),
        anchor("Page of this claim", page_address(settings, claim.path, here)),
    ]
    return " ".join(parts)


def _evidence(entry: PublishedExplainer, claim: PrintedClaim) -> Iterator[str]:
    for passage in claim.passages:
        yield _passage(passage)
    if claim.how_carried:
        yield claim.how_carried
    for search in claim.searches:
        yield _search(search)
    if claim.claim.derived is not None:
        inputs = listed([_input(entry, str(one)) for one in claim.claim.derived.claims])
        yield f"Worked out from {inputs}: {sentence(claim.claim.derived.how)}"


def _input(entry: PublishedExplainer, name: str) -> str:
    """A claim from which another is worked out, with the words that it rests on."""
    claim = entry.claims.get(name)
    if claim is None:
        return literal(name)
    quoted = "; ".join(f"“{literal(passage.words)}”" for passage in claim.passages)
    return f"claim {claim.number}" + (f" ({quoted})" if quoted else "")


def _passage(passage: Passage) -> str:
    when = dated(passage.source)
    published = f"published {literal(when)}" if when else "undated"
    place = f"“{literal(passage.title)}”, line {passage.line}, {published}; {literal(passage.voice)}"
    parts = [f"Evidence: “{literal(passage.words)}” ({place})."]
    if passage.translation:
        by = f" (by {literal(passage.translated_by)})" if passage.translated_by else ""
        parts.append(f"In translation{by}: “{literal(passage.translation)}”")
    if passage.stance:
        parts.append(f"{passage.stance}.")
    if passage.not_covered:
        parts.append(f"Not covered: {sentence(passage.not_covered)}")
    for reference in passage.refers:
        why = f" {sentence(reference.why)}" if reference.why else ""
        parts.append(f"By “{literal(reference.words)}” we understand {sentence(reference.means)}{why}")
    return " ".join(parts)


def _search(search: Search) -> str:
    terms = listed([literal(term) for term in search.terms])
    ending = " A \\* stands for any ending." if search.has_endings else ""
    return f"Evidence: we searched “{literal(search.title)}” for {terms}, and found none of it.{ending}"


def _remarks(entry: PublishedExplainer, claim: PrintedClaim) -> Iterator[str]:
    raw = claim.claim
    if claim.how_dated:
        yield f"Date: {sentence(claim.how_dated)}"
    if claim.status:
        yield claim.status
    if raw.note:
        yield f"Note: {sentence(raw.note)}"
    yield from _others("Does not agree with", claim.disagreeing, entry)
    yield from _others("Falls with", raw.depends_on, entry)
    yield from _others("Takes the place of", raw.supersedes, entry)
    yield from _others("Superseded by", claim.superseding, entry)
    for exception in claim.exceptions:
        objection = f" A rule objects: “{literal(exception.objection)}”" if exception.objection else ""
        yield f"Exception to the rule {literal(exception.rule)}.{objection} {sentence(exception.reason)}"


def _others(label: str, ids: Iterable[str], entry: PublishedExplainer) -> Iterator[str]:
    named = [f"claim {entry.claims[one].number}" if one in entry.claims else literal(one) for one in ids]
    if named:
        yield f"{label} {listed(named)}."


def sentence(text: str) -> str:
    """What an author wrote, escaped, as a sentence: with a full stop where it ends without a mark."""
    return literal(text) + ("" if text.rstrip().endswith(_MARKS) else ".")
