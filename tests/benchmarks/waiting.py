"""How long contributors wait: for a check, for words found, for an editor's answer.

    python tests/benchmarks/waiting.py [--write PAGE]

Commands are whole processes on the first explainer and on a made-up project of 200 claims, each the median
of twelve runs, beside as many of ``python -c pass``. What an editor is told and a check by ``--watch`` are
measured in one process, in time of the processor. ``--write`` puts the table between the marks of a page.
The exit status is 1 where a goal was missed.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from make_project import make_project

from onrecord import app
from onrecord.language_server.bench import Bench
from onrecord.language_server.wire import Wire

ROOT = Path(__file__).parents[2]
ROUNDS = 12
CLAIMS = 200
BEGIN, END = "<!-- waiting: begin -->", "<!-- waiting: end -->"
HEAD = "| What | ms | times bare Python | goal, ms |\n|---|--:|--:|--:|"
PAGE = "facts/page-0001.yml"


class Figure(NamedTuple):
    """What was measured, in seconds, its ``goal``, and how long ``bare`` Python takes as a process."""

    what: str
    seconds: float
    goal: float | None
    bare: float | None = None

    def row(self) -> str:
        """The figure as a row of the table."""
        ratio = f"{self.seconds / self.bare:.0f}" if self.bare else ""
        goal = f"{self.goal * 1000:,.0f}" if self.goal else ""
        return f"| {self.what} | {self.seconds * 1000:,.0f} | {ratio} | {goal} |"


def median_of(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """How many seconds ``work`` takes by ``clock``, the median of the rounds."""
    took = []
    for _ in range(ROUNDS):
        gc.collect()
        began = clock()
        work()
        took.append(clock() - began)
    return statistics.median(took)


def processes(project: Path) -> Iterator[Figure]:
    """Whole commands, from start to exit."""
    program = Path(sys.executable).with_name("onrecord")
    bare = median_of(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), perf_counter)
    for what, root, goal, *command in (
        ("check, the first explainer", ROOT, 0.35, "check"),
        (f"check, {CLAIMS} claims", project, 0.5, "check"),
        ("find", ROOT, None, "find", "recognised the Taliban"),
        ("fmt --check", ROOT, None, "fmt", "--check"),
        ("diff --markdown", ROOT, None, "diff", "HEAD", "--markdown", "-"),
    ):
        run = partial(subprocess.run, [program, "-C", root, *command], stdout=subprocess.DEVNULL, check=True)
        yield Figure(what, median_of(run, perf_counter), goal, bare)


def in_one_process(project: Path) -> Iterator[Figure]:
    """What follows a change of one file, where a process is there already."""
    content = (project / PAGE).read_text("utf-8")
    at = content.index("quote: >-") + 30
    bench, wire = Bench(app.configure(project)), Wire(project, "utf-16")
    typed = iter(range(ROUNDS))

    def edited() -> None:
        bench.put(PAGE, f"{content[:at]}{'x' * next(typed)}{content[at:]}")
        for finding in bench.view(PAGE).findings:
            wire.diagnostic(finding)

    what = f"findings as somebody types, {CLAIMS} claims"
    yield Figure(what, median_of(edited, process_time), 0.1)
    yield Figure(
        f"check by a watch, {CLAIMS} claims",
        median_of(lambda: app.check_project(project), process_time),
        0.2,
    )


def main() -> int:
    """Measure, print the table, and say whether every goal was met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", type=Path, metavar="PAGE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        make_project(project, CLAIMS)
        figures = [*processes(project), *in_one_process(project)]
    table = "\n".join([HEAD, *(figure.row() for figure in figures)])
    print(table)
    if options.write:
        text = options.write.read_text("utf-8")
        before, rest = text.split(BEGIN)
        after = rest.split(END)[1]
        options.write.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", "utf-8", newline="\n")
    return int(any(figure.goal and figure.seconds > figure.goal for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
