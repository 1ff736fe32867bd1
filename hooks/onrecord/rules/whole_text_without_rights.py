"""The whole text of a source is published, and nothing says by what right.

## What it does

Reports metadata with ``publish: full`` and without ``rights``.

## Why it matters

Most texts belong to somebody else. Who reuses the page must be able to read on what terms the whole text
stands there, and a text that was published once cannot be called back.

## Example

```yaml seeds/report.yml mark="publish: full"
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
from onrecord.mending import without_key
from onrecord.model import Source
from onrecord.resolve import Resolution
from onrecord.rule import rule
from onrecord.text import Location, Span


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each source that is published whole without a right."""
    for source in resolution.project.corpus.sources.values():
        if source.publish == "full" and not source.rights and source.taken_down is None:
            yield RULE.finding(
                "the whole text is published, and its metadata state no right to that",
                _place(source),
                help="say under 'rights' who owns it and why it may be shown whole, "
                "or take 'publish: full' out, so that only the sentences in use are shown",
                fix=without_key(source.at, "publish"),
            )


def _place(source: Source) -> Location:
    """Where the metadata say that all is published."""
    text = source.at.text
    span = text.extent(source.at.span.start, "publish") if source.at.span else None
    if span is None:
        return source.id.at()
    line = text.content[span.start : span.end]
    return Location(text, Span(span.start, span.start + len(line.partition("#")[0].rstrip())))


RULE = rule(__name__, __doc__, Severity.ERROR, check)
