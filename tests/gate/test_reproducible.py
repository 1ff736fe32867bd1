"""The same commit gives the same bytes, wherever and in whatever surroundings it is built (M1)."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gate.example import CONFIGURATION, change, content_of, write

AS_ON_A_MACHINE = """site_url: https://example.org/dams/
extra_css: [own.css]
extra: {repository: https://example.org/code}
"""
SURROUNDINGS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1", "COLUMNS": "40"},
    {
        "TZ": "America/Adak",
        "LC_ALL": "C.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "LANGUAGE": "tr",
        "PYTHONHASHSEED": "4294967295",
        "PYTHONUTF8": "1",
        "COLUMNS": "200",
    },
)
NOWHERE = """
import socket

def refuse(*_):
    raise OSError("there is no network here")

socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = socket.create_connection = refuse
"""
"""What Python runs when it starts (``sitecustomize``), so that whoever asks another machine fails."""


def build(root: Path, surroundings: dict[str, str], day: str) -> Path:
    """Build the project in ``root``; nothing of this process's environment gets there but the path."""
    home = root.parent / f"home of {root.name}"
    (home / "start").mkdir(parents=True)
    (home / "start" / "sitecustomize.py").write_text(NOWHERE, "utf-8")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(home / "start"),
        "SOURCE_DATE_EPOCH": day,
        **surroundings,
    }
    program = Path(sys.executable).with_name("onrecord")
    made = subprocess.run(
        [program, "build"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return root / "site"


def project(root: Path, *, backwards: bool) -> Path:
    """The example; ``backwards`` writes its files in the other order, with other times on them."""
    write(root)
    (root / "docs" / "own.css").write_text("p { color: inherit }\n", "utf-8")
    change(root / "mkdocs.yml", "site_name: Dams\n", f"site_name: Dams\n{AS_ON_A_MACHINE}")
    assert CONFIGURATION.startswith("site_name: Dams\n")
    files = sorted((path for path in root.rglob("*") if path.is_file()), reverse=backwards)
    for number, path in enumerate(files):
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
        os.utime(path, (1_000_000_000 + number * (7 if backwards else 11),) * 2)
    return root


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two sites from the same files: other folders, zones, languages, hash seeds and file times."""
    one = project(tmp_path_factory.mktemp("one") / "p", backwards=False)
    other = project(tmp_path_factory.mktemp("another place") / "with spaces" / "ünï", backwards=True)
    with ThreadPoolExecutor() as both:
        first, second = both.map(build, (one, other), SURROUNDINGS, ("1790000000", "1790000000"))
    return first, second


def test_every_file_has_the_same_bytes(sites: tuple[Path, Path]) -> None:
    first, second = (content_of(site) for site in sites)
    assert first.keys() == second.keys()
    assert len(first) > 50
    assert [name for name in first if first[name] != second[name]] == []


def test_no_file_tells_where_it_was_made(sites: tuple[Path, Path]) -> None:
    told = [str(sites[0].parent).encode(), str(Path.home()).encode() + b"/", b"sitecustomize"]
    for name, content in content_of(sites[0]).items():
        assert not [place for place in told if place in content], name
