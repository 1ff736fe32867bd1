"""What the head of every page links to: the exports beside it, the feeds of the site, the page's scripts."""

from __future__ import annotations

from collections.abc import Container

from markupsafe import Markup

from onrecord.page import Page, Settings

# A rel is a set of words, and a space ends one. Without it the theme takes every alternate for a translation
# of the site, and its script asks for a site map beside each.
_LINK = Markup('<link rel="{} " type="{}" href="{}" title="{}">\n')
_SCRIPT = Markup('<script type="module" src="{}"></script>\n')


def links_of(page: Page, settings: Settings, exports: Container[str]) -> str:
    """The links in the head of ``page`` to those exports that there are, and its scripts."""
    up = "../" * (page.path.count("/") + 1) if page.path else ""
    parts = [
        _LINK.format(offer.relation, offer.media_type, offer.name, offer.title)
        for offer in settings.offered(page.kind)
        if f"{page.path}/{offer.name}" in exports
    ]
    parts += [
        _LINK.format(offer.relation, offer.media_type, up + offer.name, offer.title)
        for offer in settings.offered("site")
        if offer.relation == "alternate"
    ]
    parts += [_SCRIPT.format(up + script) for script in page.scripts]
    return "".join(parts)
