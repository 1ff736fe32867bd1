"""A remark, heading or note has a number, a name or quoted words that no claim of the page has.

## What it does

Reports a number, a date, a name or words in quotation marks in the title, the description, a topic, a
heading, an editor's remark, a note, a working, a reason, an update or the name of an entity, where no claim
or quotation of the page has it. The subject, the entities and what is known of the sources count too. The
working of a claim and the note on its date may come to numbers of their own.

## Why it matters

Only claims are held against the sources. What is said beside them must not bring in facts by the back door.

## Example

```yaml facts/example.yml mark="2,100"
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
sections:
  - heading: What was found?
    body:
      - claims: [safe]
      - editor: The dam holds back 2,100 tons of water.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
  - id: holds
    text: The dam holds back 2,100 tons of water.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
sections:
  - heading: What was found?
    body:
      - claims: [safe, holds]
      - editor: The report has no other number.
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Severity
from onrecord.ground.coverage import Uncovered, uncovered
from onrecord.resolve import Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each number, name and quotation that stands in no claim."""
    for found, explainer in uncovered(resolution):
        yield _finding(found, explainer)


def _finding(found: Uncovered, explainer: str) -> Finding:
    text, span = found.prose.text, found.words
    words = text[span.start : span.end]
    if found.kind == "quotation":
        message = (
            f"{found.prose.what} has {words} in quotation marks, and no claim or quotation of the page has it"
        )
        help = "quote what stands in a claim or quotation of the page, or take the quotation marks out"
    else:
        message = (
            f"{found.prose.what} has the {found.kind} {words!r}, which no claim or quotation of the page has"
        )
        help = "make a claim of it, with the quotation it rests on, or take it out"
    return RULE.finding(message, text.at(span), help=help, explainer=explainer, claim=found.prose.claim)


RULE = rule(__name__, __doc__, Severity.ERROR, check, waivable=True)
