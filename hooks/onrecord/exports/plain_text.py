"""Plain text for machines that read prose: each explainer, an index of the site, and all in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.check import Verified
from onrecord.export import Export, ExportKind
from onrecord.page import Offer, Settings
from onrecord.view.account import figures, summary
from onrecord.view.addresses import file_address, page_address
from onrecord.view.dates import when
from onrecord.view.links import source_path
from onrecord.view.markdown import anchor, literal
from onrecord.view.plain import READING, PlainForm
from onrecord.view.published import FormerSource, Published, PublishedExplainer, published

MOST_LISTED = 100
"""How many explainers the index lists."""

_WHAT = "Explainers in which every sentence stands on words that are really in a source."
_CHECKED = (
    "A program found each quotation in its source. Whether what a source says is true was not checked, "
    "and nothing was compared with the world outside the sources."
)
_NAME = "explainer.txt"


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """``explainer.txt`` beside each explainer, and ``llms.txt`` and ``llms-full.txt`` at the root."""
    site = published(verified)
    everything = list(_beginning(settings))
    for entry in site.explainers:
        yield _file(f"{entry.path}/{_NAME}", PlainForm(entry, settings, entry.path).lines())
        everything.extend(PlainForm(entry, settings, "", depth=2).lines())
    yield _file("llms.txt", _index(site, settings))
    yield _file("llms-full.txt", everything)


def _file(path: str, lines: Iterable[str]) -> Export:
    return Export(path, ("\n".join(lines).rstrip("\n") + "\n").encode())


def _index(site: Published, settings: Settings) -> Iterator[str]:
    """The site in the form of https://llmstxt.org: name, what it is, and lists of links under headings."""
    yield from _beginning(settings)
    listed = site.explainers[:MOST_LISTED]
    if len(listed) < len(site.explainers):
        yield from (f"Listed are the newest {len(listed):,} of {len(site.explainers):,} explainers.", "")
    yield from ("## Explainers", "")
    yield from (_listed(entry, settings) for entry in listed)
    yield from ("", "## Corrections", "")
    corrections = page_address(settings, "corrections", "")
    feed = file_address(settings, "corrections", "feed.json", "")
    yield f"- {anchor('Corrections', corrections)}: what was said before, what is said now, and why"
    yield f"- {anchor('Corrections as a feed', feed)}: the newest ones, as JSON Feed"
    gone = [former for former in site.former_sources.values() if former.source.taken_down]
    if gone:
        yield from ("", "## Sources that were taken down", "")
        yield from (_taken_down(former, settings) for former in gone)
    yield from ("", "## Optional", "")
    if settings.method:
        method = page_address(settings, settings.method, "")
        yield f"- {anchor('How we check', method)}: what was checked, and what was not"
    everything = file_address(settings, "", "llms-full.txt", "")
    yield f"- {anchor('Everything', everything)}: all explainers with all their evidence, in one file"


def _beginning(settings: Settings) -> Iterator[str]:
    yield from (f"# {literal(settings.name)}", "", f"> {_WHAT}", "", f"{_CHECKED} {READING}", "")


def _taken_down(former: FormerSource, settings: Settings) -> str:
    source = former.source
    assert source.taken_down is not None
    day = when(source.taken_down.date).words
    told = f"taken down on {day}. {source.taken_down.why} SHA-256: {source.sha256}"
    return f"- {anchor(former.name, page_address(settings, source_path(source.id), ''))}: {literal(told)}"


def _listed(entry: PublishedExplainer, settings: Settings) -> str:
    counted = summary(figures(entry.claims.values(), entry.origins))
    date = entry.explainer.published
    published_on = f"; published {when(date).words}" if date else ""
    told = f"{entry.explainer.description or ''} ({counted}{published_on})"
    return f"- {anchor(entry.title, file_address(settings, entry.path, _NAME, ''))}: {literal(told)}"


EXPORT_KIND = ExportKind(
    offers=(Offer("explainer", _NAME, "Plain text", "text/plain"),),
    exports=exports,
)
