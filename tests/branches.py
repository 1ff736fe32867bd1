"""A project in a repository of its own, with branches that change it at the same time."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from gate.example import FACTS, files
from onrecord.cli import main
from own_git import committed, git

LETTER = """Dear Sir, nobody rang the bell at noon, although the keeper saw the water rise.

My brother Edward walked home along the weir that night and lost his lantern in the reeds.
"""
WITH_LETTER = (
    FACTS
    + """  - id: water
    text: The keeper saw water rise.
    evidence:
      - quote: nobody rang the bell at noon, although the keeper saw the water rise.
        source: letter
  - id: no-storm
    text: No storm is named in the letter.
    evidence:
      - absent: [storm*, thunder*]
        source: letter
"""
)


def metadata(id: str, text: str, more: str = "") -> str:
    """The metadata of the source ``id``, whose text is ``text``."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return f"id: {id}\nfile: {id}.txt\nsha256: {digest}\ntitle: The {id}\nlanguage: en\n{more}"


class Repository:
    """A project in a git repository, on the branch ``main``, with one commit."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys
        for name, content in files().items():
            self.write(name, content.decode())
        self.write("facts/dam.yml", WITH_LETTER)
        self.write("seeds/letter.txt", LETTER)
        self.write("seeds/letter.yml", metadata("letter", LETTER))
        self.write(".gitattributes", "seeds/** -text\n")
        self.write(".gitignore", "site/\n")
        committed(root)

    def git(self, *arguments: str) -> None:
        """Run git; raises CalledProcessError where it fails."""
        git(self.root, *arguments)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "a change")

    def branch(self, name: str, base: str = "main") -> None:
        """Begin a branch, and go to it."""
        self.git("checkout", "-q", "-b", name, base)

    def go(self, name: str) -> None:
        self.git("checkout", "-q", name)

    def merge(self, name: str) -> bool:
        """Merge a branch into this one; False where git left a conflict, which is then committed as it is."""
        try:
            self.git("merge", "-q", "--no-edit", name)
        except CalledProcessError:
            self.commit()
            return False
        return True

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, content: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(content.encode())

    def change(self, path: str, old: str, new: str) -> None:
        """Replace ``old``, which must stand in a file once."""
        content = self.read(path)
        assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {path}"
        self.write(path, content.replace(old, new))

    def delete(self, *paths: str) -> None:
        for path in paths:
            (self.root / path).unlink()

    def run(self, *arguments: str) -> tuple[int, str]:
        """The exit status of ``onrecord`` and what it prints."""
        status = main(["-C", str(self.root), *arguments])
        return status, self._capsys.readouterr().out

    def found(self, *arguments: str) -> list[tuple[str, str, str]]:
        """The errors of ``onrecord check``, or of what is given: rule, ``path:line`` and the next step."""
        _, told = self.run(*(arguments or ("check",)), "--format", "json")
        return [
            (one["rule"], f"{one['path']}:{one['line']}", one["help"])
            for one in json.loads(told)["findings"]
            if one["severity"] == "error"
        ]

    def rules(self, *arguments: str) -> list[str]:
        """The rules of these errors."""
        return [rule for rule, _, _ in self.found(*arguments)]

    def is_green(self, base: str = "main") -> bool:
        """Whether the check and the comparison with ``base`` find no error."""
        return self.rules() == [] and self.rules("diff", base) == []
