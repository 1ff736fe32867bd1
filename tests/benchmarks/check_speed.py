"""Measure `check` on made-up projects: ``python check_speed.py [--rival PROGRAM] [--write PAGE]``.

Everything is measured in one run, as CPU time, the least of several rounds, so that the ratios mean the same
on any machine. The floor is what no checker can do without: listing, reading and decoding the same files, and
`json.loads` of the same facts. A rival is given as the path of the program linkml-reference-validator,
installed in an environment of its own; its `validate data` gets the same quotations and the same sources.
The exit status is 1 where a goal was missed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import yaml
from make_project import Statement, make_project

from onrecord.check import Verified, check
from onrecord.loaders.project import load_project, no_collecting
from onrecord.resolve import resolve

MOST_TIMES_THE_FLOOR = 10.0
LEAST_TIMES_THE_RIVAL = 12.0
MOST_SECONDS_FOR_100 = 0.20
# Small projects are measured more often: a machine's slow moments last longer than a round of them.
_MOST_CLAIMS = 100_000
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
SCHEMA = """\
id: https://example.org/statements
name: statements
prefixes:
  linkml: https://w3id.org/linkml/
  oa: http://www.w3.org/ns/oa#
  dcterms: http://purl.org/dc/terms/
default_prefix: https://example.org/statements/
imports: [linkml:types]
classes:
  Collection:
    tree_root: true
    attributes:
      statements: {range: Statement, multivalued: true, inlined_as_list: true}
  Statement:
    attributes:
      supporting_text: {range: string, slot_uri: oa:exact}
      reference: {range: string, slot_uri: dcterms:references}
"""


class Usage(NamedTuple):
    """What a process used: seconds of wall clock and of CPU, and its peak of memory in MiB."""

    wall: float
    cpu: float
    memory: float


class Stages(NamedTuple):
    """CPU seconds of the floor and of each stage of a check, in this process."""

    floor: float
    load: float
    resolve: float
    rules: float

    @property
    def check(self) -> float:
        """The whole check."""
        return self.load + self.resolve + self.rules


class Row(NamedTuple):
    """Everything measured for one size of project."""

    claims: int
    stages: Stages
    process: Usage
    bare: Usage
    rival: Usage | None


def least(rounds: int, measure: Callable[[], Usage]) -> Usage:
    """The least of each figure over ``rounds`` rounds (of memory, the most)."""
    usages = [measure() for _ in range(rounds)]
    return Usage(min(u.wall for u in usages), min(u.cpu for u in usages), max(u.memory for u in usages))


def run(command: list[str], folder: Path, environment: dict[str, str]) -> Usage:
    """Run a command in ``folder`` to its end. Raises RuntimeError where it does not exit with 0."""
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{command[0]} failed: {output.read().decode(errors='replace')[-2000:]}")
    return Usage(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def floor(root: Path, facts_as_json: list[str]) -> int:
    """List, read and decode every file of the project, and parse the facts as JSON."""
    size = 0
    for folder in ("facts", "seeds"):
        path = f"{root}/{folder}/"
        for name in sorted(os.listdir(path)):
            with open(path + name, "rb", buffering=0) as file:
                size += len(file.read().decode())
    for text in facts_as_json:
        json.loads(text)
    return size


def measure_stages(root: Path, rounds: int) -> Stages:
    """Floor and check by turns. Raises RuntimeError where the check finds anything."""
    facts = [
        json.dumps(yaml.load(path.read_bytes(), yaml.CBaseLoader))
        for path in sorted((root / "facts").glob("*.yml"))
    ]
    taken = []
    with no_collecting():  # as `onrecord check` has it
        for _ in range(rounds):
            marks = [time.process_time()]
            floor(root, facts)
            marks.append(time.process_time())
            project = load_project(root)
            marks.append(time.process_time())
            resolution = resolve(project)
            marks.append(time.process_time())
            outcome = check(resolution)
            marks.append(time.process_time())
            if not isinstance(outcome, Verified) or outcome.findings:
                raise RuntimeError(f"the made-up project is not clean: {outcome.findings[:3]}")
            taken.append(Stages(*(after - before for before, after in pairwise(marks))))
            del project, resolution, outcome
    best = min(taken, key=lambda stages: stages.check)
    return best._replace(floor=min(stages.floor for stages in taken))


def measure_rival(program: Path, root: Path, statements: list[Statement], rounds: int) -> Usage:
    """The rival on the same quotations, each round with an empty cache."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "schema.yaml").write_text(SCHEMA, "utf-8")
        lines = ["statements:"]
        for statement in statements:
            lines.append(f"- supporting_text: {json.dumps(statement.quotation)}")
            lines.append(f"  reference: file:{root}/seeds/{statement.source}.txt")
        (work / "quotations.yaml").write_text("\n".join(lines) + "\n", "utf-8")
        command = [str(program.absolute()), "validate", "data", "quotations.yaml", "--schema", "schema.yaml"]
        command += ["--target-class", "Collection", "--cache-dir"]
        caches = iter(range(rounds))
        return least(rounds, lambda: run([*command, f"cache-{next(caches)}"], work, dict(os.environ)))


