"""The claim tells as a fact what its quotation gives as somebody's words or opinion.

## What it does

Reports a claim in the page's own voice, where the words it rests on stand in quotation marks, or are what
somebody believes, alleges, calls or accuses, or what onlookers (critics, residents) say would be. What
somebody says that they would do themselves is their plan, and what nobody had thought before is so: both are
left alone.

## Why it matters

A quotation proves that somebody said it, and not that it is so. Readers who are not told whose words they
are take them for ours.

## Example

```yaml facts/example.yml mark="mended before the frost"
title: The dam
source: report
claims:
  - id: gate
    text: The gate has to be mended before the frost.
    evidence:
      - quote: >-
          The clerk wrote, "The gate has to be mended before the frost."
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: gate
    text: The gate has to be mended before the frost, the clerk wrote.
    evidence:
      - quote: >-
          The clerk wrote, "The gate has to be mended before the frost."
```
"""

from onrecord.finding import Severity
from onrecord.ground.reported import told_as_facts
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.ERROR, told_as_facts)
