"""``onrecord init``: a new site outside this repository is green at once."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from gate.example import content_of
from gate.running import mkdocs, onrecord
from onrecord import __version__
from onrecord.app import check_project
from onrecord.cli import main
from onrecord.commands.init import SKELETON
from source_tree import ROOT

WANTED = {
    *(".gitattributes", ".gitignore", "mkdocs.yml", "requirements.txt"),
    *(
        f".github/ISSUE_TEMPLATE/{form}.yml"
        for form in ("good-first-claim", "propose-a-claim", "report-a-claim")
    ),
    *(f".github/workflows/{name}.yml" for name in ("answer", "check", "comment")),
    *("docs/about.md", "docs/corrections-policy.md", "docs/how-we-check.md", "docs/index.md"),
    *("facts/example.yml", "seeds/example.txt", "seeds/example.yml"),
}
USED = re.compile(r"uses: (\S+@[0-9a-f]{40} # \S+)")


def test_it_checks_builds_and_verifies(tmp_path: Path) -> None:
    made = onrecord("init", "site of mine", "--name", "Dams: a site", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    root = tmp_path / "site of mine"
    assert set(content_of(root)) == WANTED
    checked = onrecord("check", "--strict", cwd=root)
    assert checked.returncode == 0, checked.stdout
    assert "errors: 0, warnings: 0" in checked.stdout
    built = mkdocs("build", "--strict", cwd=root)
    assert built.returncode == 0, built.stderr
    verified = onrecord("verify", "site", cwd=root)
    assert verified.returncode == 0, verified.stdout
    page = (root / "site" / "example" / "index.html").read_text("utf-8")
    assert "walked along its whole length" in page
    assert "Dams: a site" in page
    assert page.count('<form class="or-search" role="search" method="get" action="../search/">') == 1
    assert "There is no page at this address" in (root / "site" / "404.html").read_text("utf-8")


def test_it_can_be_extended_at_once(tmp_path: Path) -> None:
    root = tmp_path / "new"
    assert main(("init", str(root))) == 0
    letter = tmp_path / "letter.txt"
    letter.write_text("The keeper's letter\n\nThe café by the gate was shut all winter.\n", "utf-8")
    assert main(("-C", str(root), "source", "add", str(letter))) == 0
    findings = check_project(root).findings
    assert [finding.rule for finding in findings] == ["source-unused"]


def test_every_text_to_write_is_marked() -> None:
    pages = list((SKELETON / "docs").glob("*.md"))
    assert len(pages) == 4
    assert all("*Write this: " in page.read_text("utf-8") for page in pages)


def test_the_actions_are_those_that_we_use() -> None:
    ours = {
        found
        for file in (ROOT / ".github/workflows").glob("*.yml")
        for found in USED.findall(file.read_text())
    }
    for file in (SKELETON / "dot-github/workflows").glob("*.yml"):
        text = file.read_text("utf-8")
        theirs = USED.findall(text)
        assert len(theirs) == text.count("uses: ") == 2
        assert set(theirs) <= ours


def test_the_workflow_passes_the_linter(tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("zizmor")
    if not program.exists():
        pytest.skip("there is no zizmor: pip install -e '.[dev]'")
    assert main(("init", str(tmp_path / "new"))) == 0
    run = subprocess.run(
        [program, "--offline", "--pedantic", "."],
        cwd=tmp_path / "new",
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("name", ["Plain", 'It\'s: a # "test"', "[x]", "  a\n b ", "no", "\u202eabc",
                                  "2026", "1.0", "2026-12-01", "=", "~", "@requirement@"])  # fmt: skip
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    assert main(("init", str(tmp_path / "new"), "--name", name)) == 0
    settings = (tmp_path / "new" / "mkdocs.yml").read_text("utf-8")
    line = next(line for line in settings.splitlines() if line.startswith("site_name"))
    assert str(yaml.load(line, yaml.BaseLoader)["site_name"]) == " ".join(name.split())
    assert yaml.safe_load(line) == {"site_name": " ".join(name.split())}


COMMIT = "0123456789abcdef0123456789abcdef01234567"
REPOSITORY = {"url": "https://example.org/onrecord.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
HERE = "# made with an On Record of this machine: say here where others get it\n"


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, f"onrecord[sources]=={__version__}\n"),
        (REPOSITORY, f"onrecord[sources] @ git+https://example.org/onrecord.git@{COMMIT}\n"),
        (
            REPOSITORY | {"subdirectory": "tool"},
            f"onrecord[sources] @ git+https://example.org/onrecord.git@{COMMIT}#subdirectory=tool\n",
        ),
        (
            {"url": "https://example.org/onrecord.whl", "archive_info": {}},
            "onrecord[sources] @ https://example.org/onrecord.whl\n",
        ),
        (
            {"url": "file:///home/me/onrecord", "dir_info": {"editable": True}},
            f"{HERE}onrecord[sources]=={__version__}\n",
        ),
    ],
)
def test_others_install_what_made_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: dict[str, object] | None, line: str
) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return None if origin is None else json.dumps(origin)

    monkeypatch.setattr("importlib.metadata.distribution", lambda _: Installed())
    assert main(("init", str(tmp_path / "new"))) == 0
    written = (tmp_path / "new" / "requirements.txt").read_text("utf-8")
    assert written == line
    assert str(Requirement(written.splitlines()[-1])).startswith("onrecord[sources]")


def test_the_folder_that_one_stands_in_will_do(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    run = subprocess.run(
        ["sh", "-c", '"$0" init . && "$0" check', Path(sys.executable).with_name("onrecord")],
        cwd=tmp_path / "new",
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "errors: 0" in run.stdout
    assert set(content_of(tmp_path / "new")) == WANTED
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert main(("-C", str(tmp_path), "init", "new")) == 0
    assert set(content_of(tmp_path / "new")) == WANTED
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_a_used_folder_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("mine")
    assert main(("init", str(tmp_path))) == 2
    assert "is not empty, it holds a.txt: name a new folder" in capsys.readouterr().err
    assert content_of(tmp_path) == {"a.txt": b"mine"}
    assert main(("init", str(tmp_path / "a.txt"))) == 2
    assert main(("init", str(tmp_path / "a.txt" / "new"))) == 2


def test_a_run_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", failing)
    assert main(("init", str(tmp_path / "new"))) == 2
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_filled_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new").mkdir()
    rename = Path.rename
    left = [3]

    def failing(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    assert main(("-C", str(tmp_path), "init", "new")) == 2
    assert [path.name for path in tmp_path.rglob("*")] == ["new"]


def test_a_name_that_no_folder_can_have(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("-C", str(tmp_path), "init", "x" * 300)) == 2
    assert "cannot make" in capsys.readouterr().err
