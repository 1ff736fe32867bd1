"""``onrecord fmt``: one layout, the same values, every comment; and the same again comes to the same."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st

from cli.talking import put_source, said
from gate import example
from gate.example import FACTS, change, content_of, write
from onrecord import layout
from onrecord.editor.schema import KEYS
from onrecord.layout import laid_out
from onrecord.loaders.facts import SHAPES
from onrecord.loaders.metadata import METADATA
from source_tree import ROOT

DAM = "facts/dam.yml"


def formatted(content: str, *, is_metadata: bool = False) -> str:
    """A file laid out, which it must be possible to do."""
    made = laid_out(DAM, content.encode(), is_metadata=is_metadata)
    assert not made.problems, made.problems
    return made.content.decode()


# Any layout: files written by chance, held against another reader of YAML

_WORDS = ["safe", "the dam", "a # b", "it's", "- x", "12", "no", "é ”", "x:y", "#", "a  b"]
_COMMENT = re.compile(r"~c\d+")


class _Writer:
    """Writes a file by chance; each comment holds a number of its own."""

    def __init__(self, chosen: Random) -> None:
        self.chosen = chosen
        self.pick = chosen.choice
        self.comments = 0
        self.styles = ["plain", "'", '"', "|", "|-", ">", ">-", "|2", "long", "lines"]
        self.styles += ["|+"] if self.chance() else []

    def chance(self, one_in: int = 4) -> bool:
        return self.chosen.randint(1, one_in) == one_in

    def comment(self) -> str:
        self.comments += 1
        return f"# {self.pick(['', 'k: ', chr(9), '- ', '# ', '| '])}~c{self.comments}"

    def behind(self) -> str:
        """What may stand behind a value on its line."""
        comment = f" {self.comment()}" if self.chance() else ""
        return comment + self.pick(["", "", "", " ", " \t"])

    def between(self, indent: int) -> list[str]:
        """Blank lines and comments, as deep as it happens."""
        lines = []
        while self.chance(3):
            deep = " " * self.chosen.randint(0, indent + 3)
            lines.append(self.pick(["", "  ", deep + self.comment()]))
        return lines

    def scalar(self, indent: int) -> list[str]:
        """A value in any notation: what stands behind ``key: ``, and the lines below."""
        words = self.pick(_WORDS)
        margin = " " * (indent + self.chosen.randint(1, 3))
        style = self.pick(self.styles)
        if style in ("'", '"'):
            return [style + words.replace("'", "''" if style == "'" else "'") + style + self.behind()]
        if style == "lines":
            mark = self.pick(["'", '"'])
            return [f"{mark}one  ", "", f"{margin}# two \t", f"{margin}three{mark}{self.behind()}"]
        if style == "long":
            return ["one  ", f"{margin}two", "", f"{margin}three{self.behind()}"]
        if style[0] in "|>":
            deep = " " * (indent + 2) if style == "|2" else margin
            body = [f"{deep}{words} ", "", f"{deep}# no comment", f"{deep}  deeper  "]
            kept = body[: self.chosen.randint(1, 4)]
            return [style + self.behind(), *kept, *[""] * self.chosen.randint(0, 2)]
        return [self.pick(["safe", "x#y", "a b", "2025-04"]) + self.behind()]

    def value(self, indent: int, depth: int, noun: str, key: str) -> list[str]:
        below = _BELOW.get((noun, key))
        if below is None or depth > 3:
            if key in _LISTS:
                return [self.pick(["[a, b]", "[\n    a, # ~c0\n\n  b\n]", "[]"]) + self.behind()]
            return self.scalar(indent)
        if below in ("'derived'", "'withdrawn'"):
            if self.chance():
                return ["{date: 2026-01-01, why: x}" + self.behind()]
            inner = indent + self.chosen.randint(1, 3)
            return [self.behind().strip("\t "), *self.mapping(inner, depth + 1, below)]
        dash = indent + self.chosen.randint(0, 3)
        lines = [self.behind()]
        for _ in range(self.chosen.randint(1, 3)):
            lines += self.between(dash)
            lines += self.entry(dash, depth + 1, below)
        return lines

    def entry(self, dash: int, depth: int, noun: str) -> list[str]:
        if self.chance(8):
            first = next(iter(KEYS[noun]))
            return [f"{' ' * dash}- {{zz: {{b: 1, a: 2}}, {first}: x}}{self.behind()}"]
        width = self.chosen.randint(1, 3)
        lines = self.mapping(dash + 1 + width, depth, noun)
        if self.chance(8):
            return [" " * dash + "-" + self.behind(), *lines]
        return [f"{' ' * dash}-{' ' * width}{lines[0].lstrip(' ')}", *lines[1:]]

    def mapping(self, indent: int, depth: int, noun: str) -> list[str]:
        keys = [key for key in KEYS[noun] if not (noun == "a quotation" and self.chance(3))] or ["quote"]
        most = 5 if depth else 9
        keys = self.chosen.sample(keys, min(most, len(keys)))
        if not depth and "claims" not in keys:
            keys = ["claims", *keys]
        lines: list[str] = []
        for key in keys:
            if lines:
                lines += self.between(indent)
            shown = self.pick([key, key, key, f"'{key}'", f'"{key}"'])
            first, *rest = self.value(indent, depth, noun, key)
            lines += [f"{' ' * indent}{shown}:{' ' if first.strip() else ''}{first}", *rest]
        return lines


_BELOW = {
    ("a fact file", "claims"): "a claim",
    ("a fact file", "entities"): "an entity",
    ("a fact file", "sections"): "a section",
    ("a fact file", "updates"): "an update",
    ("a claim", "evidence"): "a quotation",
    ("a claim", "derived"): "'derived'",
    ("a claim", "withdrawn"): "'withdrawn'",
    ("a claim", "corrections"): "a correction",
    ("a quotation", "refers"): "an entry of 'refers'",
}
_LISTS = {"answer", "aliases", "depends_on", "claims", "subject"}


def written(seed: int) -> str:
    """A file by chance, with line ends of any kind."""
    chosen = Random(seed)
    writer = _Writer(chosen)
    head = chosen.choice([[], [], [""], ["%YAML 1.2", "---"], ["---"]])
    lines = [*writer.between(0), *head, *writer.between(0), *writer.mapping(0, 0, "a fact file")]
    lines += [*writer.between(0), *chosen.choice([[], [], ["..."]])]
    ends = chosen.choice(
        [["\n"], ["\r\n"], *([] if head[:1] == ["%YAML 1.2"] else [["\r"], ["\n", "\r\n", "\r"]])]
    )
    content = "".join(line + chosen.choice(ends) for part in lines for line in part.split("\n"))
    content = content if chosen.random() < 0.5 else content.rstrip("\r\n")
    return chosen.choice(["", "", "\ufeff"]) + content


def values(content: str) -> object:
    """What another reader makes of a file: all its values as texts."""
    return yaml.load(content.removeprefix("\ufeff"), Loader=yaml.CBaseLoader)


@settings(max_examples=300, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.integers(0, 2**32))
def test_any_layout_keeps_its_values_and_comments(seed: int) -> None:
    content = written(seed)
    made = laid_out(DAM, content.encode(), is_metadata=False)
    event(str(made.problems[0].rule) if made.problems else "laid out")
    if made.problems:
        assert made.content == content.encode()
        return
    once = made.content.decode()
    assert values(once) == values(content)
    assert sorted(_COMMENT.findall(once)) == sorted(_COMMENT.findall(content))
    assert formatted(once) == once
    assert "\r" not in once
    assert not once.startswith(("\ufeff", "\n"))


# What is set, and what is left


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("title: a\nclaims: [x]\n", "title: a\nclaims: [x]\n"),
        ("claims: [x]\ntitle: a\n", "title: a\nclaims: [x]\n"),
        ("\n\ntitle: a  \n\n\n \nclaims: [x]\n\n\n", "title: a\n\nclaims: [x]\n"),
        ("title: a\r\nclaims: [x]", "title: a\nclaims: [x]\n"),
        ("\ufefftitle: a\n", "title: a\n"),
        (
            "# of the file\nclaims: [x] # behind\n# above\ntitle: a\n",
            "# of the file\n# above\ntitle: a\nclaims: [x] # behind\n",
        ),
        (
            "claims: [x]\n  # deeper, so of claims\ntitle: a\n# end\n",
            "title: a\nclaims: [x]\n  # deeper, so of claims\n# end\n",
        ),
        ("title: >-\n  a \n\n\n  b  \nsource: x\n", "title: >-\n  a \n\n\n  b  \nsource: x\n"),
        ("title: 'a  \n\n  b'  \n", "title: 'a  \n\n  b'\n"),
        ("title: |\n  a", "title: |\n  a"),
        ("title: |-\n  a", "title: |-\n  a\n"),
        ("source: x\ntitle: |+\n  a\n\n\n", "source: x\ntitle: |+\n  a\n\n\n"),
        ("claims: [x]\nodd: y\ntitle: a\n", "claims: [x]\nodd: y\ntitle: a\n"),
        ("{claims: [x], title: a}\n", "{claims: [x], title: a}\n"),
        (
            "claims:\n  # one\n  - text: b\n    # its name\n    id: a\n  # two\n  - id: c\n    text: d\n",
            "claims:\n  # one\n  # its name\n  - id: a\n    text: b\n  # two\n  - id: c\n    text: d\n",
        ),
        (
            "claims:\n-   evidence:\n    -   source: s\n        quote: q\n    text: b\n",
            "claims:\n-   text: b\n    evidence:\n    -   quote: q\n        source: s\n",
        ),
        (
            "claims:\n  -\n    text: b\n    id: a\n",
            "claims:\n  -\n    text: b\n    id: a\n",
        ),
        ("claims:\n  - {text: b, id: a}\n", "claims:\n  - {text: b, id: a}\n"),
        ("---\nclaims: [x]\ntitle: a\n...\n", "---\ntitle: a\nclaims: [x]\n...\n"),
    ],
)  # fmt: skip
def test_what_is_set_and_what_is_left(content: str, wanted: str) -> None:
    assert formatted(content) == wanted
    assert formatted(wanted) == wanted


def test_metadata_have_an_order_of_their_own() -> None:
    assert formatted("title: T\nid: a\n", is_metadata=True) == "id: a\ntitle: T\n"
    assert formatted("title: T\nid: a\n") == "title: T\nid: a\n"


def test_the_order_is_that_of_the_keys_an_editor_explains() -> None:
    for shape in (*SHAPES, METADATA):
        assert set(KEYS[shape.noun]) == set(shape.fields)
        keys = [key for key in reversed(KEYS[shape.noun]) if key != "claims"]
        if shape is METADATA:
            content = "".join(f"{key}: x\n" for key in keys)
            made = [line.partition(":")[0] for line in formatted(content, is_metadata=True).splitlines()]
            assert made == keys[::-1]


@pytest.mark.parametrize(
    "content",
    [
        "title: a\ntitle: b\n",
        "title: [\n",
        "- a\n",
        "",
        "title: &a b\n",
        "title: a\n---\ntitle: b\n",
        "a: \x85\n",
    ],
)
def test_what_cannot_be_read_stays_as_it_is(content: str) -> None:
    made = laid_out(DAM, content.encode(), is_metadata=False)
    assert made.content == content.encode()
    assert made.problems


def test_what_would_say_something_else_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    for words, wrong in (("something else", "title: b\n"), ("lose a line", "title: a # c\n")):
        monkeypatch.setattr(layout._Page, "laid_out", lambda *_, wrong=wrong: wrong)
        with pytest.raises(AssertionError, match=words):
            laid_out(DAM, b"title: a\n", is_metadata=False)


# The command


def files() -> dict[str, bytes]:
    """The example's files as they are to be laid out."""
    made = example.files()
    metadata = made["seeds/report.yml"].decode()
    return made | {"seeds/report.yml": formatted(metadata, is_metadata=True).encode()}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write(tmp_path / "project")
    (root / "seeds" / "report.yml").write_bytes(files()["seeds/report.yml"])
    monkeypatch.chdir(root)
    return root


