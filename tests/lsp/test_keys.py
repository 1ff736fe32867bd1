"""Every key is offered at its place and explains itself there, and what is taken can be read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from gate.example import FACTS
from lsp.desk import CURSOR as C
from lsp.desk import NEW, Desk, taken
from onrecord.editor.schema import KEYS
from onrecord.editor.snippets import SNIPPETS
from onrecord.editor.values import VALUES
from onrecord.language_server.bench import View
from onrecord.language_server.completion import Kind, Proposal, proposals
from onrecord.language_server.hover import plain
from onrecord.language_server.keys import explained, filled
from onrecord.loaders.facts import EXPLAINER, SHAPES
from onrecord.loaders.metadata import METADATA
from onrecord.loaders.readers import choice
from onrecord.loaders.shapes import is_list, shapes_at, shapes_below
from onrecord.loaders.walk import Shape
from onrecord.text import Text

METADATA_PATH = "seeds/report.yml"


class Place(NamedTuple):
    """Where a mapping of a shape stands: what is above it, and how its first key begins."""

    shape: Shape
    root: Shape
    above: tuple[str, ...]
    lines: str
    lead: str


def places(
    shape: Shape, root: Shape, above: tuple[str, ...] = (), lines: str = "", lead: str = ""
) -> Iterator[Place]:
    """Every place that a key can have, the outermost first."""
    yield Place(shape, root, above, lines, lead)
    margin = " " * len(lead)
    for key, field in shape.fields.items():
        way = (*above, key)
        dash = "- " if is_list((root,), way) else ""
        for below in shapes_below(field.read):
            yield from places(below, root, way, f"{lines}{lead}{key}:\n", f"{margin}  {dash}")


PLACES = [*places(EXPLAINER, EXPLAINER), *places(METADATA, METADATA)]
EACH = [
    pytest.param(place, key, id=f"{place.shape.noun}: {key}")
    for place in PLACES
    for key in KEYS[place.shape.noun]
]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def seen(desk: Desk, place: Place, content: str) -> tuple[Text, View]:
    path = METADATA_PATH if place.root is METADATA else "facts/dam.yml"
    desk.bench.put(path, content)
    return desk.bench.texts[path], desk.bench.view(path)


def offered(desk: Desk, place: Place, marked: str) -> list[Proposal]:
    text, view = seen(desk, place, marked.replace(C, ""))
    return [each for each in proposals(text, marked.index(C), view) if each.kind is Kind.KEY]


def test_every_shape_has_a_place() -> None:
    assert {place.shape.noun for place in PLACES} == set(KEYS)
    assert {shape.noun for shape in (*SHAPES, METADATA)} <= set(KEYS)
    assert shapes_at((EXPLAINER,), ("claims", "text")) == ()


@pytest.mark.parametrize(("place", "key"), EACH)
def test_every_key_is_offered_at_its_place_and_explains_itself(desk: Desk, place: Place, key: str) -> None:
    for typed in ("", key[:3], key):
        found = [
            each for each in offered(desk, place, f"{place.lines}{place.lead}{typed}{C}") if each.label == key
        ]
        assert len(found) == 1, typed
    (proposal,) = found
    assert proposal.detail
    said = plain(proposal.about)
    assert KEYS[place.shape.noun][key].says.replace("`", "") in said
    assert f"Example: {key}: " in said
    content = taken(f"{place.lines}{place.lead}{C}{key}", proposal)
    assert content.startswith(f"{place.lines}{place.lead}{key}:")
    text, view = seen(desk, place, content)
    for at in (0, 1, len(key)):
        shown = explained(text, len(place.lines + place.lead) + at, view)
        assert shown is not None
        assert shown.lines == list(proposal.about)
        assert text.content[slice(*shown.span)] == key
    assert not [
        each for each in offered(desk, place, f"{content}x\n{' ' * len(place.lead)}{C}") if each.label == key
    ]


def labels(desk: Desk, marked: str) -> list[str]:
    return [each.label for each in desk.offered(marked)]


ENTRY = NEW + "      - quote: The gate was opened\n"


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        (ENTRY + f"        sp{C}", ["speaker"]),
        (ENTRY + f"        refers:\n          - {{words: a, {C}}}\n", ["means", "why"]),
        (ENTRY + f"        refers:\n          - {{words: a, m{C}eans: b}}\n", ["means"]),
        (ENTRY + f"        refers: [{{{C}}}]\n", ["words", "means", "why"]),
        (ENTRY + f"    withdrawn:\n      {C}\n", ["date", "why"]),
        (ENTRY + f"    withdrawn:\n      - {C}\n", []),
        (ENTRY + f"    withdrawn: {{date: 2026-01-01, {C}}}\n", ["why"]),
        (NEW + f"      - absent: [a]\n        {C}\n", ["source"]),
        (FACTS + f"sections:\n  - heading: A?\n    body:\n      - claims: [cost]\n        {C}\n", []),
        (FACTS + f"    note: |\n      da{C}\n", []),
        (FACTS + f"    note: some words\n      da{C}\n", []),
        (FACTS + f"    note: da{C}\n", []),
        (FACTS + f"# da{C}\n", []),
        (FACTS + f"    xyzzy{C}\n", []),
        (FACTS + f"nowhere:\n  {C}\n", []),
        (FACTS.replace("title: ", f"{C}title: "), ["title", "language", "draft", "subject"]),
        (f"{C}", ["title", "description", "published", "source"]),
        (FACTS.replace("    text: The dam", f"    te{C}: The dam"), ["text"]),
    ],
)  # fmt: skip
def test_which_keys_are_offered(desk: Desk, marked: str, wanted: list[str]) -> None:
    found = labels(desk, marked)
    assert found[: len(wanted)] == wanted
    assert bool(found) == bool(wanted)


def test_a_key_is_written_up_to_its_value(desk: Desk) -> None:
    for typed, written in (
        ("evi", "evidence:\n      - "),
        ("deri", "derived:\n      "),
        ("stat", "status: "),
    ):
        (found,) = [
            each
            for each in desk.offered(f"{FACTS}  - id: new\n    {typed}{C}")
            if each.label.startswith(typed)
        ]
        assert found.written == written
    (found,) = [
        each
        for each in desk.offered(FACTS.replace("    text: The dam", f"    {C}text: The dam"))
        if each.label == "text"
    ]
    assert found.written == "text"


def test_a_list_gets_its_hyphen(desk: Desk) -> None:
    first = desk.offered(f"title: A\nclaims:\n  {C}")[0]
    assert first.written == "- id: "
    assert desk.offered(f"title: A\nclaims:\n- id: a\n  {C}")[0].written == "text: "


@pytest.mark.parametrize("place", [place for place in PLACES if place.shape.noun in SNIPPETS])
def test_entries_are_offered_where_one_begins(desk: Desk, place: Place) -> None:
    for lead in (place.lead, place.lead[:-2]):
        marked = f"{place.lines}{lead}{C}"
        text, view = seen(desk, place, marked.replace(C, ""))
        found = {
            each.label: each for each in proposals(text, marked.index(C), view) if each.kind is Kind.ENTRY
        }
        for snippet in SNIPPETS[place.shape.noun]:
            content = taken(marked, found[snippet.label])
            loaded = yaml.load(filled(content), yaml.BaseLoader)
            for key in place.above:
                loaded = loaded[key][0] if isinstance(loaded[key], list) else loaded[key]
            assert list(loaded) == list(snippet.body)
            assert "$" not in filled(content)
            _, view = seen(desk, place, filled(content) + "\n")
            rules = {finding.rule for finding in view.findings}
            assert not rules & {"unknown-key", "wrong-shape", "broken-yaml"}
    within = f"{place.lines}{place.lead}{next(iter(place.shape.fields))}: x\n{' ' * len(place.lead)}{C}"
    assert Kind.ENTRY not in {each.kind for each in proposals(*_at(desk, place, within))}


def _at(desk: Desk, place: Place, marked: str) -> tuple[Text, int, View]:
    text, view = seen(desk, place, marked.replace(C, ""))
    return text, marked.index(C), view


CHOOSING = [
    (place, key, read.args[0])
    for place in PLACES
    for key, (_, read, _) in place.shape.fields.items()
    if isinstance(read, partial) and read.func is choice and key in VALUES
]


@pytest.mark.parametrize(("place", "key", "values"), CHOOSING)
def test_what_a_key_chooses_from_is_offered_and_explained(
    desk: Desk, place: Place, key: str, values: tuple[str, ...]
) -> None:
    before = f"{place.lines}{place.lead}{key}: "
    assert [(each.written, each.kind) for each in proposals(*_at(desk, place, before + C))] == [
        (value, Kind.CHOICE) for value in values
    ]
    for value in values:
        content = f"{before}{value}  # chosen"
        (found,) = [
            each for each in proposals(*_at(desk, place, f"{before}{value[:-1]}{C}")) if each.label == value
        ]
        assert found.detail == VALUES[key][value][: len(found.detail)]
        text, view = seen(desk, place, content)
        shown = explained(text, len(before) + 2, view)
        assert shown is not None
        assert (plain(shown.lines), text.content[slice(*shown.span)]) == (VALUES[key][value], value)
        text, view = seen(desk, place, f"{before}{value}x")
        assert explained(text, len(before) + 2, view) is None


def test_every_choice_is_among_them() -> None:
    assert {key for _, key, _ in CHOOSING} == set(VALUES)


def test_nothing_is_explained_where_no_key_is(desk: Desk) -> None:
    for marked in (f"ti{C}tle", f"nota{C}key: x\n", f"title: {C}title: x\n", f"# ti{C}tle: x\n"):
        text, offset, view = desk.put(marked)
        assert explained(text, offset, view) is None


def test_the_rules_that_speak_of_a_key_are_named(desk: Desk) -> None:
    text, offset, view = desk.put(FACTS + f"    date{C}_note: x\n")
    shown = explained(text, offset, view)
    assert shown is not None
    assert "inferred-date-without-note" in plain(shown.lines)
