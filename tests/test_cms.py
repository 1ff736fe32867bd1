"""The configuration of the content management system: valid, complete, and harmless to what it writes."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from cms.saving import saved
from editor_yaml import as_editors_read
from onrecord.app import check_project
from onrecord.check import Verified
from onrecord.cli import main
from onrecord.editor.cms import HIDDEN, cms_configuration
from onrecord.editor.schema import SCHEMAS, schema
from onrecord.loaders.facts import load_explainer
from onrecord.loaders.metadata import load_metadata
from onrecord.loaders.problems import Problems
from onrecord.loaders.site import Configuration
from onrecord.mistake import Mistake
from source_tree import ROOT
from test_editor_schema import FILES, WHOLE, problems

Json = dict[str, Any]
VERSION = "0.221.1"
HERE = ROOT / "tests" / "cms"
PUBLISHED = json.loads((HERE / "schemas" / f"sveltia-cms-{VERSION}.json").read_text("utf-8"))
REPOSITORY = "https://github.com/example/on-record"
SITE = Configuration(Path("/site"), Path("/site/docs"), Path("/site/site"), address="https://example.org/")
MADE: Json = as_editors_read(cms_configuration(SITE, REPOSITORY).decode())
COLLECTIONS = dict(zip(SCHEMAS, MADE["collections"], strict=True))
DEFINITIONS = {"boolean", "hidden", "number", "object", "relation", "select", "string", "text"}


def definition(name: str) -> Draft7Validator:
    """What the system's own schema says of one kind of thing."""
    return Draft7Validator({"$ref": f"#/definitions/{name}", "definitions": PUBLISHED["definitions"]})


def all_fields(fields: list[Json]) -> Iterator[Json]:
    """Every field of a form, from outside in."""
    for field in fields:
        yield field
        yield from all_fields([*field.get("fields", ()), *([field["field"]] if "field" in field else ())])


EVERY_FIELD = [field for collection in COLLECTIONS.values() for field in all_fields(collection["fields"])]


# The configuration itself.


@pytest.mark.parametrize("address", [REPOSITORY, "https://gitlab.com/example/sub/on-record.git/"])
def test_it_is_valid_by_the_systems_own_schema(address: str) -> None:
    made = as_editors_read(cms_configuration(SITE, address).decode())
    assert [error.message[:300] for error in Draft7Validator(PUBLISHED).iter_errors(made)] == []
    for collection in made["collections"]:
        assert definition("EntryCollection").is_valid(collection)
        assert not definition("EntryCollection").is_valid({**collection, "create": "perhaps"})


def test_each_field_is_valid_as_what_it_is() -> None:
    kinds = {
        **{kind: f"{kind.capitalize()}Field" for kind in DEFINITIONS},
        "object": "ObjectFieldWithSubFields",
    }
    seen = set()
    for field in EVERY_FIELD:
        of_list = "ListFieldWithSubFields" if "fields" in field else "ListFieldWithSubField"
        validator = definition(kinds.get(field["widget"], of_list))
        assert [error.message[:300] for error in validator.iter_errors(field)] == [], field["name"]
        assert not validator.is_valid({**field, "name": 1})
        seen.add(field["widget"])
    assert seen == DEFINITIONS | {"list"}


def keys_of(schema: Json) -> Json:
    """Every key that a schema knows, within the keys above it."""
    items = schema.get("items", schema)
    return {key: keys_of(property) for key, property in items.get("properties", {}).items()}


def names_of(fields: list[Json]) -> Json:
    return {field["name"]: names_of(field.get("fields", [])) for field in fields}


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_key_of_the_model_is_left_out(name: str) -> None:
    """A system may drop what its configuration does not know when it saves a file."""
    wanted = keys_of(json.loads(schema(name)))
    if name == "source":
        wanted |= {key: {} for key in HIDDEN}
    assert names_of(COLLECTIONS[name]["fields"]) == wanted
    assert list(names_of(COLLECTIONS[name]["fields"])) == list(wanted)


def test_what_belongs_to_a_sources_bytes_cannot_be_changed() -> None:
    hidden = {field["name"] for field in EVERY_FIELD if field["widget"] == "hidden"}
    assert hidden == HIDDEN
    assert {"id", "file", "sha256", "raw", "raw_sha256"} <= HIDDEN
    assert not any("default" in field for field in EVERY_FIELD)
    facts, sources = COLLECTIONS.values()
    assert (sources["create"], sources["delete"], facts["delete"], facts["duplicate"]) == (False,) * 4
    assert {each["extension"] for each in COLLECTIONS.values()} == {"yml"}, "texts are no part of it"


