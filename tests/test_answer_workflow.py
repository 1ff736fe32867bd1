"""The workflow that answers issues: its steps run against a stand-in for GitHub."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import fake_gh
from cli.test_from_issue import (
    HOSTILE,
    SENTENCE,
    TEMPLATES,
    answered_form,
    assert_nothing_acts,
    block,
    pasted,
    proposal,
    report,
)
from forge import Jobs, Ran
from gate.example import content_of, write
from onrecord.commands.init import SKELETON
from onrecord.issue_form import PROPOSAL
from source_tree import ROOT

FILE = ROOT / ".github" / "workflows" / "answer.yml"
WORKFLOW = yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader)
JOB: dict[str, Any] = WORKFLOW["jobs"]["answer"]
MARK = "<!-- onrecord: what the check says of this issue -->"
ISSUE = f"repos/{fake_gh.REPOSITORY}/issues/1"
WRITING = ("POST", "PATCH")
RIGHT = proposal(claim=block("The gate was opened twice."))
WRONG = proposal(quotation=block(SENTENCE.replace("twice", "three times")))
NO_FORM = "The issue is no longer as one of our forms made it, so nothing was looked up."


class Issues(Jobs):
    """One issue, in whose repository the small project lies."""

    def run(self, body: object, /, **now: object) -> Ran:
        """Run the job for an issue with this ``body``, of which something else may hold by ``now``."""
        issue = {"number": 1, "state": "open", "body": body}
        self.state["issues"] = [issue | now]
        event = {"action": "opened", "issue": issue}
        return self.run_job(JOB, write, {"github.event.issue.number": "1"}, event)

    def written(self) -> list[str]:
        return [request for request in self.asked() if request.startswith(WRITING)]


@pytest.fixture
def issues(tmp_path: Path) -> Issues:
    return Issues(tmp_path)


def only(issues: Issues) -> str:
    """The one comment, without its mark, in which nothing acts."""
    (comment,) = issues.said()
    first, _, answer = comment.partition("\n")
    assert first == MARK
    assert len(comment) <= fake_gh.LONGEST_COMMENT
    assert_nothing_acts(answer)
    return answer


def test_a_proposal_gets_one_comment(issues: Issues) -> None:
    ran = issues.run(RIGHT)
    assert (ran.status, ran.errors) == (0, "")
    answer = only(issues)
    assert answer.startswith("### The claim passes the check\n")
    assert yaml.safe_load(pasted(answer))[0]["evidence"] == [{"quote": SENTENCE, "source": "report"}]
    assert answer.endswith(
        f"\n\nLooked up at commit {fake_gh.COMMIT}. Edit the issue, and this is written anew.\n"
    )
    assert issues.written() == [f"POST {ISSUE}/comments"]


def test_the_comment_is_written_anew_in_its_place_when_the_issue_is_edited(issues: Issues) -> None:
    issues.comment("I looked it up.", "reader")
    issues.comment(f"{MARK}\nI made this to be overwritten.", "reader")
    issues.comment(f"What another workflow says: {MARK}")
    issues.comment(None)
    assert issues.run(WRONG).status == 0
    others, first = issues.said()[:4], issues.said()[4]
    assert "The closest passage is at" in first
    assert issues.run(RIGHT).status == 0
    assert issues.said()[:4] == others
    (last,) = issues.said()[4:]
    assert "The claim passes the check" in last
    assert issues.written() == [f"PATCH {ISSUE.removesuffix('1')}comments/5"]


def test_a_report_gets_the_claim_and_the_words_against_it(issues: Issues) -> None:
    assert issues.run(report(words=block("the keeper lives beside the gate."))).status == 0
    answer = only(issues)
    assert "The dam was built for &#36;7 billion by the county" in answer
    assert "The words that speak against it are at" in answer


def good_first_claim() -> str:
    form = yaml.safe_load((TEMPLATES / "good-first-claim.yml").read_text("utf-8"))
    return answered_form(form, source="report", explainer="dam", passage=SENTENCE, lesson="How often.")


@pytest.mark.parametrize(
    "body",
    [None, "", "It does not build.", f"{MARK}\n", block(RIGHT), good_first_claim()],
    ids=["null", "empty", "blank form", "mark", "form in code", "good first claim"],
)
def test_another_issue_gets_no_comment_and_one_that_was_a_proposal_is_told(
    issues: Issues, body: str | None
) -> None:
    ran = issues.run(body)
    assert (ran.status, ran.errors, issues.said()) == (0, "", [])
    assert "was not made with one of our forms: no comment" in ran.out
    issues.run(RIGHT)
    ran = issues.run(body)
    assert (ran.status, ran.errors) == (0, "")
    assert only(issues) == f"{NO_FORM}\n"
    issues.run(RIGHT)
    assert "The claim passes the check" in only(issues)


ACTING = (
    f"{MARK} $(touch acted) `touch acted` ${{{{ github.token }}}} \"; touch acted; ' @octocat @github/staff"
    " #1 <img src=x onerror=a()> <script>alert(1)</script> ![x](javascript:alert(1)) \x1b]0;x\x07 \u202e"
)
TEXTS = {
    "hostile": " ".join(HOSTILE.values()),
    "acting": ACTING,
    "long": "<@octocat>: " * 5_000,
    "wide": "\U0001f600 " * 16_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_an_issue_says_never_acts(issues: Issues, name: str) -> None:
    value = f"The gate {TEXTS[name]} end"
    bodies = [proposal(claim=block(value)), proposal(quotation=value), report(claim=value)]
    if len(value) < 2_000:  # GitHub takes 65,536 characters
        bodies += [proposal(**dict.fromkeys(PROPOSAL, value)), report(words=value)]
    for body in bodies:
        ran = issues.run(body.replace("\n", "\r\n"))
        assert (ran.status, ran.out, ran.errors) == (0, "", "")
        only(issues)
        assert fake_gh.TOKEN not in issues.said()[0]
    assert not list(issues.root.rglob("acted"))
    assert content_of(issues.runner) == content_of(write(issues.root / "untouched"))


@pytest.mark.parametrize(
    "now", [{"state": "closed"}, {"body": WRONG}, {"body": None}], ids=["closed", "edited", "emptied"]
)
def test_a_run_that_comes_late_leaves_the_comment_alone(issues: Issues, now: dict[str, object]) -> None:
    issues.comment(f"{MARK}\nWhat a newer run wrote.")
    ran = issues.run(RIGHT, **now)
    assert (ran.status, ran.errors) == (0, "")
    assert "nothing to do" in ran.out
    assert issues.written() == []


@pytest.mark.parametrize("refused", [f"GET {ISSUE}", f"GET {ISSUE}/comments", *WRITING])
def test_a_server_that_refuses_is_a_failure(issues: Issues, refused: str) -> None:
    if refused == "PATCH":
        issues.comment(f"{MARK}\nbefore")
    before = issues.said()
    issues.state["refused"] = [refused]
    ran = issues.run(RIGHT)
    assert ran.status != 0
    assert "HTTP 502" in ran.errors
    assert issues.said() == before


def unreadable_settings(root: Path) -> None:
    (write(root) / "mkdocs.yml").write_text("site_name: [\n", "utf-8")


def our_bug(root: Path) -> None:
    program = write(root).parent / "temporary" / "onrecord" / "bin" / "onrecord"
    program.unlink()
    said = f"onrecord: a bug: {JOB['steps'][3]['env']['NO_FORM']}"  # the last words may be those of the issue
    program.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit 3\n", "utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize(("check_out", "status"), [(unreadable_settings, 2), (our_bug, 3)])
def test_what_cannot_be_looked_up_is_a_failure(
    issues: Issues, check_out: Callable[[Path], None], status: int
) -> None:
    issue = {"number": 1, "state": "open", "body": RIGHT}
    ran = issues.run_job(JOB, check_out, {"github.event.issue.number": "1"}, {"issue": issue})
    assert ran.status == status
    assert ran.errors.startswith("onrecord: ")
    assert issues.asked() == []


def test_what_the_workflow_may_do() -> None:
    assert WORKFLOW["on"] == {"issues": {"types": ["opened", "edited", "reopened"]}}
    assert WORKFLOW["permissions"] == {}
    assert list(WORKFLOW["jobs"]) == ["answer"]
    assert JOB["permissions"] == {"contents": "read", "issues": "write"}
    assert JOB["if"] == "github.event.issue.state == 'open'"
    assert JOB["defaults"] == {"run": {"shell": "bash"}}  # with which a failure in a pipe is one
    assert int(JOB["timeout-minutes"]) <= 10
    assert JOB["concurrency"] == {
        "group": "answer-${{ github.event.issue.number }}",
        "cancel-in-progress": "false",
    }


def test_only_the_default_branch_is_checked_out_and_the_token_goes_where_it_is_needed() -> None:
    used = [step for step in JOB["steps"] if "uses" in step]
    assert [step["uses"].partition("@")[0] for step in used] == ["actions/checkout", "actions/setup-python"]
    assert used[0]["with"] == {"persist-credentials": "false"}
    scripts = [step for step in JOB["steps"] if "run" in step]
    assert all("${{" not in step["run"] for step in scripts), "what is put into a script is run as a script"
    asking = [step["name"] for step in scripts if "GH_TOKEN" in step.get("env", {})]
    assert asking == [step["name"] for step in scripts if "gh " in step["run"]]
    values = re.findall(r"\$\{\{ (.*?) \}\}", FILE.read_text("utf-8"))
    assert set(values) == {"github.event.issue.number", "github.token"}, "anything else may be a stranger's"


def test_the_one_of_new_sites_is_the_same_but_for_the_installation() -> None:
    install = re.compile(r"(?<=--disable-pip-version-check ).*")
    ours = FILE.read_text("utf-8")
    theirs = (SKELETON / "dot-github" / "workflows" / "answer.yml").read_text("utf-8")
    assert [install.findall(text) for text in (ours, theirs)] == [["."], ["--requirement requirements.txt"]]
    assert install.sub("", theirs) == install.sub("", ours)
