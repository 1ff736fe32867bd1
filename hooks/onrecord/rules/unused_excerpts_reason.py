"""A source says why nearly all of it is shown, and nearly all of it is not shown.

## What it does

Reports an ``excerpts_reason`` of a source whose excerpts do not add up to 90 % of it, or that is published
whole anyway.

## Why it matters

Readers see the reason on the source's page. One that is left over from other claims tells them what is not
so.

## Example

```yaml seeds/report.yml mark="Each sentence of the report is evidence of a claim."
id: report
file: report.txt
sha256: …
title: Report on the dam
excerpts_reason: Each sentence of the report is evidence of a claim.
```

```text seeds/report.txt
The committee found that the dam was safe. The gate was opened by hand in March, and it has been stuck since.
```

## Use instead

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```text seeds/report.txt
The committee found that the dam was safe. The gate was opened by hand in March, and it has been stuck since.
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Severity
from onrecord.mending import without_key
from onrecord.resolve import Resolution, Unresolved
from onrecord.rule import rule
from onrecord.shown import nearly_whole


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each reason without need, where everything could be read and was found."""
    project = resolution.project
    outcomes = (outcome for resolved in resolution.claims for outcome in resolved.evidence)
    if project.problems or any(type(outcome) is Unresolved for outcome in outcomes):
        return
    extents = resolution.once(nearly_whole)
    for name, source in project.corpus.sources.items():
        if source.excerpts_reason is None or source.text is None:
            continue
        if source.publish == "full":
            message = "the source is published whole, so its excerpts need no reason"
        elif name in extents:
            continue
        else:
            message = "the excerpts do not show nearly all of this source, so they need no reason"
        yield RULE.finding(
            message,
            source.excerpts_reason.at(),
            help="take 'excerpts_reason' out",
            fix=without_key(source.at, "excerpts_reason"),
        )


RULE = rule(__name__, __doc__, Severity.WARNING, check)