TITLE = "title: What does the report say of the dam?\n"
MIXED = FACTS.replace(TITLE, "").replace("[visited]\n", f"[visited]  \n{TITLE}")


def test_files_are_laid_out_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "fmt") == (0, "as they are to be: 2 files\n", "")
    (project / DAM).write_text(MIXED, "utf-8")
    assert said(capsys, "fmt") == (0, f"laid out: {DAM}\nas they are to be: 1 file\n", "")
    assert (project / DAM).read_bytes() == files()[DAM]
    assert content_of(project) == files()
    assert said(capsys, "fmt") == (0, "as they are to be: 2 files\n", "")
    assert said(capsys, "check")[0] == 0


def test_nothing_is_written_when_asked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / DAM).write_bytes(MIXED.replace("\n", "\r\n").encode())
    before = content_of(project)
    told = f"would be laid out: {DAM}\nas they are to be: 1 file\n"
    assert said(capsys, "fmt", "--check") == (1, told, "")
    status, out, _ = said(capsys, "fmt", "--diff")
    assert (status, out.endswith(told)) == (1, True)
    assert out.startswith(f"--- {DAM}\n+++ {DAM}\n@@")
    assert "\n-answer: [visited]  \\r\n" in out
    assert "\n+answer: [visited]\n" in out
    assert said(capsys, "fmt", "--check", "--diff")[0] == 1
    assert content_of(project) == before
    (project / DAM).write_bytes(files()[DAM])
    assert said(capsys, "fmt", "--check", "--diff") == (0, "as they are to be: 2 files\n", "")


