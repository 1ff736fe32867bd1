"""``pytest --onrecord``: every claim of a project as a test, and one test for whatever else is wrong.

pytest loads this module wherever On Record is installed, so it imports nothing of it before it is asked to.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from onrecord.check import Rejected, Verified
    from onrecord.finding import Finding

_EVERYTHING_ELSE = "everything-else"


class OnRecordWarning(pytest.PytestWarning):
    """A finding that is no error; ``-W error`` makes a failure of it."""


class FactFile(pytest.File):
    """A fact file; each of its claims is a test."""

    def collect(self) -> list[pytest.Item]:
        """Nothing: the claims are made when the whole project was checked."""
        return []


class Project(pytest.Collector):
    """The project as a whole, for what belongs to no claim."""

    def collect(self) -> list[pytest.Item]:
        """Nothing, as in `FactFile`."""
        return []


class FindingsItem(pytest.Item):
    """The findings about one claim, or about everything else: it fails where one of them is an error."""

    def __init__(self, *, findings: tuple[Finding, ...], line: int | None, **rest: Any) -> None:
        super().__init__(**rest)
        self.findings = findings
        self.line = line

    def runtest(self) -> None:
        """Warn of the warnings, and raise `Faulty` where there is an error."""
        from onrecord.finding import Severity
        from onrecord.report import in_one_line

        for finding in self.findings:
            if finding.severity is Severity.WARNING:
                self.warn(OnRecordWarning(in_one_line(finding)))
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        if errors:
            raise Faulty(errors)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings as ``onrecord check`` prints them."""
        return (
            str(excinfo.value) if isinstance(excinfo.value, Faulty) else super().repr_failure(excinfo, style)
        )

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Where the claim stands."""
        return self.path, self.line, self.name


class Faulty(Exception):
    """There are errors; as a string, all of them with their places and what mends them."""

    def __init__(self, findings: list[Finding]) -> None:
        from onrecord.report import Style
        from onrecord.reports.text import finding_as_text

        super().__init__("\n".join(finding_as_text(finding, Style()) for finding in findings))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--onrecord``."""
    parser.getgroup("onrecord").addoption(
        "--onrecord",
        nargs="?",
        const="",
        metavar="DIR",
        help="test every claim of the On Record project in DIR (default: pytest's root folder)",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add the claims to what was collected, before ``-k`` chooses among it."""
    chosen: str | None = config.getoption("onrecord")
    if chosen is not None:
        root = config.invocation_params.dir / chosen if chosen else config.rootpath
        added = _tests(session, Path(os.path.normpath(root)))
        items.extend(added)
        report = pytest.CollectReport("onrecord", "passed", None, [*added])  # else they are not counted
        session.ihook.pytest_collectreport(report=report)


def _tests(session: pytest.Session, root: Path) -> list[FindingsItem]:
    from onrecord.mistake import Mistake

    try:
        return _items(session, root, _checked(root))
    except Mistake as mistake:
        raise pytest.UsageError(f"--onrecord: {mistake}") from mistake


def _checked(root: Path) -> Verified | Rejected:
    from onrecord import app
    from onrecord.mistake import Mistake

    configuration = app.configure(root)
    if not any((root / name).exists() for name in (configuration.facts, configuration.seeds)):
        raise Mistake(f"there is no project in {root}: it has no facts/ and no seeds/")
    return app.check_configured(configuration)


def _items(session: pytest.Session, root: Path, outcome: Verified | Rejected) -> list[FindingsItem]:
    """One test for each claim, in the order of the files, and one for the findings that are about none."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in outcome.findings:
        found.setdefault((finding.explainer, finding.claim), []).append(finding)
    items = []
    for explainer in outcome.resolution.project.explainers:
        parent = FactFile.from_parent(session, path=root / explainer.at.path)
        for id, claim in {str(claim.id): claim for claim in explainer.claims}.items():
            start = claim.at.start
            findings = tuple(found.pop((explainer.id, id), ()))
            line = start.line - 1 if start else None
            items.append(FindingsItem.from_parent(parent, name=id, findings=findings, line=line))
    rest = tuple(finding for group in found.values() for finding in group)
    whole = Project.from_parent(session, name="onrecord", path=root, nodeid="onrecord")
    items.append(FindingsItem.from_parent(whole, name=_EVERYTHING_ELSE, findings=rest, line=None))
    return items
