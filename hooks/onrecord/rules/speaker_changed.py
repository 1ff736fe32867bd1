"""The claim gives words to somebody else than the source does.

## What it does

Reports a speaker, named in the claim, in ``attributed_to`` or in ``speaker``, where the source gives the same
words to somebody else.

## Why it matters

Words put into another mouth are the worst kind of misquotation: each half of the sentence is true, and
the whole is not. A shorter name or a surname alone is no difference, nor is an alias declared under
``entities``.

## Example

```yaml facts/example.yml mark="Tom Hale"
title: The dam
source: report
claims:
  - id: gate
    text: The gate has to be mended "before the frost".
    attributed_to: Tom Hale
    evidence:
      - quote: >-
          Anna Berg wrote, "The gate has to be mended before the frost."
```

```text seeds/report.txt
Anna Berg wrote, "The gate has to be mended before the frost." Tom Hale asked for a new wall.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: gate
    text: The gate has to be mended "before the frost".
    attributed_to: Anna Berg
    evidence:
      - quote: >-
          Anna Berg wrote, "The gate has to be mended before the frost."
```

```text seeds/report.txt
Anna Berg wrote, "The gate has to be mended before the frost." Tom Hale asked for a new wall.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```
"""

from onrecord.finding import Severity
from onrecord.ground.whose_words import changed_speakers
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.ERROR, changed_speakers)