def test_only_what_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / DAM).write_text(MIXED, "utf-8")
    assert said(capsys, "fmt", "--check", "seeds")[:2] == (0, "as they are to be: 1 file\n")
    for path in (DAM, "facts", ".", str(project / DAM)):
        assert said(capsys, "fmt", "--check", path)[0] == 1
    before = content_of(project)
    for path in ("nowhere.yml", "docs", "..", "seeds/report.txt"):
        status, out, err = said(capsys, "fmt", path)
        assert (status, out, len(err.splitlines())) == (2, "", 1)
        assert "there is nothing to lay out in" in err
    assert content_of(project) == before


def test_a_file_that_cannot_be_read_is_shown_and_left(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / DAM).write_text(MIXED, "utf-8")
    (project / "facts" / "weir.yml").write_text("title: a\ntitle: b  \n", "utf-8")
    status, out, err = said(capsys, "fmt")
    assert (status, err) == (1, "")
    assert "error[duplicate-key]: the key 'title' stands twice" in out
    assert "--> facts/weir.yml:2:1" in out
    assert out.endswith(f"laid out: {DAM}\nas they are to be: 1 file; left, with findings: 1 file\n")
    assert (project / "facts" / "weir.yml").read_text("utf-8") == "title: a\ntitle: b  \n"
    assert (project / DAM).read_bytes() == files()[DAM]


