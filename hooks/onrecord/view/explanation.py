"""A rule's explanation, as its docstring has it, in parts that a page can print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of running text: ``kind`` is text, code or emphasis."""

    kind: str
    text: str


class Block(NamedTuple):
    """A part of an explanation.

    ``kind`` is heading, paragraph, items or code; ``runs`` the text of a heading or paragraph, ``items``
    that of a list's entries, ``code`` a fenced block verbatim with the file it shows as ``file``.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    items: tuple[tuple[Run, ...], ...] = ()
    code: str = ""
    file: str = ""


def title(explanation: str) -> str:
    """The first paragraph of an explanation on one line: the rule in a sentence."""
    return " ".join(explanation.strip().partition("\n\n")[0].split())


def body(explanation: str) -> Iterator[Block]:
    """The blocks after the first paragraph: ``##`` headings, paragraphs, ``-`` lists, fenced code."""
    waiting: list[str] = []
    lines = iter(explanation.strip().partition("\n\n")[2].splitlines())
    for line in lines:
        if line.startswith("```"):
            yield from _prose(waiting)
            yield _code(line, lines)
        elif line.startswith("#"):
            yield from _prose(waiting)
            yield Block("heading", runs(line.lstrip("#").strip()))
        elif line.strip():
            waiting.append(line)
        else:
            yield from _prose(waiting)
    yield from _prose(waiting)


def _code(fence: str, lines: Iterator[str]) -> Block:
    code: list[str] = []
    for line in lines:
        if line.strip() == "```":
            break
        code.append(line)
    return Block("code", code="\n".join(code), file=fence.strip("`").partition(" ")[2])


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
