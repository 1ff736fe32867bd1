"""Names that are published change: done wrong it is red, done right no address is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from branches import Repository, metadata
from onrecord.app import Prepared, configure, prepare

ENTITIES = """topics: [Dams]
entities:
  - {name: the keeper, kind: person}
  - {name: the county, kind: organisation, id: county}
"""
GONE = """  - id: gone
    text: Nobody rang the bell at noon.
    withdrawn: {date: 2026-11-01, why: The letter says more.}
    evidence:
      - quote: nobody rang the bell at noon, although the keeper saw the water rise.
        source: letter
"""
RETIRED = "  - {id: older, date: 2026-11-01, why: Nobody asked.}\n"


@pytest.fixture
def project(plain_environment: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Repository:
    """A page with claims that stand, one withdrawn and one retired, a topic and two entities."""
    made = Repository(tmp_path, capsys)
    content = made.read("facts/dam.yml").replace("answer:", f"{ENTITIES}retired:\n{RETIRED}answer:")
    made.write("facts/dam.yml", content + GONE)
    made.commit()
    assert made.rules() == []
    made.branch("rename")
    return made


def addresses(project: Repository) -> set[str]:
    prepared = prepare(configure(project.root))
    assert isinstance(prepared, Prepared), prepared.findings
    return set(prepared.site.pages)


def page(project: Repository, path: str) -> str:
    prepared = prepare(configure(project.root))
    assert isinstance(prepared, Prepared)
    return prepared.site.pages[path].html


def told(project: Repository, rule: str) -> str:
    """The next step of the one error of the comparison, which is of ``rule``."""
    ((found, _, help),) = project.found("diff", "main")
    assert found == rule
    return help


def add(project: Repository, key: str, entry: str, file: str = "facts/dam.yml") -> None:
    """Add an entry to a list of the page, which may not be there yet."""
    content = project.read(file)
    if f"\n{key}:\n" in content:
        project.change(file, f"\n{key}:\n", f"\n{key}:\n  - {entry}\n")
    else:
        project.change(file, "\nclaims:\n", f"\n{key}:\n  - {entry}\nclaims:\n")


def test_an_explainer(project: Repository) -> None:
    before = addresses(project)
    project.write("facts/the-dam.yml", project.read("facts/dam.yml"))
    project.delete("facts/dam.yml")
    project.change("docs/how-we-check.md", "[[dam/cost]]", "[[the-dam/cost]]")
    help = told(project, "published-explainer-removed")
    assert "retired: [{id: dam, date: …, why: …, replaced_by: its own name}]" in help
    entry = "{id: dam, date: 2026-12-01, why: A clearer name., replaced_by: the-dam}"
    add(project, "retired", entry, "facts/the-dam.yml")
    assert project.is_green()
    assert before - addresses(project) == set()
    assert 'href="../the-dam/"' in page(project, "dam")
    for claim in ("cost", "gone", "older"):
        assert f'href="../../../claims/the-dam/{claim}/"' in page(project, f"claims/dam/{claim}")
    _, markdown = project.run("diff", "main", "--markdown", "-")
    assert "renamed from dam" in markdown
    assert "removed" not in markdown


def test_an_explainer_twice(project: Repository) -> None:
    before = addresses(project)
    project.write("facts/ashby.yml", project.read("facts/dam.yml"))
    project.delete("facts/dam.yml")
    project.change("docs/how-we-check.md", "[[dam/cost]]", "[[ashby/cost]]")
    entries = [
        "{id: dam, date: 2026-12-01, why: A clearer name., replaced_by: ashby}",
        "{id: the-dam, date: 2026-12-02, why: A clearer one yet., replaced_by: ashby}",
    ]
    for entry in entries:
        add(project, "retired", entry, "facts/ashby.yml")
    assert project.is_green()
    assert (before | {"the-dam"}) - addresses(project) == set()


def test_a_claim(project: Repository) -> None:
    before = addresses(project)
    project.change("facts/dam.yml", "  - id: water\n", "  - id: rising-water\n")
    help = told(project, "published-claim-removed")
    assert "retired: [{id: water, date: …, why: …}]" in help
    add(project, "retired", "{id: water, date: 2026-12-01, why: A clearer name., replaced_by: rising-water}")
    assert project.is_green()
    assert before - addresses(project) == set()
    assert 'href="../../../claims/dam/rising-water/"' in page(project, "claims/dam/water")


def rename_letter(project: Repository) -> None:
    project.change("seeds/letter.yml", "id: letter\n", "id: dear-sir\n")
    content = project.read("facts/dam.yml")
    project.write("facts/dam.yml", content.replace("source: letter\n", "source: dear-sir\n"))


def test_a_source(project: Repository) -> None:
    before = addresses(project)
    rename_letter(project)
    found = [(rule, help) for rule, _, help in project.found("diff", "main")]
    assert {rule for rule, _ in found} == {"published-source-changed", "published-claim-changed"}
    assert "name the old one under 'former_names'" in dict(found)["published-source-changed"]
    add(
        project,
        "former_names",
        "{of: source, id: letter, date: 2026-12-01, why: So it begins., replaced_by: dear-sir}",
    )
    assert project.is_green()
    assert before - addresses(project) == set()
    assert 'href="../../sources/dear-sir/"' in page(project, "sources/letter")
    _, markdown = project.run("diff", "main", "--markdown", "-")
    assert "1 source renamed" in markdown
    assert "quotation changed" not in markdown
    assert "source added" not in markdown


def test_a_source_with_another_text_is_not_renamed(project: Repository) -> None:
    rename_letter(project)
    text = "Dear Sir, nobody rang the bell at noon, although the keeper saw the water rise. Farewell.\n"
    project.write("seeds/letter.txt", text)
    project.write("seeds/letter.yml", metadata("letter", text).replace("id: letter\n", "id: dear-sir\n"))
    add(
        project,
        "former_names",
        "{of: source, id: letter, date: 2026-12-01, why: So it begins., replaced_by: dear-sir}",
    )
    assert "published-source-changed" in project.rules("diff", "main")


def test_the_file_of_a_source(project: Repository) -> None:
    """Its name is in no address: nothing is to be told."""
    before = addresses(project)
    project.git("mv", "seeds/letter.txt", "seeds/dear-sir.txt")
    project.git("mv", "seeds/letter.yml", "seeds/dear-sir.yml")
    ((rule, _, help),) = project.found()
    assert rule == "source-missing"
    assert "its text lies in 'dear-sir.txt'" in help
    project.change("seeds/dear-sir.yml", "file: letter.txt", "file: dear-sir.txt")
    assert project.is_green()
    assert addresses(project) == before


def test_a_topic(project: Repository) -> None:
    before = addresses(project)
    project.change("facts/dam.yml", "topics: [Dams]", "topics: [Dam]")
    help = told(project, "published-name-removed")
    assert "former_names: [{of: topic, id: dams, date: …, why: …, replaced_by: …}]" in help
    add(
        project,
        "former_names",
        "{of: topic, id: dams, date: 2026-12-01, why: There is one., replaced_by: dam}",
    )
    assert project.is_green()
    assert before - addresses(project) == set()
    assert 'href="../../topics/dam/"' in page(project, "topics/dams")


def test_a_topic_that_nothing_has_any_more(project: Repository) -> None:
    before = addresses(project)
    project.change("facts/dam.yml", "topics: [Dams]\n", "")
    add(project, "former_names", "{of: topic, id: dams, date: 2026-12-01, why: Nobody looked there.}")
    assert project.is_green()
    assert before - addresses(project) == set()
    assert "there is no topic called <code>dams</code>" in page(project, "topics/dams")


@pytest.mark.parametrize(
    ("old", "new", "former", "now"),
    [
        ("id: county}", "id: ashby-county}", "county", "ashby-county"),
        ("{name: the keeper,", "{name: keeper,", "the-keeper", "keeper"),
    ],
)
def test_an_entity(project: Repository, old: str, new: str, former: str, now: str) -> None:
    before = addresses(project)
    project.change("facts/dam.yml", old, new)
    assert f"{{of: entity, id: {former}," in told(project, "published-name-removed")
    entry = f"{{of: entity, id: {former}, date: 2026-12-01, why: A clearer name., replaced_by: {now}}}"
    add(project, "former_names", entry)
    assert project.is_green()
    assert before - addresses(project) == set()
    assert f'href="../../entities/{now}/"' in page(project, f"entities/{former}")


def test_a_former_name_stays(project: Repository) -> None:
    project.change("facts/dam.yml", "topics: [Dams]", "topics: [Dam]")
    entry = "{of: topic, id: dams, date: 2026-12-01, why: There is one., replaced_by: dam}"
    add(project, "former_names", entry)
    project.commit()
    project.branch("later", "rename")
    project.change("facts/dam.yml", f"former_names:\n  - {entry}\n", "")
    assert project.rules("diff", "rename") == ["published-name-removed"]


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("{of: topic, id: dams, date: 2026-12-01, why: Why., replaced_by: weirs}", "duplicate-id"),
        ("{of: topic, id: weir, date: 2026-12-01, why: Why., replaced_by: damms}", "former-name-to-nowhere"),
        ("{of: entity, id: owner, date: 2026-12-01, why: Why., replaced_by: dams}", "former-name-to-nowhere"),
        ("{of: source, id: report, date: 2026-12-01, why: Why.}", "duplicate-id"),
        ("{of: sauce, id: report, date: 2026-12-01, why: Why.}", "unknown-value"),
    ],
)
def test_a_former_name_that_cannot_be(project: Repository, entry: str, rule: str) -> None:
    add(project, "former_names", entry)
    ((found, place, help),) = project.found()
    assert (found, place.partition(":")[0]) == (rule, "facts/dam.yml")
    assert help


def test_a_former_name_leads_to_the_newest(project: Repository) -> None:
    """Where two people rename the same thing one after the other, the next step is the name it has now."""
    for id, then in (("dams", "barrages"), ("barrages", "weir"), ("weir", "weirs")):
        add(
            project,
            "former_names",
            f"{{of: topic, id: {id}, date: 2026-12-01, why: W., replaced_by: {then}}}",
        )
    project.change("facts/dam.yml", "topics: [Dams]", "topics: [Weirs]")
    helps = {help for _, _, help in project.found()}
    assert helps == {"write 'weirs', which it became: each former name leads to the newest"}
    assert len(project.found()) == 2


def test_former_names_that_lead_round_in_a_circle(project: Repository) -> None:
    for id, then in (("a", "b"), ("b", "c"), ("c", "b"), ("d", "d")):
        add(
            project,
            "former_names",
            f"{{of: topic, id: {id}, date: 2026-12-01, why: W., replaced_by: {then}}}",
        )
    assert project.rules() == ["former-name-to-nowhere"] * 4