def test_a_mark_of_the_byte_order_is_taken_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / DAM).write_bytes(b"\xef\xbb\xbf" + files()[DAM])
    assert said(capsys, "check")[0] == 1
    assert said(capsys, "fmt")[0] == 0
    assert content_of(project) == files()


def test_a_project_with_findings_is_laid_out_all_the_same(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / DAM).write_text(MIXED.replace("quote: The committee", "quote: A committee"), "utf-8")
    before = said(capsys, "check", "--format", "concise")[1].count("error[")
    assert before
    assert said(capsys, "fmt")[0] == 0
    assert said(capsys, "check", "--format", "concise")[1].count("error[") == before


def test_a_check_that_would_say_something_else_is_a_bug(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / DAM).write_text(MIXED, "utf-8")
    before = content_of(project)
    whole = laid_out(DAM, MIXED.encode(), is_metadata=False)
    wrong = whole.content.replace(b"quote: The committee", b"quote: A committee")
    monkeypatch.setattr(
        layout, "laid_out", lambda path, content, **_: layout.LaidOut(wrong if path == DAM else content)
    )
    status, out, err = said(capsys, "fmt")
    assert (status, out) == (3, "")
    assert "the check would say something else" in err
    assert content_of(project) == before


def test_sources_are_never_touched(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_source(project, "diary", "One  \r\n\r\n\r\n\ufeffTwo \t\r\n")
    before = (project / "seeds" / "diary.txt").read_bytes()
    assert said(capsys, "fmt")[0] == 0
    assert (project / "seeds" / "diary.txt").read_bytes() == before


# What our commands write is laid out already


def assert_laid_out(capsys: pytest.CaptureFixture[str], *paths: str) -> None:
    assert said(capsys, "fmt", "--check", "--diff", *paths)[0] == 0


def test_what_is_written_by_commands_is_laid_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / ".vscode").mkdir()
    (project / ".vscode" / "facts.schema.json").write_text("{}", "utf-8")
    assert said(capsys, "new", "weir")[0] == 0
    assert (
        (project / "facts" / "weir.yml").read_text("utf-8").startswith("# yaml-language-server: $schema=../")
    )
    for more in ((), ("--section", "What?")):
        if more:
            with (project / DAM).open("a") as file:
                file.write("sections:\n  - heading: What?\n    body:\n      - claims: [visited, cost]\n")
        quote = "The gate was opened twice in the spring, before the snow"
        words = "The gate was opened twice in the spring."
        arguments = (f"--quote={quote}", f"--text={words}", f"--id=x{len(more)}")
        assert said(capsys, "add", "dam", *arguments, *more)[0] == 0
    page = project.parent / "page.txt"
    page.write_text('Letter: of the "keeper" # 1\n\nThe gate was shut.\n', "utf-8")
    asked = [
        f"--{name}={value}"
        for name, value in (("rights", "Ours."), ("author", "A: B"), ("url", "https://a.example/"))
    ]
    assert said(capsys, "source", "add", str(page), *asked)[0] == 0
    assert_laid_out(capsys)


