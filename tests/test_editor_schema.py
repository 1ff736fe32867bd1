"""C7: the schemas for editors are valid, complete, and of one mind with the loader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from editor_yaml import as_editors_read
from gate.example import FACTS as EXAMPLE
from onrecord.check import all_rules
from onrecord.cli import main
from onrecord.editor.schema import KEYS, SCHEMAS, schema
from onrecord.editor.snippets import SNIPPETS
from onrecord.editor.values import VALUES
from onrecord.exports.editor_schemas import EXPORT_KIND
from onrecord.loaders.facts import PARAGRAPHS, SHAPES, load_explainer
from onrecord.loaders.metadata import METADATA, TAKEDOWN, load_metadata
from onrecord.loaders.problems import Problems
from onrecord.page import Settings
from onrecord.view.explanation import body
from pages.example import verified
from source_tree import ROOT

Json = dict[str, Any]
DOCUMENTS: dict[str, Json] = {name: json.loads(schema(name)) for name in SCHEMAS}
VALIDATORS = {name: Draft7Validator(document) for name, document in DOCUMENTS.items()}
NOUNS = {shape.noun: shape for shape in (*SHAPES, METADATA, TAKEDOWN)}
OF_FORM = {
    *("unknown-key", "missing-key", "wrong-shape", "empty-value", "unknown-value", "excessive-size"),
    *("malformed-id", "malformed-date", "malformed-file-name", "malformed-absent-term"),
    *("quote-with-absent", "claim-without-evidence", "inferred-date-without-note"),
}
"""The rules about the form of a value or a mapping: what a schema can know of."""
OF_NOTATION = {
    *("broken-yaml", "unreadable-file", "second-document", "complex-key", "duplicate-key", "cut-by-comment"),
    *("yaml-alias", "yaml-directive", "yaml-tag"),
}
"""The rules about YAML, of which a schema knows nothing."""


def faults(name: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in VALIDATORS[name].iter_errors(value)]


def problems(name: str, text: str) -> list[str]:
    """What the loader says of a file's form."""
    found = Problems()
    if name == "facts":
        load_explainer("facts/dam.yml", "dam", text.encode(), found)
    else:
        load_metadata("seeds/report.yml", text.encode(), found, None)
    return [
        f"{problem.rule}: {problem.message}"
        for problem in found.told()
        if problem.rule in OF_FORM | OF_NOTATION
    ]


def parts(value: Any) -> Iterator[Json]:
    """Every mapping in a schema or document, from outside in."""
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(child)


def objects(name: str) -> list[Json]:
    return [part for part in parts(DOCUMENTS[name]) if part.get("type") == "object"]


def object_of(noun: str) -> Json:
    """The smallest object that has all keys of a shape."""
    keys = NOUNS[noun].fields.keys()
    all_objects = [part for name in SCHEMAS for part in objects(name) if keys <= part["properties"].keys()]
    return min(all_objects, key=lambda part: len(part["properties"]))


# The schemas themselves.


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema_that_editors_understand(name: str) -> None:
    Draft7Validator.check_schema(DOCUMENTS[name])
    assert DOCUMENTS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"
    for part in parts(DOCUMENTS[name]):
        assert not part.keys() & {"anyOf", "oneOf", "allOf", "$ref"}
    for part in objects(name):
        assert part["additionalProperties"] is False


@pytest.mark.parametrize("name", SCHEMAS)
def test_its_patterns_mean_the_same_in_javascript(name: str) -> None:
    patterns = {part["pattern"] for part in parts(DOCUMENTS[name]) if isinstance(part.get("pattern"), str)}
    assert len(patterns) >= 5
    for pattern in patterns:
        escaped = set(re.findall(r"\\(.)", pattern))
        assert escaped <= set("sS.*[\\"), pattern
        assert not re.search(r"\(\?(?!:)|[*+?}]\+", pattern), pattern


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_bytes_are_always_the_same(name: str) -> None:
    assert schema(name) == schema(name)
    assert schema(name).isascii()
    assert schema(name).endswith(b"}\n")


# Every key is explained.


