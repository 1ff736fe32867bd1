"""A merge conflict was left in a file.

## What it does

Reports the first line that git wrote into a fact file or a source's metadata where two branches had changed
the same place, such as ``<<<<<<< main``. The rest of the file is not read, so there is one finding for each
file.

## Why it matters

The file holds both versions, and nobody has said yet which one is meant.

## Example

```yaml facts/example.yml mark="<<<<<<< main"
title: The dam
source: report
claims:
<<<<<<< main
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
=======
  - id: no-cracks
    text: In May, the committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
>>>>>>> my-branch
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
  - id: no-cracks
    text: In May, the committee found no cracks.
    evidence:
      - quote: In May, the committee examined it and found no cracks.
```
"""

from onrecord.finding import Severity
from onrecord.rule import rule

RULE = rule(__name__, __doc__, Severity.ERROR)
