"""The excerpts of a source add up to nearly all of it.

## What it does

Warns of a source with ``publish: excerpts``, the default, of whose text the site would show 90 % or more: the
sentences around all quotations together, white space not counted. Drafts count, since they are to be
published. A text of fewer than 500 characters is let be: one or two sentences are all of it, and nobody
could quote less.

## Why it matters

Quoting is one thing, republishing another. Sentence by sentence a page can come to show a whole text that
nobody gave us a right to, and no single quotation tells.

## Example

```yaml facts/example.yml
title: The bridge
source: letter
claims:
  - id: closed
    text: The bridge at Ashby was closed in the first week of March.
    evidence:
      - quote: >-
          The bridge at Ashby was closed in the first week of March, after the mason had looked at its
          northern pier and found that the water had carried away the clay from under two of the oldest
          stones.
  - id: carts
    text: Carts now go by the ford at the mill.
    evidence:
      - quote: >-
          Carts now go by the ford at the mill, which is two miles further up, and the carters of the three
          villages have asked the parish to pay them for the hours that they lose on the longer way round.
  - id: lime
    text: The mason wants forty barrels of lime.
    evidence:
      - quote: >-
          The mason wants forty barrels of lime and six men for the work, and he has told the parish in
          writing that he will begin when both have come and the water of the river no longer reaches the
          second course of stones at the northern pier of the bridge.
```

```text seeds/letter.txt
The bridge at Ashby was closed in the first week of March, after the mason had looked at its northern
pier and found that the water had carried away the clay from under two of the oldest stones.

Carts now go by the ford at the mill, which is two miles further up, and the carters of the three
villages have asked the parish to pay them for the hours that they lose on the longer way round.

The mason wants forty barrels of lime and six men for the work, and he has told the parish in writing
that he will begin when both have come and the water of the river no longer reaches the second course
of stones at the northern pier of the bridge.
```

```yaml seeds/letter.yml mark="letter"
id: letter
file: letter.txt
sha256: …
title: A letter about the bridge
```

## Use instead

Quote less. Or say that the whole text may be shown: ``publish: full``, with the right to it under ``rights``.
Or say why so much is quoted all the same: readers see the reason on the source's page.

```yaml facts/example.yml
title: The bridge
source: letter
claims:
  - id: closed
    text: The bridge at Ashby was closed in the first week of March.
    evidence:
      - quote: >-
          The bridge at Ashby was closed in the first week of March, after the mason had looked at its
          northern pier and found that the water had carried away the clay from under two of the oldest
          stones.
  - id: carts
    text: Carts now go by the ford at the mill.
    evidence:
      - quote: >-
          Carts now go by the ford at the mill, which is two miles further up, and the carters of the three
          villages have asked the parish to pay them for the hours that they lose on the longer way round.
  - id: lime
    text: The mason wants forty barrels of lime.
    evidence:
      - quote: >-
          The mason wants forty barrels of lime and six men for the work, and he has told the parish in
          writing that he will begin when both have come and the water of the river no longer reaches the
          second course of stones at the northern pier of the bridge.
```

```text seeds/letter.txt
The bridge at Ashby was closed in the first week of March, after the mason had looked at its northern
pier and found that the water had carried away the clay from under two of the oldest stones.

Carts now go by the ford at the mill, which is two miles further up, and the carters of the three
villages have asked the parish to pay them for the hours that they lose on the longer way round.

The mason wants forty barrels of lime and six men for the work, and he has told the parish in writing
that he will begin when both have come and the water of the river no longer reaches the second course
of stones at the northern pier of the bridge.
```

```yaml seeds/letter.yml
id: letter
file: letter.txt
sha256: …
title: A letter about the bridge
excerpts_reason: The letter is three sentences long, and each of them is the only evidence of a claim.
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Severity
from onrecord.resolve import Resolution
from onrecord.rule import rule
from onrecord.shown import nearly_whole

_FEWEST_CHARACTERS = 500
"""A text with fewer characters, white space not counted, is too short to be quoted in part."""


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each source of which nearly all would be shown, and nothing says why."""
    sources = resolution.project.corpus.sources
    for name, extent in resolution.once(nearly_whole).items():
        source = sources[name]
        if source.publish == "full" or source.excerpts_reason or extent.whole < _FEWEST_CHARACTERS:
            continue
        share = 100 * extent.part // extent.whole
        yield RULE.finding(
            f"the excerpts show {share}% of this source",
            source.id.at(),
            help="quote less, or write 'publish: full' and the right to it under 'rights', "
            "or say under 'excerpts_reason' why so much is quoted",
        )


RULE = rule(__name__, __doc__, Severity.WARNING, check)
