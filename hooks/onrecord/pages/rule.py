"""Rules: a page for each, made from the explanation in its file, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from onrecord.check import Verified, all_rules
from onrecord.finding import Severity
from onrecord.page import Heading, Insertion, Page, PageKind, Settings
from onrecord.rule import Rule
from onrecord.view.explanation import Block, Run, body, runs, title
from onrecord.view.indexed import indexed_rule
from onrecord.view.links import rule_path
from onrecord.view.render import render

PATH = "rules"
SEVERITIES = {
    Severity.ERROR: "error: the site is not built",
    Severity.WARNING: "warning: it is printed and counted",
}
GROUPS = {
    "claims": "What a claim says, beside its quotations",
    "quotations": "Quotations, sources and files",
}
"""The names of the two groups: rules from which a reviewer can make an exception, and all others."""


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """The list of rules, and a page for each."""
    rules = list(all_rules().values())
    groups = _groups(rules)
    yield Page(
        path=PATH,
        title="Rules",
        html=render("rules.html", PATH, settings, listing=_listing(PATH, settings, groups, 2)),
        description="What a program checks before anything is published, rule by rule.",
        headings=(
            Heading(1, "title", "Rules"),
            *(Heading(2, group, GROUPS[group]) for group, _ in groups),
        ),
    )
    paths = [rule_path(rule.id) for rule in rules]
    for number, rule in enumerate(rules):
        previous = paths[number - 1] if number else PATH
        yield _page(rule, previous, "".join(paths[number + 1 : number + 2]), settings)


def insertions(verified: Verified, settings: Settings) -> Iterator[tuple[str, Insertion]]:
    """The list of rules as ``rules``."""
    groups = _groups(list(all_rules().values()))
    yield "rules", lambda page: _listing(page, settings, groups, 3)


def _page(rule: Rule, previous: str, following: str, settings: Settings) -> Page:
    path = rule_path(rule.id)
    blocks = list(body(rule.explanation))
    html = render(
        "rule.html",
        path,
        settings,
        rule=rule,
        title=runs(title(rule.explanation)),
        severities=SEVERITIES,
        blocks=blocks,
    )
    return Page(
        path=path,
        index=indexed_rule(rule),
        title=f"Rule {rule.id}",
        html=html,
        description=title(rule.explanation),
        headings=(Heading(1, "title", rule.id), *_headings(blocks)),
        trail=(("Rules", PATH),),
        previous=previous,
        next=following,
    )


def _headings(blocks: list[Block]) -> Iterator[Heading]:
    for number, block in enumerate(blocks, 1):
        if block.kind == "heading":
            yield Heading(2, f"part-{number}", "".join(run.text for run in block.runs))


Groups = list[tuple[str, list[tuple[Rule, tuple[Run, ...]]]]]


def _groups(rules: list[Rule]) -> Groups:
    found: Groups = []
    for group in GROUPS:
        of_it = [rule for rule in rules if rule.waivable == (group == "claims")]
        if of_it:
            found.append((group, [(rule, runs(title(rule.explanation))) for rule in of_it]))
    return found


def _listing(page: str, settings: Settings, groups: Groups, level: int) -> Markup:
    return Markup(render("rule_list.html", page, settings, groups=groups, names=GROUPS, level=level).strip())


PAGE_KIND = PageKind(pages, insertions)
