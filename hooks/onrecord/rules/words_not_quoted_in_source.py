"""The claim has words in quotation marks that the source does not have so.

## What it does

Reports words in quotation marks in a claim that its quotations do not have in the same words, and words that
the claim gives to a speaker in quotation marks, where the source gives them to a speaker without. Titles, in
which each word has a capital, are left alone, and so are words of which the claim says that they do not
occur; a single word that is given to nobody is a warning, under
``quotation-marks-added``.

## Why it matters

Quotation marks promise the very words. A word changed inside them, or marks around what a reporter only
summed up, put words into a mouth that never said them.

## Example

```yaml facts/example.yml mark='"must be repaired before winter"'
title: The dam
source: report
claims:
  - id: gate
    text: The clerk wrote that the gate "must be repaired before winter".
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
    text: The clerk wrote that the gate "has to be mended before the frost".
    evidence:
      - quote: >-
          The clerk wrote, "The gate has to be mended before the frost."
```
"""

from onrecord.finding import Severity
from onrecord.ground.quoted_words import altered_quotes
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.ERROR, altered_quotes)
