"""Where a new claim goes in a fact file: insertions that leave every other character as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.finding import Edit
from onrecord.loaders.extents import end, is_flow
from onrecord.loaders.nodes import Node, YamlMapping, YamlSequence
from onrecord.loaders.places import YamlText
from onrecord.mistake import Mistake
from onrecord.quotable import Field, entry_lines
from onrecord.text import Scalar, Span, name_key


class _Style(NamedTuple):
    """How a file sets its lists: the column of the dash, how far after it an entry begins, and the break."""

    column: int
    width: int
    line_break: str

    def entry(self, lines: Iterable[str]) -> str:
        """The lines of an entry of the list, each after a line break."""
        first, *others = lines
        margin = " " * self.column
        dashed = f"{margin}-{' ' * (self.width - 1)}{first}"
        below = [f"{margin}{' ' * self.width}{line}" for line in others]
        return "".join(f"{self.line_break}{line}" for line in (dashed, *below))


def claim_edit(text: YamlText, file: YamlMapping, fields: Iterable[Field], evidence: Iterable[Field]) -> Edit:
    """The insertion of a claim at the end of ``claims:``, indented and spaced as the one before it."""
    claims = file.get("claims")
    if type(claims) is not YamlSequence or not claims:
        raise Mistake(f"{text.path} has no list of claims to add one to")
    if is_flow(text, claims):
        raise Mistake(f"the claims of {text.path} stand in brackets: give each a '- ' on a line of its own")
    style = _style(text, claims)
    indent = " " * _indent_of_evidence(text, claims)
    lines = [line[2:] for line in entry_lines(fields)]
    lines += ["evidence:", *(f"{indent}{line}" for line in entry_lines(evidence))]
    blank = style.line_break if _is_after_blank_line(text, claims[-1]) else ""
    return _insertion(text, end(text, claims), blank + style.entry(lines))


def section_edit(text: YamlText, file: YamlMapping, heading: str, id: str) -> Edit:
    """The insertion of a claim's id into the last paragraph of claims in a section, or into a new one."""
    body = _section(text, file, heading)["body"]
    assert type(body) is YamlSequence
    paragraphs = [part for part in body if type(part) is YamlMapping and "claims" in part]
    if paragraphs:
        listed = paragraphs[-1]["claims"]
        assert type(listed) is YamlSequence
        last = listed[-1]
        assert type(last) is Scalar
        if is_flow(text, listed):
            return _insertion(text, last.end, f", {id}")
        return _insertion(text, end(text, listed), _style(text, listed).entry([id]))
    if is_flow(text, body):
        raise Mistake(f"the section {heading!r} stands in brackets: write the paragraph into it by hand")
    return _insertion(text, end(text, body), _style(text, body).entry([f"claims: [{id}]"]))


def _insertion(text: YamlText, at: int, words: str) -> Edit:
    return Edit(text, Span(at, at), words)


def _section(text: YamlText, file: YamlMapping, heading: str) -> YamlMapping:
    sections = file.get("sections")
    listed = sections if type(sections) is YamlSequence else []
    found = [section for section in listed if type(section) is YamlMapping]
    for section in found:
        if name_key(str(section.get("heading", ""))) == name_key(heading) and section.get("body"):
            return section
    known = ", ".join(repr(str(section.get("heading", ""))) for section in found)
    raise Mistake(f"{text.path} has no section {heading!r}; it has {known or 'no sections at all'}")


# Where something stands, and how it is set


def _style(text: YamlText, listed: YamlSequence) -> _Style:
    column = text.position(listed.start).column - 1
    last, width = listed[-1], 2
    line = text.line_start(text.position(last.start).line)
    if text.content.startswith("-", line + column) and last.start > line + column:
        width = last.start - line - column
    return _Style(column, width, text.line_break)


def _indent_of_evidence(text: YamlText, claims: YamlSequence) -> int:
    """How far the list below ``evidence:`` is indented in the last claim that has one; two where none has."""
    for claim in reversed(claims):
        evidence = claim.get("evidence") if type(claim) is YamlMapping else None
        if type(claim) is YamlMapping and type(evidence) is YamlSequence and not is_flow(text, evidence):
            key, dash = (text.position(at).column for at in (claim.starts["evidence"], evidence.start))
            return max(0, dash - key)
    return 2


def _is_after_blank_line(text: YamlText, node: Node) -> bool:
    number = text.position(node.start).line
    return number > 1 and not text.line(number - 1).strip()
