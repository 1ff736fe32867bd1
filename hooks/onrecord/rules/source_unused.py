"""A source is quoted by no claim.

## What it does

Warns of a source that no quotation and no search for absent words names, that no other source repeats,
and that was neither taken down nor is listed under ``former_names``.

## Why it matters

A source that nothing rests on is often a claim that was forgotten, or a text that need not be kept.

## Example

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```text seeds/report.txt
The committee found that the dam was safe.
```

```yaml seeds/letter.yml mark="letter"
id: letter
file: letter.txt
sha256: …
title: A letter
```

```text seeds/letter.txt
The gate was closed in June.
```

## Use instead

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

from onrecord.finding import Finding, Severity
from onrecord.resolve import Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each source that is not cited, where all could be read and every id is known."""
    project = resolution.project
    sources = project.corpus.sources
    used: set[str] = {origin for source in sources.values() for origin in source.derived_from}
    for explainer in project.explainers:
        used.update(str(former.id) for former in explainer.former_names if str(former.id) in sources)
        for claim in explainer.claims:
            used.update(entry.source or explainer.source or "" for entry in claim.evidence)
    if project.problems or not used <= sources.keys():
        return
    for id, source in sources.items():
        if id not in used and source.taken_down is None:
            help = "quote from it, or take it out"
            yield RULE.finding("no claim rests on this source", source.id.at(), help=help)


RULE = rule(__name__, __doc__, Severity.WARNING, check)