def test_an_empty_field_is_left_out_and_no_field_is_needed_that_a_file_may_lack() -> None:
    assert MADE["output"] == {"omit_empty_optional_fields": True}
    for name, collection in COLLECTIONS.items():
        needed = {field["name"] for field in collection["fields"] if field.get("required")}
        assert needed == set(json.loads(schema(name))["required"]) - (
            HIDDEN if name == "source" else frozenset()
        )


def test_its_words_are_plain() -> None:
    for field in EVERY_FIELD:
        if field["widget"] == "hidden":
            continue
        options = [option["label"] for option in field.get("options", ())]
        texts = [field["label"], field.get("hint", ""), field.get("label_singular", ""), *options]
        assert field["label"]
        for text in texts:
            assert not re.search(r"`|\b[a-z]+_[a-z]+\b| Required\.", text), text


def test_every_pattern_says_what_is_wanted() -> None:
    patterns = [field["pattern"] for field in EVERY_FIELD if "pattern" in field]
    assert len(patterns) >= 10
    for pattern, message in patterns:
        assert pattern.startswith("^"), "a part of what is typed is not enough"
        assert pattern.endswith("$")
        assert len(message) > 15
    dates = next(field for field in EVERY_FIELD if field["name"] == "date")
    assert re.search(dates["pattern"][0], "2021-08/..")
    assert not re.search(dates["pattern"][0], "last month")


def test_a_source_is_chosen_from_the_sources() -> None:
    sources = [field for field in EVERY_FIELD if field["name"] in ("source", "derived_from")]
    assert len(sources) >= 4
    for field in sources:
        assert (field["widget"], field["collection"], field["value_field"]) == ("relation", "sources", "id")
        assert field.get("multiple", False) == (field["name"] == "derived_from")


# What is written can be read, and says the same.


def plain(text: str) -> Any:
    """A file with every value as a text, as our own loader takes it; without line breaks at its ends."""

    def trimmed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: trimmed(child) for key, child in value.items() if child != []}
        if isinstance(value, list):
            return [trimmed(child) for child in value]
        return value.strip()

    return trimmed(yaml.load(text, yaml.CBaseLoader))


def numbers_changed(value: Any) -> bool:
    """Whether a file has a number that is written in another way than the system writes numbers."""
    if isinstance(value, dict | list):
        return any(map(numbers_changed, value.values() if isinstance(value, dict) else value))
    read = as_editors_read(value) if re.fullmatch(r"[-+.\w]+", value) else None
    return isinstance(read, int | float) and not isinstance(read, bool) and str(read) != value


@pytest.mark.parametrize(
    ("name", "before", "after", "changes"),
    [
        ("facts", "typed.yml", "saved.yml", {"description": "Changed."}),
        ("source", "source_typed.yml", "source_saved.yml", {"author": "Ada Byron"}),
    ],
)
def test_what_the_system_wrote_is_what_we_reckon_with(
    name: str, before: str, after: str, changes: Json
) -> None:
    text = (HERE / before).read_text("utf-8")
    written = (HERE / after).read_text("utf-8")
    assert saved(text, COLLECTIONS[name]["fields"], changes) == written
    assert problems(name, text) == problems(name, written) == []
    expected = plain(text) | changes
    assert numbers_changed(expected) == (name == "facts")
    if name == "facts":
        assert expected["claims"][1]["id"] == "0044"
        expected["claims"][1]["id"] = "44"  # the one loss: a number keeps no zero in front
    assert plain(written) == expected


def is_whole(name: str, text: str) -> bool:
    """Whether the loader has nothing against a file by itself, and other readers of YAML can read it too."""
    try:
        as_editors_read(text)
    except yaml.YAMLError:
        return False
    found = Problems()
    if name == "facts":
        load_explainer("facts/dam.yml", "dam", text.encode(), found)
    else:
        load_metadata("seeds/report.yml", text.encode(), found, None)
    return not any(found.told())


WHOLE_FILES = [pytest.param(*file[:2], id=file[2]) for file in FILES if is_whole(*file[:2])]


def test_enough_files_are_looked_at() -> None:
    assert len(WHOLE_FILES) >= 200


@pytest.mark.parametrize(("name", "text"), WHOLE_FILES)
def test_every_file_that_is_shown_says_the_same_after_it_was_saved(name: str, text: str) -> None:
    written = saved(text, COLLECTIONS[name]["fields"])
    assert is_whole(name, written)
    assert (plain(written) != plain(text)) == numbers_changed(plain(text))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_file_with_every_key_says_the_same_after_it_was_saved(name: str) -> None:
    text = json.dumps(WHOLE[name])
    written = saved(text, COLLECTIONS[name]["fields"])
    assert problems(name, written) == []
    assert as_editors_read(written) == WHOLE[name]


