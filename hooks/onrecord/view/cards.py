"""Cards: an explainer in a few lines, wherever several are listed."""

from __future__ import annotations

from msgspec import Struct

from onrecord.view.account import figures, summary
from onrecord.view.claims import PrintedClaim
from onrecord.view.published import PublishedExplainer


class Card(Struct, frozen=True):
    """An explainer in a list: the first claim of its short answer, where it has one, and what it rests on."""

    entry: PublishedExplainer
    first: PrintedClaim | None
    summary: str


def card(entry: PublishedExplainer) -> Card:
    """The card of ``entry``."""
    answer = entry.named(entry.outline.answer[:1])
    return Card(entry, answer[0] if answer else None, summary(figures(entry.claims.values(), entry.origins)))
