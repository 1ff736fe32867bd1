"""A project since a git revision: what changed, whether it was accounted for, and what it touches."""

from __future__ import annotations

from msgspec import Struct

from onrecord.app import check_configured, today, with_findings
from onrecord.check import Rejected, Verified, check
from onrecord.finding import Finding
from onrecord.loaders.project import load_files, no_collecting
from onrecord.loaders.revision import commit_of, files_at, shared_commit
from onrecord.loaders.site import Configuration
from onrecord.model import Project
from onrecord.resolve import resolve
from onrecord.revision import Changes, changes, unexplained
from onrecord.second_opinion import SecondOpinion


class Revised(Struct, frozen=True):
    """A project that was checked, and what it was at ``commit``, which somebody named by ``revision``.

    ``has_moved_on`` tells that what they named is later than ``commit``, at which the project left it.
    """

    outcome: Verified | Rejected
    revision: str
    commit: str
    before: Project
    changes: Changes
    has_moved_on: bool = False


def compare_revision(configuration: Configuration, revision: str) -> Revised:
    """Check the project, and hold it against what was published when it left a git ``revision``.

    What that revision gained since is nobody's doing here. ``A..`` is held against exactly ``A``. Of ``A..B``
    the claims and sources at ``B`` are checked and held against those at ``A``, and of ``A...B`` against
    those at which ``B`` left ``A``: neither the files on the disk nor the hand-written pages are looked at.
    Raises `Mistake` where git knows no such.
    """
    earlier, later, is_exact = _ends(revision)
    named = commit_of(configuration.root, earlier)
    commit = named if is_exact else shared_commit(configuration.root, earlier, later or "HEAD")
    before = _project_at(configuration, commit)
    outcome = _check_at(configuration, later) if later else check_configured(configuration)
    after = outcome.resolution.project
    outcome = with_findings(outcome, unexplained(before, after))
    return Revised(outcome, revision, commit, before, changes(before, after), commit != named)


def _ends(revision: str) -> tuple[str, str, bool]:
    """The revisions in ``A..B`` or ``A...B``, the later one perhaps empty, and whether exactly A is meant.

    No name of a revision has two dots in it.
    """
    earlier, dots, later = revision.partition("..")
    return earlier, later.removeprefix("."), bool(dots) and not later.startswith(".")


def _project_at(configuration: Configuration, commit: str, today: str = "") -> Project:
    """The project at ``commit``, as `load_files` loads it ``today``."""
    folders = configuration.facts, configuration.seeds
    with no_collecting():
        return load_files(files_at(configuration.root, commit, folders), *folders, today)


def _check_at(configuration: Configuration, revision: str) -> Verified | Rejected:
    """What a check of the claims and sources at ``revision`` comes to; nothing is taken from the disk."""
    project = _project_at(configuration, commit_of(configuration.root, revision), today({}))
    with no_collecting():
        return check(resolve(project))


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

    before = _project_at(configuration, shared_commit(configuration.root, revision), today({}))
    earlier = check(resolve(before), second).findings
    change = touched(before, outcome.resolution.project)
    return findings_touched(findings, earlier, change), len(change.claims)
