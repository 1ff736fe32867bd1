"""A source taken down: its files gone, its claims withdrawn and without the words they rested on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct

from onrecord.excerpts import as_scalar
from onrecord.layout import laid_out_like
from onrecord.loaders.corpus import METADATA_SUFFIX
from onrecord.loaders.decoding import read_mapping
from onrecord.loaders.extents import addition, end, extent, is_flow
from onrecord.loaders.nodes import Node, YamlMapping, YamlSequence
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.mistake import Mistake
from onrecord.model import Claim, Explainer, Project, Source
from onrecord.text import Scalar, Span, changed

REASON = "The source it rested on was taken down."
"""Why a claim is withdrawn; the source's page says the rest."""
_IN_A_ROW = 5
_WORD = re.compile(r"\w+")
_Edit = tuple[Span, str]
_Run = tuple[str, ...]


class TakenDown(Struct, frozen=True):
    """What a takedown comes to, before anything is written.

    ``files`` has what each changed file holds and what it is to hold, by path, ``deleted`` the files that go.
    ``claims`` are those withdrawn, as ``explainer/id``, and ``echoing`` those of them whose own sentence, now
    or before a correction, has five words in a row of the text.
    """

    files: dict[str, tuple[bytes, bytes]]
    deleted: tuple[str, ...]
    claims: tuple[str, ...]
    echoing: tuple[str, ...]


def take_down(project: Project, files: Mapping[str, bytes], id: str, why: str, date: str) -> TakenDown:
    """Take down the source ``id`` of ``project``, whose files are ``files``; nothing is written.

    Raises `Mistake` where there is no such source, where it was taken down before, and where a file is
    written in a way that has to be changed by hand; OSError where one cannot be read any more.
    """
    source, folder = _source(project, id), project.seeds_directory.path
    named = [str(name) for name in (source.file, source.raw) if name and not name.endswith(METADATA_SUFFIX)]
    deleted = tuple(path for name in named if (path := f"{folder}/{name}") in files)
    made = {source.at.path: _noted(source, files[source.at.path], why, date)}
    resting: list[tuple[Explainer, Claim]] = []
    for explainer in project.explainers:
        claims = [claim for claim in explainer.claims if _rests_on(claim, explainer, id)]
        if claims:
            path = explainer.at.path
            made[path] = _without(path, files[path], explainer, claims, id, date)
            resting.extend((explainer, claim) for claim in claims)
    laid_out = {
        path: laid_out_like(path, files[path], content, is_metadata=path == source.at.path)
        for path, content in made.items()
    }
    return TakenDown(
        {path: (files[path], content) for path, content in laid_out.items()},
        deleted,
        tuple(f"{explainer.id}/{claim.id}" for explainer, claim in resting),
        tuple(f"{explainer.id}/{claim.id}" for explainer, claim in _echoing(resting, source)),
    )


def _source(project: Project, id: str) -> Source:
    """The source that is to be taken down."""
    source = project.corpus.sources.get(id)
    if source is None:
        raise Mistake(f"there is no source {id!r}; there is {', '.join(sorted(project.corpus.sources))}")
    if source.taken_down is not None:
        raise Mistake(f"the source {id!r} was taken down on {source.taken_down.date}")
    if not source.at.path.startswith(f"{project.seeds_directory.path}/"):
        raise Mistake(f"the metadata of {id!r} cannot be read: onrecord check says why")
    return source


def _rests_on(claim: Claim, explainer: Explainer, id: str) -> bool:
    return any((entry.source or explainer.source) == id for entry in claim.evidence)


def _echoing(resting: list[tuple[Explainer, Claim]], source: Source) -> list[tuple[Explainer, Claim]]:
    """Those of some claims that say, or said before a correction, words in a row of the source's text."""
    told = [(entry, {run for said in _sentences(entry[1]) for run in _runs(said)}) for entry in resting]
    runs = _runs(source.text.content if source.text else "")
    known = set[_Run]().union(*(own for _, own in told)).intersection(runs)
    return [entry for entry, own in told if own & known]


def _sentences(claim: Claim) -> Iterator[str]:
    """What a claim's page goes on showing when it is withdrawn."""
    yield claim.text
    yield from (correction.was for correction in claim.corrections)


def _runs(text: str) -> Iterator[_Run]:
    """Each five words in a row."""
    words = _WORD.findall(text.casefold())
    return zip(*(words[start:] for start in range(_IN_A_ROW)), strict=False)


def _noted(source: Source, content: bytes, why: str, date: str) -> bytes:
    """The metadata with the day and the reason, below their last key."""
    path = source.at.path
    text, before = _read(path, content)
    if is_flow(text, before):
        raise _by_hand(path)
    at, margin = end(text, before), " " * (text.position(_start(before)).column - 1)
    notice = f"taken_down: {{date: {date}, why: {as_scalar(why, bare=False)}}}"
    edits = [(Span(at, at), f"{text.line_break}{margin}{notice}")]
    made = _encoded(content, changed(text.content, edits))
    if _again(path, made) != {**before, "taken_down": {"date": date, "why": why}}:
        raise _by_hand(path)
    return made


