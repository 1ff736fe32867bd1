"""A project since a git revision: what changed, whether it was accounted for, and what it touches."""

from __future__ import annotations

from msgspec import Struct

from onrecord.app import check_configured, today, with_findings
from onrecord.check import Rejected, Verified, check
from onrecord.finding import Finding
from onrecord.loaders.project import load_files, no_collecting
from onrecord.loaders.revision import commit_of, files_at
from onrecord.loaders.site import Configuration
from onrecord.model import Project
from onrecord.resolve import resolve
from onrecord.revision import Changes, changes, unexplained
from onrecord.second_opinion import SecondOpinion


class Revised(Struct, frozen=True):
    """A project that was checked, and what it was at a git ``revision``, whose id is ``commit``."""

    outcome: Verified | Rejected
    revision: str
    commit: str
    before: Project
    changes: Changes


def compare_revision(configuration: Configuration, revision: str) -> Revised:
    """Check the project, and hold it against what was published at a git ``revision``.

    Raises `Mistake` where git knows no such.
    """
    commit, before = _project_at(configuration, revision)
    outcome = check_configured(configuration)
    after = outcome.resolution.project
    outcome = with_findings(outcome, unexplained(before, after))
    return Revised(outcome, revision, commit, before, changes(before, after))


def _project_at(configuration: Configuration, revision: str, today: str = "") -> tuple[str, Project]:
    """The commit that ``revision`` names, and the project there, as `load_files` loads it ``today``."""
    commit = commit_of(configuration.root, revision)
    folders = configuration.facts, configuration.seeds
    with no_collecting():
        return commit, load_files(files_at(configuration.root, commit, folders), *folders, today)


def claims_diff(revised: Revised) -> str:
    """What changed since a revision as Markdown for reviewers, each claim beside its quotations."""
    from onrecord.claims_diff.document import claims_diff

    with no_collecting():
        return claims_diff(resolve(revised.before), revised.outcome, revised.commit, revised.revision)


def findings_since(
    configuration: Configuration,
    outcome: Verified | Rejected,
    findings: tuple[Finding, ...],
    revision: str,
    second: SecondOpinion | None = None,
) -> tuple[tuple[Finding, ...], int]:
    """Those of ``findings`` that what changed since a git ``revision`` touches, or brought.

    Comes with how many claims it touches. What is found outside the two folders, such as in the hand-written
    pages, is always among them. Raises `Mistake` where git knows no such revision.
    """
    from onrecord.touching import findings_touched, touched

    _, before = _project_at(configuration, revision, today({}))
    earlier = check(resolve(before), second).findings
    change = touched(before, outcome.resolution.project)
    return findings_touched(findings, earlier, change), len(change.claims)
