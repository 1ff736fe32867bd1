"""A source was taken down, and something of it is still in use.

## What it does

Reports a file of a source that was taken down (``taken_down`` in its metadata) and is still in ``seeds/`` or
comes back under another name, another source that was extracted from such a file and still names it, every
claim that still quotes the source or says what is absent from it, a withdrawn claim's quotation too, and a
claim that was withdrawn for a source that was not taken down.

## Why it matters

A text is taken down because it must not be shown any more. What quotes it would show it, and what rests on it
can no longer be checked by anybody.

## Example

```yaml facts/example.yml mark="The gate was opened in June." place=2
title: The dam
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
        source: report
  - id: opened
    text: The gate was opened in June.
    withdrawn: {date: 2026-12-01, why: The letter it rested on was taken down., source: letter}
    evidence:
      - quote: The gate was opened in June.
        source: letter
```

```yaml seeds/letter.yml
id: letter
file: letter.txt
sha256: 03ab0b5d7cd2b1e0dd0d0cd6bd5f2b7c6a1e4c1c5f7e3a9d8b2f4e6a0c1d3f57
title: A letter
taken_down: {date: 2026-12-01, why: Its writer asked for it.}
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```text seeds/report.txt
The committee found that the dam was safe.
```

## Use instead

```yaml facts/example.yml
title: The dam
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
        source: report
  - id: opened
    text: The gate was opened in June.
    withdrawn: {date: 2026-12-01, why: The letter it rested on was taken down., source: letter}
```

```yaml seeds/letter.yml
id: letter
file: letter.txt
sha256: 03ab0b5d7cd2b1e0dd0d0cd6bd5f2b7c6a1e4c1c5f7e3a9d8b2f4e6a0c1d3f57
title: A letter
taken_down: {date: 2026-12-01, why: Its writer asked for it.}
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```text seeds/report.txt
The committee found that the dam was safe.
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Related, Severity
from onrecord.model import Source
from onrecord.resolve import AbsenceOutcome, Resolution, ResolvedClaim
from onrecord.rule import rule
from onrecord.text import Scalar


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield what the loader met, and a finding for each claim that is not yet without a taken-down source."""
    yield from (
        problem.finding(RULE.severity) for problem in resolution.project.problems if problem.rule == RULE.id
    )
    sources = resolution.project.corpus.sources
    for resolved in resolution.claims:
        yield from _still_resting(resolved)
        named = resolved.claim.taken_down_source
        source = None if named is None else sources.get(named)
        if named is not None and source is not None and source.taken_down is None:
            yield _not_taken_down(named, source, resolved)


def _still_resting(resolved: ResolvedClaim) -> Iterator[Finding]:
    """Yield a finding for each source that was taken down and that the claim still names."""
    told: set[str] = set()
    for outcome in resolved.evidence:
        source = outcome.source
        if source is None or source.taken_down is None or source.id in told:
            continue
        told.add(str(source.id))
        absent = isinstance(outcome, AbsenceOutcome)
        words = outcome.absence.terms[0] if isinstance(outcome, AbsenceOutcome) else outcome.quotation.exact
        day, why = source.taken_down.date, source.taken_down.why
        yield RULE.finding(
            f"the claim {'searches' if absent else 'quotes'} the source {str(source.id)!r}, "
            f"which was taken down on {day}",
            words.at(),
            help=_next_step(resolved, source),
            related=(Related(f"taken down: {why}", source.taken_down.at),),
            explainer=resolved.explainer.id,
            claim=str(resolved.claim.id),
        )


def _next_step(resolved: ResolvedClaim, source: Source) -> str:
    if resolved.claim.withdrawn is not None:
        return f"delete this entry of 'evidence', and write 'source: {source.id}' in 'withdrawn'"
    if any(other.source not in (None, source) for other in resolved.evidence):
        return "delete this entry and add a correction, or withdraw the claim if the rest does not carry it"
    withdrawal = f"withdrawn: {{date: …, why: …, source: {source.id}}}"
    return f"withdraw the claim: write '{withdrawal}' in it, and delete its 'evidence'"


def _not_taken_down(named: Scalar, source: Source, resolved: ResolvedClaim) -> Finding:
    return RULE.finding(
        f"the claim was withdrawn for the source {str(source.id)!r}, which was not taken down",
        named.at(),
        help="take 'source' out of 'withdrawn' and keep the evidence, or write 'taken_down' in its metadata",
        related=(Related("its metadata", source.id.at()),),
        explainer=resolved.explainer.id,
        claim=str(resolved.claim.id),
    )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