@contextmanager
def made(claims: int) -> Iterator[tuple[Path, list[Statement]]]:
    """A made-up project in a temporary folder."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name).resolve() / "project"
        yield root, make_project(root, claims)


def measure(claims: int, rounds: int, rival: Path | None, environment: dict[str, str]) -> Row:
    """Measure one size, everything in this one run."""
    onrecord = str(Path(sys.executable).with_name("onrecord"))
    with made(claims) as (root, statements):
        run([onrecord, "check"], root, environment)  # so that the modules are compiled
        bare = least(rounds, lambda: run([sys.executable, "-c", "pass"], root, environment))
        process = least(rounds, lambda: run([onrecord, "check"], root, environment))
        stages = measure_stages(root, max(rounds, min(5 * rounds, _MOST_CLAIMS // claims)))
        rivals = measure_rival(rival, root, statements, min(rounds, 3)) if rival else None
        again = least(rounds, lambda: run([onrecord, "check"], root, environment)) if rival else process
    process = Usage(*map(min, process[:2], again[:2]), max(process.memory, again.memory))
    return Row(claims, stages, process, bare, rivals)


def tables(rows: list[Row]) -> str:
    """The figures as Markdown: first the ratios, then what they were worked out from."""
    ratios = [
        "| Claims | check / floor | load : resolve : rules | process / bare Python, wall | linkml / ours |",
        "|--:|--:|:-:|--:|--:|",
    ]
    times = [
        "| Claims | floor | check | process, wall | process, CPU | peak memory | bare Python, wall "
        "| linkml, CPU |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for claims, stages, process, bare, rival in rows:
        parts = (stages.load, stages.resolve, stages.rules)
        ratios.append(
            f"| {claims:,} | {stages.check / stages.floor:.1f} "
            f"| {' : '.join(f'{100 * part / stages.check:.0f} %' for part in parts)} "
            f"| {process.wall / bare.wall:.1f} | {f'{rival.cpu / process.cpu:.0f}' if rival else '–'} |"
        )
        times.append(
            f"| {claims:,} | {milliseconds(stages.floor)} | {milliseconds(stages.check)} "
            f"| {milliseconds(process.wall)} | {milliseconds(process.cpu)} | {process.memory:.0f} MiB "
            f"| {milliseconds(bare.wall)} | {milliseconds(rival.cpu) if rival else '–'} |"
        )
    return "\n".join(ratios) + "\n\nThe same run, on the machine it ran on:\n\n" + "\n".join(times) + "\n"


def milliseconds(seconds: float) -> str:
    """Three figures or more, as milliseconds."""
    return f"{1000 * seconds:,.1f} ms" if seconds < 0.1 else f"{1000 * seconds:,.0f} ms"


def missed(rows: list[Row]) -> Iterator[str]:
    """Each goal that does not hold."""
    for row in rows:
        ratio = row.stages.check / row.stages.floor
        if row.claims >= 1000 and ratio > MOST_TIMES_THE_FLOOR:
            yield f"{row.claims} claims: {ratio:.1f} times the floor, goal {MOST_TIMES_THE_FLOOR:.0f}"
        if row.claims == 100 and row.process.wall > MOST_SECONDS_FOR_100:
            yield f"100 claims: {row.process.wall:.3f} s as a process, goal {MOST_SECONDS_FOR_100} s"
        if row.claims >= 1000 and row.rival and row.rival.cpu / row.process.cpu < LEAST_TIMES_THE_RIVAL:
            lead = row.rival.cpu / row.process.cpu
            yield f"{row.claims} claims: {lead:.1f} times as fast as linkml, goal {LEAST_TIMES_THE_RIVAL:.0f}"


def write_into(page: Path, figures: str) -> None:
    """Replace what stands between the two markers of a page."""
    text = page.read_text("utf-8")
    before, after = text.index(BEGIN) + len(BEGIN), text.index(END)
    page.write_text(f"{text[:before]}\n\n{figures}\n{text[after:]}", "utf-8", newline="\n")


def main() -> int:
    """Measure what the command line asks for, print the table, and say which goals were missed."""
    parser = argparse.ArgumentParser(description="Measure `check` on made-up projects.")
    parser.add_argument("--claims", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--rival", type=Path, help="the program linkml-reference-validator")
    parser.add_argument("--rival-at-most", type=int, default=1000, help="the most claims the rival is given")
    parser.add_argument("--write", type=Path, help="a page whose measured block is replaced")
    arguments = parser.parse_args()
    if arguments.rival and not arguments.rival.is_file():
        parser.error(f"there is no program {arguments.rival}")
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        rows = [
            measure(
                claims,
                arguments.rounds,
                arguments.rival if claims <= arguments.rival_at_most else None,
                environment,
            )
            for claims in arguments.claims
        ]
    figures = tables(rows)
    print(figures)
    if arguments.write:
        write_into(arguments.write, figures)
    misses = list(missed(rows))
    for miss in misses:
        print(f"missed: {miss}", file=sys.stderr)
    return 1 if misses else 0


if __name__ == "__main__":
    sys.exit(main())
