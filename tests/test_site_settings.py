"""What mkdocs.yml says of a site is read without running anything of it, and as MkDocs reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from gate.example import CONFIGURATION, write
from onrecord.app import today
from onrecord.loaders.site import Configuration, load_configuration, load_documents
from onrecord.mistake import Mistake
from onrecord.site import address


def read(root: Path, text: str, **environment: str) -> Configuration:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return load_configuration(root, environment)


def test_it_is_what_mkdocs_reads(tmp_path: Path) -> None:
    root = write(tmp_path)
    text = CONFIGURATION + "site_url: https://example.org/x\nextra: {repository: https://example.org/code/}\n"
    ours = read(root, text)
    theirs = load_config(str(root / "mkdocs.yml"))
    assert ours.name == theirs.site_name
    assert ours.docs == Path(theirs.docs_dir)
    assert ours.target == Path(theirs.site_dir)
    settings = ours.settings("2026-11-24")
    assert settings.address == theirs.site_url == "https://example.org/x/"
    assert settings.repository == "https://example.org/code"
    assert settings.today == "2026-11-24"


def test_the_environment(tmp_path: Path) -> None:
    assert read(tmp_path, 'site_name: A\nsite_url: !ENV [SITE_URL, ""]\n').address == ""
    assert (
        read(tmp_path, 'site_name: A\nsite_url: !ENV [SITE_URL, ""]\n', SITE_URL="https://e.org/").address
        == "https://e.org/"
    )
    assert read(tmp_path, "site_name: !ENV NAME\n", NAME="B").name == "B"
    assert read(tmp_path, "site_name: !ENV [ONE, TWO, C]\n", TWO="D").name == "D"


def test_nothing_is_executed(tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    text = (
        "site_name: A\nmarkdown_extensions:\n  - toc: {slugify: !!python/object/apply:os.mkdir ["
        f"'{marker}']}}\n  - x: !!python/name:material.extensions.emoji.twemoji\n"
        "extra: {a: !relative b, c: !x [1]}\n"
    )
    assert read(tmp_path, text).name == "A"
    assert not marker.exists()


def test_options(tmp_path: Path) -> None:
    assert read(tmp_path, "site_name: A").required() == ("how-we-check", "corrections-policy", "about")
    hook = read(
        tmp_path, "extra: {onrecord: {method: how, policy: '', about: /us/, facts: claims, nonsense: 1}}"
    )
    assert (hook.method, hook.policy, hook.about, hook.facts) == ("how", "", "us", "claims")
    assert hook.required() == ("how", "us")
    both = "plugins: [search, {onrecord: {method: m}}]\nextra: {onrecord: {method: how}}\n"
    assert read(tmp_path, both).method == "m"
    assert read(tmp_path, "plugins: {onrecord: {seeds: sources}}").seeds == "sources"


def test_what_is_inherited(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("site_name: Base\nextra: {repository: https://e.org, a: 1}\n", "utf-8")
    found = read(tmp_path, "INHERIT: base.yml\nextra: {a: 2}\n")
    assert (found.name, found.repository) == ("Base", "https://e.org")


@pytest.mark.parametrize("text", ["a: [", "- a", "", "a: !ENV", "\x00", "INHERIT: gone.yml"])
def test_what_cannot_be_read_is_the_operators_mistake(tmp_path: Path, text: str) -> None:
    if text == "a: !ENV":
        assert read(tmp_path, text).name == "On Record"
        return
    with pytest.raises(Mistake):
        read(tmp_path, text)


def test_a_deep_file_kills_nobody(tmp_path: Path) -> None:
    with pytest.raises(Mistake):
        read(tmp_path, "a: " + "[" * 5000)


def test_without_a_site(tmp_path: Path) -> None:
    configuration = load_configuration(tmp_path, {})
    assert configuration.file is None
    assert configuration.required() == ()
    assert load_documents(configuration) == ()


def test_addresses(tmp_path: Path) -> None:
    files = ["index.md", "a.md", "b/index.md", "b/README.md", "c/README.md", "README.txt"]
    assert [address(file, files) for file in files[:5]] == ["", "a", "b", "b/README", "c"]
    assert address("README.md", ["README.md"]) == ""
    for name in ("docs/index.md", "docs/b/c.md", "docs/.hidden/d.md", "docs/e.txt", "docs/f.markdown"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("\ufeffwords", "utf-8")
    documents = load_documents(load_configuration(tmp_path, {}))
    assert [(found.path, found.text.path, found.text.content) for found in documents] == [
        ("", "docs/index.md", "words"),
        ("b/c", "docs/b/c.md", "words"),
        ("f", "docs/f.markdown", "words"),
    ]


def test_the_day_of_the_build() -> None:
    assert today({"SOURCE_DATE_EPOCH": "0"}) == "1970-01-01"
    assert today({"SOURCE_DATE_EPOCH": "1764028800"}) == "2025-11-25"
    assert len(today({})) == 10
    with pytest.raises(Mistake, match="SOURCE_DATE_EPOCH"):
        today({"SOURCE_DATE_EPOCH": "yesterday"})
