"""Two branches from one base, merged: clean and green, or red with a place. Never green and wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from branches import LETTER, Repository, metadata

LIVES = """  - id: lives
    text: The keeper lives beside the gate.
    evidence:
      - quote: the keeper lives beside the gate.
"""
SNOW = """  - id: snow
    text: The gate was opened before the snow had melted in the hills.
    evidence:
      - quote: The gate was opened twice in the spring, before the snow had melted in the hills.
"""
VISITED = "    text: The committee visited the dam on 3 May and walked along its whole length.\n"
COST = "  - id: cost\n"
WITHDRAWN = "    withdrawn: {date: 2026-12-01, why: Nobody can say so.}\n"

Change = Callable[[Repository], None]


@pytest.fixture
def project(plain_environment: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Repository:
    return Repository(tmp_path, capsys)


def both(project: Repository, ours: Change, theirs: Change) -> bool:
    """Make each change on a branch of its own, both green, and merge them; whether git could."""
    for name, change in (("ours", ours), ("theirs", theirs)):
        project.branch(name)
        change(project)
        project.commit()
        assert project.is_green(), f"{name}: {project.found()} {project.found('diff', 'main')}"
    project.go("main")
    assert project.merge("ours")
    return project.merge("theirs")


def at_the_end(claim: str) -> Change:
    def add(project: Repository) -> None:
        project.write("facts/dam.yml", project.read("facts/dam.yml") + claim)

    return add


def before_cost(claim: str) -> Change:
    def add(project: Repository) -> None:
        project.change("facts/dam.yml", COST, claim + COST)

    return add


def line_of(project: Repository, path: str, words: str) -> str:
    """Where ``words`` stand, as ``path:line``."""
    lines = project.read(path).split("\n")
    return f"{path}:{1 + next(n for n, line in enumerate(lines) if line.startswith(words))}"


def test_two_claims_at_the_same_place_leave_a_conflict_that_is_named(project: Repository) -> None:
    assert not both(project, at_the_end(LIVES), at_the_end(SNOW))
    ((rule, place, help),) = project.found()
    assert (rule, place) == ("merge-conflict", line_of(project, "facts/dam.yml", "<<<<<<<"))
    assert "of both versions if both do" in help
    content = project.read("facts/dam.yml")
    marks = ("<<<<<<<", "=======", ">>>>>>>")
    kept = [line for line in content.split("\n") if not line.startswith(marks)]
    project.write("facts/dam.yml", "\n".join(kept))
    project.commit()
    assert project.is_green("main~1")


def test_two_claims_at_two_places_merge_and_pass(project: Repository) -> None:
    assert both(project, before_cost(LIVES), at_the_end(SNOW))
    assert project.is_green("main~1")
    assert project.read("facts/dam.yml").count("  - id: ") == 7


def test_two_pages_never_conflict(project: Repository) -> None:
    def page(claim: str, name: str) -> Change:
        content = f"title: What does the report say of the {name}?\nsource: report\nclaims:\n{claim}"
        return lambda project: project.write(f"facts/{name}.yml", content)

    assert both(project, page(LIVES, "keeper"), page(SNOW, "gate"))
    assert project.is_green()


def test_one_id_for_two_claims(project: Repository) -> None:
    assert both(project, before_cost(LIVES), at_the_end(SNOW.replace("id: snow", "id: lives")))
    ((rule, place, help),) = project.found()
    assert rule == "duplicate-id"
    assert (
        place
        == f"facts/dam.yml:{project.read('facts/dam.yml').split(chr(10)).index('  - id: lives', 20) + 1}"
    )
    assert help == "give one of the two another id"


def withdraw_opened(project: Repository) -> None:
    project.change("facts/dam.yml", "  - id: opened\n", f"  - id: opened\n{WITHDRAWN}")


@pytest.mark.parametrize("key", ["depends_on", "derived", "answer"])
def test_a_claim_is_withdrawn_while_another_comes_to_rest_on_it(project: Repository, key: str) -> None:
    def rest(project: Repository) -> None:
        if key == "answer":
            project.change("facts/dam.yml", "answer: [visited]", "answer: [visited, opened]")
        elif key == "depends_on":
            at_the_end(LIVES + "    depends_on: [opened]\n")(project)
        else:
            derived = "    derived: {from: [opened], how: What was opened twice was opened.}\n"
            at_the_end(f"  - id: was-opened\n    text: The gate was opened.\n{derived}")(project)

    assert both(project, withdraw_opened, rest)
    ((rule, place, help),) = project.found()
    assert rule == "withdrawn-claim-in-use"
    assert place.startswith("facts/dam.yml:")
    assert help == "take it out, or name the claim that takes its place"


@pytest.mark.parametrize("key", ["supersedes", "conflicts_with"])
def test_what_a_claim_was_replaced_by_may_be_withdrawn_meanwhile(project: Repository, key: str) -> None:
    """That a claim disagrees with another, or takes its place, stays true when the other is withdrawn."""
    assert both(project, withdraw_opened, at_the_end(f"{LIVES}    {key}: [opened]\n"))
    assert project.is_green("main~1")


def stop_using_the_letter(project: Repository) -> None:
    """The last claims on the letter are removed, and their ids and the letter's page told."""
    content = project.read("facts/dam.yml")
    told = (
        "retired:\n  - {id: water, date: 2026-12-01, why: Not ours to tell.}\n"
        "  - {id: no-storm, date: 2026-12-01, why: Not ours to tell.}\n"
        "former_names: [{of: source, id: letter, date: 2026-12-01, why: Nothing rests on it any more.}]\n"
    )
    kept = content[: content.index("  - id: water\n")]
    project.write("facts/dam.yml", kept.replace("claims:\n", f"{told}claims:\n"))