def test_this_project_passes_with_the_same_claims_after_all_files_were_saved(tmp_path: Path) -> None:
    for folder in ("facts", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = check_project(tmp_path)
    for name, folder in (("facts", "facts"), ("source", "seeds")):
        for file in (tmp_path / folder).glob("*.yml"):
            written = saved(file.read_text("utf-8"), COLLECTIONS[name]["fields"])
            assert "#" not in written
            assert written != file.read_text("utf-8")
            file.write_text(written, "utf-8")
    after = check_project(tmp_path)
    assert isinstance(before, Verified)
    assert isinstance(after, Verified)
    assert after.findings == before.findings == ()
    said = [
        [
            (str(each.claim.id), str(each.claim.text), len(each.claim.evidence))
            for each in one.resolution.claims
        ]
        for one in (before, after)
    ]
    assert said[0] == said[1]
    assert len(said[0]) >= 60


# Where it is got, and what it says of the site.


def test_it_says_of_the_site_what_the_site_says_of_itself() -> None:
    assert MADE["backend"] == {
        "name": "github",
        "repo": "example/on-record",
        "branch": "main",
        "open_authoring": True,
        "auth_scope": "public_repo",
    }
    assert (MADE["site_url"], MADE["app_title"]) == ("https://example.org/", "On Record")
    assert MADE["publish_mode"] == "editorial_workflow"
    assert [each["folder"] for each in COLLECTIONS.values()] == ["facts", "seeds"]


@pytest.mark.parametrize("word", ["1e5", "0o17", "yes", "null", "~", "2021", "a: b # c", "\u65e5\u672c", "-"])
def test_it_is_read_alike_by_both_versions_of_yaml(word: str) -> None:
    site = Configuration(
        Path("/site"), Path("/site/docs"), Path("/site/site"), name=word, branch=word, facts=word
    )
    content = cms_configuration(site, REPOSITORY)
    for made in (as_editors_read(content.decode()), yaml.safe_load(content)):
        assert made["app_title"] == made["backend"]["branch"] == made["collections"][0]["folder"] == word
        assert "site_url" not in made
    assert content == cms_configuration(site, REPOSITORY)


def test_gitlab_knows_no_forks() -> None:
    made = as_editors_read(cms_configuration(SITE, "https://gitlab.com/example/sub/on-record.git/").decode())
    assert made["backend"] == {"name": "gitlab", "repo": "example/sub/on-record", "branch": "main"}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://example.org/git/on-record",
        "git@github.com:example/on-record",
        "https://github.com/example",
    ],
)
def test_it_invents_no_repository(address: str) -> None:
    with pytest.raises(Mistake, match=r"mkdocs\.yml does not say|is no repository at"):
        cms_configuration(SITE, address)


@pytest.mark.parametrize(
    "named", [f"extra: {{repository: '{REPOSITORY}/'}}", f"repo_url: {REPOSITORY}", "site_name: Dams"]
)
def test_the_command_prints_or_writes_it(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"{named}\n", "utf-8")
    (tmp_path / "config.yml").write_text("old", "utf-8")
    status = main(["schema", "cms", "--output", "config.yml"])
    captured = capsys.readouterr()
    if named.startswith("site_name"):
        assert (status, captured.out, len(captured.err.splitlines())) == (2, "", 1)
        assert (tmp_path / "config.yml").read_text("utf-8") == "old"
        return
    assert (status, captured.out, captured.err) == (0, "written: config.yml\n", "")
    written = (tmp_path / "config.yml").read_text("utf-8")
    assert as_editors_read(written)["backend"]["repo"] == "example/on-record"
    assert main(["schema", "cms"]) == 0
    assert capsys.readouterr().out == written


def test_the_page_on_it_names_the_version_that_was_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "editing-in-a-browser.md").read_text("utf-8")
    assert set(re.findall(r"\b0\.\d+\.\d+\b", page)) == {VERSION}
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs" / "admin").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(f"repo_url: {REPOSITORY}\n", "utf-8")
    commands = re.findall(r"^onrecord (schema .*)$", page, re.M)
    assert commands
    for command in commands:
        assert main(command.split()) == 0
    assert list((tmp_path / "docs" / "admin").iterdir()) == [tmp_path / "docs" / "admin" / "config.yml"]
