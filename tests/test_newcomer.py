"""A newcomer's path, from the built wheel in an environment of its own, outside of the project."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF

from source_tree import ROOT

Run = Callable[..., str]
TEXT = "Minutes of the parish\n\nThe parish met on 4 June. It agreed to mend the sluice before the autumn.\n"
PAGE = """<!doctype html><html lang="en">
<head><title>The miller’s letter</title><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a></nav><article><h1>The miller’s letter</h1>
<p>The miller wrote that the sluice had stuck for nine days.</p></article><script>var x = "no";</script>
</body></html>
"""
PRINTED = "The mason offered to mend the sluice for forty pounds and asked for two helpers from the village."


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment into which the wheel was installed, with what it needs."""
    folder = tmp_path_factory.mktemp("newcomer")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    install = [programs / "python", "-m", "pip", "install", "-qq", f"onrecord[sources] @ {wheel.as_uri()}"]
    subprocess.run(install, cwd=folder, check=True, capture_output=True)
    return programs


@pytest.fixture
def run(program: Path, tmp_path: Path) -> Run:
    """Run a command in the newcomer's folder; what it says. It must end well."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PATH": f"{program}{os.pathsep}{os.environ['PATH']}"}
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}

    def ended(name: str, *arguments: str | Path, folder: Path = tmp_path) -> str:
        command = [program / name, *arguments]
        done = subprocess.run(
            command, cwd=folder, env={**plain, **quiet}, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"{name} {arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    return ended


def write_sources(folder: Path) -> None:
    (folder / "minutes.txt").write_text(TEXT, "utf-8", newline="\n")
    (folder / "letter.html").write_text(PAGE, "utf-8", newline="\n")
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", size=12)
    pdf.multi_cell(60, 6, PRINTED)
    pdf.output(str(folder / "offer.pdf"))


def test_from_nothing_to_a_verified_site(run: Run, tmp_path: Path) -> None:
    """C5: a few commands and under two minutes, no knowledge of Python, and all of it green."""
    began = time.monotonic()
    write_sources(tmp_path)
    site = tmp_path / "site-of-mine"
    run("onrecord", "init", site)
    for name in ("minutes.txt", "letter.html", "offer.pdf"):
        run("onrecord", "source", "add", tmp_path / name, folder=site)
    found = run("onrecord", "find", "mend the sluice for forty pounds", folder=site)
    assert "offer" in found
    run("onrecord", "new", "sluice", "--source", "minutes", folder=site)
    for source, quotation in (
        ("letter", "The miller wrote that the sluice had stuck for nine days."),
        ("offer", PRINTED),
    ):
        run(
            "onrecord",
            "add",
            "sluice",
            "--source",
            source,
            "--quote",
            quotation,
            "--text",
            quotation,
            folder=site,
        )
    assert "6 claims" in run("onrecord", "check", folder=site)
    run("mkdocs", "build", "--strict", folder=site)
    assert "0 errors" in run("onrecord", "verify", "site", folder=site).replace("errors: 0", "0 errors")
    assert (site / "site" / "sluice" / "index.html").is_file()
    assert time.monotonic() - began < 120
