"""Links and names in the heads of pages: signposts (signposting.org), Open Graph, and what citing tools read.

A page has the same few lines however much the site holds: claims point to their explainer, and which claims
an explainer has stands in its ``facts.json`` and in its JSON-LD.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from onrecord.check import Verified
from onrecord.export import ExportKind, Head
from onrecord.page import Settings
from onrecord.view.addresses import CARD, CARD_SIZE, FACTS, page_address
from onrecord.view.citing import LICENCE
from onrecord.view.claims import PrintedClaim
from onrecord.view.legible import one_line
from onrecord.view.links import link, source_path
from onrecord.view.published import FormerSource, PublishedExplainer, UsedSource, published

_LONGEST = 200


def heads(verified: Verified, settings: Settings) -> Iterator[Head]:
    """The lines for home, and for each explainer, claim (withdrawn ones too) and source, former ones too."""
    site = published(verified)
    yield "", "".join(_home(settings))
    for entry in site.explainers:
        shared = "".join(_shared(entry, settings))
        yield entry.path, "".join(_explainer(entry, settings)) + shared
        for claim in entry.all_claims():
            yield claim.path, "".join(_claim(entry, claim, settings)) + shared
    for used in site.sources.values():
        yield source_path(used.source.id), "".join(_source(used, settings))
    for former in site.former_sources.values():
        yield source_path(former.source.id), "".join(_former_source(former, settings))


def _home(settings: Settings) -> Iterator[str]:
    yield from _signposts("", "WebSite", settings)
    yield _property("og:type", "website")
    yield _property("og:title", settings.name)
    if settings.address:
        yield _property("og:url", settings.address)
        yield from _card("", settings.name, settings)


def _explainer(entry: PublishedExplainer, settings: Settings) -> Iterator[str]:
    written = entry.explainer
    yield from _signposts(entry.path, "Article", settings)
    yield from _preview(entry.path, "article", entry.title, written.description or entry.title, settings)
    if written.published:
        yield _property("article:published_time", written.published)
        yield _property("article:modified_time", entry.updated)
    yield from _citation(entry, settings)


def _claim(entry: PublishedExplainer, claim: PrintedClaim, settings: Settings) -> Iterator[str]:
    up = link(entry.path, claim.path)
    withdrawn = claim.claim.withdrawn is not None
    yield from _signposts(claim.path, "WebPage" if withdrawn else "Claim", settings)
    yield f'<link rel="collection" type="text/html" href="{up}">\n'
    yield f'<link rel="describedby" type="application/json" href="{up}{FACTS}">\n'
    title = ("Withdrawn: " if withdrawn else "Claim: ") + claim.opening
    said = "A claim that was withdrawn." if withdrawn else _with_words(claim)
    yield from _preview(claim.path, "article", title, said, settings)


def _source(used: UsedSource, settings: Settings) -> Iterator[str]:
    path = source_path(used.source.id)
    yield from _signposts(path, "CreativeWork", settings)
    said = f"A source, with the passages our claims rest on: {used.source.title}"
    yield from _preview(path, "website", used.name, said, settings)
    yield _property("og:site_name", settings.name)


def _former_source(former: FormerSource, settings: Settings) -> Iterator[str]:
    path = source_path(former.source.id)
    yield from _signposts(path, "WebPage", settings)
    said = "This source was taken down." if former.source.taken_down else "No claim rests on it any more."
    yield from _preview(path, "website", former.name, said, settings)
    yield _property("og:site_name", settings.name)


def _with_words(claim: PrintedClaim) -> str:
    """A claim with the words that it rests on, so that it does not travel without them."""
    words = next((passage.words for passage in claim.passages if passage.carries), "")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition(" ")[0] or words[:_LONGEST]
        words = f"{words} […]"
    return f"{claim.claim.text} The source: “{words}”" if words else str(claim.claim.text)


def _signposts(path: str, kind: str, settings: Settings) -> Iterator[str]:
    if settings.address:
        yield _link("cite-as", page_address(settings, path, path))
    yield _link("type", f"https://schema.org/{kind}")


def _preview(path: str, kind: str, title: str, description: str, settings: Settings) -> Iterator[str]:
    """What a link to the page looks like elsewhere (Open Graph)."""
    yield _property("og:type", kind)
    yield _property("og:title", title)
    yield _property("og:description", description)
    if settings.address:
        yield _property("og:url", page_address(settings, path, path))


def _shared(entry: PublishedExplainer, settings: Settings) -> Iterator[str]:
    """What an explainer and its claims share: licence, site and, with a full address, the picture."""
    yield _link("license", LICENCE)
    yield _property("og:site_name", settings.name)
    if settings.address:
        yield from _card(entry.path, entry.title, settings)


def _card(path: str, title: str, settings: Settings) -> Iterator[str]:
    """The picture of the page at ``path``, which lies beside it."""
    yield _property("og:image", page_address(settings, path, path) + CARD)
    yield _property("og:image:width", str(CARD_SIZE[0]))
    yield _property("og:image:height", str(CARD_SIZE[1]))
    yield _property("og:image:alt", title)
    yield _meta("twitter:card", "summary_large_image")


def _citation(entry: PublishedExplainer, settings: Settings) -> Iterator[str]:
    """What citing tools read. There is no author: explainers name none."""
    yield _meta("citation_title", entry.title)
    if entry.explainer.published:
        yield _meta("citation_publication_date", entry.explainer.published.replace("-", "/"))
    yield _meta("citation_publisher", settings.name)
    yield _meta("citation_language", entry.explainer.language)
    if settings.address:
        yield _meta("citation_public_url", page_address(settings, entry.path, entry.path))


def _link(relation: str, address: str) -> str:
    return f'<link rel="{relation}" href="{escape(address)}">\n'


def _property(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{escape(one_line(content))}">\n'


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(one_line(content))}">\n'


EXPORT_KIND = ExportKind(heads=heads)
