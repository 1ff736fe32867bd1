"""What no change may get past: the check and a plain build refuse it, and the site that was stays."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gate.example import change, content_of, write
from gate.running import mkdocs, onrecord
from onrecord.app import check_project
from onrecord.check import Rejected, Verified
from onrecord.mistake import Mistake

FACTS, SEED = "facts/dam.yml", "seeds/report.txt"
PLACE = re.compile(r"^(?:facts|seeds)/[\w.-]+:\d+:\d+: (?:error|warning)\[[a-z-]+\]: ", re.MULTILINE)


def flip(offset: int) -> Callable[[Path], None]:
    def flipped(root: Path) -> None:
        content = bytearray((root / SEED).read_bytes())
        content[offset] ^= 1
        (root / SEED).write_bytes(content)

    return flipped


def in_facts(old: str, new: str) -> Callable[[Path], None]:
    return lambda root: change(root / FACTS, old, new)


def empty_facts(root: Path) -> None:
    for path in (root / "facts").iterdir():
        path.unlink()


CHANGES: dict[str, Callable[[Path], None]] = {
    "a letter of a quotation": in_facts("quote: The committee visited", "quote: The committee visitad"),
    "seven billion in the quotation": in_facts("quote: It was built for $7", "quote: It was built for $9"),
    "evidence": in_facts(
        "    evidence:\n      - quote: The gate was opened twice in the spring, before the snow had melted "
        "in the hills.\n        source: report\n",
        "",
    ),
    "the source's name": in_facts("source: report\nanswer", "source: raport\nanswer"),
    "the file's YAML": in_facts("answer: [visited]", "answer: [visited"),
    "a key that stands twice": in_facts("published: 2026-05-04\n", "published: 2026-05-04\ntitle: Again\n"),
    "the seed, gone": lambda root: (root / SEED).unlink(),
    "all facts, gone": empty_facts,
}
BYTES = {f"byte {offset} of the seed": flip(offset) for offset in (0, 9, 26, 27, 60, 101, 120, 150, 200, 265)}
WITHOUT_A_PLACE = {"the seed, gone", "all facts, gone"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with its site, built once."""
    root = write(tmp_path_factory.mktemp("gate") / "project")
    made = mkdocs("build", "--strict", cwd=root)
    assert made.returncode == 0, made.stderr
    assert onrecord("verify", "site", cwd=root).returncode == 0
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "project"))


@pytest.mark.parametrize("name", [*CHANGES, *BYTES])
def test_a_change_is_refused_twice_and_the_site_stays(project: Path, name: str) -> None:
    before = content_of(project / "site")
    {**CHANGES, **BYTES}[name](project)
    checked = onrecord("check", "--format", "concise", cwd=project)
    assert checked.returncode == 1, checked.stdout + checked.stderr
    made = mkdocs("build", cwd=project)
    assert made.returncode == 1, made.stderr
    assert "Aborted with a BuildError" in made.stdout
    assert content_of(project / "site") == before
    if name not in WITHOUT_A_PLACE:
        assert PLACE.search(checked.stdout), checked.stdout
        assert PLACE.search(made.stderr.replace("ERROR   -  ", "")), made.stderr
    assert onrecord("build", cwd=project).returncode == 1
    assert content_of(project / "site") == before
    assert onrecord("verify", "site", cwd=project).returncode == 1


def test_the_claim_is_held_to_its_number(project: Path) -> None:
    """A number changed in the quotation and in the claim alike is still not the source's."""
    text = (project / FACTS).read_text("utf-8")
    (project / FACTS).write_text(text.replace("$7 billion", "$9 billion"), "utf-8")
    checked = onrecord("check", cwd=project)
    assert checked.returncode == 1
    assert FACTS in checked.stdout
    assert mkdocs("build", cwd=project).returncode == 1


def test_no_byte_of_a_seed_can_change(project: Path) -> None:
    path = project / SEED
    original = path.read_bytes()
    assert isinstance(check_project(project), Verified)
    passed = []
    for offset in range(len(original)):
        for mask in (0x01, 0x80):
            content = bytearray(original)
            content[offset] ^= mask
            path.write_bytes(content)
            if not isinstance(check_project(project), Rejected):
                passed.append((offset, mask))
    assert passed == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_folder_that_leads_nowhere_is_refused(project: Path) -> None:
    shutil.rmtree(project / "facts")
    (project / "facts").symlink_to(project / "nowhere", target_is_directory=True)
    before = content_of(project / "site")
    assert onrecord("check", cwd=project).returncode == 1
    assert mkdocs("build", cwd=project).returncode == 1
    assert content_of(project / "site") == before


