"""The claim says that it is not so, and the quotation says that it is.

## What it does

Reports a claim that says *not*, *never*, *no*, *failed to*, *has yet to*, *refused to* or the like of
something that the quotation says plainly. All that the claim denies has to stand in one sentence of the
quotation, which itself denies nothing. *No longer* passes, since what is over was so once.

## Why it matters

Readers take a denial for something that the source says. Where the source says the contrary, the page
is wrong.

## Example

```yaml facts/example.yml mark="never examined"
title: The dam
source: report
claims:
  - id: gate
    text: The committee has never examined the dam.
    evidence:
      - quote: The committee examined the dam in May.
```

```text seeds/report.txt
The report of the year. The committee examined the dam in May. That is all.
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
    text: The committee examined the dam.
    evidence:
      - quote: The committee examined the dam in May.
```

```text seeds/report.txt
The report of the year. The committee examined the dam in May. That is all.
```

```yaml seeds/report.yml
id: report
file: report.txt
sha256: …
title: Report on the dam
```
"""

from onrecord.finding import Severity
from onrecord.ground.polarity import added_denials
from onrecord.rule import grounding_rule

RULE = grounding_rule(__name__, __doc__, Severity.ERROR, added_denials)