@pytest.mark.parametrize("noun", NOUNS)
def test_every_key_that_is_read_is_explained(noun: str) -> None:
    assert KEYS[noun].keys() == NOUNS[noun].fields.keys(), "editor/*_keys.py explains each key that is read"
    properties = object_of(noun)["properties"]
    for key, (says, _) in KEYS[noun].items():
        assert says.endswith((".", "?"))
        assert properties[key]["markdownDescription"].startswith(says)
        assert properties[key]["description"].startswith(says.replace("`", ""))
        assert "examples" in properties[key] or "Example: " in properties[key]["description"]


def test_nothing_else_is_explained() -> None:
    assert KEYS.keys() == NOUNS.keys()
    assert SNIPPETS.keys() <= NOUNS.keys()


def test_every_value_is_explained_and_no_other() -> None:
    found: dict[str, set[str]] = {}
    for name in SCHEMAS:
        for part in objects(name):
            for key, property in part["properties"].items():
                if "enum" in property:
                    found.setdefault(key, set()).update(property["enum"])
                    assert property["enumDescriptions"] == [VALUES[key][each] for each in property["enum"]]
                    assert property["x-intellij-enum-metadata"].keys() == set(property["enum"])
    assert found == {key: set(values) for key, values in VALUES.items()}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_example_is_valid(noun: str) -> None:
    for key, property in object_of(noun)["properties"].items():
        written = f"{key}: {property['examples'][0]}" if "examples" in property else ""
        shown = re.search(r"```yaml\n(.*)\n```", property["markdownDescription"])
        value = as_editors_read(shown[1])[key] if shown else property["examples"][0]
        errors = list(Draft7Validator(property).iter_errors(value))
        assert errors == [], written
        if key in KEYS[noun]:
            assert value == KEYS[noun][key].example


PAGE = (ROOT / "docs" / "writing-claims.md").read_text("utf-8")
TABLES = {
    "The file": ("a fact file",),
    "A claim": ("a claim",),
    "Evidence: a quotation": ("a quotation",),
    "Evidence: absent words": ("an entry with 'absent'",),
    "Derived": ("'derived'",),
    "Entities": ("an entity",),
    "Sections": ("a section", *(shape.noun for shape in PARAGRAPHS.values())),
    "Updates": ("an update",),
    "Retired": ("an entry of 'retired'",),
    "A source's metadata": ("a source's metadata",),
}


@pytest.mark.parametrize("heading", TABLES)
def test_the_page_for_authors_says_the_same(heading: str) -> None:
    part = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = {
        key: (said, example)
        for key, said, example in re.findall(r"^\| `(\w+)` \| (.*?) \| (.*) \|$", part, re.M)
    }
    expected = {key: told for noun in TABLES[heading] for key, told in KEYS[noun].items()}
    rows = {
        key: (re.sub(r": \[[^]]*\]\([^)]*\)", "", said), example) for key, (said, example) in rows.items()
    }
    assert {key: said for key, (said, _) in rows.items()} == {
        key: told.says for key, told in expected.items()
    }
    for key, (_, example) in rows.items():
        if example == "see below":
            continue
        shown = as_editors_read(example.strip("`"))
        shown = (shown[0] if isinstance(shown, list) else shown)[key]
        if isinstance(shown, str) and shown.endswith("…"):
            assert expected[key].example.startswith(shown[:-1])
        else:
            assert shown == expected[key].example


# What is offered to be typed.


def filled(value: Any) -> Any:
    """A snippet as it is when nobody changes its places to fill in."""
    if isinstance(value, dict):
        return {key: filled(child) for key, child in value.items()}
    if isinstance(value, list):
        return [filled(child) for child in value]
    return re.sub(r"\$\{\d+(?::([^}]*)|\|([^,]*)[^}]*\|)\}", r"\1\2", value)


@pytest.mark.parametrize("noun", SNIPPETS)
def test_what_is_offered_is_right(noun: str) -> None:
    lists = [part for part in parts(DOCUMENTS["facts"]) if part.get("type") == "array"]
    for snippet in SNIPPETS[noun]:
        offering = [part for part in lists if snippet._asdict() in part.get("defaultSnippets", ())]
        assert len(offering) == 1
        assert not list(Draft7Validator(offering[0]["items"]).iter_errors(filled(snippet.body)))
        assert "defaultSnippets" not in offering[0]["items"]


