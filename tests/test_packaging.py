"""What the wheel holds, and that the version is written down once."""

from __future__ import annotations

import email
import subprocess
import sys
import tomllib
import zipfile
from email.message import Message
from pathlib import Path

import pytest

import onrecord
from source_tree import HOOKS, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return email.message_from_bytes(wheel.read(name))


def test_it_holds_the_package_and_the_hook_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    ours = {name for name in wheel.namelist() if ".dist-info/" not in name}
    here = {
        path.relative_to(HOOKS).as_posix()
        for path in HOOKS.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours == here
    assert {"onrecord/py.typed", "onrecord_hook.py"} <= ours


def test_it_offers_the_command_and_the_plugin(wheel: zipfile.ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    entries = wheel.read(name).decode()
    assert "[console_scripts]\nonrecord = onrecord.cli:run" in entries
    assert "[mkdocs.plugins]\nonrecord = onrecord_hook:" in entries


def test_it_says_its_licence_and_brings_it(wheel: zipfile.ZipFile, metadata: Message) -> None:
    assert metadata["License-Expression"] == "MIT"
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in wheel.namelist())


def test_the_version_is_written_down_once(metadata: Message) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" not in project
    assert metadata["Version"] == onrecord.__version__
    assert onrecord.__version__ in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_it_works_where_it_is_unpacked(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    """The command runs from the wheel alone: every file it needs is in there."""
    wheel.extractall(tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import onrecord.cli as cli; print(cli.__file__)"
    )
    run = subprocess.run(
        [sys.executable, "-c", f"{program}; sys.exit(cli.run())", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.startswith(str(tmp_path))
