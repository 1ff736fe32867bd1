"""MkDocs events to On Record: the only file that knows the site generator. (Thin line.)"""

from mkdocs.plugins import BasePlugin


class OnRecordPlugin(BasePlugin):  # type: ignore[type-arg]
    """The hook as an installable plugin."""
