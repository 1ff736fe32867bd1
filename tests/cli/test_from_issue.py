"""Issues made with the forms, as GitHub renders them, and what is answered."""

from __future__ import annotations

import io
import re
import shlex
import sys
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from gate.example import change, content_of
from onrecord import app
from onrecord.check import Verified
from onrecord.cli import main
from onrecord.commands.init import SKELETON
from onrecord.issue_form import PROPOSAL, REPORT, read_form
from onrecord.reports.github import inert
from source_tree import ROOT

TEMPLATES = ROOT / ".github" / "ISSUE_TEMPLATE"
SENTENCE = "The gate was opened twice in the spring, before the snow had melted in the hills."
LONGEST_COMMENT = 65_536
CLAIM = "The gate was opened twice in the spring."


def block(value: str) -> str:
    return f"```text\n{value}\n```"


def proposal(**answers: str) -> str:
    """The body that GitHub makes of the form "Propose a claim"."""
    values = {"explainer": "dam", "claim": block(CLAIM), "quotation": block(SENTENCE), "source": "report"}
    values |= answers
    return "\n\n".join(
        f"### {heading}\n\n{values.get(name) or '_No response_'}" for name, heading in PROPOSAL.items()
    )


def report(**answers: str) -> str:
    values = {"claim": "dam/cost", "wrong": block("It cost more."), **answers}
    return "\n\n".join(
        f"### {heading}\n\n{values.get(name) or '_No response_'}" for name, heading in REPORT.items()
    )


def answered(capsys: pytest.CaptureFixture[str], body: str) -> tuple[int, str]:
    Path("issue.md").write_bytes(body.encode())
    status = main(["from-issue", "issue.md"])
    captured = capsys.readouterr()
    assert captured.err == ""
    assert_nothing_acts(captured.out)
    return status, captured.out


def assert_nothing_acts(comment: str) -> None:
    """No line is a command to a build service; as Markdown it is text, with no link, image or mention."""
    assert not any(line.lstrip().startswith(("::", "##[")) for line in comment.splitlines())
    assert "\x1b" not in comment
    html = MarkdownIt("commonmark", {"linkify": False}).render(comment)
    shown = re.sub(r"<pre>.*?</pre>|<code>.*?</code>", "", html, flags=re.DOTALL)
    assert not re.search(r"<(?!/?(?:h3|p|ul|li|strong|blockquote)>)|@|https?:", shown), shown


def pasted(comment: str) -> str:
    (found,) = re.findall(r"^(`{3,})yaml\n(.*?)\n\1$", comment, flags=re.DOTALL | re.MULTILINE)
    return str(found[1])


@pytest.mark.parametrize(
    ("name", "fields"), [("propose-a-claim", PROPOSAL), ("report-a-claim", REPORT)], ids=["propose", "report"]
)
def test_the_form_asks_what_the_command_reads(name: str, fields: dict[str, str]) -> None:
    form = yaml.safe_load((TEMPLATES / f"{name}.yml").read_text("utf-8"))
    assert {"name", "description", "title", "body"} == form.keys()
    asked = [entry for entry in form["body"] if entry["type"] != "markdown"]
    assert {entry["id"]: entry["attributes"]["label"] for entry in asked} == fields
    for entry in asked:
        assert entry["type"] in ("input", "textarea")
        assert entry.keys() <= {"type", "id", "attributes", "validations"}
        assert entry["attributes"].keys() <= {"label", "description", "placeholder", "render"}
        assert ("render" in entry["attributes"]) == (entry["type"] == "textarea")


def answered_form(form: dict[str, Any], **answers: str) -> str:
    """The body that GitHub makes of a ``form``, with what stands in it already where no answer is given."""
    sections = []
    for entry in (entry for entry in form["body"] if entry["type"] != "markdown"):
        asked = entry["attributes"]
        given = answers.get(entry["id"]) or asked.get("value") or "_No response_"
        kind = asked.get("render")
        answer = f"```{kind}\n{given}\n```" if kind else given
        sections.append(f"### {asked['label']}\n\n{answer}")
    return "\n\n".join(sections)


