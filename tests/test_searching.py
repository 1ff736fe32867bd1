"""What search finds of each page, and the index that is made of it."""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from onrecord import searching
from onrecord.check import all_rules
from onrecord.mistake import Mistake
from onrecord.scripts import is_unspaced
from onrecord.searching import ENTRY, FOLDER, pages_of, write_index
from onrecord.view.indexed import (
    UNSPACED,
    indexed_document,
    indexed_explainer,
    indexed_name,
    indexed_rule,
    indexed_source,
    indexed_withdrawal,
    spaced,
)
from onrecord.view.published import published
from pages import hostile
from pages.example import CLAIMS, verified
from pages.markup import Element, parse
from source_tree import ROOT

SITE = published(verified(hostile.explainer(), sources=hostile.SOURCES))
BY_PATH = {entry.path: entry for entry in SITE.explainers}
DAM = parse(indexed_explainer(BY_PATH["dam"]))
SCRIPT = (ROOT / "hooks" / "onrecord" / "assets" / "search.js").read_text("utf-8")


def below(heading: Element) -> list[Element]:
    """The elements after a heading up to the next."""
    assert heading.parent is not None
    siblings = [child for child in heading.parent.children if isinstance(child, Element)]
    after = siblings[siblings.index(heading) + 1 :]
    ends = (number for number, element in enumerate(after) if element.tag != "p")
    return after[: next(ends, len(after))]


def test_every_claim_is_found_at_its_place_on_the_explainer() -> None:
    places = {heading.attributes["id"]: heading.text for heading in DAM.all("h2")}
    live = {f"c-{claim.id}": str(claim.text) for claim, _ in CLAIMS if claim.withdrawn is None}
    assert places == {id: spaced(text) for id, text in live.items()}
    assert list(places)[:2] == ["c-no-cracks", "c-gate-sticks"]  # by their numbers on the page


def test_a_quotation_is_found_once_at_the_first_claim_that_rests_on_it() -> None:
    quoted = [
        (passage.source.id, passage.spans)
        for claim in BY_PATH["dam"].in_order()
        for passage in claim.passages
    ]
    assert max(Counter(quoted).values()) > 1
    words = [element.text for element in DAM.all("p")]
    assert words.count("but the gate sticks.") == 1
    assert "but the gate sticks." in [p.text for p in below(DAM.by_id("c-gate-sticks"))]
    assert "We were told in spring […] and did nothing." in words


def test_speakers_tags_and_translations_are_found() -> None:
    said = {p.text for p in below(DAM.by_id("c-surprised"))}
    assert "The committee; Mr Byron" in said
    assert "contested" in {p.text for p in below(DAM.by_id("c-warned"))}
    assert "The committee said the dam is safe." in {p.text for p in below(DAM.by_id("c-safe-arabic"))}


def test_a_quotation_says_its_language() -> None:
    languages = {
        p.attributes["id"] for name in ("safe-arabic", "safe-chinese") for p in below(DAM.by_id(f"c-{name}"))
    }
    assert languages == {"~en", "~ar", "~zh"}
    sadd = parse(indexed_explainer(BY_PATH["sadd"]))
    assert sadd.one("h1").attributes["id"] == "~ar~explainer"


def test_of_a_source_only_names_are_indexed() -> None:
    (arabic, chinese) = (parse(indexed_source(SITE.sources[name])) for name in ("arabic", "chinese"))
    assert [element.text for element in arabic.all()] == ["تقرير السد", "لجنة السد"]
    assert [" ".join(element.text.split()) for element in chinese.all()] == ["大 坝 报 告", "大 坝 报"]


def test_names_withdrawn_claims_and_rules() -> None:
    byron = parse(indexed_name("person", "Mr Byron", ("Byron", "the keeper")))
    assert byron.one("h1").attributes["id"] == "~en~person"
    assert [element.text for element in byron.all()] == ["Mr Byron", "Byron; the keeper"]
    withdrawn = parse(indexed_withdrawal(BY_PATH["dam"].withdrawn["too-much"]))
    assert [element.text for element in withdrawn.all()] == [
        "The dam is safe for all time.",
        "The passage does not say so.",
    ]
    rule = parse(indexed_rule(all_rules()["quotation-not-found"]))
    assert rule.one("h1").text.startswith("Rule quotation-not-found: ")
    assert rule.by_id("part-1").text == "What it does"


def test_a_page_by_hand_has_a_title() -> None:
    assert parse(indexed_document("<p>Words.</p>", "A & <b>")).one("h1").text == "A & <b>"
    assert len(list(parse(indexed_document("<h1>One</h1>", "Two")).all("h1"))) == 1


def test_hostile_text_is_text() -> None:
    made = [
        indexed_explainer(BY_PATH["hostile-page"]),
        *(indexed_source(SITE.sources[f"hostile-{n}"]) for n in ("whole", "parts")),
    ]
    for html in made:
        tree = parse(html)
        assert {element.tag for element in tree.all()} <= {"h1", "h2", "p"}
        assert {name for element in tree.all() for name in element.attributes} == {"id"}
        assert all(
            re.fullmatch("~[A-Za-z0-9-]*(~[a-z-]+)?|c-[a-z-]+", e.attributes["id"]) for e in tree.all()
        )


