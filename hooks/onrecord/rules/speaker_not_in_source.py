"""The speaker that is given is named nowhere in the source.

## What it does

Reports a speaker, in ``attributed_to`` or in ``speaker``, of whom the source of the quotation has no word.

## Why it matters

Readers are told whose words they read. That must come from the source, not from what the author knows.
A speaker known by another name is declared as an alias under ``entities``.

## Example

```yaml facts/example.yml mark="Martha Quill"
title: The dam
source: report
claims:
  - id: gate
    text: The gate had to be mended before the frost.
    attributed_to: Martha Quill
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
    text: The gate had to be mended before the frost.
    attributed_to: the clerk
    evidence:
      - quote: >-
          The clerk wrote, "The gate has to be mended before the frost."
```
"""

from onrecord.finding import Severity
from onrecord.ground.whose_words import unknown_speakers
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.ERROR, unknown_speakers)