@pytest.mark.parametrize(
    "folder", [TEMPLATES, SKELETON / "dot-github" / "ISSUE_TEMPLATE"], ids=["ours", "new sites"]
)
def test_a_good_first_claim_says_how_it_is_done(
    project: Path, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    form = yaml.safe_load((folder / "good-first-claim.yml").read_text("utf-8"))
    assert {"name", "description", "title", "labels", "body"} == form.keys()
    assert form["labels"] == ["good first issue"]
    asked = [entry for entry in form["body"] if entry["type"] != "markdown"]
    assert [entry["id"] for entry in asked] == ["source", "passage", "explainer", "lesson", "steps"]
    assert all(entry["validations"] == {"required": True} for entry in asked)
    body = answered_form(form, source="report", passage=SENTENCE, explainer="dam", lesson="How often.")
    assert read_form(body, PROPOSAL) is read_form(body, REPORT) is None
    for file in re.findall(r"\]\(\.\./blob/HEAD/([^)#]+)", body):
        assert folder is TEMPLATES
        assert (ROOT / file).is_file()
    placeholders = {"some words of the passage": "gate opened twice in the spring", "is-the-dam-safe": "dam"}
    placeholders |= {"the words": SENTENCE, "Your sentence, which says no more than the words.": CLAIM}
    (script,) = re.findall(r"```sh\n(.*?)```", body, flags=re.DOTALL)
    for line in script.strip().splitlines():
        program, *words = shlex.split(line)
        assert program == "onrecord"
        assert main([placeholders.get(word, word) for word in words]) == 0, line
    assert f"text: {CLAIM}" in (project / "facts/dam.yml").read_text("utf-8")
    assert "errors: 0" in capsys.readouterr().out


def test_new_sites_have_our_forms() -> None:
    theirs = SKELETON / "dot-github" / "ISSUE_TEMPLATE"
    assert {path.name for path in theirs.iterdir()} == {path.name for path in TEMPLATES.iterdir()}
    for name in ("propose-a-claim.yml", "report-a-claim.yml"):
        assert (theirs / name).read_bytes() == (TEMPLATES / name).read_bytes()
    ours, new = (
        yaml.safe_load((folder / "good-first-claim.yml").read_text("utf-8")) for folder in (TEMPLATES, theirs)
    )
    steps = [form["body"].pop() for form in (ours, new)]
    assert ours == new
    assert [entry["id"] for entry in steps] == ["steps", "steps"]
    assert "blob/HEAD" not in steps[1]["attributes"]["value"]  # it has no such pages


def test_a_claim_that_passes_can_be_pasted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content_of(project)
    change(project / "facts/dam.yml", SENTENCE + "\n    evidence", CLAIM + " It has.\n    evidence")
    change(project / "facts/dam.yml", CLAIM + " It has.", SENTENCE)
    status, comment = answered(capsys, proposal(claim=block("The gate was opened twice.")))
    assert status == 0, comment
    assert "### The claim passes the check" in comment
    assert "seeds/report.txt:7:1".replace(".", "&#46;").replace("/", "&#47;").replace(":", "&#58;") in comment
    (project / "issue.md").unlink()
    assert content_of(project) == before
    with (project / "facts/dam.yml").open("a", encoding="utf-8") as facts:
        facts.write(pasted(comment) + "\n")
    outcome = app.check_project(project)
    assert isinstance(outcome, Verified)
    assert outcome.summary.claims == 4


def test_the_quotation_is_the_source_s_own_characters(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = f"> “{SENTENCE.replace(' the ', '  the ')}”"
    status, comment = answered(capsys, proposal(claim=block("The gate was opened twice."), quotation=typed))
    assert status == 0, comment
    assert f"quote: {SENTENCE}" in pasted(comment)


def test_crlf_and_standard_input(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    body = proposal(claim=block("The gate was opened twice.")).replace("\n", "\r\n")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(body.encode())))
    assert main(["from-issue", "-"]) == 0
    assert "passes the check" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["dam", "What does the report say of the dam?", "https://x.test/a/dam/#cost"]
)
@pytest.mark.parametrize("source", ["report", "Report on the dam", "report.txt", "a letter that I have"])
def test_pages_and_sources_are_known_by_several_names(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, source: str
) -> None:
    body = proposal(claim=block("The gate was opened twice."), explainer=name, source=source)
    assert answered(capsys, body)[0] == 0


