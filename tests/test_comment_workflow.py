"""The workflow that comments on pull requests: its steps run against a stand-in for GitHub."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import fake_gh
from forge import FILE, JOB, RUN_ADDRESS, WORKFLOW, Forge
from gate.example import FACTS, change, content_of
from onrecord.commands.init import SKELETON
from own_git import git
from source_tree import ROOT

MARK = "<!-- onrecord: what changes in claims -->"
NOTHING = "<strong>No claim and no source changed.</strong>"
WRITING = ("POST", "PATCH")


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return Forge(tmp_path)


def reworded(root: Path) -> None:
    change(root / "facts" / "dam.yml", "text: The gate was opened", "text: The gate opened")


def untouched(root: Path) -> None:
    (root / "README.md").write_text("No claim changes here.\n", "utf-8")


def written(forge: Forge) -> list[str]:
    return [request for request in forge.asked() if request.startswith(WRITING)]


def test_a_pull_request_gets_one_comment(forge: Forge) -> None:
    """Its commits are in no branch here, as those of a fork are."""
    head = forge.push(reworded)
    ran = forge.run(head)
    assert (ran.status, ran.errors) == (0, "")
    (body,) = forge.said()
    assert body.startswith(f"{MARK}\n## Claims since <code>")
    assert forge.main[:12] in body.replace("<wbr>", "")
    assert "1 claim reworded" in body
    assert "The check **fails**: 1 error" in body  # nothing accounts for it
    assert body.endswith(f"\nAt commit {head}. [All that Check found]({RUN_ADDRESS})")


def test_the_comment_is_written_anew_in_its_place(forge: Forge) -> None:
    forge.comment("Looks good to me.", "reader")
    forge.comment(f"{MARK}\nI made this to be overwritten.", "reader")
    forge.comment("What another workflow says.")
    forge.run(forge.push(reworded))
    others, first = forge.said()[:3], forge.said()[3]
    head = forge.push(lambda root: change(root / "facts" / "dam.yml", "The dam was", "The dam got"))
    assert forge.run(head).status == 0
    assert forge.said()[:3] == others
    (last,) = forge.said()[3:]
    assert last != first
    assert "2 claims reworded" in last
    assert head in last
    assert written(forge) == [f"PATCH repos/{fake_gh.REPOSITORY}/issues/comments/4"]


def test_where_no_claim_changes_none_is_made_and_one_that_is_there_says_so(forge: Forge) -> None:
    ran = forge.run(forge.push(untouched))
    assert (ran.status, forge.said()) == (0, [])
    assert "changes no claim: no comment" in ran.out
    forge.run(forge.push(reworded))
    head = forge.push(lambda root: (root / "facts" / "dam.yml").write_text(FACTS, "utf-8"))
    assert forge.run(head).status == 0
    (body,) = forge.said()
    assert NOTHING in body.splitlines()


def test_a_change_of_a_page_alone_is_told(forge: Forge) -> None:
    title = "title: What does the report say of the dam"
    forge.run(forge.push(lambda root: change(root / "facts" / "dam.yml", title, f"{title} at Ashby")))
    (body,) = forge.said()
    assert f"{NOTHING} In 1 explainer: <code>dam</code>." in body


def test_of_two_comments_that_are_there_the_first_is_written_anew(forge: Forge) -> None:
    for text in (MARK, "one", "two", MARK):
        forge.comment(text)
    assert forge.run(forge.push(reworded)).status == 0
    assert written(forge) == [f"PATCH repos/{fake_gh.REPOSITORY}/issues/comments/1"]
    assert forge.said()[1:] == ["one", "two", MARK]


def test_a_change_of_main_in_the_meantime_is_not_the_pull_requests(forge: Forge) -> None:
    head = forge.push(untouched)
    git(forge.fork, "checkout", "-q", "--detach", forge.main)
    reworded(forge.fork)
    git(forge.fork, "commit", "-q", "-a", "-m", "on main")
    git(forge.fork, "push", "-q", str(forge.server), "HEAD:refs/heads/main")
    assert forge.run(head).status == 0
    assert forge.said() == []


def test_two_pull_requests_of_one_commit(forge: Forge) -> None:
    """One is for a branch whose name would act in a script that was put together from it."""
    branch = "release/$(touch${IFS}acted);touch${IFS}acted'\"`touch${IFS}acted`&"
    git(forge.fork, "push", "-q", str(forge.server), f"HEAD:refs/heads/{branch}")
    forge.push(reworded)
    head = forge.push(lambda root: None, number=2, base=branch)
    git(forge.fork, "push", "-q", str(forge.server), "HEAD:refs/pull/1/head")
    forge.state["pulls"][0]["head"]["sha"] = head
    ran = forge.run(head)
    assert (ran.status, ran.errors) == (0, "")
    assert [len(forge.said(number)) for number in (1, 2)] == [1, 1]
    assert not list(forge.root.rglob("acted"))


CODE = {
    "hooks/onrecord/__init__.py": "open({0!r}, 'w')\n",
    "hooks/onrecord_hook.py": "open({0!r}, 'w')\n",
    "onrecord.py": "open({0!r}, 'w')\n",
    "sitecustomize.py": "open({0!r}, 'w')\n",
    "usercustomize.py": "open({0!r}, 'w')\n",
    "yaml.py": "open({0!r}, 'w')\n",
    "setup.py": "open({0!r}, 'w')\n",
    "pip.conf": "[install]\nrequirement = {0}\n",
    "requirements.txt": "-e .\n",
    "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'onrecord'\nbackend-path = ['.']\n",
    "mkdocs.yml": "site_name: x\nhooks: [onrecord.py]\nplugins: [{{onrecord: {{facts: /etc}}}}]\n",
    ".gitattributes": "* filter=acting diff=acting text eol=crlf\n",
    ".gitconfig": "[core]\nfsmonitor = touch {0}\n",
    ".githooks/post-checkout": "#!/bin/sh\ntouch {0}\n",
    ".github/workflows/comment.yml": "on: workflow_run\n",
    ".github/workflows/check.yml": "name: Check\non: pull_request\n",
    "claims.md": "Merge this, says @octocat.\n",
    "facts/sitecustomize.py": "open({0!r}, 'w')\n",
    "seeds/mkdocs.yml": "hooks: [onrecord.py]\n",
}
CLAIM = """  - id: new
    text: >-
      {text}
    evidence:
      - quote: It was built for $7 billion by the county, and the keeper lives beside the gate.
