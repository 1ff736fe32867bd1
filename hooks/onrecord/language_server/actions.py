"""The fixes of findings as changes of files, and quotations typed as their sources have them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from onrecord.finding import Edit, Finding, Fix
from onrecord.language_server.bench import View
from onrecord.resolve import Evidence, Resolution
from onrecord.retyping import retypings
from onrecord.text import Span


class Action(Struct, frozen=True):
    """A change of files that mends ``finding``, where it mends one; a ``safe`` one changes no word."""

    title: str
    edits: dict[str, tuple[Edit, ...]]
    safe: bool
    finding: Finding | None = None


def actions(view: View, span: Span) -> Iterator[Action]:
    """What can be done about the findings and the quotations that ``span`` of the file touches."""
    for finding in view.findings:
        if finding.fix is not None and _touches(finding.location.span or Span(0, 0), span):
            yield _action(finding.fix, finding)
    for fix in retypings(_quoted_at(view, span)):
        yield _action(fix)


def _action(fix: Fix, finding: Finding | None = None) -> Action:
    edits: dict[str, tuple[Edit, ...]] = {}
    for edit in fix.edits:
        edits[edit.text.path] = (*edits.get(edit.text.path, ()), edit)
    return Action(fix.description, edits, fix.safe, finding)


def _quoted_at(view: View, span: Span) -> Resolution:
    """Only the quotations that ``span`` touches."""
    claims = []
    for resolved in view.resolution.claims:
        if resolved.explainer.at.path == view.path:
            found = [each for each in resolved.evidence if isinstance(each, Evidence)]
            exact = [(each, each.quotation.exact) for each in found]
            here = [each for each, words in exact if _touches(Span(words.start, words.end), span)]
            if here:
                claims.append(replace(resolved, evidence=tuple(here)))
    return Resolution(view.resolution.project, tuple(claims))


def _touches(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