def _without(
    path: str, content: bytes, explainer: Explainer, claims: list[Claim], id: str, date: str
) -> bytes:
    """A fact file whose ``claims`` are withdrawn, and rest on the source ``id`` no more."""
    text, before = _read(path, content)
    starts = {claim.at.span.start for claim in claims if claim.at.span}
    edits: list[_Edit] = []
    wanted: list[object] = []
    nodes = before["claims"]
    for node in nodes if type(nodes) is YamlSequence else ():
        if type(node) is not YamlMapping or _start(node) not in starts:
            wanted.append(node)
            continue
        edits += _evidence_edits(text, node, explainer, id)
        edits.append(_withdrawal_edit(text, node, id, date))
        wanted.append(_without_source(node, explainer, id))
    made = _encoded(content, changed(text.content, _in_order(edits)))
    after = _again(path, made)
    if {**after, "claims": _unwithdrawn(after.get("claims"), wanted)} != {**before, "claims": wanted}:
        raise _by_hand(path)
    return made


def _without_source(node: YamlMapping, explainer: Explainer, id: str) -> dict[str, Node]:
    """What a claim says besides its withdrawal, when it does not rest on the source ``id`` any more."""
    entries = node["evidence"]
    assert type(entries) is YamlSequence
    kept = YamlSequence(entry for entry in entries if _owner(entry, explainer) != id)
    said = {key: value for key, value in node.items() if key not in ("evidence", "withdrawn")}
    return {**said, "evidence": kept} if kept else said


def _unwithdrawn(nodes: Node | None, wanted: Sequence[object]) -> list[object]:
    """Claims as ``wanted`` has them: without ``withdrawn`` where that has none."""
    found = nodes if type(nodes) is YamlSequence else ()
    return [
        {key: value for key, value in node.items() if key != "withdrawn"}
        if type(node) is YamlMapping and type(plain) is dict
        else node
        for node, plain in zip_longest(found, wanted)
    ]


def _owner(entry: Node, explainer: Explainer) -> object:
    """The source that an entry of a claim's evidence names, or its page for it."""
    return (entry.get("source") if type(entry) is YamlMapping else None) or explainer.source


def _evidence_edits(text: YamlText, node: YamlMapping, explainer: Explainer, id: str) -> Iterator[_Edit]:
    """What takes the entries on a source out of a claim's evidence, or all of it where it has no others."""
    entries = node["evidence"]
    assert type(entries) is YamlSequence
    owners = [_owner(entry, explainer) for entry in entries]
    if all(owner == id for owner in owners):
        yield _gone(text, extent(text, _start(node), "evidence"))
        return
    for entry, owner in zip(entries, owners, strict=True):
        if owner == id and type(entry) is YamlMapping:
            yield _gone(text, extent(text, _start(entry), ""))


def _withdrawal_edit(text: YamlText, node: YamlMapping, id: str, date: str) -> _Edit:
    """What says in a claim that it is withdrawn for its source."""
    withdrawn = node.get("withdrawn")
    if type(withdrawn) is YamlMapping:
        added = addition(text, _start(withdrawn), "why", "source", id)
        if added is None:
            raise _by_hand(text.path)
        return added
    entry = f"withdrawn: {{date: {date}, why: {as_scalar(REASON, bare=False)}, source: {id}}}"
    said = node["text"]
    if is_flow(text, node):
        assert isinstance(said, Scalar)
        return Span(said.end, said.end), f", {entry}"
    at = end(text, said)
    margin = " " * (text.position(node.starts["text"]).column - 1)
    return Span(at, at), f"{text.line_break}{margin}{entry}"


def _start(node: YamlMapping) -> int:
    return next(iter(node.starts.values()))


def _gone(text: YamlText, span: Span | None) -> _Edit:
    if span is None:
        raise _by_hand(text.path)
    return span, ""


def _in_order(edits: list[_Edit]) -> Iterator[_Edit]:
    """Edits in order; two that take out what overlaps become one."""
    done = 0
    for span, words in sorted(edits):
        yield Span(max(span.start, done), max(span.end, done)), words
        done = max(span.end, done)


def _read(path: str, content: bytes) -> tuple[YamlText, YamlMapping]:
    text, node = read_mapping(path, content, Problems())
    if node is None:
        raise Mistake(f"cannot read {path}: onrecord check says why")
    return text, node


def _again(path: str, made: bytes) -> YamlMapping:
    """What a changed file says."""
    node = read_mapping(path, made, Problems())[1]
    if node is None:
        raise _by_hand(path)
    return node


def _encoded(before: bytes, content: str) -> bytes:
    return (b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b"") + content.encode()


def _by_hand(path: str) -> Mistake:
    return Mistake(f"{path} is written in a way that has to be changed by hand; nothing is written")