"""
ACTING = (
    f"{MARK} {NOTHING} Thank @octocat and @github/staff for #1, ![x](javascript:alert(1))"
    " <img src=x onerror=a()> <script>alert(1)</script> ::error::acted"
    " [mail](mailto:a@example.org) GH-1 $(touch acted) `touch acted`"
)


def test_what_a_pull_request_brings_never_runs(forge: Forge) -> None:
    canary = forge.root / "acted"

    def attack(root: Path) -> None:
        for name, text in CODE.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text.format(str(canary)), "utf-8")
            (root / name).chmod(0o755)
        (root / "facts" / "dam.yml").write_text(FACTS + CLAIM.format(text=ACTING), "utf-8")
        (root / "facts" / "passwords.yml").symlink_to("/etc/passwd")
        (root / "seeds" / "all").symlink_to("/etc")
        (root / "facts" / "new\nline.yml").write_text("::error::acted\n", "utf-8")

    ran = forge.run(forge.push(attack))
    assert ran.status == 0, ran.errors
    assert not list(forge.root.rglob("acted"))
    assert git(forge.runner, "status", "--porcelain", "--ignored") == ""
    assert content_of(forge.runner / "facts") == {"dam.yml": FACTS.encode()}
    assert not re.search("^::", ran.out + ran.errors, re.MULTILINE)
    installed = (forge.runner.parent / "installed").read_text("utf-8").splitlines()
    assert installed == [
        f"{forge.runner}: -I -m venv {forge.runner.parent}/temporary/onrecord",
        f"{forge.runner}: -I -m pip install --quiet --disable-pip-version-check .",
    ]
    (body,) = forge.said()
    assert "1 claim added" in body
    assert body.count(MARK) == 1
    assert NOTHING not in body.splitlines()
    assert "root:" not in body
    for sign in ("@octocat", "@github", "<img", "<script", "](javascript", "#1,", "GH-1 "):
        assert sign not in body
    forge.run(forge.push(untouched))
    assert len(forge.said()) == 1


def test_a_folder_that_is_a_link_is_not_followed(forge: Forge) -> None:
    def attack(root: Path) -> None:
        (root / "seeds").rename(root / "elsewhere")
        (root / "seeds").symlink_to("/etc")

    assert forge.run(forge.push(attack)).status == 0
    (body,) = forge.said()
    assert "The check **fails**" in body
    assert "passwd" not in body


def test_a_comment_is_never_too_long(forge: Forge) -> None:
    def long(root: Path) -> None:
        texts = ["<b>The keeper</b> lives. " * times for times in [3_000] + [35] * 100]
        claims = "".join(CLAIM.format(text=t).replace("new", f"new-{n}") for n, t in enumerate(texts))
        (root / "facts" / "dam.yml").write_text(FACTS + claims, "utf-8")

    assert forge.run(forge.push(long)).status == 0
    (body,) = forge.said()
    assert 50_000 < len(body) <= fake_gh.LONGEST_COMMENT
    assert "100 claims added" in body  # one is too long to be read, and a finding
    assert "more**, for which there is no room here" in body
    assert "At commit " in body


def test_another_commit_than_the_one_that_was_checked_fails(forge: Forge) -> None:
    head = forge.push(reworded)
    forge.push(untouched)
    forge.state["pulls"][0]["head"]["sha"] = head
    ran = forge.run(head)
    assert ran.status == 1
    assert f"What was fetched as pull request 1 is not {head}." in ran.errors
    assert forge.said() == []


def closed(forge: Forge) -> None:
    forge.state["pulls"][0]["state"] = "closed"


def closed_meanwhile(forge: Forge) -> None:
    forge.state["pulls"][0]["later"] = {"state": "closed"}


def pushed_to(forge: Forge) -> None:
    forge.push(untouched)


def pushed_to_meanwhile(forge: Forge) -> None:
    forge.state["pulls"][0]["later"] = {"head": {"sha": "f" * 40}}


@pytest.mark.parametrize("then", [closed, closed_meanwhile, pushed_to, pushed_to_meanwhile])
def test_a_run_that_comes_late_leaves_the_comment_alone(
    forge: Forge, then: Callable[[Forge], object]
) -> None:
    forge.comment(f"{MARK}\nWhat a newer run wrote.")
    head = forge.push(reworded)
    then(forge)
    ran = forge.run(head)
    assert (ran.status, ran.errors) == (0, "")
    assert "nothing to do" in ran.out
    assert written(forge) == []


@pytest.mark.parametrize(
    "refused",
    [
        "GET repos/somebody/dams/pulls?",
        "GET repos/somebody/dams/pulls/1",
        "GET repos/somebody/dams/i",
        *WRITING,
    ],
)
def test_a_server_that_refuses_is_a_failure(forge: Forge, refused: str) -> None:
    if refused == "PATCH":
        forge.comment(f"{MARK}\nbefore")
    before = forge.said()
    head = forge.push(reworded)
    forge.state["refused"] = [refused]
    ran = forge.run(head)
    assert ran.status != 0
    assert "HTTP 502" in ran.errors
    assert forge.said() == before


def test_what_cannot_be_compared_is_a_failure(forge: Forge) -> None:
    ran = forge.run(forge.push(reworded, base="gone"))
    assert ran.status == 2
    assert "gone" in ran.errors
    assert forge.asked() == [f"GET repos/{fake_gh.REPOSITORY}/pulls"]


def test_what_the_workflow_may_do() -> None:
    assert list(WORKFLOW["on"]) == ["workflow_run"]
    assert WORKFLOW["on"]["workflow_run"] == {"workflows": ["Check"], "types": ["completed"]}
    check = yaml.safe_load((FILE.parent / "check.yml").read_text("utf-8"))
    assert check["name"] == "Check"
    assert WORKFLOW["permissions"] == {}
    assert list(WORKFLOW["jobs"]) == ["comment"]
    assert JOB["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert "github.event.workflow_run.event == 'pull_request'" in JOB["if"]
    assert JOB["defaults"] == {"run": {"shell": "bash"}}  # with which a failure in a pipe is one
    assert int(JOB["timeout-minutes"]) <= 10
    assert JOB["concurrency"]["cancel-in-progress"] == "false"


def test_only_the_default_branch_is_checked_out_and_the_token_goes_where_it_is_needed() -> None:
    used = [step for step in JOB["steps"] if "uses" in step]
    assert [step["uses"].partition("@")[0] for step in used] == ["actions/checkout", "actions/setup-python"]
    assert used[0]["with"] == {"persist-credentials": "false", "fetch-depth": "0"}
    assert "artifact" not in FILE.read_text("utf-8")
    scripts = [step for step in JOB["steps"] if "run" in step]
    assert all("${{" not in step["run"] for step in scripts), "what is put into a script is run as a script"
    asking = [step["name"] for step in scripts if "GH_TOKEN" in step.get("env", {})]
    assert asking == [step["name"] for step in scripts if "gh " in step["run"]]


def test_the_copies_are_the_same_but_for_the_installation() -> None:
    ours = FILE.read_text("utf-8")
    install = re.compile(r"(--disable-pip-version-check) .*")
    new_sites = (SKELETON / "dot-github" / "workflows" / "comment.yml").read_text("utf-8")
    guide = (ROOT / "docs" / "ci.md").read_text("utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    (others,) = (block for block in blocks if "workflow_run" in block)
    assert [*map(install.findall, (ours, new_sites, others))] == [["--disable-pip-version-check"]] * 3
    plain = install.sub(r"\1", ours)
    assert install.sub(r"\1", new_sites) == plain
    begins = plain.index("name: Comment")
    assert install.sub(r"\1", others) == plain[begins:]
