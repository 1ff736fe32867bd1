"""Corrections: what was said before, what is said now, what is gone, and why, newest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.check import Verified
from onrecord.page import Heading, Insertion, Page, PageKind, Settings
from onrecord.view.changes import Change, changes
from onrecord.view.dates import when
from onrecord.view.published import published
from onrecord.view.render import render
from onrecord.view.sheets import Sheet, sheets

PATH = "corrections"
TITLE = "Corrections"
ON_A_PAGE = 100


def pages(verified: Verified, settings: Settings) -> Iterator[Page]:
    """The pages of corrections; one that says so when there are none."""
    found = changes(published(verified))
    times = Counter(change.explainer.path for change in found if change.explainer)
    for sheet in sheets(PATH, found, ON_A_PAGE):
        yield _page(sheet, times, settings)


def _page(sheet: Sheet[Change], times: Counter[str], settings: Settings) -> Page:
    trail = sheet.trail((TITLE, PATH))
    corrected = {change.explainer.path: change.explainer for change in sheet.items if change.explainer}
    per_explainer = [(entry, times[path]) for path, entry in corrected.items()]
    headings = [Heading(1, "title", sheet.title(TITLE))]
    headings.extend(_headings(sheet.items))
    return Page(
        path=sheet.path,
        kind="corrections",
        title=sheet.title(TITLE),
        html=render(
            "corrections.html", sheet.path, settings, sheet=sheet, per_explainer=per_explainer, trail=trail
        ),
        description="Every correction, withdrawal and takedown, with what was said before, and why.",
        headings=tuple(headings),
        updated=sheet.items[0].date if sheet.items else "",
        trail=trail,
    )


def _headings(found: Iterable[Change]) -> Iterator[Heading]:
    """Each change by its day and the first words of its claim, numbered where both come again."""
    names: Counter[str] = Counter()
    for change in found:
        name = f"{when(change.date).words}: {change.opening}"
        names[name] += 1
        yield Heading(2, f"{change.id}-title", f"{name} ({names[name]})" if names[name] > 1 else name)


def insertions(verified: Verified, settings: Settings) -> Iterator[tuple[str, Insertion]]:
    """The latest corrections as ``latest-corrections``."""
    found = changes(published(verified))
    yield (
        "latest-corrections",
        lambda page: render("latest_corrections.html", page, settings, changes=found).strip(),
    )


PAGE_KIND = PageKind(pages, insertions)
