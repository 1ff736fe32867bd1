"""C8: ``--fix`` and ``fmt`` done twice are done once, whichever comes first, and no comment is lost.

That every exit status and every shape of JSON is as documented is in tests/cli/test_exit_codes.py and
tests/cli/test_command_page.py; that any layout survives ``fmt`` is in tests/test_fmt.py.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from cli.talking import put_source, said
from gate.example import change, content_of, write

PASSAGE = "The dam\u2019s gate \u2013 all of it \u2013 was \u201copened\u201d on 3\u00a0May."
SOURCE = f"The keeper\u2019s diary\n\n{PASSAGE} It was shut in the autumn.\n"
TYPED = [
    PASSAGE,
    'The dam\'s gate - all of it - was "opened" on 3 May.',
    "The dam\u2019s gate -- all of it -- was \u201copened\u201d on 3 May.",
    'The dam\'s gate \u2013 all of it \u2013 was "opened" on\u00a03 May.',
]
NUMBER = re.compile(r"~\d+")


def quoted(chosen: Random, margin: str) -> list[str]:
    """A quotation in one of YAML's notations."""
    words = chosen.choice(TYPED)
    first, second = words[: words.index("all of it")].rstrip(), words[words.index("all of it") :]
    return chosen.choice(
        [
            [f"quote: {words}"],
            ["quote: '" + words.replace("'", "''") + "'"],
            ['quote: "' + words.replace('"', '\\"') + '"'],
            ["quote: >-", f"{margin}    {first}", f"{margin}    {second}"],
            ["quote: |-", f"{margin}    {words}"],
        ]
    )


def written(seed: int) -> str:
    """A fact file whose keys stand as they happen, with comments wherever YAML takes them."""
    chosen = Random(seed)
    count = iter(range(1000))

    def comments(margin: str) -> list[str]:
        return [f"{margin}# ~{next(count)} it's - a 'note'" for _ in range(chosen.randint(0, 2))]

    def mapping(margin: str, dash: str, fields: list[list[str]]) -> list[str]:
        chosen.shuffle(fields)
        lines: list[str] = []
        for first, *more in fields:
            lead = margin if lines else margin[: -len(dash)] + dash if dash else margin
            lines += [*(comments(margin) if lines else []), lead + first, *more]
        return lines

    claims: list[str] = []
    for number in range(3):
        margin = " " * 8
        fields = [quoted(chosen, margin), ["source: diary  # ~900" + str(number)]]
        evidence = ["evidence:", *comments(margin), *mapping(margin, "- ", fields)]
        fields = [[f"id: claim-{number}"], ["text: The dam's gate was opened on 3 May."], evidence]
        claims += ["", *comments("  "), *mapping("    ", "- ", fields)]
    top = [["title: What of the dam?"], ["answer: [claim-0]"], ["claims:", *claims]]
    return "\n".join([*comments(""), "", *mapping("", "", top), *comments("")]) + "\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write(tmp_path / "project")
    (root / "facts" / "dam.yml").unlink()
    change(root / "docs" / "how-we-check.md", "[[dam/cost]]", "see below.")
    put_source(root, "diary", SOURCE)
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("seed", range(25))
def test_done_twice_is_done_once(project: Path, capsys: pytest.CaptureFixture[str], seed: int) -> None:
    file = project / "facts" / "gate.yml"
    content = written(seed)
    ways = {"fix": ("check", "--fix"), "fmt": ("fmt",)}
    ends = []
    for first, second in (("fix", "fmt"), ("fmt", "fix")):
        file.write_text(content, "utf-8")
        for step in (first, second):
            status, out, err = said(capsys, *ways[step])
            assert (status, err) == (0, ""), out
            done = content_of(project)
            made = file.read_text("utf-8")
            assert sorted(NUMBER.findall(made)) == sorted(NUMBER.findall(content))
            assert said(capsys, *ways[step])[0] == 0
            assert content_of(project) == done
        assert said(capsys, *ways[first])[0] == 0
        assert content_of(project) == done
        ends.append(made)
    assert ends[0] == ends[1]
    folded = " ".join(ends[0].replace("''", "'").replace('\\"', '"').split())
    assert folded.count(" ".join(PASSAGE.split())) == 3
