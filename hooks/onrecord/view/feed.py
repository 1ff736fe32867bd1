"""What the feeds of the site hold, whatever their format: new explainers, and what was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from msgspec import Struct

from onrecord.page import Settings
from onrecord.view.account import caveat
from onrecord.view.addresses import file_address, first_name, identity, page_address
from onrecord.view.changes import Change, changes
from onrecord.view.citing import holds_as_of
from onrecord.view.claims import Passage, PrintedClaim
from onrecord.view.legible import one_line
from onrecord.view.published import Published, PublishedExplainer
from onrecord.view.render import render
from onrecord.view.words import capitalised

MOST_ENTRIES = 50
"""How many entries a feed has at most; the site's pages have all."""

NEVER = "1970-01-01"
"""As of when a feed is that has nothing dated in it."""

_WITHOUT_ANSWER = 3
"""How many claims stand for an explainer that has no short answer."""


class Entry(Struct, frozen=True):
    """An entry of a feed: texts of one line each, ``html`` escaped and without scripts, dates ISO 8601."""

    id: str
    address: str
    title: str
    language: str
    published: str
    updated: str
    summary: str
    html: str


class Feed(Struct, frozen=True):
    """A feed, which lies beside the page at ``path``; ``updated`` is the day of its latest change.

    ``home`` is the address of that page. ``addresses`` are the feed's own by file name, none where the site
    has no address.
    """

    path: str
    id: str
    title: str
    author: str
    description: str
    home: str
    addresses: dict[str, str]
    updated: str
    entries: tuple[Entry, ...]


def feeds(site: Published, settings: Settings) -> tuple[Feed, Feed]:
    """The feed of explainers and that of corrections."""
    latest = max((entry.updated for entry in site.explainers if is_day(entry.updated)), default=NEVER)
    written = (_explainer(entry, settings) for entry in site.explainers if is_day(entry.updated))
    changed = (_change(change, settings) for change in changes(site) if is_day(change.date))
    return (
        _feed("", settings.name, "New explainers, each with its short answer.", written, latest, settings),
        _feed(
            "corrections",
            f"{settings.name}: corrections",
            "What was said before, what is said now, and why.",
            changed,
            latest,
            settings,
        ),
    )


def is_day(text: str) -> bool:
    """Whether ``text`` is a day of the calendar in the form ``2025-04-17``."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _feed(
    path: str, title: str, description: str, entries: Iterable[Entry], latest: str, settings: Settings
) -> Feed:
    kept = tuple(entry for entry, _ in zip(entries, range(MOST_ENTRIES), strict=False))
    names = ("feed.atom", "feed.json") if settings.address else ()
    return Feed(
        path=path,
        id=identity(settings, path),
        title=one_line(title),
        author=one_line(settings.name),
        description=description,
        home=page_address(settings, path, path),
        addresses={name: file_address(settings, path, name, path) for name in names},
        updated=max((entry.updated for entry in kept), default=latest),
        entries=kept,
    )


def _explainer(entry: PublishedExplainer, settings: Settings) -> Entry:
    claims = entry.named(entry.outline.answer) or tuple(entry.in_order()[:_WITHOUT_ANSWER])
    published = str(entry.explainer.published or "")
    return Entry(
        id=identity(settings, first_name(entry.explainer)),
        address=page_address(settings, entry.path, ""),
        title=one_line(entry.title),
        language=entry.explainer.language,
        published=published if is_day(published) else "",
        updated=entry.updated,
        summary=one_line(entry.explainer.description or ""),
        html=_html(
            "feed_explainer.html",
            "",
            settings,
            entry=entry,
            claims=[(claim, holds_as_of(claim, entry)) for claim in claims],
            derived_from=partial(_inputs, entry),
            caveat=caveat(entry),
        ),
    )


def _inputs(entry: PublishedExplainer, claim: PrintedClaim) -> Iterator[Passage]:
    """The passages of the claims from which ``claim`` is worked out."""
    for other in entry.named(claim.claim.derived.claims if claim.claim.derived else ()):
        yield from other.passages


def _change(change: Change, settings: Settings) -> Entry:
    entry = change.explainer
    place = first_name(entry.explainer) + change.id.removeprefix(entry.path) if entry else change.id
    return Entry(
        id=identity(settings, "corrections", place),
        address=page_address(settings, change.address, "corrections"),
        title=one_line(f"{capitalised(change.kind)}: {change.opening}"),
        language=entry.explainer.language if entry else "en",
        published=change.date,
        updated=change.date,
        summary=one_line(change.why),
        html=_html("feed_change.html", "corrections", settings, change=change),
    )


def _html(template: str, here: str, settings: Settings, **values: object) -> str:
    def address(target: str) -> str:
        return page_address(settings, target, here)

    return one_line(render(template, here, settings, address=address, **values))
