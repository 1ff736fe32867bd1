"""Projects in memory for the tests of loading: a page on a dam, and what is wrong with a change of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from onrecord.loaders.project import load_files
from onrecord.model import Problem, Project

SEED = b"The committee found that the dam was safe.\n"
FACTS = """\
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
"""
METADATA = f"""\
id: report
file: report.txt
sha256: {hashlib.sha256(SEED).hexdigest()}
title: Report on the dam
"""


class Told(NamedTuple):
    """A problem in short: its rule, and the characters that it points at."""

    rule: str
    words: str
    line: int
    column: int


def files(
    facts: str | bytes = FACTS, metadata: str | bytes = METADATA, seed: bytes = SEED
) -> dict[str, bytes]:
    """The whole project, with some of its files changed."""
    return {
        "facts/dam.yml": facts if isinstance(facts, bytes) else facts.encode(),
        "seeds/report.yml": metadata if isinstance(metadata, bytes) else metadata.encode(),
        "seeds/report.txt": seed,
    }


def load(
    facts: str | bytes = FACTS, metadata: str | bytes = METADATA, seed: bytes = SEED, today: str = ""
) -> Project:
    return load_files(files(facts, metadata, seed), today=today)


def told(project: Project) -> list[Told]:
    """Every problem, in the file's order, with the words it points at and their line and column."""
    return sorted((short(problem) for problem in project.problems), key=lambda one: one[2:])


def short(problem: Problem) -> Told:
    location = problem.location
    if location.span is None:
        return Told(problem.rule, location.path, 0, 0)
    assert location.start is not None
    assert 0 <= location.span.start < location.span.end <= len(location.text.content), problem
    words = location.text.content[location.span.start : location.span.end]
    return Told(problem.rule, words, *location.start)


def changed(old: str, new: str, text: str = FACTS) -> str:
    """``text`` with ``old``, which must be in it, replaced."""
    assert old in text
    return text.replace(old, new)


def all_texts(project: Project) -> Mapping[str, str]:
    """The text of each source that has one, by id."""
    return {id: source.text.content for id, source in project.corpus.sources.items() if source.text}
