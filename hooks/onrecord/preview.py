"""What is shown while a site is served whose claims are not supported: the findings, on every page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from onrecord.check import Rejected
from onrecord.finding import Finding
from onrecord.page import Heading, Page
from onrecord.report import Style
from onrecord.reports.text import finding_as_text

MOST = 20
"""How many findings a banner shows; the log has them all."""


def banner(findings: tuple[Finding, ...]) -> str:
    """A box with the findings, escaped, for the top of every page."""
    more = f"\n... and {len(findings) - MOST} more in the log" if len(findings) > MOST else ""
    return (
        '<div class="admonition failure or-banner" role="alert">'
        '<p class="admonition-title">This site would not be built</p>'
        f"<pre>{_listed(findings[:MOST])}{more}</pre></div>\n"
    )


def placeholders(rejected: Rejected) -> Iterator[Page]:
    """At each explainer's address what is to be mended, in the place of the page."""
    for explainer in rejected.resolution.project.explainers:
        path, name = explainer.at.path, explainer.id
        here = tuple(f for f in rejected.findings if f.explainer == name or f.location.path == path)
        what = _listed(here) if here else "Nothing in this file: something else stops the build."
        html = (
            f'{banner(rejected.findings)}<h1 id="title">{escape(name)}</h1>\n'
            f"<p>This page is not shown until its claims are supported.</p>\n<pre>{what}</pre>\n"
        )
        title = (Heading(1, "title", name),)
        yield Page(name, name, html, headings=title, edit_path=path)


def _listed(findings: tuple[Finding, ...]) -> str:
    return "\n".join(escape(finding_as_text(finding, Style(width=90))) for finding in findings)