def test_what_is_taken_down_is_laid_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_source(project, "diary", "The keeper wrote that the gate was shut in the autumn.\n")
    with (project / DAM).open("a", encoding="utf-8") as file:
        file.write("  - id: shut\n    text: The gate was shut in the autumn.\n    evidence:\n")
        file.write("      - quote: the gate was shut in the autumn\n        source: diary\n")
        file.write("    note: A note.\n")
        file.write("    reread: 2026-05-04\n")
    status, out, err = said(capsys, "take-down", "diary", "--why", "The keeper: asked for it.")
    assert (status, err) == (0, ""), out
    assert "withdrawn: " in out
    assert_laid_out(capsys)


def test_a_new_site_is_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said(capsys, "init", "site")[0] == 0
    monkeypatch.chdir(tmp_path / "site")
    assert_laid_out(capsys)


def test_a_proposed_claim_is_laid_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from cli.test_from_issue import answered, proposal

    status, comment = answered(capsys, proposal())
    assert status == 0
    (claim,) = re.findall(r"```yaml\n(.*?)```", comment, re.DOTALL)
    content = (project / DAM).read_text("utf-8") + claim
    assert formatted(content) == content


def test_fixes_leave_a_file_laid_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(
        project / DAM, "lives beside the gate.\n        refers", "lives beside the\u00a0gate.\n        refers"
    )
    assert said(capsys, "check", "--fix")[0] == 0
    assert content_of(project) == files()
    assert_laid_out(capsys)


def test_the_hook_is_offered() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (hook,) = [hook for hook in hooks if hook["id"] == "onrecord-fmt"]
    assert hook["entry"] == "onrecord fmt"
    assert re.search(hook["files"], DAM)
    assert re.search(hook["files"], "seeds/report.yml")
    assert not re.search(hook["files"], "seeds/report.txt")
