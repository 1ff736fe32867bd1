"""The recipes of the page on them, as they are written.

A path on a line by itself is that of the file below it; ``In`` before it says that a command has made that
file, ``At the end of`` that the lines are added to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from source_tree import ROOT

PAGE = (ROOT / "docs" / "recipes.md").read_text("utf-8")
_FENCE = re.compile(r"^(`{3,})([\w+]*)$")
_NAMED = re.compile(r"^(|In |At the end of )`([^`\s]+)`:$")
_RUN = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: what it is of, the words before the path that it stands under, and the path."""

    kind: str
    role: str
    path: str
    content: str

    def commands(self) -> list[tuple[str, str]]:
        """The commands that it shows, each with what it says."""
        return _RUN.findall(self.content) if self.kind == "console" else []


class Recipe(NamedTuple):
    """A recipe: its heading, its blocks, and its last paragraph."""

    title: str
    blocks: tuple[Block, ...]
    last: str


def recipes() -> Iterator[Recipe]:
    """Every part of the page under a heading; headings inside of blocks are none."""
    title, said, blocks = "", "", []
    lines = iter(PAGE.splitlines())
    for line in lines:
        if fence := _FENCE.match(line):
            content = "".join(f"{each}\n" for each in iter(lambda: next(lines), fence[1]))
            named = _NAMED.match(said)
            blocks.append(Block(fence[2], named[1] if named else "", named[2] if named else "", content))
            assert named or fence[2] == "console", f"nothing names the block after: {said}"
        elif line.startswith("## "):
            if title:
                yield Recipe(title, tuple(blocks), said)
            title, blocks = line.removeprefix("## "), []
        said = line or said
    yield Recipe(title, tuple(blocks), said)


RECIPES = list(recipes())