def test_without_the_hook_verify_refuses(project: Path) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(re.sub(r"hooks:\n.*\n", "", text), "utf-8")
    assert mkdocs("build", cwd=project).returncode == 0
    verified = onrecord("verify", "site", "--format", "concise", cwd=project)
    assert verified.returncode == 1
    assert "site/dam/index.html: error[built-page-missing]" in verified.stdout
    assert "error[insertion-changed]" in verified.stdout
    assert onrecord("build", cwd=project).returncode == 1


def test_from_another_folder(project: Path, tmp_path: Path) -> None:
    made = mkdocs(
        "build", "--strict", "-f", project / "mkdocs.yml", "-d", tmp_path / "elsewhere", cwd=tmp_path
    )
    assert made.returncode == 0, made.stderr
    assert onrecord("-C", project, "verify", tmp_path / "elsewhere", cwd=tmp_path).returncode == 0
    change(project / FACTS, "quote: The committee", "quote: A committee")
    assert (
        mkdocs("build", "-f", project / "mkdocs.yml", "-d", tmp_path / "elsewhere", cwd=tmp_path).returncode
        == 1
    )


def test_nothing_an_author_writes_commands_the_log(project: Path) -> None:
    """MkDocs prints the text of an exception raw."""
    attack = '"not there\\n::error file=README.md,line=1::All checks passed\\n \\e[2J##[add-mask]x\\u202E"'
    change(
        project / FACTS,
        "quote: The committee visited the dam on 3 May and walked along its whole length.",
        f"quote: {attack}",
    )
    said = mkdocs("build", cwd=project).stderr + onrecord("check", cwd=project).stdout
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "##[" not in said
    assert not re.search(r"^\s*::", said, re.MULTILINE)


def test_the_pages_a_site_must_have(project: Path) -> None:
    (project / "docs" / "about.md").write_text("# About\n\n<!-- soon -->\n", "utf-8")
    (project / "docs" / "corrections-policy.md").unlink()
    checked = onrecord("check", "--format", "concise", cwd=project)
    assert checked.returncode == 1
    assert "docs/about.md: error[page-missing]: the page is empty" in checked.stdout
    assert "docs/corrections-policy.md: error[page-missing]: the page is missing" in checked.stdout
    made = mkdocs("build", cwd=project)
    assert made.returncode == 1
    assert "docs/about.md: error[page-missing]" in made.stderr


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("It says [[dam/gone]] here.", "there is nothing called 'dam/gone'"),
        ("It says [[counts]] here.", "'counts' takes the place of a paragraph"),
        ("[[explainer]]", "there is nothing called 'explainer'"),
        ("[[dam/cost]] and [[dam/cost]]", "'dam/cost' is printed twice on this page"),
    ],
)
def test_a_page_asks_for_what_it_cannot_have(project: Path, asked: str, said: str) -> None:
    page = project / "docs" / "about.md"
    page.write_text(f"{page.read_text('utf-8')}\n{asked}\n", "utf-8")
    before = content_of(project / "site")
    made = mkdocs("build", cwd=project)
    assert made.returncode == 1
    assert re.search(r"docs/about\.md:5:\d+: error\[insertion-unknown\]: " + re.escape(said), made.stderr)
    assert content_of(project / "site") == before


@pytest.mark.parametrize("name", ["dam.md", "dam/index.md", "corrections.md", "rules/quotation-not-found.md"])
def test_an_address_is_taken_once(project: Path, name: str) -> None:
    (project / "docs" / name).parent.mkdir(exist_ok=True)
    (project / "docs" / name).write_text("# By hand\n\nWords.\n", "utf-8")
    before = content_of(project / "site")
    made = mkdocs("build", cwd=project)
    assert made.returncode == 1
    assert "error[address-taken]" in made.stderr
    assert content_of(project / "site") == before
    if name.startswith("dam"):
        assert onrecord("check", cwd=project).returncode == 1


def test_settings_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: [", "utf-8")
    with pytest.raises(Mistake, match="cannot understand"):
        check_project(tmp_path)
