"""A word of the claim stands where the quotation has another thing of the kind.

## What it does

Reports a claim with *blue* where the quotation has *red*, *wood* for *stone*, *cellist* for *drummer*,
*Catholic* for *Methodist*: words of one kind of which a thing is never two at once. The words around
both have to be the same, and the claim's word may stand nowhere in the quotations.

## Why it matters

The sentence around such a word is right, and so the mistake is hard to see.

## Example

```yaml facts/example.yml mark="plastic"
title: The dam
source: report
claims:
  - id: gate
    text: The gate is made of plastic and opened by hand.
    evidence:
      - quote: The gate is made of wood and opened by hand.
```

```text seeds/report.txt
The report of the year. The gate is made of wood and opened by hand. That is all.
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
    text: The gate is made of wood and opened by hand.
    evidence:
      - quote: The gate is made of wood and opened by hand.
```

```text seeds/report.txt
The report of the year. The gate is made of wood and opened by hand. That is all.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```
"""

from onrecord.finding import Severity
from onrecord.ground.opposites import other_words
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.ERROR, other_words)
