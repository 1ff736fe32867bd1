"""The rules for the site around the claims: hand-written pages before a build, finished pages after it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.finding import Finding, Severity
from onrecord.resolve import Resolution
from onrecord.rule import Rule


def _elsewhere(_resolution: Resolution) -> Iterable[Finding]:
    """Nothing: these rules look at pages, not at claims."""
    return ()


def about_the_site(name: str, sentence: str, what: str, why: str, mend: str) -> Rule:
    """A rule about pages or revisions, not about claims; the parts make its explanation."""
    parts = {"What it does": what, "Why it matters": why, "How to mend it": mend}
    explanation = sentence + "".join(f"\n\n## {heading}\n\n{part}" for heading, part in parts.items())
    return Rule(name, Severity.ERROR, _elsewhere, explanation)


PAGE_MISSING = about_the_site(
    "page-missing",
    "A page that readers must be able to reach is missing or empty.",
    "Reports that the page on how we check, the corrections policy or the page about the project is not in\n"
    "`docs/`, or holds hardly a word.",
    "A reader who doubts a claim must find out what was checked, how mistakes are corrected, and who\n"
    "answers for the site.",
    "Write the page. A site whose pages have other names says so in `mkdocs.yml` under `extra`, `onrecord`:\n"
    "`method`, `policy` and `about` are their addresses, and an empty one is not asked for.",
)
ADDRESS_TAKEN = about_the_site(
    "address-taken",
    "Two pages have one address.",
    "Reports a generated page whose address another generated page or a file in `docs/` has as well.",
    "Only one of the two would be published, and nothing would say which.",
    "Rename the explainer's file in `facts/`, or the file in `docs/`.",
)
INSERTION_UNKNOWN = about_the_site(
    "insertion-unknown",
    "A hand-written page asks for something that it cannot have.",
    "Reports a `[[name]]` in `docs/` that names no published claim and nothing else that can be shown, that\n"
    "stands inside a sentence although it takes the place of a paragraph, or that prints one claim twice.",
    "Readers would see the brackets instead of the claim.",
    "Write `[[explainer/claim-id]]` for a claim. The others stand alone on a line, between blank lines.\n"
    "Where only the brackets are meant, put them in code.",
)
BUILT_PAGE_MISSING = about_the_site(
    "built-page-missing",
    "A page that was to be published is not in the site.",
    "Reports a page that the claims make and the finished site does not have.",
    "A missing page often means that the site was built without the check.",
    "Build again with `onrecord build`, and see that `mkdocs.yml` names the hook.",
)
BUILT_PAGE_CHANGED = about_the_site(
    "built-page-changed",
    "A page of the site is not what the claims make.",
    "Compares each finished page with what the claims and sources make now, letter for letter and tag for\n"
    "tag, and reports the first place at which they differ, or that the page is hidden from readers.",
    "What was checked must be what is read.",
    "Build again with `onrecord build`. If it stays, the theme or an extension changes the page.",
)
BUILT_PAGE_EXTRA = about_the_site(
    "built-page-extra",
    "The site has a page that no claim makes.",
    "Reports a page among the claims, sources and rules, or one with claims on it, that nothing in\n"
    "`facts/` makes.",
    "It may be left over from claims that were since changed, and nothing has checked it.",
    "Build again into an empty folder, or with `onrecord build`.",
)
EXPORT_CHANGED = about_the_site(
    "export-changed",
    "A file for machines is not what the claims make.",
    "Compares each file that the claims make for machines (data, citations, feeds) with the one in the\n"
    "site, byte for byte, and reports one that is missing, changed or too many.",
    "Other programs quote what stands in these files, and their readers never see the page.",
    "Build again with `onrecord build`, and see that `mkdocs.yml` names the hook.",
)
SEARCH_MISSING = about_the_site(
    "search-missing",
    "The search index is missing or has too few pages.",
    "Reports a site whose search page has no index, or one of fewer pages than the claims make.",
    "A reader who searches would find nothing, and believe that nothing is there.",
    "Build again with `onrecord build`, and see that `mkdocs.yml` names the hook.",
)
INSERTION_CHANGED = about_the_site(
    "insertion-changed",
    "What a hand-written page shows of the claims is not what they make.",
    "Reports a claim, card or list on a hand-written page that is missing, changed, hidden or\n"
    "still in brackets.",
    "A claim stands on its evidence wherever it is printed.",
    "Build again with `onrecord build`, and see that `mkdocs.yml` names the hook.",
)
REPEATED_ID = about_the_site(
    "repeated-id",
    "Two elements of a page have one id.",
    "Reports an id that stands twice in a finished page.",
    "A link to it leads to the first only, and evidence may open at the wrong claim.",
    "Print a claim once on a hand-written page and link to it elsewhere; give headings different words.",
)
SITE_EMPTY = about_the_site(
    "site-empty",
    "There is no page in the site.",
    "Reports a folder without a single page.",
    "A comparison of nothing with nothing would pass.",
    "Build the site first, and name the folder it is in.",
)

SITE_RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in (
        *(PAGE_MISSING, ADDRESS_TAKEN, INSERTION_UNKNOWN, BUILT_PAGE_MISSING, BUILT_PAGE_CHANGED),
        *(BUILT_PAGE_EXTRA, EXPORT_CHANGED, SEARCH_MISSING, INSERTION_CHANGED, REPEATED_ID, SITE_EMPTY),
    )
}
"""These rules, by id."""
