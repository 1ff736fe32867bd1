"""Measure what a site of many explainers costs: ``python site_scale.py [--explainers N] [--write FILE]``.

A project of N explainers of 20 claims is built by ``mkdocs build``, and so is a project of as many empty
pages, with the same theme. CPU is that of the whole process and its children, the least of ``--rounds``.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.make_project import make_explainers

ROOT = Path(__file__).parent.parent.parent
HOOK = ROOT / "hooks" / "onrecord_hook.py"
BEGIN, END = "<!-- site: begin -->", "<!-- site: end -->"
THEME = "site_name: Many\ntheme: {name: material, font: false}\n"
OURS = """extra: {{onrecord: {{method: "", policy: "", about: ""}}}}
plugins: []
hooks: [{hook}]
"""


class Built(NamedTuple):
    """A finished site: how many pages and bytes, and what it cost (seconds, mebibytes)."""

    pages: int
    page_bytes: int
    all_bytes: int
    cpu: float
    wall: float
    memory: float


def build(project: Path, site: Path) -> Built:
    """Build ``project`` into ``site``."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", project / "mkdocs.yml", "-d", site]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    sizes = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    pages = [file.stat().st_size for file in site.rglob("index.html")]
    return Built(len(pages), sum(pages), sum(sizes), cpu, wall, after.ru_maxrss / 1024)


def make_ours(project: Path, explainers: int) -> None:
    """Write the project of explainers."""
    make_explainers(project, explainers)
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text("# Home\n\n[[explainers]]\n", "utf-8")
    configuration = f"{THEME}{OURS.format(hook=HOOK)}nav: [index.md]\nnot_in_nav: /**\n"
    (project / "mkdocs.yml").write_text(configuration, "utf-8")


def make_empty(project: Path, pages: int) -> None:
    """Write a project of so many pages without content, outside the navigation."""
    for number in range(pages - 1):
        page = project / "docs" / f"{number // 100}" / f"{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# Page {number}\n", "utf-8")
    (project / "docs" / "index.md").write_text("# Home\n", "utf-8")
    (project / "mkdocs.yml").write_text(f"{THEME}nav: [index.md]\nnot_in_nav: /**\n", "utf-8")


def measure(explainers: int, rounds: int, keep: Path | None) -> tuple[Built, Built]:
    """Our site of so many explainers, and a site of as many empty pages."""
    with tempfile.TemporaryDirectory() as folder:
        work = keep or Path(folder)
        make_ours(work / "ours", explainers)
        ours = min((build(work / "ours", work / "site") for _ in range(rounds)), key=lambda b: b.cpu)
        make_empty(work / "empty", ours.pages)
        empty = min((build(work / "empty", work / "plain") for _ in range(rounds)), key=lambda b: b.cpu)
    return ours, empty


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description="Measure what a site of many explainers costs.")
    parser.add_argument("--explainers", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument(
        "--keep", type=Path, help="a new folder for the project and its site, which stay there"
    )
    parser.add_argument("--write", type=Path, help="a page with marks between which the table goes")
    arguments = parser.parse_args()
    lines = [
        "| Explainers | pages | build, CPU | as many empty pages, CPU | ratio | bytes a page | peak memory |",
        "|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for explainers in arguments.explainers:
        keep = arguments.keep / str(explainers) if arguments.keep else None
        lines.append(row(explainers, *measure(explainers, arguments.rounds, keep)))
    table = "\n".join(lines)
    print(table)
    if arguments.write:
        before, _, rest = arguments.write.read_text("utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        arguments.write.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", "utf-8", newline="\n")


def row(explainers: int, ours: Built, empty: Built) -> str:
    """A line of the table."""
    return (
        f"| {explainers:,} | {ours.pages:,} | {ours.cpu:.1f} s | {empty.cpu:.1f} s "
        f"| {ours.cpu / empty.cpu:.2f} "
        f"| {ours.page_bytes // ours.pages:,} | {ours.memory:.0f} MiB |"
    )


if __name__ == "__main__":
    main()