def quote_the_letter(project: Repository) -> None:
    quoted = """  - id: lantern
    text: Edward walked home along the weir.
    evidence:
      - quote: My brother Edward walked home along the weir that night and lost his lantern in the reeds.
        source: letter
"""
    before_cost(quoted)(project)


def test_the_last_use_of_a_source_goes_while_another_comes(project: Repository) -> None:
    """The source's files stay, so that the new claim holds; that its page is gone is told as wrong."""
    assert both(project, stop_using_the_letter, quote_the_letter)
    ((rule, place, help),) = project.found()
    assert (rule, place) == ("duplicate-id", line_of(project, "facts/dam.yml", "former_names:"))
    assert "take this entry out" in help
    project.change(
        "facts/dam.yml",
        "former_names: [{of: source, id: letter, date: 2026-12-01, why: Nothing rests on it any more.}]\n",
        "",
    )
    project.commit()
    assert project.rules() == []
    assert project.rules("diff", "ours") == []


def test_an_unused_source_is_taken_out_while_a_claim_comes_to_rest_on_it(project: Repository) -> None:
    project.write("seeds/note.txt", "The bell was cast in Ghent.\n")
    project.write("seeds/note.yml", metadata("note", "The bell was cast in Ghent.\n"))
    project.commit()

    def rest(project: Repository) -> None:
        quotation = "    evidence:\n      - quote: The bell was cast in Ghent.\n        source: note\n"
        at_the_end(f"  - id: bell\n    text: The bell was cast in Ghent.\n{quotation}")(project)

    assert both(project, lambda project: project.delete("seeds/note.txt", "seeds/note.yml"), rest)
    ((rule, place, _),) = project.found()
    assert rule == "unknown-source"
    assert place.startswith("facts/dam.yml:")


def test_a_source_is_taken_down_while_a_claim_comes_to_rest_on_it(project: Repository) -> None:
    def take_down(project: Repository) -> None:
        stop_using_the_letter(project)
        content = project.read("facts/dam.yml")
        project.write(
            "facts/dam.yml", "".join(c for c in content.splitlines(True) if "former_names" not in c)
        )
        project.delete("seeds/letter.txt")
        notice = "taken_down: {date: 2026-12-01, why: Its writer asked for it.}\n"
        project.write("seeds/letter.yml", project.read("seeds/letter.yml") + notice)

    assert both(project, take_down, quote_the_letter)
    ((rule, _, help),) = project.found()
    assert rule == "takedown-unfinished"
    assert "withdraw the claim" in help