def test_a_page_made_of_what_is_offered_has_no_fault_of_form() -> None:
    bodies = {noun: [filled(snippet.body) for snippet in snippets] for noun, snippets in SNIPPETS.items()}
    evidence = [*bodies["a quotation"], *bodies["an entry with 'absent'"]]
    evidence[0]["refers"] = bodies["an entry of 'refers'"]
    first, second = bodies["a claim"]
    first |= {"evidence": evidence, "waivers": bodies["a waiver"], "corrections": bodies["a correction"]}
    section = bodies["a section"][0]
    section["body"] += [paragraph for kind in PARAGRAPHS.values() for paragraph in bodies[kind.noun]]
    page = {"title": "T", "claims": [first, second], "sections": [section], "entities": bodies["an entity"]}
    page |= {"updates": bodies["an update"], "retired": bodies["an entry of 'retired'"]}
    assert problems("facts", json.dumps(page)) == faults("facts", page) == []


# The loader and the schemas agree.


def shown_files() -> Iterator[tuple[str, str, str]]:
    """Which schema each file is for, the file, where it stands: the rules' examples, this project's files."""
    for id, rule in all_rules().items():
        for number, block in enumerate(each for each in body(rule.explanation) if each.kind == "code"):
            if block.file.endswith(".yml"):
                name = "facts" if block.file.startswith("facts/") else "source"
                yield name, f"{block.code}\n", f"{id}-{number}"
    yield "facts", EXAMPLE, "the example of the tests"
    for name, folder in (("facts", "facts"), ("source", "seeds")):
        for file in sorted((ROOT / folder).glob("*.yml")):
            yield name, file.read_text("utf-8"), file.name


FILES = list(shown_files())
BEYOND = OF_NOTATION | {"excessive-size", "malformed-date", "claim-without-evidence"}
"""What a schema does not know: sums, the calendar, and what each quotation does for its claim."""


@pytest.mark.parametrize(("name", "text"), [pytest.param(*file[:2], id=file[2]) for file in FILES])
def test_they_agree_on_every_file_that_is_shown(name: str, text: str) -> None:
    try:
        value = as_editors_read(text)
    except yaml.YAMLError:
        return
    found = problems(name, text)
    if not found:
        assert faults(name, value) == []
    elif not any(problem.startswith(tuple(BEYOND)) for problem in found):
        assert faults(name, value) != [], found


def whole(noun: str) -> Json:
    """A mapping with every key of a shape."""
    made = {key: deepcopy(told.example) for key, told in KEYS[noun].items()}
    if noun == "a fact file":
        claims = [whole("a claim"), whole("a claim")]
        claims[0]["evidence"] = [whole("a quotation"), whole("an entry with 'absent'")]
        del claims[1]["evidence"]
        paragraphs = [whole(shape.noun) for shape in PARAGRAPHS.values()]
        made |= {"claims": claims, "sections": [{**whole("a section"), "body": paragraphs}]}
        made |= {"entities": [whole("an entity")], "updates": [whole("an update")]}
        made["retired"] = [whole("an entry of 'retired'")]
        del claims[0]["derived"]
    return made


WHOLE = {"facts": whole("a fact file"), "source": whole("a source's metadata")}
WRONG = ([], {}, None, "", " ", "Not?", ["Not?", {}], [[]], {"colour": "red"}, "x" * 10_001)


class Mutation(NamedTuple):
    what: str
    value: Json


def mutations(name: str) -> Iterator[Mutation]:
    """Files with one key added, renamed, dropped, or of another kind; each mapping and key in its turn."""
    for number, part in enumerate(parts(WHOLE[name])):

        def here(change: Json, number: int = number) -> Json:
            made = deepcopy(WHOLE[name])
            target = list(parts(made))[number]
            target.clear()
            target.update(change)
            return made

        yield Mutation(f"added in {list(part)}", here({**part, "colour": "red"}))
        for key in part:
            rest = {other: value for other, value in part.items() if other != key}
            yield Mutation(f"{key} dropped", here(rest))
            yield Mutation(f"{key} renamed", here({**rest, f"{key}s": part[key]}))
            for wrong in WRONG:
                yield Mutation(f"{key}: {str(wrong)[:20]}", here({**part, key: wrong}))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_file_with_every_key_is_right(name: str) -> None:
    assert problems(name, json.dumps(WHOLE[name])) == faults(name, WHOLE[name]) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_they_agree_on_every_change(name: str) -> None:
    seen = [0, 0]
    for mutation in mutations(name):
        found = problems(name, json.dumps(mutation.value))
        is_valid = VALIDATORS[name].is_valid(mutation.value)
        seen[is_valid] += 1
        assert is_valid == (not found), (mutation.what, found, faults(name, mutation.value))
    assert seen[0] >= 200
    assert seen[1] >= 10