def test_scripts_without_spaces_are_the_same_here_in_the_check_and_in_the_browser() -> None:
    here = re.compile(f"[{UNSPACED}]")
    assert [c for c in map(chr, range(0x110000)) if bool(here.match(c)) != is_unspaced(c)] == []
    (written,) = re.findall('const UNSPACED = "([^"]+)"', SCRIPT)
    there = re.sub(r"\\u\{?([0-9a-f]+)\}?", lambda code: chr(int(code[1], 16)), written)
    assert there == UNSPACED


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("plain -- ASCII", "plain -- ASCII"),
        ("“curly” déjà", "“curly” déjà"),
        ("大坝2023年。", " 大  坝 2023 年  。 "),
        ("the gate—that stuck… again", "the gate— that stuck… again"),
        ("قالت اللجنة", "قالت اللجنة"),
    ],
)
def test_words_are_set_apart(text: str, made: str) -> None:
    assert spaced(text) == made


# ---- The index ----


def entries() -> dict[str, str]:
    found = {entry.path: indexed_explainer(entry) for entry in SITE.explainers}
    found |= {f"sources/{name}": indexed_source(used) for name, used in SITE.sources.items()}
    return found | {
        "": indexed_document("<h1>Home</h1>", ""),
        "deep/er page": indexed_document("<p>x</p>", "Deep"),
    }


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("site")
    write_index(entries(), folder)
    return files(folder)


def fragments(made: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """What the index shows of each page, by the page's address in it."""
    found = [
        json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
        for name, content in made.items()
        if name.endswith(".pf_fragment")
    ]
    return {str(page["url"]): page for page in found}


def test_every_page_is_in_it(made: dict[str, bytes]) -> None:
    assert pages_of(made[ENTRY]) == len(entries())
    assert set(fragments(made)) == {
        f"/{path.replace(' ', '%20')}.html" if path else "/" for path in entries()
    }


def test_places_and_quotations_are_in_it_as_they_were_given(made: dict[str, bytes]) -> None:
    anchors = fragments(made)["/dam.html"]["anchors"]
    texts = {anchor["id"]: anchor["text"] for anchor in anchors}
    assert texts["c-hostile"] == '<img src=x onerror=alert(3)> & {{ 6 * 7 }} "quoted" **bold**'
    assert [a["text"] for a in anchors if a["id"] == "~ar"] == ["قالت اللجنة إن السد آمن."]
    assert anchors[0]["id"] == "~en~explainer"


def test_only_what_a_search_asks_for_is_published(made: dict[str, bytes]) -> None:
    kinds = {re.sub(r"en_[0-9a-f]+", "*", name.removeprefix(f"{FOLDER}/")) for name in made}
    assert kinds == {
        *(
            "pagefind.js",
            "pagefind-worker.js",
            "pagefind-entry.json",
            "wasm.en.pagefind",
            "pagefind.*.pf_meta",
        ),
        *("fragment/*.pf_fragment", "index/*.pf_index"),
    }


def test_the_same_pages_make_the_same_bytes_anywhere(
    made: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "h2")
    folder = tmp_path / "elsewhere, and deeper" / "é"
    folder.mkdir(parents=True)
    write_index(dict(reversed(entries().items())), folder)
    assert files(folder) == made
    assert not [name for name, content in made.items() if os.fsencode(tmp_path.parent) in content]


def test_an_old_index_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "old.pf_fragment").write_bytes(b"old")
    (tmp_path / "index.html").write_bytes(b"home")
    write_index({"dam": "<h1>Dam</h1>"}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", FOLDER]
    assert "pagefind/old.pf_fragment" not in files(tmp_path)
    assert pages_of(files(tmp_path)[ENTRY]) == 1


@pytest.mark.parametrize(
    "entry", [b"", b"[]", b"{}", b"\xff", b'{"languages": {"en": {}}}', b'{"languages": 1}']
)
def test_what_is_no_index_has_no_pages(entry: bytes) -> None:
    assert pages_of(entry) == 0


def test_without_the_program_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Mistake, match="install pagefind_bin"):
        searching.program()
    (tmp_path / "pagefind").write_text("#!/bin/sh\necho no room left\nexit 3\n")
    (tmp_path / "pagefind").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(Mistake, match="no room left"):
        write_index({"dam": "<h1>Dam</h1>"}, tmp_path)


# ---- The header ----


def header(base: str, *plugins: str) -> str:
    """What our template makes of a theme with this header, on a site with these plugins."""
    theme = {
        "base.html": f"{{% block header %}}{base}{{% endblock %}}",
        ".icons/material/magnify.svg": "<svg/>",
    }
    loader = ChoiceLoader([FileSystemLoader(ROOT / "hooks" / "onrecord" / "theme"), DictLoader(theme)])
    environment = Environment(loader=loader, autoescape=False)
    environment.filters["url"] = str
    return environment.get_template("main.html").render(page=None, config={"plugins": plugins})


def test_the_form_stands_at_the_end_of_the_header() -> None:
    made = header("<header><nav>Title</nav></header>")
    assert re.search(r'<nav>Title\s*<form[^>]* action="search/">.*</a>\s*</nav>', made, re.DOTALL)


@pytest.mark.parametrize("base", ["<header></header>", "<nav></nav><nav></nav>"])
def test_a_header_of_another_make_stays_as_it_is(base: str) -> None:
    assert base in header(base)
    assert "<form" not in header(base)


@pytest.mark.parametrize("plugin", ["search", "material/search"])
def test_a_site_with_the_themes_search_has_one_search_in_its_header(plugin: str) -> None:
    assert "<form" not in header("<nav></nav>", plugin)
    assert "<form" in header("<nav></nav>", "onrecord")
