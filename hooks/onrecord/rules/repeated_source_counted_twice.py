"""A claim counts a source that only repeats another as a second one.

## What it does

Warns of a claim with ``support: each`` whose quotations come from sources that repeat one another, as their
``derived_from`` says.

## Why it matters

Readers are told that each passage carries the claim by itself. A paper that prints what an agency sent it
adds nothing to what the agency says.

## Example

```text seeds/report.txt
The committee found that the dam was safe.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```text seeds/paper.txt
The dam is safe, a committee found.
```

```yaml seeds/paper.yml
id: paper
file: paper.txt
sha256: …
title: The morning paper
derived_from: [report]
```

```yaml facts/example.yml mark="paper"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    support: each
    evidence:
      - quote: The committee found that the dam was safe.
      - quote: The dam is safe, a committee found.
        source: paper
```

## Use instead

```text seeds/report.txt
The committee found that the dam was safe.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```text seeds/paper.txt
The dam is safe, a committee found.
```

```yaml seeds/paper.yml
id: paper
file: paper.txt
sha256: …
title: The morning paper
derived_from: [report]
```

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
      - quote: The dam is safe, a committee found.
        source: paper
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Related, Severity
from onrecord.ground.repeating import Origins, independent, origins
from onrecord.mending import without_key
from onrecord.resolve import Evidence, Resolution, ResolvedClaim
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each claim that has one source twice."""
    sources = resolution.project.corpus.sources
    if not any(source.derived_from for source in sources.values()):
        return
    known = origins(sources)
    for resolved in resolution.claims:
        if resolved.claim.support == "each" and resolved.claim.withdrawn is None:
            yield from _repeated(resolved, known)


def _repeated(resolved: ResolvedClaim, known: Origins) -> Iterator[Finding]:
    found = [
        outcome
        for outcome in resolved.evidence
        if isinstance(outcome, Evidence) and outcome.quotation.supports
    ]
    first = {str(outcome.source.id): outcome for outcome in reversed(found)}
    for id, same in independent(first, known).items():
        if id != same:
            yield RULE.finding(
                f"the source {id!r} repeats what {same!r} says, and is no second source",
                (first[id].quotation.source or first[id].quotation.exact).at(),
                help="take 'support: each' out, or quote a source of its own",
                fix=without_key(resolved.claim.at, "support"),
                related=(Related("quoted here already", first[same].quotation.exact.at()),),
                explainer=resolved.explainer.id,
                claim=str(resolved.claim.id),
            )


RULE = rule(__name__, __doc__, Severity.WARNING, check, waivable=True)
