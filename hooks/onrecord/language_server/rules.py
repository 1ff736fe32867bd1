"""What is said of rules: in a sentence, and where a site has a page about each."""

from __future__ import annotations

from functools import cache

from onrecord.check import all_rules
from onrecord.revision_rules import REVISION_RULES
from onrecord.rule import Rule
from onrecord.site_rules import SITE_RULES


@cache
def rules() -> dict[str, Rule]:
    """Every rule by id."""
    return {**all_rules(), **SITE_RULES, **REVISION_RULES}


def first_sentence(rule: Rule) -> str:
    """What a rule says in a sentence."""
    return " ".join(rule.explanation.strip().partition("\n\n")[0].split())


def page_of(rule: str, address: str) -> str:
    """The address of the page about a rule on the site at ``address``; empty where that is not known."""
    return f"{address.rstrip('/')}/rules/{rule}/" if address else ""
