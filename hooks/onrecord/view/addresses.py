"""Where pages are for readers of files that travel, and names that such files know them by for ever."""

from __future__ import annotations

from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from onrecord.model import Explainer
from onrecord.page import Settings
from onrecord.view.changes import is_renaming
from onrecord.view.links import link

FACTS = "facts.json"
"""The file beside an explainer that has all its claims."""
CARD = "card.png"
"""The picture beside an explainer, or of the site at its root."""
CARD_SIZE = (1200, 630)
"""Width and height of such a picture in pixels, as Open Graph has them."""


def page_address(settings: Settings, target: str, here: str, fragment: str = "") -> str:
    """The address of the page at path ``target``, for a file beside the page at path ``here``.

    It is absolute where the site has an address, and else relative to the file.
    """
    if not settings.address:
        return link(target, here, fragment)
    down = f"{quote(target)}/" if target else ""
    return settings.address + down + (f"#{quote(fragment)}" if fragment else "")


def file_address(settings: Settings, page: str, name: str, here: str) -> str:
    """The address of the file ``name`` beside the page at path ``page``, as `page_address` gives it."""
    return page_address(settings, page, here).removesuffix("./") + name


def identity(settings: Settings, path: str, fragment: str = "") -> str:
    """The name (an IRI) by which feeds know the page at ``path``, or the place ``fragment`` of it, for ever.

    With an address it is the page's. Without one it is a name-based UUID (RFC 9562) of the site's name and
    the path: `tag:` would need a domain that the site does not have.
    """
    if settings.address:
        return page_address(settings, path, "", fragment)
    return uuid5(NAMESPACE_URL, f"onrecord:{settings.name}/{path}#{fragment}").urn


def first_name(explainer: Explainer) -> str:
    """The id under which an explainer was published first: a new name makes no new entry in a feed."""
    former = [retired for retired in explainer.retired if is_renaming(explainer, retired)]
    return str(min(former, key=lambda retired: retired.date).id) if former else explainer.id