def rename_claim(project: Repository) -> None:
    project.change("facts/dam.yml", "  - id: opened\n", "  - id: gate-opened\n")
    entry = "{id: opened, date: 2026-12-01, why: A clearer name., replaced_by: gate-opened}"
    project.change("facts/dam.yml", "claims:\n", f"retired: [{entry}]\nclaims:\n")


def rename_source(project: Repository) -> None:
    project.change("seeds/letter.yml", "id: letter\n", "id: dear-sir\n")
    entry = "{of: source, id: letter, date: 2026-12-01, why: So it begins., replaced_by: dear-sir}"
    content = project.read("facts/dam.yml").replace("source: letter\n", "source: dear-sir\n")
    project.write("facts/dam.yml", content.replace("claims:\n", f"former_names: [{entry}]\nclaims:\n"))


@pytest.mark.parametrize(
    ("rename", "rest", "rule"),
    [
        (rename_claim, at_the_end(f"{LIVES}    depends_on: [opened]\n"), "unknown-claim"),
        (rename_claim, at_the_end(SNOW.replace("id: snow", "id: opened-early")), ""),
        (rename_source, quote_the_letter, "unknown-source"),
    ],
)
def test_a_name_changes_while_another_change_uses_it(
    project: Repository, rename: Change, rest: Change, rule: str
) -> None:
    assert both(project, rename, rest)
    assert project.rules() == ([rule] if rule else [])
    if rule == "unknown-source":
        assert project.found()[0][2] == "it is called 'dear-sir' now"


def test_an_explainer_is_renamed_while_another_change_edits_it(project: Repository) -> None:
    """Git carries the edit over to the new file, or leaves both files: then the old name is there again."""

    def rename(project: Repository) -> None:
        project.git("mv", "facts/dam.yml", "facts/the-dam.yml")
        project.change("docs/how-we-check.md", "[[dam/cost]]", "[[the-dam/cost]]")
        entry = "{id: dam, date: 2026-12-01, why: A clearer name., replaced_by: the-dam}"
        project.change("facts/the-dam.yml", "claims:\n", f"retired: [{entry}]\nclaims:\n")

    assert both(project, rename, at_the_end(SNOW))
    assert "id: snow" in project.read("facts/the-dam.yml")
    assert project.is_green()
    project.write("facts/dam.yml", project.read("facts/the-dam.yml").replace("retired: [", "updates: [] # ["))
    assert "duplicate-id" in project.rules()


def corrected(text: str) -> Change:
    was = VISITED.removeprefix("    text: ").strip()
    entry = f"    corrections: [{{date: 2026-12-01, was: {was}, why: Shorter., minor: true}}]\n"

    def correct(project: Repository) -> None:
        project.change("facts/dam.yml", VISITED, f"    text: {text}\n{entry}")

    return correct


def test_one_claim_is_corrected_twice(project: Repository) -> None:
    assert not both(
        project,
        corrected("The committee visited the dam on 3 May."),
        corrected("On 3 May the committee visited the dam."),
    )
    ((rule, place, _),) = project.found()
    assert (rule, place) == ("merge-conflict", line_of(project, "facts/dam.yml", "<<<<<<<"))


def test_one_claim_is_corrected_in_two_places(project: Repository) -> None:
    """Git merges two lists of corrections in one claim; that a key stands twice is seen."""
    quote = "      - quote: The committee visited the dam on 3 May and walked along its whole length.\n"
    was = VISITED.removeprefix("    text: ").strip()

    def quotation(project: Repository) -> None:
        entry = f"    corrections: [{{date: 2026-12-02, was: {was}, why: Less is quoted., minor: true}}]\n"
        shorter = quote.replace(" and walked along its whole length.", " and walked along its whole length")
        project.change("facts/dam.yml", quote, f"{shorter}    support: together\n{entry}")

    both(project, corrected("The committee visited the dam on 3 May."), quotation)
    (rule,) = {rule for rule, _, _ in project.found()}
    assert rule in ("duplicate-key", "merge-conflict")


