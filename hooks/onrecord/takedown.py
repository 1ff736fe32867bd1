"""A source taken down: its files gone, its claims withdrawn and without the words they rested on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from onrecord.excerpts import as_scalar
from onrecord.layout import laid_out_like
from onrecord.loaders.decoding import read_mapping
from onrecord.loaders.extents import addition, end, extent, is_flow
from onrecord.loaders.nodes import YamlMapping, YamlSequence
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.mistake import Mistake
from onrecord.model import Claim, Explainer, Project, Source
from onrecord.text import Scalar, Span

REASON = "The source it rested on was taken down."
"""Why a claim is withdrawn; the source's page says the rest."""
_IN_A_ROW = 5
_WORD = re.compile(r"\w+")
_Edit = tuple[Span, str]


class TakenDown(Struct, frozen=True):
    """What a takedown comes to, before anything is written.

    ``files`` has what each changed file holds and what it is to hold, by path, ``deleted`` the files that go.
    ``claims`` are those withdrawn, as ``explainer/id``, and ``echoing`` those of them whose own sentence has
    five words in a row of the text.
    """

    files: dict[str, tuple[bytes, bytes]]
    deleted: tuple[str, ...]
    claims: tuple[str, ...]
    echoing: tuple[str, ...]


def take_down(project: Project, files: Mapping[str, bytes], id: str, why: str, date: str) -> TakenDown:
    """Take down the source ``id`` of ``project``, whose files are ``files``; nothing is written.

    Raises `Mistake` where there is no such source, where it was taken down before, and where a file is
    written in a way that has to be changed by hand.
    """
    source = project.corpus.sources.get(id)
    if source is None:
        raise Mistake(f"there is no source {id!r}; there is {', '.join(sorted(project.corpus.sources))}")
    if source.taken_down is not None:
        raise Mistake(f"the source {id!r} was taken down on {source.taken_down.date}")
    folder = project.seeds_directory.path
    named = [str(name) for name in (source.file, source.raw) if name]
    deleted = tuple(path for name in named if (path := f"{folder}/{name}") in files)
    changed = {source.at.path: _noted(source, files[source.at.path], why, date)}
    resting: list[tuple[Explainer, Claim]] = []
    for explainer in project.explainers:
        claims = [claim for claim in explainer.claims if _rests_on(claim, explainer, id)]
        if claims:
            path = explainer.at.path
            changed[path] = _without(path, files[path], explainer, claims, id, date)
            resting.extend((explainer, claim) for claim in claims)
    laid_out = {
        path: laid_out_like(path, files[path], content, is_metadata=path == source.at.path)
        for path, content in changed.items()
    }
    return TakenDown(
        {path: (files[path], content) for path, content in laid_out.items()},
        deleted,
        tuple(f"{explainer.id}/{claim.id}" for explainer, claim in resting),
        tuple(f"{explainer.id}/{claim.id}" for explainer, claim in resting if _echoes(claim, source)),
    )


def _rests_on(claim: Claim, explainer: Explainer, id: str) -> bool:
    return any((entry.source or explainer.source) == id for entry in claim.evidence)


def _echoes(claim: Claim, source: Source) -> bool:
    said = _WORD.findall(claim.text.casefold())
    whole = f" {' '.join(_WORD.findall(source.text.content.casefold() if source.text else ''))} "
    runs = (said[at : at + _IN_A_ROW] for at in range(max(0, len(said) - _IN_A_ROW + 1)))
    return any(f" {' '.join(run)} " in whole for run in runs)


def _noted(source: Source, content: bytes, why: str, date: str) -> bytes:
    """The metadata with the day and the reason, at their end."""
    path = source.at.path
    text, before = _read(path, content)
    if is_flow(text, before):
        raise _by_hand(path)
    line_break = "\r\n" if "\r\n" in text.content else "\n"
    notice = f"taken_down: {{date: {date}, why: {as_scalar(why, bare=False)}}}{line_break}"
    kept = text.content if not text.content or text.content.endswith("\n") else text.content + line_break
    made = _encoded(content, kept + notice)
    _, after = _read(path, made)
    if {key: value for key, value in after.items() if key != "taken_down"} != before:
        raise _by_hand(path)
    return made


def _without(
    path: str, content: bytes, explainer: Explainer, claims: list[Claim], id: str, date: str
) -> bytes:
    """A fact file whose ``claims`` are withdrawn, and rest on the source ``id`` no more."""
    text, before = _read(path, content)
    nodes = before["claims"]
    assert type(nodes) is YamlSequence
    touched = {str(claim.id) for claim in claims}
    edits: list[_Edit] = []
    for node in nodes:
        if type(node) is YamlMapping and str(node.get("id")) in touched:
            edits += _evidence_edits(text, node, explainer, id)
            edits.append(_withdrawal_edit(text, node, id, date))
    made = _encoded(content, _applied(text.content, edits))
    _, after = _read(path, made)
    if _others(after, touched) != _others(before, touched):
        raise _by_hand(path)
    return made


def _evidence_edits(text: YamlText, node: YamlMapping, explainer: Explainer, id: str) -> Iterator[_Edit]:
    """What takes the entries on a source out of a claim's evidence, or all of it where it has no others."""
    entries = node["evidence"]
    assert type(entries) is YamlSequence
    owners = [entry.get("source") or explainer.source for entry in entries if type(entry) is YamlMapping]
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
    line_break = "\r\n" if "\r\n" in text.content else "\n"
    return Span(at, at), f"{line_break}{margin}{entry}"


def _start(node: YamlMapping) -> int:
    return next(iter(node.starts.values()))


def _gone(text: YamlText, span: Span | None) -> _Edit:
    if span is None:
        raise _by_hand(text.path)
    return span, ""


def _applied(content: str, edits: Iterable[_Edit]) -> str:
    for span, words in sorted(edits, reverse=True):
        content = content[: span.start] + words + content[span.end :]
    return content


def _others(file: YamlMapping, touched: set[str]) -> object:
    """All that a fact file says besides some claims, and of these what stays as it is."""
    claims = file["claims"]
    assert type(claims) is YamlSequence
    kept = []
    for claim in claims:
        is_touched = type(claim) is YamlMapping and str(claim.get("id")) in touched
        left_out = ("evidence", "withdrawn") if is_touched else ()
        kept.append(
            {key: value for key, value in claim.items() if key not in left_out}
            if type(claim) is YamlMapping
            else claim
        )
    return {**file, "claims": kept}


def _read(path: str, content: bytes) -> tuple[YamlText, YamlMapping]:
    text, node = read_mapping(path, content, Problems())
    if node is None:
        raise Mistake(f"cannot read {path}: onrecord check says why")
    return text, node


def _encoded(before: bytes, content: str) -> bytes:
    return (b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b"") + content.encode()


def _by_hand(path: str) -> Mistake:
    return Mistake(f"{path} is written in a way that has to be changed by hand; nothing is written")
