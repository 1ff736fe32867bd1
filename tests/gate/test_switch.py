"""The new site takes the old one's place in one step; whatever goes wrong, the old one stays."""

from __future__ import annotations

import fcntl
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gate.example import change, content_of, write
from gate.running import environment, onrecord
from onrecord import publish
from onrecord.mistake import Mistake
from onrecord.publish import building, switch

FACTS = "facts/dam.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = write(tmp_path / "project")
    made = onrecord("build", cwd=root)
    assert made.returncode == 0, made.stdout + made.stderr
    assert made.stderr == ""
    return root


def beside(root: Path) -> set[str]:
    return {path.name for path in root.iterdir()} - {"docs", "facts", "seeds", "mkdocs.yml"}


def test_the_site_is_new_and_nothing_is_left(project: Path) -> None:
    before = content_of(project / "site")
    change(project / "docs" / "about.md", "for tests", "for many tests")
    assert onrecord("build", cwd=project).returncode == 0
    after = content_of(project / "site")
    # Files of the search index are called after what is in them.
    assert {name for name in after if "pagefind/" not in name} == {n for n in before if "pagefind/" not in n}
    assert after["about/index.html"] != before["about/index.html"]
    assert beside(project) == {"site"}
    if os.name == "posix":
        assert (project / "site").stat().st_mode & 0o777 == (project / "docs").stat().st_mode & 0o777


def test_what_is_not_as_checked_is_not_put_there(project: Path) -> None:
    """A theme that strips the evidence: the build fails after MkDocs is done, and the old site stays."""
    (project / "theme").mkdir()
    (project / "theme" / "main.html").write_text(
        '{% extends "base.html" %}{% block content %}{{ page.content | striptags }}{% endblock %}', "utf-8"
    )
    change(project / "mkdocs.yml", "theme: {name: material,", "theme: {name: material, custom_dir: theme,")
    before = content_of(project / "site")
    made = onrecord("build", cwd=project)
    assert made.returncode == 1
    assert "error[built-page-changed]" in made.stdout
    assert "--> site/dam/index.html" in made.stdout
    assert content_of(project / "site") == before
    assert beside(project) == {"site", "theme"}


def test_mkdocs_fails(project: Path) -> None:
    change(project / "mkdocs.yml", "site_name: Dams", "site_name: Dams\nplugins: [nothing-of-the-kind]")
    before = content_of(project / "site")
    made = onrecord("build", cwd=project)
    assert made.returncode == 1
    assert "nothing-of-the-kind" in made.stdout
    assert "is as it was" in made.stdout
    assert content_of(project / "site") == before


def test_warnings_of_mkdocs_count_when_asked(project: Path) -> None:
    page = project / "docs" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n[nowhere](nowhere.md)\n", "utf-8")
    assert onrecord("build", "--strict", cwd=project).returncode == 1
    assert onrecord("build", cwd=project).returncode == 0


def test_the_disk_is_full(project: Path) -> None:
    """No file may grow beyond what the pages need: MkDocs fails in the middle of its work."""
    before = content_of(project / "site")
    change(project / "docs" / "about.md", "for tests", "for many tests")
    run = subprocess.run(
        [Path(sys.executable).with_name("onrecord"), "build"],
        cwd=project,
        env=environment(),
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        check=False,
    )
    assert run.returncode in (1, 2)
    assert content_of(project / "site") == before
    assert beside(project) == {"site"}


def test_killed_at_any_moment(project: Path) -> None:
    """After each kill the site is whole: the one before, or the one that was being built."""
    about = project / "docs" / "about.md"
    original = about.read_text("utf-8")
    allowed = [content_of(project / "site")]
    choice = random.Random(1)
    for number in range(8):
        about.write_text(f"{original}\nTurn {number}.\n", "utf-8")
        started = subprocess.Popen(
            [Path(sys.executable).with_name("onrecord"), "build"],
            cwd=project,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            started.wait(choice.uniform(0.2, 2.0))
        except subprocess.TimeoutExpired:
            started.send_signal(signal.SIGKILL)
            started.wait()
        found = content_of(project / "site")
        words = f"Turn {number}.".encode()
        assert found in allowed or words in found["about/index.html"]
        assert found.keys() == allowed[0].keys()
        allowed = [found]
    assert onrecord("build", cwd=project).returncode == 0
    assert onrecord("verify", "site", cwd=project).returncode == 0


def test_leftovers_of_a_killed_run_go_and_work_in_progress_stays(tmp_path: Path) -> None:
    target = tmp_path / "site"
    dead, alive = tmp_path / ".site.building-dead", tmp_path / ".site.building-alive"
    dead.mkdir()
    (dead / "page.html").write_text("half", "utf-8")
    alive.mkdir()
    (tmp_path / ".site.building-file").write_text("not ours", "utf-8")
    descriptor = os.open(alive, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        with building(target) as workplace:
            assert not dead.exists()
            assert alive.exists()
            (workplace.folder / "index.html").write_text("new", "utf-8")
            switch(workplace.folder, target)
    finally:
        os.close(descriptor)
    assert {path.name for path in tmp_path.iterdir()} == {"site", alive.name, ".site.building-file"}
    assert (target / "index.html").read_text("utf-8") == "new"


@pytest.mark.parametrize("can_exchange", [True, False])
def test_two_folders_change_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(publish, "_exchange", lambda *_: False)
    target, folder = tmp_path / "site", tmp_path / ".site.building-x"
    for place, text in ((target, "old"), (folder, "new")):
        place.mkdir()
        (place / "index.html").write_text(text, "utf-8")
    switch(folder, target)
    assert (target / "index.html").read_text("utf-8") == "new"
    assert (folder / "index.html").read_text("utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_site_that_was_moved_aside_comes_back(tmp_path: Path) -> None:
    """Killed between the two steps, where the system cannot exchange folders."""
    aside = tmp_path / f".site.building-x{publish.ASIDE}"
    aside.mkdir()
    (aside / "index.html").write_text("old", "utf-8")
    with building(tmp_path / "site"):
        assert (tmp_path / "site" / "index.html").read_text("utf-8") == "old"


def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    root = write(tmp_path / "project")
    for target in (root / "docs" / "about.md", root / "facts", root):
        before = content_of(root)
        made = onrecord("build", "--site", target, cwd=root)
        assert made.returncode == 2, made.stdout
        assert len(made.stderr.splitlines()) == 1
        assert content_of(root) == before
    site = tmp_path / "site"
    shutil.copytree(root / "docs", site)
    (site / "index.html").write_text("old", "utf-8")
    (site / ".git").mkdir()
    with pytest.raises(Mistake, match=r"holds \.git"), building(site):
        pass
    (tmp_path / "link").symlink_to(site)
    with pytest.raises(Mistake, match="is a link"), building(tmp_path / "link"):
        pass
