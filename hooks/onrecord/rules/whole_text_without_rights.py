"""The whole text of a source is published, and nothing says by what right.

## What it does

Reports metadata with ``publish: full`` and without ``rights``.

## Why it matters

Most texts belong to somebody else. Who reuses the page must be able to read on what terms the whole text
stands there, and a text that was published once cannot be called back.

## Example

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
publish: full
```

```text seeds/report.txt
The committee found that the dam was safe.
```

## Use instead

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
publish: full
rights: Written by the committee in 1871, and in the public domain.
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
    """Yield a finding for each source that is published whole without a right."""
    for source in resolution.project.corpus.sources.values():
        if source.publish == "full" and not source.rights:
            yield RULE.finding(
                "the whole text is published, and its metadata state no right to that",
                source.id.at(),
                help="say under 'rights' who owns it and why it may be shown whole, "
                "or take 'publish: full' out, so that only the sentences in use are shown",
            )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
