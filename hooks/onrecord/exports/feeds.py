"""Feeds of explainers and of corrections: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from html import escape
from typing import Any

from feedgenerator import Atom1Feed

from onrecord.check import Verified
from onrecord.export import Export, ExportKind
from onrecord.page import Offer, Settings
from onrecord.view.citing import LICENCE_WORDS
from onrecord.view.feed import Entry, Feed, feeds
from onrecord.view.published import published

JSON_VERSION = "https://jsonfeed.org/version/1.1"
_ATOM, _JSON = "feed.atom", "feed.json"
_ATOM_TYPE, _JSON_TYPE = "application/atom+xml", "application/feed+json"


class _Atom(Atom1Feed):
    """Atom without the clock that the library falls back on, and with the language of each entry."""

    def latest_post_date(self) -> datetime:
        return _moment(self.feed["latest"])

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]}


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """``feed.atom`` and ``feed.json`` at the root and beside the page of corrections."""
    for feed in feeds(published(verified), settings):
        folder = f"{feed.path}/" if feed.path else ""
        yield Export(folder + _ATOM, atom(feed))
        yield Export(folder + _JSON, json_feed(feed))


def atom(feed: Feed) -> bytes:
    """``feed`` in Atom (RFC 4287), UTF-8."""
    made = _Atom(
        title=feed.title,
        link=feed.home,
        description=feed.description,
        language="en",
        author_name=feed.author,
        feed_url=feed.addresses.get(_ATOM),
        feed_guid=feed.id,
        feed_copyright=LICENCE_WORDS,
        latest=feed.updated,
    )
    for entry in feed.entries:
        made.add_item(
            title=entry.title,
            link=entry.address,
            description=escape(entry.summary, quote=False) or None,
            unique_id=entry.id,
            pubdate=_moment(entry.published) if entry.published else None,
            updateddate=_moment(entry.updated),
            content=entry.html,
            language=entry.language,
        )
    return f"{made.writeString('utf-8')}\n".encode()


def _moment(day: str) -> datetime:
    """The beginning of a day. It has no zone: the library writes ``Z`` for such a one, and so it is UTC."""
    return datetime.fromisoformat(day)


def json_feed(feed: Feed) -> bytes:
    """``feed`` in JSON Feed 1.1, UTF-8."""
    made: dict[str, object] = {"version": JSON_VERSION, "title": feed.title, "description": feed.description}
    if feed.addresses:
        made |= {"home_page_url": feed.home, "feed_url": feed.addresses[_JSON]}
    made |= {"authors": [{"name": feed.author}], "language": "en"}
    made["items"] = [_item(entry) for entry in feed.entries]
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry) -> dict[str, str]:
    made = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": f"{entry.published}T00:00:00Z" if entry.published else "",
        "date_modified": f"{entry.updated}T00:00:00Z",
        "language": entry.language,
    }
    return {key: value for key, value in made.items() if value}


def _offers(kind: str, of: str) -> tuple[Offer, ...]:
    return (
        Offer(kind, _ATOM, f"{of} (Atom)", _ATOM_TYPE),
        Offer(kind, _JSON, f"{of} (JSON Feed)", _JSON_TYPE),
    )


EXPORT_KIND = ExportKind(
    offers=(*_offers("site", "New explainers"), *_offers("corrections", "Corrections")),
    exports=exports,
)
