"""The site that comes out: titles, search, dates, neighbours, the plugin, any engine, the same bytes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gate.example import CONFIGURATION, change, content_of, write
from gate.running import mkdocs, onrecord
from onrecord.markup import pieces

HOSTILE = """\"</title><script>alert(1)</script> \\"x\\" {{ 7 * 7 }} [a](b) &amp; **c**\""""


def build(root: Path, *, settings: str = "") -> Path:
    if settings:
        (root / "mkdocs.yml").write_text(settings, "utf-8")
    made = mkdocs("build", "--strict", cwd=root)
    assert made.returncode == 0, made.stderr
    assert "WARNING" not in made.stderr
    return root / "site"


def test_pages_have_what_a_theme_shows_around_them(tmp_path: Path) -> None:
    root = write(tmp_path)
    site = build(root, settings=CONFIGURATION + "site_url: https://example.org/dams/\n")
    page = (site / "claims" / "dam" / "cost" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/dams/claims/dam/cost/">' in page
    assert '<meta name="description" content="The dam was built for $7 billion by the county.">' in page
    assert "<title>Claim: The dam was built for $7 billion… - Dams</title>" in page
    assert 'href="#rests-on"' in page.partition("<article")[0]
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    dates = dict(
        re.findall(r"<loc>https://example.org/dams/(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?", sitemap)
    )
    assert dates["dam/"] == "2026-05-04"
    assert dates["about/"] == ""


def test_the_edit_link_leads_to_the_facts(tmp_path: Path) -> None:
    root = write(tmp_path)
    feature = "theme: {name: material, font: false, features: [content.action.edit]}"
    change(root / "mkdocs.yml", "theme: {name: material, font: false}", feature)
    more = "repo_url: https://example.org/code\nedit_uri: edit/main/docs/\n"
    site = build(root, settings=(root / "mkdocs.yml").read_text("utf-8") + more)
    for page, file in (
        ("dam", "facts/dam.yml"),
        ("sources/report", "seeds/report.yml"),
        ("about", "docs/about.md"),
    ):
        text = (site / page / "index.html").read_text("utf-8")
        assert f'href="https://example.org/code/edit/main/{file}"' in text, page


def test_each_page_is_found_in_search_once(tmp_path: Path) -> None:
    site = build(write(tmp_path))
    entries = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    pages = [entry["location"] for entry in entries if "#" not in entry["location"]]
    assert len(pages) == len(set(pages))
    assert {"dam/", "sources/report/", "rules/", "about/"} <= set(pages)
    assert "What does the report say of the dam?" in {entry["title"] for entry in entries}


def test_neighbours_and_the_section_above(tmp_path: Path) -> None:
    root = write(tmp_path)
    change(
        root / "mkdocs.yml",
        "theme: {name: material, font: false}",
        "theme: {name: material, font: false, features: [navigation.footer, navigation.tabs]}",
    )
    change(root / "mkdocs.yml", "  - Rules: rules/index.md\n", "  - Checks:\n    - Rules: rules/index.md\n")
    site = build(root)
    page = (site / "claims" / "dam" / "cost" / "index.html").read_text("utf-8")
    assert 'class="md-footer__link md-footer__link--prev"' in page
    assert 'href="../opened/" class="md-footer__link md-footer__link--next"' in page
    rule = (site / "rules" / "quotation-not-found" / "index.html").read_text("utf-8")
    assert re.search(r'md-tabs__item--active">\s*<a href="\.\./"', rule)


def test_nothing_an_author_writes_is_markup_anywhere(tmp_path: Path) -> None:
    root = write(tmp_path)
    plain = build(root)
    scripts = {
        path.relative_to(plain).as_posix(): sum(
            piece.text.startswith("<script") for piece in pieces(path.read_text("utf-8"))
        )
        for path in plain.rglob("*.html")
    }
    change(root / "facts" / "dam.yml", "title: What does the report say of the dam?", f"title: {HOSTILE}")
    change(
        root / "facts" / "dam.yml",
        "description: A report on a dam, sentence by sentence.",
        f"description: {HOSTILE}\nsubject: [{HOSTILE}]",  # what it names is then what the page is about
    )
    site = build(root)
    assert onrecord("verify", "site", cwd=root).returncode == 0
    for name, number in scripts.items():
        found = pieces((site / name).read_text("utf-8"))
        assert sum(piece.text.startswith("<script") for piece in found) == number, name
    page = (site / "dam" / "index.html").read_text("utf-8")
    assert "[a](b) &amp;amp; **c**" in page


def test_as_a_plugin_with_options_of_its_own(tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / "facts").rename(root / "claims")
    (root / "docs" / "how-we-check.md").rename(root / "docs" / "method.md")
    settings = re.sub(r"hooks:\n.*\n", "", CONFIGURATION).replace("how-we-check.md", "method.md")
    options = "plugins:\n  - search\n  - onrecord: {facts: claims, method: method}\n"
    site = build(root, settings=settings + options)
    assert (site / "dam" / "index.html").is_file()
    assert 'href="../method/"' in (site / "dam" / "index.html").read_text("utf-8")
    assert onrecord("verify", "site", cwd=root).returncode == 0
    change(root / "claims" / "dam.yml", "quote: The committee", "quote: A committee")
    assert mkdocs("build", cwd=root).returncode == 1


def test_plugin_and_hook_together_do_it_once(tmp_path: Path) -> None:
    root = write(tmp_path)
    site = build(root, settings=CONFIGURATION + "plugins: [search, onrecord]\n")
    assert onrecord("verify", "site", cwd=root).returncode == 0
    assert (site / "dam" / "index.html").is_file()


@pytest.mark.parametrize("option", ["fact: x", "facts: 7"])
def test_an_option_that_does_not_exist(tmp_path: Path, option: str) -> None:
    root = write(tmp_path)
    settings = re.sub(r"hooks:\n.*\n", "", CONFIGURATION) + f"plugins: [search, onrecord: {{{option}}}]\n"
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    assert mkdocs("build", "--strict", cwd=root).returncode == 1


def test_any_engine_can_build_what_is_rendered(tmp_path: Path) -> None:
    """Without hook, plugin or our theme: the rendered files are enough, and the comparison holds."""
    root = write(tmp_path / "project")
    assert onrecord("render", tmp_path / "pages", cwd=root).returncode == 0
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: Dams\ntheme: {{name: mkdocs}}\ndocs_dir: pages\nsite_dir: {tmp_path / 'built'}\n",
        "utf-8",
    )
    assert mkdocs("build", cwd=tmp_path).returncode == 0
    verified = onrecord("verify", tmp_path / "built", cwd=root)
    assert verified.returncode == 0, verified.stdout
    again = onrecord("render", tmp_path / "pages", cwd=root)
    assert again.returncode == 2
    assert "is not an empty folder" in again.stderr


def test_the_same_tree_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = write(tmp_path / "one"), write(tmp_path / "a" / "two")
    settings = CONFIGURATION + "site_url: https://example.org/\n"
    for root in (first, second):
        (root / "mkdocs.yml").write_text(settings, "utf-8")
    assert onrecord("build", cwd=first, PYTHONHASHSEED="1", TZ="Pacific/Auckland").returncode == 0
    made = onrecord(
        "build", cwd=second, PYTHONHASHSEED="2", TZ="America/Lima", SOURCE_DATE_EPOCH="1700000000"
    )
    assert made.returncode == 0, made.stdout
    assert content_of(first / "site") == content_of(second / "site")


@pytest.mark.parametrize("day", ["1871-07-01", "1969-12-31", "1970-01-01"])
def test_a_page_may_be_older_than_the_clocks_of_computers(tmp_path: Path, day: str) -> None:
    root = write(tmp_path)
    change(root / "facts" / "dam.yml", "published: 2026-05-04", f"published: {day}")
    site = build(root, settings=CONFIGURATION + "site_url: https://example.org/dams/\n")
    assert day not in (site / "sitemap.xml").read_text("utf-8")
    assert (site / "sitemap.xml.gz").is_file()
