"""A rule's explanation, as its docstring has it, in parts that a page can print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.text import Span

_FENCE = re.compile(
    r"""```(?P<language>\w*)[ ]?(?P<file>[^\s=]*)"""
    r"""(?:[ ]mark=(?:"(?P<words>[^"]+)"|'(?P<others>[^']+)')(?:[ ]place=(?P<place>[1-9]\d?))?"""
    r"""|[ ]whole=(?P<whole>\S+))?"""
)


class Run(NamedTuple):
    """A stretch of running text: ``kind`` is text, code or emphasis."""

    kind: str
    text: str


class Mark(NamedTuple):
    """The words of a fenced block that the rule reports: those at the ``place``-th time, counted from 1."""

    words: str
    place: int = 1

    def span(self, content: str) -> Span | None:
        """Where the marked words stand in ``content``; None where they do not stand there so often."""
        at = -1
        for _ in range(self.place):
            at = content.find(self.words, at + 1)
            if at < 0:
                return None
        return Span(at, at + len(self.words))


class Block(NamedTuple):
    """A part of an explanation.

    ``kind`` is heading, paragraph, items or code; ``runs`` the text of a heading or paragraph, ``items``
    that of a list's entries, ``code`` a fenced block verbatim with its ``language`` and the ``file`` that it
    shows. What the rule reports in it is the ``mark``; ``whole`` is the path of a file or folder that it
    reports as a whole.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    items: tuple[tuple[Run, ...], ...] = ()
    code: str = ""
    language: str = ""
    file: str = ""
    mark: Mark | None = None
    whole: str = ""

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The code before the marked words, these, and the code after them; all of it first without marks."""
        span = self.mark.span(self.code) if self.mark else None
        if span is None:
            return self.code, "", ""
        return self.code[: span.start], self.code[span.start : span.end], self.code[span.end :]

    @property
    def line(self) -> int:
        """The line, counted from 1, on which the marked words stand; 0 without a mark."""
        return self.pieces[0].count("\n") + 1 if self.mark else 0


def title(explanation: str) -> str:
    """The first paragraph of an explanation on one line: the rule in a sentence."""
    return " ".join(explanation.strip().partition("\n\n")[0].split())


def fenced(explanation: str) -> Iterator[str | Block]:
    """The lines of an explanation, each fenced block of them as one `Block`."""
    lines = iter(explanation.splitlines())
    for line in lines:
        yield _code(line, lines) if line.startswith("```") else line


def body(explanation: str) -> Iterator[Block]:
    """The blocks after the first paragraph: ``##`` headings, paragraphs, ``-`` lists, fenced code."""
    waiting: list[str] = []
    for line in fenced(explanation.strip().partition("\n\n")[2]):
        if isinstance(line, Block):
            yield from _prose(waiting)
            yield line
        elif line.startswith("#"):
            yield from _prose(waiting)
            yield Block("heading", runs(line.lstrip("#").strip()))
        elif line.strip():
            waiting.append(line)
        else:
            yield from _prose(waiting)
    yield from _prose(waiting)


def _code(fence: str, lines: Iterator[str]) -> Block:
    """A fenced block: ```` ```language file ````, then what of it the rule reports.

    That is ``mark="the words"`` (with ``place=2`` those that stand there the second time), or ``whole=seeds``
    for a file or folder of which there are no words to mark. Raises ValueError for any other fence.
    """
    found = _FENCE.fullmatch(fence)
    if found is None:
        raise ValueError(f"a fence that nobody reads: {fence}")
    code: list[str] = []
    for line in lines:
        if line.strip() == "```":
            break
        code.append(line)
    words = found["words"] or found["others"]
    mark = Mark(words, int(found["place"] or 1)) if words else None
    return Block(
        "code",
        code="\n".join(code),
        language=found["language"],
        file=found["file"],
        mark=mark,
        whole=found["whole"] or "",
    )


def _prose(waiting: list[str]) -> Iterator[Block]:
    """A paragraph or a list from the lines gathered so far, which are then forgotten."""
    if waiting and waiting[0].startswith("- "):
        items: list[str] = []
        for line in waiting:
            if line.startswith("- "):
                items.append(line[2:])
            else:
                items[-1] += f" {line.strip()}"
        yield Block("items", items=tuple(runs(item) for item in items))
    elif waiting:
        yield Block("paragraph", runs(" ".join(line.strip() for line in waiting)))
    waiting.clear()


def runs(text: str) -> tuple[Run, ...]:
    """Running text split at backquotes (code) and, outside them, at single asterisks (emphasis)."""
    found: list[Run] = []
    parts = text.replace("``", "`").split("`")
    for number, part in enumerate(parts):
        if number % 2:
            found.append(Run("code", part))
        else:
            marked = part.split("*")
            kinds = ("text", "emphasis") if len(marked) % 2 else ("text", "text")
            glue = "" if len(marked) % 2 else "*"
            found.extend(
                Run(kinds[i % 2], words + (glue if i + 1 < len(marked) else ""))
                for i, words in enumerate(marked)
                if words or glue
            )
    return tuple(run for run in found if run.text)
