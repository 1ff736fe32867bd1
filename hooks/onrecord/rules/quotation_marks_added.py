"""The claim puts quotation marks around words that have none in the source.

## What it does

Warns of words in quotation marks in a claim that the source has in the same words, but without marks. A
claim that says whose wording it is (*the report speaks of "…"*) is left alone.

## Why it matters

Readers take marks for somebody's speech, or for doubt. Neither is in the source.

## Example

```yaml facts/example.yml mark='"sound"'
title: The dam
source: report
claims:
  - id: wall
    text: The wall is "sound".
    evidence:
      - quote: The wall is sound, but the gate sticks.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: wall
    text: The wall is sound.
    evidence:
      - quote: The wall is sound, but the gate sticks.
```
"""

from onrecord.finding import Severity
from onrecord.ground.quoted_words import added_marks
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.WARNING, added_marks)