SCALARS = st.from_regex(r"[A-Za-z0-9.~?%/:+-]{1,12}", fullmatch=True) | st.sampled_from(
    ["true", "false", "null", "~", "1e5", ".inf", "0x1F", "-0044", "2021-08/..", "../2021", "201X", "2025-XX"]
)


@settings(deadline=None, max_examples=400)
@given(st.sampled_from([key for key in METADATA.fields if key != "derived_from"]), SCALARS)
def test_what_the_loader_takes_in_a_source_is_valid(key: str, value: str) -> None:
    lines = [
        f"{other}: {told.example}" for other, told in KEYS["a source's metadata"].items() if other != key
    ]
    text = "\n".join(
        [*(line for line in lines if "[" not in line and "dateline" not in line), f"{key}: {value}"]
    )
    if not problems("source", text):
        assert faults("source", as_editors_read(text)) == []


@settings(deadline=None, max_examples=400)
@given(
    st.sampled_from(["date", "as_of", "id", "text", "note", "line", "reread", "absent", "published"]), SCALARS
)
def test_what_the_loader_takes_in_a_page_is_valid(key: str, value: str) -> None:
    line, absent, published = ("" if each != key else value for each in ("line", "absent", "published"))
    rest = {"id": "safe", "text": "It is safe."} | ({key: value} if not (line or absent or published) else {})
    text = "title: T\n" + (f"published: {published}\n" if published else "") + "claims:\n  - evidence:\n"
    text += "      - quote: It is safe.\n" + (f"        line: {line}\n" if line else "")
    text += f"      - absent: [{absent}]\n" if absent else ""
    text += "".join(f"    {other}: {given}\n" for other, given in rest.items())
    if not problems("facts", text):
        assert faults("facts", as_editors_read(text)) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("facts", "published: 2026-05-04", "published: 2026-05-04\ndraft: true"),
        ("facts", "published: 2026-05-04", "published: 2026-05-04\ndraft: 'true'"),
        ("facts", "title: What", "title: 1984\ndescription: What"),
        ("facts", "id: visited", "id: 1984"),
        ("facts", "source: report\nanswer", "source: no\nanswer"),
    ],
)
def test_what_looks_like_a_number_to_an_editor_is_text(name: str, old: str, new: str) -> None:
    text = EXAMPLE.replace("description: A report on a dam, sentence by sentence.\n", "").replace(old, new, 1)
    assert new in text
    assert problems(name, text) == faults(name, as_editors_read(text)) == []


# Where they are got.


def test_the_site_has_them() -> None:
    found = {
        export.path: export.content for export in EXPORT_KIND.exports(verified(), Settings("1871-10-01"))
    }
    assert found == {f"schemas/{name}.schema.json": schema(name) for name in SCHEMAS}


def test_the_page_on_editors_names_them_rightly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "editors.md").read_text("utf-8")
    sample = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert sample is not None
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".vscode").mkdir()
    for command in re.findall(r"`onrecord (schema [^`]*)`", page):
        assert main(command.split()) == 0
    for file, pattern in json.loads(sample[1])["yaml.schemas"].items():
        title = json.loads((tmp_path / file).read_text("utf-8"))["title"]
        assert title == SCHEMAS[{"facts/*.yml": "facts", "seeds/*.yml": "source"}[pattern]]
    for name in SCHEMAS:
        assert f"`schemas/{name}.schema.json`" in page


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_or_writes_it(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "schema", name) == (0, schema(name).decode(), "")
    file = tmp_path / "made.json"
    file.write_text("old", "utf-8")
    assert said(capsys, "schema", name, "--output", str(file)) == (0, f"written: {file}\n", "")
    assert file.read_bytes() == schema(name)
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("claims",), "invalid choice: 'claims'"),
        (("facts", "--output", "."), "it is a folder"),
        (("facts", "--output", "nowhere/made.json"), "cannot write nowhere/made.json"),
    ],
)
def test_the_operators_mistake_is_one_line(
    arguments: tuple[str, ...],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = said(capsys, "schema", *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1
    assert not list(tmp_path.iterdir())
