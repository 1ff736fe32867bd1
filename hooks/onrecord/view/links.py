"""Addresses of pages and of the places in them."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from onrecord.page import Settings
from onrecord.text import Span, slug

FOLDINGS_PATH = "foldings"
"""The path of the page of foldings."""


def link(target: str, page: str, fragment: str = "") -> str:
    """The relative link from the page at path ``page`` to ``fragment`` of the page at path ``target``.

    Paths have no slashes at their ends; the empty path is the site's root.
    """
    place = f"#{quote(fragment)}" if fragment else ""
    if target == page and place:
        return place
    up = "../" * (page.count("/") + 1) if page else ""
    down = f"{quote(target)}/" if target else ""
    return (up + down or "./") + place


def claim_path(explainer: str, claim: str) -> str:
    """The path of a claim's own page."""
    return f"claims/{explainer}/{claim}"


def source_path(source: str) -> str:
    """The path of a source's page."""
    return f"sources/{source}"


def topic_path(topic: str) -> str:
    """The path of a topic's page."""
    return f"topics/{slug(topic)}"


def entity_path(key: str) -> str:
    """The path of the page of a person, an organisation or a place; ``key`` is what it is known by."""
    return f"entities/{key}"


def rule_path(rule: str) -> str:
    """The path of a rule's page."""
    return f"rules/{rule}"


def mark_id(span: Span) -> str:
    """The id of a used passage on its source's page: made of offsets, which a pinned text never moves."""
    return f"s-{span.start}-{span.end}"


def report_link(settings: Settings, subject: str) -> str:
    """Where a reader reports a problem, with the form's subject filled in; empty without a repository."""
    if not settings.repository:
        return ""
    asked = {"template": "report-a-claim.yml"}
    if subject:
        asked |= {"title": f"Problem with {subject}", "claim": subject}
    return f"{settings.repository}/issues/new?{urlencode(asked)}"


def edit_link(settings: Settings, path: str) -> str:
    """Where a contributor edits the project file at ``path``; empty without a repository."""
    if not settings.repository:
        return ""
    return f"{settings.repository}/edit/{quote(settings.branch)}/{quote(path)}"


def history_link(settings: Settings, path: str) -> str:
    """Where a reader sees every change to the project file at ``path``; empty without a repository."""
    if not settings.repository:
        return ""
    return f"{settings.repository}/commits/{quote(settings.branch)}/{quote(path)}"
