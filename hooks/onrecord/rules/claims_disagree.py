"""Two claims of a page say the same with another number or date.

## What it does

Warns of a claim that has the words of another claim of its page and differs from it in one number or date,
unless one of the two names the other in ``conflicts_with`` or ``supersedes``.

## Why it matters

One of the two is wrong, or the sources do not agree. Readers should be told which it is.

## Example

```text seeds/report.txt
The dam was built in 1962. A plate on the wall says that the dam was built in 1964.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml mark="1964"
title: The dam
source: report
claims:
  - id: built
    text: The dam was built in 1962.
    evidence:
      - quote: The dam was built in 1962.
  - id: plate
    text: The dam was built in 1964.
    attributed_to: A plate on the wall
    evidence:
      - quote: A plate on the wall says that the dam was built in 1964.
```

## Use instead

```text seeds/report.txt
The dam was built in 1962. A plate on the wall says that the dam was built in 1964.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: built
    text: The dam was built in 1962.
    evidence:
      - quote: The dam was built in 1962.
  - id: plate
    text: A plate on the wall says that the dam was built in 1964.
    conflicts_with: [built]
    evidence:
      - quote: A plate on the wall says that the dam was built in 1964.
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Related, Severity
from onrecord.ground.between import conflicts
from onrecord.resolve import Resolution
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each claim that differs from an earlier one in a number alone."""
    for later, earlier, said, other in conflicts(resolution):
        yield RULE.finding(
            f"this claim says {said.word.text!r}, the claim {str(earlier.claim.id)!r} {other.word.text!r}",
            later.claim.text.at(said.word.span),
            help=f"mend one of the two, or, if the sources do not agree, write "
            f"'conflicts_with: [{earlier.claim.id}]'",
            related=(Related("the other claim", earlier.claim.text.at(other.word.span)),),
            explainer=later.explainer.id,
            claim=str(later.claim.id),
        )


RULE = rule(__name__, __doc__, Severity.WARNING, check, waivable=True)
