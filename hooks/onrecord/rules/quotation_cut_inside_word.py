"""The quotation begins or ends inside a word or a number of the source.

## What it does

Reports a quotation whose first or last word is only a part of what stands in the source: of a word, of a
number, or of a number and its sign, currency or unit.

## Why it matters

*effective* can be cut out of *ineffective*, and *100* out of *2,100*, letter for letter.

## Example

```yaml facts/example.yml mark="100" place=2
title: The dam
source: report
claims:
  - id: water
    text: The dam holds back 2,100 tons of water.
    evidence:
      - quote: 100 tons of water.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: water
    text: The dam holds back 2,100 tons of water.
    evidence:
      - quote: The dam was built in 1962 and holds back 2,100 tons of water.
```
"""

from collections.abc import Iterator

from onrecord.excerpts import Cut, cut_word, excerpt, related, whole_sentence
from onrecord.finding import Finding, Fix, Note, Severity
from onrecord.hints import refused
from onrecord.requoting import in_sources_words, whole_sentence_fix
from onrecord.resolve import Reason, Resolution, Unresolved
from onrecord.rule import rule


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each quotation that takes a part of a word."""
    for resolved, outcome in refused(resolution, Reason.CUT_INSIDE_WORD):
        assert outcome.source is not None
        cut = cut_word(outcome)
        yield RULE.finding(
            f"the source has {cut.whole!r} there",
            outcome.quotation.exact.at(cut.part),
            help=f"quote {cut.whole!r} whole",
            notes=(Note("source", excerpt(outcome.source, whole_sentence(outcome.source, cut.place))),),
            related=related(outcome.source, [cut.place], "the quotation takes a part of this"),
            fix=_fix(outcome, cut),
            explainer=resolved.explainer.id,
            claim=resolved.claim.id,
        )


def _fix(outcome: Unresolved, cut: Cut) -> Fix | None:
    """The whole sentence, where the quotation is one stretch, or else the whole word."""
    assert outcome.source is not None
    if outcome.part is None and (fix := whole_sentence_fix(outcome.quotation, outcome.source, cut.place)):
        return fix
    return in_sources_words(outcome.quotation, outcome.source, cut.place, cut.part)


RULE = rule(__name__, __doc__, Severity.ERROR, check)
