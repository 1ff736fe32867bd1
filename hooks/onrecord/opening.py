"""A new explainer with one claim: the first sentence of a source that the check has nothing to say about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from onrecord.authoring import Desk, Drafted, free_id
from onrecord.check import check
from onrecord.finding import Finding, Severity
from onrecord.languages import language_of
from onrecord.loaders.facts import load_explainer
from onrecord.loaders.names import likely_id, wrong_id
from onrecord.loaders.problems import Problems
from onrecord.mistake import Mistake
from onrecord.model import Source
from onrecord.quotable import Entry, clean, entry_lines, exact_entry, value_lines
from onrecord.resolve import resolve
from onrecord.sentences import paragraph, sentences
from onrecord.text import Span

SCHEMA = "facts.schema.json"
SCHEMA_FOLDERS = (".vscode", "schemas")
"""Where a project may keep the JSON Schema of fact files, by which editors complete keys."""

DESCRIPTION = "What the source says, sentence by sentence."
_MOST_TRIED = 200
_LONGEST = 300
_ENDS = (".", "!", '."', ".'", ".\u201d", ".\u2019", "\u3002", "\uff01", "\u0964")


def refuse_id(at: Desk, id: str) -> None:
    """Raise `Mistake` where no new explainer can be called ``id``."""
    if wrong := wrong_id(id):
        meant = likely_id(id)
        raise Mistake(wrong + (f"; did you mean {meant}?" if meant and not wrong_id(meant) else ""))
    if os.path.lexists(at.configuration.root / at.path(id)):
        raise Mistake(f"there is {at.path(id)} already: take another name")
    for explainer in at.project.explainers:
        if any(str(entry.id) == id for entry in explainer.retired):
            raise Mistake(f"{id!r} was the address of something once, which stays: see {explainer.at.path}")


def draft_explainer(at: Desk, id: str, sources: Iterable[Source], title: str = "") -> Drafted:
    """An explainer with one claim. Sources that nothing cites yet come first, then the others, by their ids.

    The first sentence that no rule finds anything about is taken; else the first without an error; where
    there is none either, the first one with what the check says of it.
    """
    titles = (
        [title] if title else [f"What is said about {id.replace('-', ' ')}?", "What does the source say?"]
    )
    modelines = _modelines(at)
    best: tuple[int, str, str] | None = None
    for entry in _first_quotable(_unused_first(at, sources)):
        for called in titles:
            content = _content(modelines, entry, called)
            weight = _weight(_found(at, id, content))
            if best is None or weight < best[0]:
                best = weight, content, _claim_id(entry)
            if not weight:
                return at.drafted(id, content, _claim_id(entry))
    if best is None:
        raise Mistake("no sentence can be quoted by itself: name another source with --source")
    return at.drafted(id, best[1], best[2])


def create(root: Path, draft: Drafted) -> None:
    """Write the new file, whole or not at all. Raises `Mistake` where that cannot be done."""
    target = root / draft.path
    beside = target.with_name(f".onrecord-{os.getpid()}-{target.name}")
    try:
        try:
            target.parent.mkdir(exist_ok=True)
            with beside.open("xb") as file:
                file.write(draft.content)
            if os.path.lexists(target):
                raise Mistake(f"there is {draft.path} already: nothing is written")
            beside.replace(target)
        finally:
            with suppress(OSError):
                beside.unlink()
    except OSError as error:
        raise Mistake(f"cannot write {draft.path}: {error.strerror}") from error


def _weight(findings: list[Finding]) -> int:
    """Nothing found, then warnings, then errors."""
    return 2 if any(one.severity is Severity.ERROR for one in findings) else bool(findings)


def _unused_first(at: Desk, sources: Iterable[Source]) -> list[Source]:
    used = {
        str(entry.source or explainer.source)
        for explainer in at.project.explainers
        for claim in explainer.claims
        for entry in claim.evidence
    }
    return sorted(sources, key=lambda source: (str(source.id) in used, str(source.id)))


def _first_quotable(sources: Iterable[Source]) -> Iterator[Entry]:
    """The sentences that can be quoted as they stand, at most 200 of them."""
    tried = 0
    for source in sources:
        for span in _statements(source):
            entry = exact_entry(source, span)
            tried += 1
            if not entry.why:
                yield entry
            if tried >= _MOST_TRIED:
                return


def _statements(source: Source) -> Iterator[Span]:
    """The sentences of a source that end as statements do and are not endless, in order."""
    assert source.text is not None
    content, at = source.text.content, 0
    while at < len(content):
        whole = paragraph(content, at)
        for span in sentences(content, whole, language_of(source.language)):
            words = content[span.start : span.end].strip()
            if words.endswith(_ENDS) and len(words) <= _LONGEST:
                yield span
        at = max(whole.end, at) + 1
        while at < len(content) and content[at].isspace():
            at += 1


def _content(modelines: list[str], entry: Entry, title: str) -> str:
    words = dict(entry.fields)["quote"]
    above = [("title", title), ("description", DESCRIPTION), ("source", str(entry.source.id))]
    claim = entry_lines([("id", _claim_id(entry)), ("text", words)])
    evidence = entry_lines([field for field in entry.fields if field[0] != "source"])
    lines = [
        *modelines,
        *(line for key, value in above for line in value_lines(key, value)),
        "claims:",
        *(f"  {line}" for line in claim),
        "    evidence:",
        *(f"      {line}" for line in evidence),
    ]
    return "\n".join(lines) + "\n"


def _claim_id(entry: Entry) -> str:
    return free_id(dict(entry.fields)["quote"], entry.source)


def _modelines(at: Desk) -> list[str]:
    """What tells editors which keys there are: the schema in the project, or else the one on its site."""
    root, facts, address = at.configuration.root, at.configuration.facts, at.configuration.address
    kept = [name for name in SCHEMA_FOLDERS if (root / name / SCHEMA).is_file()]
    if kept:
        schema = Path(os.path.relpath(f"{kept[0]}/{SCHEMA}", facts)).as_posix()
    elif address.startswith(("https://", "http://")) and clean(address) == address and " " not in address:
        schema = f"{address.rstrip('/')}/schemas/{SCHEMA}"
    else:
        return []
    return [f"# yaml-language-server: $schema={schema}", f"# $schema: {schema}"]


def _found(at: Desk, id: str, content: str) -> list[Finding]:
    """What the check says of a new explainer by itself."""
    path, problems = at.path(id), Problems(id)
    explainer = load_explainer(path, id, content.encode(), problems)
    alone = (explainer,) if explainer else ()
    project = replace(at.project, explainers=alone, problems=tuple(problems.told()))
    findings = check(resolve(project)).findings
    return [finding for finding in findings if id == finding.explainer or path == finding.location.path]
