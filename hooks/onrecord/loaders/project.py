"""Load a project: fact files, sources and their metadata, from the disk or from memory."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from onrecord.loaders.corpus import METADATA_SUFFIX, CorpusLoader
from onrecord.loaders.disk import NOTHING, DiskFiles, Folder, deeper, list_folder
from onrecord.loaders.edtf import Moment
from onrecord.loaders.facts import load_explainer
from onrecord.loaders.former_names import former_name_problems
from onrecord.loaders.names import is_passed_over, wrong_file_name
from onrecord.loaders.problems import Problems
from onrecord.loaders.shared_names import shared_name_problems
from onrecord.model import Corpus, Explainer, Problem, Project
from onrecord.text import Location, Text

FACT_SUFFIX = ".yml"
_PLAIN_NAME = re.compile(r"[a-z0-9_]{5,40}(?:-[a-z0-9_]+){0,8}\.(?:txt|yml)")


def load_project(
    root: Path,
    facts: str = "facts",
    seeds: str = "seeds",
    today: str = "",
    instead: Mapping[str, bytes | None] = NOTHING,
) -> Project:
    """Load the project at ``root``; ``facts`` and ``seeds`` are the names of folders in it.

    ``today`` is an ISO 8601 date, empty where it is not known: no source can be of a later day. ``instead``
    has contents that stand for those of files on the disk, and of files that are not there yet; None stands
    for a file that is to go. Whatever is wrong with the files becomes a problem.
    """
    fact_folder, seed_folder = list_folder(root, facts), list_folder(root, seeds)
    for folder in (fact_folder, seed_folder) if instead else ():
        inside = f"{folder.path}/"
        given = {path.removeprefix(inside): made for path, made in instead.items() if path.startswith(inside)}
        names = {*folder.names, *given}
        folder.names[:] = sorted(name for name in names if given.get(name, b"") is not None)
    files = DiskFiles(root, fact_folder, seed_folder, instead=instead)
    with no_collecting():
        return load_listed(files, fact_folder, seed_folder, today)


def load_files(
    files: Mapping[str, bytes], facts: str = "facts", seeds: str = "seeds", today: str = ""
) -> Project:
    """Load a project from memory; ``files`` are the contents by path, such as ``facts/dam.yml``."""
    return load_listed(files, _folder(files, facts), _folder(files, seeds), today)


@contextmanager
def no_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage, again and again, among values that all stay in use."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _folder(files: Mapping[str, bytes], folder: str) -> Folder:
    inside = sorted(path[len(folder) + 1 :] for path in files if path.startswith(f"{folder}/"))
    names = [name for name in inside if not is_passed_over(name)]
    below = sorted({name.partition("/")[0] for name in names if "/" in name})
    problems = [deeper(folder, name) for name in below]
    return Folder(folder, [name for name in names if "/" not in name], set(below), problems)


def load_listed(files: Mapping[str, bytes], facts: Folder, seeds: Folder, today: str = "") -> Project:
    """Load a project of two listed folders; ``files`` gives the bytes of a file, or raises OSError."""
    problems = [*facts.problems, *seeds.problems]
    explainers = _explainers(files, facts, problems)
    names = _usable(seeds, problems)
    refused = seeds.refused | (set(seeds.names) - set(names))
    loader = CorpusLoader(files, seeds.path, names, refused, explainers)
    sources = loader.load(_last_day(today))
    problems += loader.problems
    problems += former_name_problems(explainers, sources)
    for folder, wanted in ((facts, "fact file"), (seeds, "source")):
        if not folder.names and not folder.problems:
            location = Location(Text(folder.path, ""))
            message = f"there is no {wanted} in {folder.path}/"
            help = f"put the first {wanted} into it: nothing to check is never right"
            problems.append(Problem("empty-project", message, location, help=help))
    folders = Text(facts.path, ""), Text(seeds.path, "")
    return Project(tuple(explainers), Corpus(sources), tuple(problems), *folders)


def _explainers(files: Mapping[str, bytes], folder: Folder, problems: list[Problem]) -> list[Explainer]:
    explainers = []
    for name in folder.names:
        path = f"{folder.path}/{name}"
        id = name.removesuffix(FACT_SUFFIX)
        if id == name:
            problems.append(_unexpected(path))
            continue
        found = Problems(id)
        try:
            explainer = load_explainer(path, id, files[path], found)
        except OSError as error:
            message, help = f"the file cannot be read: {error.strerror}", "see who may read it"
            found.add("unreadable-file", message, Location(Text(path, "")), help=help)
            explainer = None
        problems += found.told()
        if explainer is not None:
            explainers.append(explainer)
    _refuse_taken(explainers, problems)
    problems += shared_name_problems(explainers)
    return explainers


def _unexpected(path: str) -> Problem:
    if path.lower().endswith((".yaml", ".yml")):
        help = f"call it {path.rpartition('/')[2].rpartition('.')[0]}{FACT_SUFFIX}"
    else:
        help = "take it out: fact files end in .yml, and texts of sources belong into the other folder"
    return Problem("unexpected-file", "this file is not read", Location(Text(path, "")), help=help)


def _refuse_taken(explainers: list[Explainer], problems: list[Problem]) -> None:
    """Add a problem for each former name of an explainer that another one has now."""
    by_id = {explainer.id: explainer for explainer in explainers}
    for explainer in explainers:
        for entry in explainer.retired:
            if entry.replaced_by == explainer.id and entry.id in by_id:
                message = f"the page {str(entry.id)!r} is there again, so its old address cannot lead here"
                at, help = entry.id.at(), "give the new page another name"
                problems.append(Problem("duplicate-id", message, at, help=help, explainer=explainer.id))


def _usable(folder: Folder, problems: list[Problem]) -> list[str]:
    """The files of ``seeds/`` whose names stay what they are on every disk; the others become problems."""

    def path(name: str) -> Location:
        return Location(Text(f"{folder.path}/{name}", ""))

    usable: dict[str, str] = {}
    doubtful = set()
    for name in folder.names:
        if _PLAIN_NAME.fullmatch(name) and usable.setdefault(name, name) == name:
            continue
        if wrong := wrong_file_name(name):
            message = f"{name[:60]!r}: {wrong}"
            problems.append(Problem("malformed-file-name", message, path(name), help="rename the file"))
        elif (first := usable.setdefault(name.lower(), name)) != name:
            doubtful.add(first)
            message = f"the name differs from {first!r} only in small and capital letters"
            problems.append(Problem("malformed-file-name", message, path(name), help="rename one of the two"))
        elif name.lower().endswith((".yaml", ".yml")) and not name.endswith(METADATA_SUFFIX):
            doubtful.add(name)
            problems.append(_unexpected(f"{folder.path}/{name}"))
    return [name for name in usable.values() if name not in doubtful]


def _last_day(today: str) -> Moment | None:
    """The day after ``today``, which it may already be elsewhere."""
    if not today:
        return None
    last = date.fromisoformat(today) + timedelta(days=1)
    return (last.year, last.month, last.day)