def test_words_that_are_not_there_get_the_closest_passage(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = proposal(quotation=block(SENTENCE.replace("twice", "three times")))
    status, comment = answered(capsys, body)
    assert status == 1
    assert "does not pass yet" in comment
    assert "The closest passage is at" in comment
    assert "the source has &#39;twice&#39;, not &#39;three times&#39;" in comment
    status, comment = answered(
        capsys, proposal(quotation=block("Engineers from three countries praised it."))
    )
    assert status == 1
    assert "closest passage" not in comment
    assert "the words are not in the source" in comment


SAYS_MORE = [
    "The gate was opened twice in 1987.",
    "The gate was opened 12 times.",
    "Mrs Byron opened the gate twice in the spring.",
    'The gate was opened "with great care" in the spring.',
    "The gate was opened only in the spring, because the snow had melted.",
    "The g\u0430te was\u200b opened twice.",
    "According to the keeper, the gate was opened twice.",
    "?",
]


@pytest.mark.parametrize("claim", SAYS_MORE)
def test_it_finds_what_the_check_finds_of_the_pasted_claim(
    project: Path, capsys: pytest.CaptureFixture[str], claim: str
) -> None:
    status, comment = answered(capsys, proposal(claim=block(claim)))
    with (project / "facts/dam.yml").open("a", encoding="utf-8") as facts:
        facts.write(pasted(comment) + "\n")
    outcome = app.check_project(project)
    assert status == (not isinstance(outcome, Verified))
    told = Counter(re.findall("^- (Error|Warning): <code>(.*?)</code>", comment, flags=re.MULTILINE))
    found = Counter((one.severity.capitalize(), inert(one.message)) for one in outcome.findings)
    assert told == found
    assert ("passes the check, with something to look at" in comment) == (status == 0 and bool(found))


def test_what_is_missing_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, comment = answered(capsys, proposal(quotation=""))
    assert (status, "- the quotation" in comment) == (1, True)
    status, comment = answered(capsys, proposal(explainer="weirs", claim=block("The gate was opened twice.")))
    assert (status, "- the explainer" in comment) == (1, True)
    assert "**What the check says:**" not in comment
    body = proposal(
        source="my uncle", quotation=block("Nobody has ever seen such a fine dam in this county.")
    )
    status, comment = answered(capsys, body)
    assert (status, "- the source" in comment) == (1, True)


@pytest.mark.parametrize(("file", "content"), [("seeds/report.yml", "x"), ("facts/other.yml", "claims: 3")])
def test_a_claim_does_not_pass_while_our_own_files_cannot_be_read(
    project: Path, capsys: pytest.CaptureFixture[str], file: str, content: str
) -> None:
    (project / file).write_text(content, "utf-8")
    status, comment = answered(capsys, proposal(claim=block("The gate was opened twice.")))
    assert status == 1
    assert "### The claim does not pass yet" in comment
    assert "files of ours cannot be read as they are now" in comment


def test_speaker_and_date_are_kept(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, comment = answered(capsys, proposal(speaker="The keeper: “Ash”", date="2026-05"))
    (claim,) = yaml.safe_load(pasted(comment))
    assert claim["evidence"][0]["speaker"] == "The keeper: “Ash”"
    assert str(claim["date"]) == "2026-05"


def test_an_id_is_never_used_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / "facts/dam.yml", "id: opened", "id: the-gate-was-opened-twice-in")
    _, comment = answered(capsys, proposal())
    assert "- id: the-gate-was-opened-twice-in-2\n" in comment


HOSTILE = {
    "commands": "::error file=x::pwned\n##[group]\n##vso[task.setvariable]\n::stop-commands::x",
    "markup": "<script>alert(1)</script><img src=x onerror=y> [x](javascript:1) ![i](https://e.test/i.png)",
    "mentions": "@octocat and @org/team, fixes #1, GH-2, org/name#3, https://e.test/x",
    "yaml": "x\n    evidence: []\n  - id: taken\n    waivers: [{rule: all}]\n!!python/object: *a &b",
    "fences": "```\n````\n~~~\n# heading\n```yaml\n- id: x",
    "quotes": "' \" : # { } [ ] % @ ` | > - ? & * ! \\ \\n \\x1b",
    "terminal": "\x1b[2J\x1b]0;x\x07 \u202e abc \u2066 \x00 \u200b",
    "template": "{{ 7 * 7 }} {% raw %} ${{ secrets.TOKEN }} $(id) `id`",
    "headings": "### Source\n\nother\n\n### Claim\n\nother",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("field", [*PROPOSAL])
@pytest.mark.parametrize("in_block", [True, False], ids=["block", "bare"])
def test_a_hostile_body_does_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, field: str, in_block: bool
) -> None:
    before = content_of(project)
    value = f"The gate {HOSTILE[name]} end"
    _, comment = answered(capsys, proposal(**{field: block(value) if in_block else value}))
    if "```yaml\n  - id" in comment or "````yaml\n  - id" in comment:
        (claim,) = yaml.safe_load(pasted(comment))
        assert claim.keys() <= {"id", "text", "date", "evidence"}
        assert len(claim["evidence"]) == 1
    (project / "issue.md").unlink()
    assert content_of(project) == before


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_report_does_nothing(project: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    for field in REPORT:
        answered(capsys, report(**{field: HOSTILE[name]}))


@pytest.mark.parametrize(
    "value", ["a " * 30_000, "[x] ... " * 7_000, "[" * 60_000, "ab" * 30_000, "😀 " * 20_000, "<@:" * 6_000]
)
def test_a_huge_answer_is_told_soon(project: Path, capsys: pytest.CaptureFixture[str], value: str) -> None:
    started = time.process_time()
    for field in PROPOSAL:
        status, comment = answered(capsys, proposal(**{field: block(value)}))
        assert status in (0, 1)
        assert len(comment) < LONGEST_COMMENT
    for field in REPORT:
        assert len(answered(capsys, report(**{field: block(value)}))[1]) < LONGEST_COMMENT
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Hello, I found a bug.", "is not that of an issue"),
        (b"", "is not that of an issue"),
        (b"\xff\xfe", "not UTF-8"),
        (b"x" * 400_000, "more than 300,000 bytes"),
        (None, "cannot read"),
    ],
)
def test_what_is_no_form_is_the_operator_s_mistake(
    project: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, words: str
) -> None:
    if content is not None:
        Path("issue.md").write_bytes(content)
    assert main(["from-issue", "issue.md"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err


def test_a_report_shows_the_claim_and_the_words_against_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "the keeper lives beside the gate."
    body = report(claim="https://x.test/claims/dam/cost/", words=block(words))
    status, comment = answered(capsys, body)
    assert status == 0
    assert "The dam was built for &#36;7 billion by the county" in comment
    assert "The words that speak against it are at" in comment
    status, comment = answered(capsys, report(words=block("It was built for nine billion by the county.")))
    assert (status, "in none of its sources" in comment) == (1, True)
    status, comment = answered(capsys, report(claim="dam/price"))
    assert (status, "There is no such claim" in comment) == (1, True)
    assert answered(capsys, report())[0] == 0


def test_a_form_is_read_in_its_order() -> None:
    body = proposal(claim=block("### Source\n\nnothing"), speaker="### Claim")
    answers = read_form(body, PROPOSAL)
    assert answers is not None
    assert answers["claim"] == "### Source\n\nnothing"
    assert answers["source"] == "report"
    assert answers["speaker"] == "### Claim"
    assert answers["date"] == ""
