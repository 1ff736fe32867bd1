"""The evidence names a source that is not in ``seeds/``.

## What it does

Reports a quotation, a list of absent words or a page whose source is not known, and evidence that names no
source on a page without one.

## Why it matters

A quotation from nowhere cannot be checked.

## Example

```yaml facts/example.yml mark="raport"
title: The dam
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
        source: raport
```

## Use instead

```yaml facts/example.yml
title: The dam
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
        source: report
```
"""

from collections.abc import Iterator

from onrecord.finding import Finding, Severity
from onrecord.hints import did_you_mean, likeliest
from onrecord.mending import instead
from onrecord.resolve import AbsenceOutcome, Reason, Resolution, ResolvedClaim, Unresolved
from onrecord.rule import rule
from onrecord.text import Scalar


def check(resolution: Resolution) -> Iterator[Finding]:
    """Yield a finding for each place that names an unknown source, and for each evidence without one."""
    told: set[int] = set()
    sources = resolution.project.corpus.sources
    for resolved in resolution.claims:
        taken_down = resolved.claim.taken_down_source
        if taken_down and taken_down not in sources:
            yield _unknown(taken_down, resolved, resolution)
        for outcome in resolved.evidence:
            match outcome:
                case Unresolved(reason=Reason.UNKNOWN_SOURCE, quotation=entry):
                    missing: Scalar | None = entry.exact
                case AbsenceOutcome(source=None, absence=entry):
                    missing = next(iter(entry.terms), None)  # none could be read: that is told already
                case _:
                    continue
            named = entry.source or resolved.explainer.source
            if named is None:
                if missing is not None:
                    yield _unnamed(missing, resolved)
            elif id(named) not in told and not resolution.is_odd(named):
                told.add(id(named))
                yield _unknown(named, resolved, resolution)


def _unknown(named: Scalar, resolved: ResolvedClaim, resolution: Resolution) -> Finding:
    known = resolution.project.corpus.sources
    renamed = _new_names(resolution).get(named)
    meant = renamed or likeliest(named, known)
    is_of_page = named is resolved.explainer.source
    return RULE.finding(
        f"there is no source {str(named)!r}",
        named.at(),
        help=f"it is called {renamed!r} now"
        if renamed
        else did_you_mean(named, known, "a source", "put it into seeds/"),
        fix=instead(named, meant) if meant else None,
        explainer=resolved.explainer.id,
        claim="" if is_of_page else resolved.claim.id,
    )


def _new_names(resolution: Resolution) -> dict[str, str]:
    """What sources are called now, by a former id."""
    return {
        str(former.id): str(former.replaced_by)
        for explainer in resolution.project.explainers
        for former in explainer.former_names
        if former.of == "source" and former.replaced_by is not None
    }


def _unnamed(missing: Scalar, resolved: ResolvedClaim) -> Finding:
    return RULE.finding(
        "the evidence names no source",
        missing.at(),
        help="write source: and the source's id, here or at the top of the file",
        explainer=resolved.explainer.id,
        claim=resolved.claim.id,
    )


RULE = rule(__name__, __doc__, Severity.ERROR, check)
