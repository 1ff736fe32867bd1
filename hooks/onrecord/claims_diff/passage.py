"""What a claim rests on, as Markdown: each quotation in its paragraph, with what there is to judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from onrecord.claims_diff.evidence import EvidenceChange, Outcome
from onrecord.claims_diff.inert import code, inert, named, shown
from onrecord.claims_diff.worded import worded
from onrecord.model import Claim, Quotation, Source
from onrecord.resolve import AbsenceOutcome, Evidence, Unresolved
from onrecord.view.passages import Token, context
from onrecord.view.words import STANCES, listed, voice

AROUND = 80
"""Characters shown beside a change in the value of a key."""


def rests_on(change: EvidenceChange, claim: Claim) -> list[str]:
    """Paragraphs and lists about one entry of ``evidence``, as it is now or, where it is gone, as it was."""
    if change.taken_down:
        name = code(change.taken_down)
        return [f"It rested on {name}, which was taken down: its words are not repeated here."]
    outcome = change.after or change.before
    assert outcome is not None
    made = list(_told(outcome, claim, _what(change)))
    if change.is_new_wording and change.before is not None:
        made.insert(0, _wording(change.before, outcome))
    fields = [
        f"- {code(field.key)}: {worded(field.old, field.new, around=AROUND)}" for field in change.fields
    ]
    return [*made, *(["\n".join(fields)] if fields else [])]


def _what(change: EvidenceChange) -> str:
    if change.after is None:
        return "It rested on"
    if change.before is None:
        return "It rests on"
    return "It now rests on" if change.is_new_wording else "It rests on (as before)"


def _wording(before: Outcome, after: Outcome) -> str:
    old, new = _words(before), _words(after)
    was, now = (str(one.source.id) if one.source else "" for one in (before, after))
    moved = "" if was == now else f" (from {code(was)}, now from {code(now)})"
    language = after.source.language if after.source else "en"
    return f"Quotation changed{moved}: {worded(old, new, language)}"


def _words(outcome: Outcome) -> str:
    if isinstance(outcome, AbsenceOutcome):
        return "; ".join(outcome.absence.terms)
    return " ".join(outcome.quotation.exact.split())


def _told(outcome: Outcome, claim: Claim, what: str) -> Iterator[str]:
    match outcome:
        case Evidence():
            yield from _found(outcome, claim, what)
        case Unresolved():
            where = f" in {code(outcome.source.id)}" if outcome.source else ""
            yield f"{what} words that are **not found**{where} ({code(outcome.reason)}):"
            yield f"> {shown(outcome.quotation.exact)}"
        case AbsenceOutcome():
            terms = ", ".join(map(code, outcome.absence.terms))
            where = code(outcome.source.id) if outcome.source else "a source that is not there"
            present = ", ".join(code(term) for term, _ in outcome.present)
            yield (
                f"{what} a search of {where} for words said to be absent: {terms}. "
                + (f"**There are:** {present}." if present else "None occurs.")
            )


def _found(evidence: Evidence, claim: Claim, what: str) -> Iterator[str]:
    quotation, source = evidence.quotation, evidence.source
    assert source.text is not None
    line = source.text.position(evidence.spans[0].start).line
    stance = STANCES.get(quotation.stance, quotation.stance)
    parts = [f"line {line:,}", voice(claim, quotation), *([stance] if stance else [])]
    yield f"{what} {code(source.id)}, {'; '.join(map(shown, parts))}:"
    yield "\n".join(in_context(evidence))
    if remarks := list(_remarks(evidence, quotation, source)):
        yield "\n".join(f"- {remark}" for remark in remarks)


def in_context(evidence: Evidence) -> list[str]:
    """The paragraph around a quotation as a block quotation, line by line, with the quoted words marked.

    Of a paragraph of more than 2,000 characters, the sentences around.
    """
    whole = replace(evidence.source, publish="full")
    shown_lines = context(whole, evidence.spans)
    return [f"> {_line(line.tokens)}" for line in shown_lines if any(t.text.strip() for t in line.tokens)]


def _line(tokens: Sequence[Token]) -> str:
    """A line of a source; each mark in it ends in it too."""
    made = []
    for token in tokens:
        match token.kind:
            case "open":
                made.append("<mark>")
            case "close":
                made.append("</mark>")
            case "odd":
                made.append(named(token.name))
            case _:
                made.append(inert(token.text))
    return "".join(made)


def _remarks(evidence: Evidence, quotation: Quotation, source: Source) -> Iterator[str]:
    """What is to be seen of a quotation besides its words."""
    content = source.text.content if source.text else ""
    for span in evidence.omitted:
        words = shown(content[span.start : span.end], source.language)
        yield f"left out where the quotation has an ellipsis: \u201c{words}\u201d"
    if evidence.foldings:
        names = listed([name.replace("-", " ") for name in evidence.foldings])
        yield f"typed otherwise than printed, in ways that do not count: {names}"
    for reference in quotation.refers:
        why = f" ({shown(reference.why)})" if reference.why else ""
        yield f"read by us: \u201c{shown(reference.words)}\u201d is {shown(reference.means)}{why}"
    if quotation.not_covered:
        yield f"not covered by it: {shown(quotation.not_covered)}"
    if quotation.translation:
        who = f", by {shown(quotation.translated_by)}" if quotation.translated_by else ""
        yield f"translated{who}: {shown(quotation.translation)}"
    for outside in evidence.cut_off:
        words = shown(content[outside.words.start : outside.words.end], source.language)
        yield f"outside the quotation: \u201c{words}\u201d; these words {shown(outside.why)}"