def test_the_same_text_comes_under_two_ids(project: Repository) -> None:
    def add(name: str) -> Change:
        def write(project: Repository) -> None:
            project.write(f"seeds/{name}.txt", "The bell was cast in Ghent.\n")
            project.write(f"seeds/{name}.yml", metadata(name, "The bell was cast in Ghent.\n"))

        return write

    assert both(project, add("note"), add("bell"))
    ((rule, place, help),) = project.found()
    assert (rule, place) == ("duplicate-source", "seeds/note.yml:3")
    assert "a text counts as one source" in help


def test_one_id_for_two_sources(project: Repository) -> None:
    def add(name: str, text: str) -> Change:
        def write(project: Repository) -> None:
            project.write(f"seeds/{name}.txt", text)
            content = metadata(name, text).replace(f"id: {name}\n", "id: note\n")
            project.write(f"seeds/{name}.yml", content)

        return write

    assert both(project, add("one", "The bell was cast in Ghent.\n"), add("two", "It rang at noon.\n"))
    assert [rule for rule, _, _ in project.found()] == ["duplicate-id"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_conflict_in_metadata_is_named_at_its_line(project: Repository, end: str) -> None:
    def titled(title: str) -> Change:
        return lambda project: project.change("seeds/letter.yml", "title: The letter", f"title: {title}")

    assert not both(project, titled("A letter"), titled("The letter of 1871"))
    project.write("seeds/letter.yml", project.read("seeds/letter.yml").replace("\n", end))
    ((rule, place, _),) = project.found()
    assert (rule, place) == ("merge-conflict", line_of(project, "seeds/letter.yml", "<<<<<<<"))


@pytest.mark.parametrize("mark", ["=======", ">>>>>>> theirs", "||||||| 1f2e3d4", "<<<<<<<"])
def test_a_single_mark_that_was_overlooked_is_named(project: Repository, mark: str) -> None:
    project.change("facts/dam.yml", COST, f"{mark}\n{COST}")
    ((rule, place, _),) = project.found()
    assert (rule, place) == ("merge-conflict", line_of(project, "facts/dam.yml", mark))


def test_signs_inside_a_value_are_no_conflict(project: Repository) -> None:
    note = "    note: |\n      =======\n      <<<<<<< is how git marks a conflict.\n"
    project.change("facts/dam.yml", VISITED, VISITED + note)
    assert project.rules() == []


def test_a_conflict_in_a_text_is_a_changed_source(project: Repository) -> None:
    changed = LETTER.replace("Dear Sir", "<<<<<<< ours\nDear Sir\n=======\nDear Madam\n>>>>>>> theirs")
    project.write("seeds/letter.txt", changed)
    assert project.rules() == ["source-changed"]


def test_what_the_base_gained_since_is_not_held_against_a_branch(project: Repository) -> None:
    project.branch("mine")
    at_the_end(SNOW)(project)
    project.commit()
    project.go("main")
    before_cost(LIVES)(project)
    project.commit()
    project.go("mine")
    assert project.is_green()
    status, told = project.run("diff", "main")
    assert status == 0
    assert "(where this left main, which has moved on): 1 added, 0 changed, 0 withdrawn, 0 removed" in told
    assert project.rules("diff", "main..") == ["published-claim-removed"]
    assert project.rules("diff", "main...mine") == []
    assert project.rules("diff", "main..mine") == ["published-claim-removed"]
    status, told = project.run("check", "--diff", "main")
    assert status == 0
    assert project.merge("main")
    assert project.is_green()
    _, told = project.run("diff", "main")
    assert "which has moved on" not in told


def test_without_a_common_commit_all_of_the_base_counts(project: Repository) -> None:
    """As in a shallow clone: more is held against the change than it did, and never less."""
    project.git("checkout", "-q", "--orphan", "alone")
    project.change("facts/dam.yml", "  - id: water\n", "  - id: rising\n")
    project.commit()
    assert project.rules("diff", "main") == ["published-claim-removed"]
