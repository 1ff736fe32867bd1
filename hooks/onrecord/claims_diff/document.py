"""The whole of what changed since a revision as one Markdown text that fits into a comment on GitHub."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from onrecord.check import Rejected, Verified
from onrecord.claims_diff.claim import Judged, breaking, claim_block, found_lines, inert_kinds
from onrecord.claims_diff.compared import PageChange, SourceChange, pages, sources
from onrecord.claims_diff.inert import code, shown
from onrecord.claims_diff.passage import AROUND
from onrecord.claims_diff.source import source_block, source_kind
from onrecord.claims_diff.worded import worded
from onrecord.finding import Finding
from onrecord.resolve import Resolution
from onrecord.view.words import count

MOST_BYTES = 60_000
"""Bytes of UTF-8: GitHub takes comments of 65,536 characters."""
_RESERVE = 400
_LEAST = 300
"""Bytes: with less room left, no further part is made to see whether it fits."""
_MOST_NAMED = 10
_KINDS = {
    "removed": "removed",
    "withdrawn": "withdrawn",
    "reworded": "reworded",
    "quotation changed": "with a changed quotation",
    "added": "added",
}
_SOURCE_KINDS = {
    "removed": "removed",
    "taken down": "taken down",
    "renamed": "renamed",
    "text changed": "with a changed text",
    "metadata changed": "with changed metadata",
    "added": "added",
}


class _Block(NamedTuple):
    """A part that is shown whole or not at all, made when it is needed, and the heading it stands under."""

    heading: str
    made: Callable[[], str]


def claims_diff(before: Resolution, outcome: Verified | Rejected, commit: str, revision: str) -> str:
    """What changed since ``commit``, named ``revision`` by who asked, in at most 60,000 bytes of UTF-8."""
    changed = tuple(pages(before, outcome.resolution))
    of_sources = tuple(sources(before, outcome.resolution))
    judged = Judged(_by_claim(outcome.findings), _by_claim(outcome.waived))
    blocks = [
        *_breaking(changed, of_sources),
        *(block for page in changed for block in _page(page, judged)),
        *(_Block("### Sources", partial(source_block, change)) for change in of_sources),
    ]
    head = "\n\n".join(
        [f"## Claims since {code(commit[:12])}", _summary(changed, of_sources), _checked(outcome)]
    )
    return _bounded(head, blocks, revision)


def _by_claim(findings: Iterable[Finding]) -> dict[tuple[str, str], list[Finding]]:
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        grouped.setdefault((finding.explainer, finding.claim), []).append(finding)
    return grouped


def _summary(changed: tuple[PageChange, ...], of_sources: tuple[SourceChange, ...]) -> str:
    """How many of what, in one line."""
    claims = [set(claim.kinds) for page in changed for claim in page.claims]
    figures = {said: sum(kind in kinds for kinds in claims) for kind, said in _KINDS.items()}
    figures["described otherwise"] = sum(bool(kinds - _KINDS.keys()) for kinds in claims)
    parts = [f"{count(times, 'claim')} {said}" for said, times in figures.items() if times]
    told = Counter(source_kind(change) for change in of_sources)
    parts += [f"{count(told[kind], 'source')} {said}" for kind, said in _SOURCE_KINDS.items() if told[kind]]
    named = [code(page.explainer.id) for page in changed[:_MOST_NAMED]]
    if len(changed) > _MOST_NAMED:
        named.append(f"{len(changed) - _MOST_NAMED:,} more")
    where = f" In {count(len(changed), 'explainer')}: {', '.join(named)}." if changed else ""
    return f"<strong>{'; '.join(parts) or 'No claim and no source changed'}.</strong>{where}"


def _checked(outcome: Verified | Rejected) -> str:
    """What the check came to, and what it cannot decide."""
    summary = outcome.summary
    errors, warnings = count(summary.errors, "error"), count(summary.warnings, "warning")
    if summary.errors:
        return f"The check **fails**: {errors}, {warnings}. `onrecord check` shows them all."
    return (
        f"The check passes ({warnings}): every quotation is in its source. Whether its words carry the "
        "claim, and whether the source is right, is for the reviewer to judge."
    )


def _breaking(changed: tuple[PageChange, ...], of_sources: tuple[SourceChange, ...]) -> Iterator[_Block]:
    """A list of the changes to what was published, those that nothing accounts for first."""
    lines: list[str] = []
    room = MOST_BYTES // 4
    every = list(_breaking_lines(changed, of_sources))
    for line in every:
        room -= len(line.encode("utf-8", "replace")) + 1
        if room < 0:
            lines.append(f"- and {len(every) - len(lines):,} more of these")
            break
        lines.append(line)
    if lines:
        yield _Block("### Changes to what was published", partial("\n".join, lines))


def _breaking_lines(changed: tuple[PageChange, ...], of_sources: tuple[SourceChange, ...]) -> Iterator[str]:
    for change in of_sources:
        if change.before is None:
            continue
        if change.takedown is not None and not change.is_other_text:
            why = f"since {shown(change.takedown.date)}. {shown(change.takedown.why)}"
            yield f"- source {code(change.before.id)}: taken down {why}"
        elif change.claims and (change.is_other_text or change.after is None):
            yield f"- source {code(change.before.id)}: {source_kind(change)}, and claims rest on it"
    claims = [claim for page in changed for claim in page.claims if claim.is_breaking]
    for claim in sorted(claims, key=lambda one: one.is_accounted_for):
        name = code(f"{claim.explainer.id}/{claim.id}")
        yield f"- {name}: {inert_kinds(claim)}. {breaking(claim)}"


def _page(page: PageChange, judged: Judged) -> Iterator[_Block]:
    """The changes to a page as a whole, then its claims."""
    explainer = page.explainer
    draft = " (draft)" if explainer.draft else ""
    heading = f"### {code(explainer.id)}{draft}: {shown(explainer.title)}"
    lines = [f"- the page: {shown(page.became)}"] if page.became else []
    lines += [f"- {code(one.key)}: {worded(one.old, one.new, around=AROUND)}" for one in page.fields]
    lines += [f"- {line}" for line in found_lines(judged, explainer.id)]
    if lines:
        yield _Block(heading, partial("\n".join, lines))
    for claim in page.claims:
        yield _Block(heading, partial(claim_block, claim, judged))


def _bounded(head: str, blocks: list[_Block], revision: str) -> str:
    """As many of the blocks as there is room for, in their order, and how many more there are."""
    made, room, heading, left = [head], MOST_BYTES - _RESERVE - len(head.encode()), "", 0
    room -= len(revision.encode()) * 8
    for block in blocks:
        text = block.made() if room > _LEAST else ""
        new = [text] if block.heading == heading else [block.heading, text]
        size = sum(len(part.encode("utf-8", "replace")) + 2 for part in new)
        if not text or size > room:
            left += 1
            continue
        room -= size
        heading = block.heading
        made.extend(new)
    if left:
        made.append(
            f"**And {left:,} more**, for which there is no room here: run {code(f'onrecord diff {revision}')}"
        )
    return "\n\n".join(made) + "\n"
