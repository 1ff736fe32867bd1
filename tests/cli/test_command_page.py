"""What the page on the command line is made of is whole, and the JSON that it describes is what comes."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from blocks import COMMAND_LINE, docstring
from cli.cases import committed, misquoted, names
from cli.talking import said
from gate.example import change
from onrecord import commands
from onrecord.command import Parser
from onrecord.conformance import Answer, Case, Question
from onrecord.conformance import answer as our_answer
from onrecord.finding_text import FoundPlaces
from onrecord.reports.json import Written
from source_tree import ROOT

SCHEMAS = ROOT / "docs" / "schemas"
SHAPES = {"check": Written, "find": FoundPlaces, "question": Question, "answer": Answer, "case": Case}
PAGE = COMMAND_LINE.read_text("utf-8")
SECTIONS = dict(re.findall(r"^## onrecord (\S+)\n(.*?)(?=^## )", PAGE, re.DOTALL | re.MULTILINE))
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", names())
def test_a_command_says_what_it_is_and_what_its_statuses_mean(name: str) -> None:
    """What the page has of a command is made of its own file."""
    told = docstring(commands, name.replace("-", "_"))
    assert re.match(r".+[.]\n\n", told)
    assert not re.search("^#", told, re.MULTILINE), "a heading on that page is a command"
    ending = re.search(r"\n\n((?:- \d: .+(?:\n  .+)*(?:\n|$))+)$", told)
    assert ending, "it ends with a list of its exit statuses"
    assert "\n\n- 0: " in told
    statuses = re.findall(r"^- (\d): (?:.|\n )+?[.]$", ending[1], re.MULTILINE)
    assert statuses == sorted(set(statuses))
    assert {"0", "2"} <= set(statuses) or name == "doctor"


@pytest.mark.parametrize("name", names())
def test_every_option_is_told_and_no_other(name: str) -> None:
    parser = Parser(add_help=False)
    module = import_module(f"{commands.__name__}.{name.replace('-', '_')}")
    module.COMMAND.arguments(parser)
    wanted: set[str] = set()
    for action in parser._actions:
        assert re.search(r"[^.\s]$", action.help or ""), "the page makes a sentence of it"
        wanted.update(action.option_strings or ([action.metavar] if action.metavar else action.choices))
    told = re.findall(r"^\| (`[^|]*`) \| ", SECTIONS[name], re.MULTILINE)
    assert {option for cell in told for option in re.findall(r"`([^`]+)`", cell)} == wanted


# The JSON


def schema(name: str) -> str:
    """The schema of a shape as a file; descriptions are the first paragraphs of its types' docstrings."""

    def said_once(node: Any) -> Any:
        if isinstance(node, dict):
            made = {key: said_once(value) for key, value in node.items()}
            if isinstance(made.get("description"), str):
                made["description"] = " ".join(made["description"].replace("`", "").split())
            return made
        return [said_once(each) for each in node] if isinstance(node, list) else node

    made = {"$schema": DIALECT, **said_once(msgspec.json.schema(SHAPES[name]))}
    return json.dumps(made, indent=1) + "\n"


@pytest.mark.parametrize("name", SHAPES)
def test_the_schema_is_that_of_the_programs_own_types(name: str, request: pytest.FixtureRequest) -> None:
    file = SCHEMAS / f"{name}.schema.json"
    if request.config.getoption("--update-golden"):
        file.write_text(schema(name), "utf-8")
    assert file.read_text("utf-8") == schema(name)
    Draft202012Validator.check_schema(json.loads(schema(name)))
    assert f"(schemas/{file.name})" in PAGE


def test_there_is_no_other_schema() -> None:
    assert sorted(path.name for path in SCHEMAS.iterdir()) == sorted(f"{name}.schema.json" for name in SHAPES)


def closed(node: Any) -> Any:
    """A schema that lets no key pass that it does not name."""
    if isinstance(node, dict):
        made = {key: closed(value) for key, value in node.items()}
        return made | ({"additionalProperties": False} if "properties" in made else {})
    return [closed(each) for each in node] if isinstance(node, list) else node


def held(name: str, content: str) -> Any:
    """What ``content`` holds, which must be valid by the published schema and have no key besides."""
    published = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    loaded = json.loads(content)
    Draft202012Validator(closed(published)).validate(loaded)
    return loaded


def test_findings_are_valid(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert held("check", said(capsys, "check", "--format", "json")[1])["findings"] == []
    committed(project)
    assert held("check", said(capsys, "diff", "HEAD", "--format", "json")[1])["findings"] == []
    misquoted(project)
    change(project / "facts/dam.yml", "id: cost", "id: co\u00adst")
    (project / "docs" / "about.md").unlink()
    (project / "site").mkdir()
    for arguments in (("check",), ("diff", "HEAD"), ("verify", "site")):
        status, out, err = said(capsys, *arguments, "--format", "json")
        assert not err, err
        told = held("check", out)
        assert (status, told["version"]) == (1, 1)
        assert told["summary"]["errors"] >= 3
        assert {finding["line"] is None for finding in told["findings"]} == {True, False}
        assert any(finding["related"] and finding["notes"] for finding in told["findings"])
        assert any(finding["fix"] for finding in told["findings"])


def test_the_sample_on_the_page_is_of_that_shape() -> None:
    (sample,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    shown = json.loads(sample)
    definitions = json.loads(schema("check"))["$defs"]

    def look(part: Any, shape: str) -> None:
        properties = definitions[shape]["properties"]
        assert part.keys() <= properties.keys(), shape
        for key, value in part.items():
            named = re.search(r"#/\$defs/(\w+)", json.dumps(properties[key]))
            for each in value if isinstance(value, list) else [value]:
                if named and isinstance(each, dict):
                    look(each, named[1])

    look(shown, "Written")
    assert shown.keys() == definitions["Written"]["properties"].keys()
    assert shown["findings"][0].keys() == definitions["WrittenFinding"]["properties"].keys()


def test_places_are_valid(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words, total in (
        ("gate was opened twice", 1),
        ("gate was open twice in spring", 1),
        ("xyzzy", 0),
        ("the", 7),
    ):
        told = held("find", said(capsys, "find", words, "--format", "json")[1])
        assert (told["words"], min(told["total"], 1)) == (words, min(total, 1))


def test_questions_and_answers_are_valid() -> None:
    for line in (ROOT / "tests" / "conformance" / "cases.jsonl").read_text("utf-8").splitlines():
        held("case", line)
        case = msgspec.json.decode(line, type=Case)
        held("question", case.question().decode())
    held("answer", msgspec.json.encode(our_answer(case)).decode())
