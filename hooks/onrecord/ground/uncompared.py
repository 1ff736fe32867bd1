"""Which claims were not compared with what they rest on, since the words of a language are not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.languages import language_of
from onrecord.resolve import Evidence, Resolution, ResolvedClaim


def not_compared(resolution: Resolution) -> dict[str, int]:
    """How many claims were not compared with some of their words, by the reason in plain words, sorted.

    A claim is counted once a reason; withdrawn claims and words that are absent are nobody's loss.
    """
    reasons = Counter(reason for resolved in resolution.claims for reason in set(_reasons(resolved)))
    return dict(sorted(reasons.items()))


def _reasons(resolved: ResolvedClaim) -> Iterator[str]:
    if resolved.claim.withdrawn is not None:
        return
    page = resolved.explainer.language
    tags = {
        found.source.language
        for found in resolved.evidence
        if isinstance(found, Evidence) and found.quotation.supports
    }
    if not tags and resolved.claim.derived is not None:
        tags = {page}
    for tag in tags:
        if unknown := [one for one in dict.fromkeys((page, tag)) if not _has_words(one)]:
            yield f"words of the language {' and '.join(unknown)} are not known"
        elif language_of(page) is not language_of(tag):
            yield f"the page is in {page}, the quotation in {tag}"


def _has_words(tag: str) -> bool:
    language = language_of(tag)
    return language is not None and language.lexicon is not None
