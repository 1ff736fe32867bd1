"""A claim says more than its quotations have words for.

## What it does

Warns of a claim in which two or more words that carry a meaning, and a good part of all, stand in none of its
quotations: neither as they are, nor in another form, nor by a common word for the same. Numbers and names
have rules of their own.

## Why it matters

A claim may use its own words. Where many of them have nothing to lean on, it often says something that the
quotation does not. A program cannot tell which of the two it is: look at the words that are named, and quote
what they rest on, or waive this rule and say why.

## Example

```yaml facts/example.yml mark="praised"
title: The dam
source: report
claims:
  - id: safe
    text: The committee praised the engineers and found that the dam was safe and cheap.
    evidence:
      - quote: The committee found that the dam was safe.
```

## Use instead

```yaml facts/example.yml
title: The dam
source: report
claims:
  - id: safe
    text: The dam was found to be safe by the committee.
    evidence:
      - quote: The committee found that the dam was safe.
```
"""

from collections.abc import Iterator

from onrecord.finding import Severity
from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.wording import unsupported_words
from onrecord.rule import grounding_rule
from onrecord.text import Span


def compare(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield a disagreement where too many words of a claim have no counterpart."""
    words = unsupported_words(comparison)
    if words:
        named = ", ".join(f"'{word.text}'" for word in words)
        yield Disagreement(
            f"the quotation has no words for {named}",
            Span(words[0].start, words[0].end),
            "quote what these words rest on, say it in the quotation's words, or waive this rule and say why",
            told="this is all that the claim rests on",
        )


RULE = grounding_rule(__name__, __doc__, Severity.WARNING, compare)
