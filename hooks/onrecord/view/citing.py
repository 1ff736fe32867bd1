"""What a citation says of an explainer and of a source, and as of when a claim holds."""

from __future__ import annotations

from msgspec import Struct

from onrecord.model import Source
from onrecord.page import Settings
from onrecord.view.account import written_in
from onrecord.view.addresses import page_address
from onrecord.view.claims import PrintedClaim
from onrecord.view.dates import when
from onrecord.view.legible import one_line
from onrecord.view.published import PublishedExplainer, sources_of

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of our own words."""

LICENCE_WORDS = "Our words: CC BY 4.0. Quoted words belong to their owners."

VERSION_DIGITS = 12
"""How many digits of a fingerprint a citation names."""


class Cited(Struct, frozen=True):
    """An explainer or a source as bibliographies list it; every text is on one line.

    ``type`` is a type of the Citation Style Language. ``certain`` is the date where it is known and stated:
    year, month (1-based) and day, or the first of these. ``date_words`` says any date in words; ``circa`` is
    whether it is uncertain or inferred. ``accessed`` is like ``certain``. What is not known is empty.
    """

    id: str
    type: str
    title: str
    author: str = ""
    container: str = ""
    publisher: str = ""
    certain: tuple[int, ...] = ()
    date_words: str = ""
    circa: bool = False
    accessed: tuple[int, ...] = ()
    url: str = ""
    version: str = ""
    language: str = "en"
    notes: tuple[str, ...] = ()


def cited_explainer(entry: PublishedExplainer, settings: Settings, fingerprint: str) -> Cited:
    """An explainer, by the site as its author; ``fingerprint`` is that of its content."""
    published = str(entry.explainer.published or "")
    version = fingerprint[:VERSION_DIGITS]
    changed = f"last changed {when(entry.updated).words}" if entry.updated != published else ""
    return Cited(
        id=f"explainer-{entry.path}",
        type="webpage",
        title=one_line(entry.title),
        author=one_line(settings.name),
        container=one_line(settings.name),
        certain=_certain(published),
        date_words=one_line(when(published).words),
        url=page_address(settings, entry.path, entry.path) if settings.address else "",
        version=version,
        language=entry.explainer.language,
        notes=tuple(one_line(note) for note in (changed, f"version {version}", LICENCE_WORDS) if note),
    )


def cited_source(source: Source) -> Cited:
    """A source, with what is known of it; what kind of document it is, nobody said."""
    url = one_line(source.url or "")
    notes = [f"dateline: {source.dateline}" if source.dateline else ""]
    notes += [f"archived copy: {source.archived}" if source.archived else ""]
    notes += [f"SHA-256 of the text as we have it: {source.digest or source.sha256}"]
    inferred = source.published_basis == "inferred"
    date = str(source.published or "")
    return Cited(
        id=f"source-{source.id}",
        type="document",
        title=one_line(source.title),
        author=one_line(source.author or ""),
        publisher=one_line(source.publisher or ""),
        certain=() if inferred else _certain(date),
        date_words=one_line(dated(source)),
        circa=inferred or any(mark in date for mark in "?~%X"),
        accessed=_certain(str(source.retrieved or "")),
        url=url if url.startswith(("https://", "http://")) else "",
        language=one_line(source.language),
        notes=tuple(one_line(note) for note in notes if note),
    )


def _certain(date: str) -> tuple[int, ...]:
    """Year, month and day of ``date``, as far as it gives them; none where it is uncertain or a range."""
    return tuple(map(int, when(date).machine[:10].split("-"))) if when(date).machine else ()


def citation_text(entry: PublishedExplainer, settings: Settings) -> str:
    """The citation of an explainer in one line; with its address only where the site has one."""
    stop = "" if entry.title.endswith(("?", "!", ".")) else "."
    address = page_address(settings, entry.path, entry.path) if settings.address else ""
    return " ".join(
        part for part in (f"{entry.title}{stop}", f"{settings.name}.", _dated(entry), address) if part
    )


def _dated(entry: PublishedExplainer) -> str:
    published = str(entry.explainer.published or "")
    if not published:
        return ""
    changed = f", last changed {when(entry.updated).words}" if entry.updated != published else ""
    return f"Published {when(published).words}{changed}."


def dated(source: Source) -> str:
    """When a source was published, in words that say whether we inferred it; empty where it is not known."""
    if not source.published:
        return ""
    inferred = ", inferred by us" if source.published_basis == "inferred" else ""
    return when(source.published).words + inferred


def holds_as_of(claim: PrintedClaim, entry: PublishedExplainer) -> str:
    """As of when a claim holds, for every claim: its own date, or that of the sources it rests on.

    A claim that rests on none by itself holds as of all sources of its explainer.
    """
    stated = claim.claim.as_of
    if stated and stated != "source":
        return when(stated).words
    written = written_in({str(one.id): one for one in sources_of(claim)}.values() or entry.sources)
    return "the source, which is undated" if written == "undated" else written
