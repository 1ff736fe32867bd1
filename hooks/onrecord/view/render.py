"""Templates to HTML: one environment, autoescaped, in which a misspelt name is an error."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.page import Settings
from onrecord.view import citing, dates, fingerprint, foldings, links, words

TEMPLATES = Path(__file__).parent.parent / "templates"


def render(template: str, page: str, settings: Settings, **values: Any) -> str:
    """The HTML that ``template`` makes for the page at path ``page``; every value in it is escaped."""
    return (
        _environment()
        .get_template(template)
        .render(page=page, settings=settings, link=partial(_link, page), **values)
    )


def _link(page: str, target: str, fragment: str = "") -> str:
    return links.link(target, page, fragment)


def _time(date: str) -> Markup:
    """A date in words, in ``<time>`` where it is certain."""
    said = dates.when(date)
    if not said.machine:
        return escape(said.words)
    return Markup('<time datetime="{}">{}</time>').format(said.machine, said.words)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        citation_text=citing.citation_text,
        fingerprint=fingerprint.fingerprint,
        FOLDINGS_PATH=links.FOLDINGS_PATH,
        count=words.count,
        direction=words.direction,
        folding_id=foldings.folding_id,
        folding_title=foldings.folding_title,
        language_name=words.language_name,
        edit_link=links.edit_link,
        report_link=links.report_link,
        rule_path=links.rule_path,
        source_path=links.source_path,
    )
    environment.filters.update(time=_time, when=dates.when, capitalised=words.capitalised)
    return environment
