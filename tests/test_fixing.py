"""Safe fixes: quotations typed as their sources have them, and nothing else of a file touched."""

from __future__ import annotations

import hashlib
import random
import textwrap
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from onrecord.app import configure, fix_configured
from onrecord.check import Rejected, Verified, check
from onrecord.excerpts import needs_quotes
from onrecord.finding import Finding, Severity
from onrecord.fixing import Fixed, applied, fixed, has_the_same_words
from onrecord.fold import fold
from onrecord.ground.waiving import fingerprint
from onrecord.loaders.disk import NOTHING
from onrecord.loaders.places import YamlText
from onrecord.loaders.project import load_files
from onrecord.loaders.writing import rewrite
from onrecord.mistake import Mistake
from onrecord.resolve import Evidence, Reason, Resolution, Unresolved, resolve
from prose import INVENTED, SENTENCES, misquoted, printed, typed
from test_rules import told

SEED = 5
STYLES = ("", "'", '"', "|", ">")
EDITS = ("drop", "add", "swap", "typo", "spelling")


def project(source: str, *facts: str) -> dict[str, bytes]:
    """A project in memory: one source, and fact files named by letters."""
    content = source.encode()
    metadata = f"id: report\nfile: report.txt\nsha256: {hashlib.sha256(content).hexdigest()}\ntitle: Report\n"
    files = {"seeds/report.txt": content, "seeds/report.yml": metadata.encode()}
    return files | {f"facts/page-{number}.yml": text.encode() for number, text in enumerate(facts)}


def checked(files: Mapping[str, bytes], instead: Mapping[str, bytes] = NOTHING) -> Verified | Rejected:
    return check(resolve(load_files({**files, **instead})))


def fix(files: Mapping[str, bytes]) -> Fixed:
    return fixed(checked(files), files, lambda instead: checked(files, instead))


def fixed_text(source: str, facts: str) -> str:
    """The fact file after its fixes."""
    return fix(project(source, facts)).files.get("facts/page-0.yml", facts.encode()).decode()


def page(entries: str, title: str = "The harbour") -> str:
    return f"title: {title}\nsource: report\nclaims:\n{entries}"


def claim(number: int, text: str, style: str = "'", words: str | None = None) -> str:
    """A claim, and its quotation in one of the notations of YAML."""
    quote = written(text if words is None else words, style)
    return (
        f"  - id: claim-{number}\n    text: {written(text, chr(39))}\n    evidence:\n      - quote: {quote}\n"
    )


def written(value: str, style: str) -> str:
    """``value`` in a notation of YAML, in lines where it has room for them."""
    if style == "" and needs_quotes(value):
        style = "'"
    margin = "\n          "
    escaped = value.replace("'", "''") if style == "'" else value
    if style == '"':
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    lines = textwrap.wrap(escaped, 50, break_on_hyphens=False, break_long_words=False)
    # What wraps may not lose or move any but the single spaces at which it breaks.
    body = margin.join(lines) if " ".join(lines) == escaped else escaped
    return f"{style}-{margin}{body}" if style in ("|", ">") else f"{style}{body}{style}"


def quotations(resolution: Resolution) -> list[str]:
    return [
        outcome.quotation.exact.replace("\n", " ")
        for resolved in resolution.claims
        for outcome in resolved.evidence
        if isinstance(outcome, Evidence)
    ]


# C2: typography mended without a question, words with a suggestion, inventions not at all


def test_what_differs_in_type_alone_is_accepted_and_typed_right() -> None:
    choose = random.Random(SEED)
    source = printed(choose)
    facts = [
        page(
            "".join(claim(number, text, style, typed(text, choose)) for number, text in enumerate(SENTENCES)),
            f"Page {style}",
        )
        for style in STYLES
    ]
    files = project(source, *facts)
    before = checked(files)
    found = quotations(before.resolution)
    assert len(found) == 250
    wrong_before = sum(one != right for one, right in zip(found, SENTENCES * 5, strict=True))
    assert wrong_before > 240
    done = fix(files)
    now = quotations(done.outcome.resolution)
    wrong = [(one, right) for one, right in zip(now, SENTENCES * 5, strict=True) if one != right]
    assert wrong == []
    assert done.left == 0
    assert not fix({**files, **done.files}).files


def test_what_differs_in_words_gets_the_right_passage() -> None:
    choose = random.Random(SEED)
    source = printed(choose)
    right: Counter[str] = Counter()
    for how in EDITS:
        misquotations = [misquoted(sentence, how, choose) for sentence in SENTENCES]
        facts = page("".join(claim(number, text) for number, text in enumerate(misquotations)))
        claims = resolve(load_files(project(source, facts))).claims
        for sentence, resolved in zip(SENTENCES, claims, strict=True):
            (outcome,) = resolved.evidence
            assert isinstance(outcome, Unresolved), (how, resolved.claim.text)
            right[how] += suggests(outcome, sentence)
    assert sum(right.values()) >= 0.85 * 250, right


def test_what_is_offered_for_other_words_is_the_passage() -> None:
    """In each notation: what is offered, put in, is the sentence of the source; and most of it is offered."""
    choose = random.Random(SEED)
    source = printed(choose)
    made = 0
    for how, style in zip(EDITS, STYLES, strict=True):
        misquotations = [misquoted(sentence, how, choose) for sentence in SENTENCES]
        facts = page("".join(claim(number, text, style) for number, text in enumerate(misquotations)))
        files = project(source, facts)
        findings = checked(files).findings
        fixes = [finding.fix for finding in findings if finding.rule == "quotation-altered" and finding.fix]
        made += len(fixes)
        content = applied(fixes)["facts/page-0.yml"].encode()
        resolution = checked(files, {"facts/page-0.yml": content}).resolution
        right = [
            fold(evidence.quotation.exact.replace("\n", " "), authored=True).text
            == fold(SENTENCES[int(resolved.claim.id.removeprefix("claim-"))], authored=True).text
            for resolved, evidence in resolution.found()
        ]
        assert len(right) == len(fixes)
        assert all(right)
        assert not any(fix.safe for fix in fixes)
    assert made >= 0.95 * 250


def suggests(outcome: Unresolved, sentence: str) -> bool:
    """Whether the passage that is suggested is ``sentence`` and nothing beside it."""
    near = outcome.closest
    if near is None or not near.is_near or near.source.text is None:
        return False
    passage = near.source.text.content[near.span.start : near.span.end]
    letters = ["".join(filter(str.isalnum, fold(text).text)) for text in (passage, sentence)]
    return abs(len(letters[0]) - len(letters[1])) < 12 and letters[0][:8] == letters[1][:8]


def test_what_nobody_wrote_gets_no_suggestion() -> None:
    facts = page("".join(claim(number, text) for number, text in enumerate(INVENTED)))
    resolution = resolve(load_files(project(printed(random.Random(SEED)), facts)))
    outcomes = [outcome for resolved in resolution.claims for outcome in resolved.evidence]
    assert len(outcomes) == 50
    reasons = [outcome.reason for outcome in outcomes if isinstance(outcome, Unresolved)]
    assert reasons == [Reason.NOT_FOUND] * 50


# Every notation, and nothing else of the file

SOURCE = """The keeper\u2019s log \u2014 most of it in pencil \u2014 runs to 212 pages.

\u201cThe ice came early,\u201d he wrote, and the caf\u00e9 was closed until the 14\u00a0March.

He counted 40 sails\u2026 and then the fog came down over the sound.
"""
LINE = "\n          "


def quoting(quote: str) -> str:
    """A fact file whose one quotation is written as ``quote``."""
    return page(claim(1, "A claim.").replace("quote: 'A claim.'", f"quote: {quote}"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The keeper's log -- most of it in pencil",
            "The keeper\u2019s log \u2014 most of it in pencil",
        ),
        (
            "'The keeper''s log -- most of it in pencil' # a note",
            "'The keeper\u2019s log \u2014 most of it in pencil' # a note",
        ),
        (
            r'"The keeper\x27s log \u002d- most of it in pencil"',
            '"The keeper\u2019s log \u2014 most of it in pencil"',
        ),
        (
            f'"The keeper\'s log \\{LINE}\\u2014 most\\{LINE}\\ of it"',
            f'"The keeper\u2019s log \\{LINE}\\u2014 most\\{LINE}\\ of it"',
        ),
        (r'"\"The ice came early,\" he wrote"', '"\u201cThe ice came early,\u201d he wrote"'),
        ("'\"The ice came early,\" he wrote'", "'\u201cThe ice came early,\u201d he wrote'"),
        (
            f"|{LINE}The keeper's log -- most{LINE}of it",
            f"|{LINE}The keeper\u2019s log \u2014 most{LINE}of it",
        ),
        (
            f">2-  # a note{LINE}The keeper's log --{LINE}most of it",
            f">2-  # a note{LINE}The keeper\u2019s log \u2014{LINE}most of it",
        ),
        (
            f"The keeper's{LINE}  log --{LINE}most of it",
            f"The keeper\u2019s{LINE}  log \u2014{LINE}most of it",
        ),
        (f"closed until the{LINE}14 March.", f"closed until the{LINE}14\u00a0March."),
        (f"closed until the 14{LINE}March.", "closed until the 14\u00a0March."),
        ("the cafe\u0301 was closed until", "the caf\u00e9 was closed until"),
        ("He counted 40 sails... and then", "He counted 40 sails\u2026 and then"),
        ("The  keeper\u2019s log", "The keeper\u2019s log"),
        # An ellipsis is the author's; what stands between ellipses is the source's.
        ("The keeper's log ... runs to 212 pages.", "The keeper\u2019s log ... runs to 212 pages."),
        ("... the cafe\u0301 was closed [...]", "... the caf\u00e9 was closed [...]"),
    ],
)
def test_every_notation(before: str, after: str) -> None:
    if before.startswith(("...", "[")):
        before, after = f"'{before}'", f"'{after}'"
    assert fixed_text(SOURCE, quoting(before)) == quoting(after)


@pytest.mark.parametrize(
    "quote",
    [
        "The keeper\u2019s log \u2014 most of it in pencil",
        f"|{LINE}The keeper\u2019s log \u2014 most{LINE}of it",
        "'[t]he keeper''s log'",
        "The keeper's [sic] log",
    ],
)
def test_what_is_the_authors_stays(quote: str) -> None:
    files = project(SOURCE, quoting(quote))
    assert len(quotations(checked(files).resolution)) == 1
    assert fix(files).files == {}


@pytest.mark.parametrize(
    ("source", "before", "after"),
    [
        (
            '"The boat sank," she said.',
            "\u201cThe boat sank,\u201d she said.",
            "'\"The boat sank,\" she said.'",
        ),
        (
            "It was #1: the best boat.",
            f"It was\u00a0#1:\u00a0the best{LINE}boat.",
            f"'It was #1: the best{LINE}boat.'",
        ),
        (
            "'Tis the dockers' boat.",
            "\u2018Tis the dockers\u2019 boat.",
            "'''Tis the dockers'' boat.'",
        ),
        ("the dockers' own boat", "the dockers\u2019 own boat", "the dockers' own boat"),
    ],
)
def test_a_plain_value_gets_marks_where_it_needs_them(source: str, before: str, after: str) -> None:
    assert fixed_text(f"{source}\n", quoting(before)) == quoting(after)


@pytest.mark.parametrize(
    ("printed_as", "as_typed"),
    [
        ("the govern\u00adment gave way", "the government gave way"),
        ("an e\ufb03cient pump was sold", "an efficient pump was sold"),
        ("the consti-\ntutional court met", "the constitutional court met"),
        ("the well-\nknown court met", "the well-known court met"),
        ("the gate was **very** rusty", "the gate was very rusty"),
        ("in \uff12\uff10\uff12\uff10 it was built", "in 2020 it was built"),
        ("the old\n  town gate", "the old town gate"),
    ],
)
def test_what_would_be_an_error_in_a_fact_file_is_not_typed(printed_as: str, as_typed: str) -> None:
    facts = quoting(as_typed)
    assert len(quotations(checked(project(f"{printed_as}.\n", facts)).resolution)) == 1
    assert fixed_text(f"{printed_as}.\n", facts) == facts
    both = f"\u201cYes\u201d \u2013 {printed_as}.\n"
    done = fixed_text(both, quoting(f"'\"Yes\" - {as_typed}'"))
    assert done == quoting(f"'\u201cYes\u201d \u2013 {as_typed}'")


def test_everything_else_of_a_file_survives_byte_for_byte() -> None:
    facts = (
        "\ufeff# yaml-language-server: $schema=x\r\ntitle:   'The  harbour'   # two spaces\r\n\r\n"
        "claims:\r\n\r\n- evidence: [ {source: report,   quote: the keeper's log} ] # in a flow\r\n"
        '  text: "The keeper\\u2019s log was long."\r\n  id: log   \r\n# the end\r\n\r\n'
    )
    files = project(SOURCE.replace("The keeper", "the keeper"), facts)
    done = fix(files)
    assert done.files["facts/page-0.yml"].decode() == facts.replace("keeper's", "keeper\u2019s")
    assert (done.places, done.left) == (1, 0)


# When a fix is not made


def test_no_file_gets_more_errors_and_the_others_are_fixed_all_the_same() -> None:
    texts = ["The keeper's log -- most of it in pencil", "He counted 40 sails... and then"]
    facts = page(claim(1, "A claim.", "", texts[0]) + claim(2, "Another claim.", "", texts[1]))
    files = project(SOURCE, facts)

    def pretend(instead: Mapping[str, bytes]) -> Verified | Rejected:
        outcome = checked(files, instead)
        if b"\xe2\x80\xa6" in instead.get("facts/page-0.yml", b""):
            title = outcome.resolution.project.explainers[0].title
            more = Finding("new-error", Severity.ERROR, "an error", title.at())
            return Rejected(outcome.resolution, (*outcome.findings, more), outcome.summary)
        return outcome

    done = fixed(checked(files), files, pretend)
    expected = facts.replace("keeper's log --", "keeper\u2019s log \u2014")
    assert done.files["facts/page-0.yml"].decode() == expected
    assert (done.places, done.left) == (2, 1)


def test_a_reviewed_waiver_holds_for_the_characters_that_were_reviewed() -> None:
    def files(reviewed: str) -> dict[str, bytes]:
        waiver = f"    waivers: [{{rule: name-not-in-evidence, reason: Read, reviewed: '{reviewed}'}}]\n"
        quoted = claim(1, "The log of 212 pages is by Ottley.", "", "The keeper's log runs to 212 pages")
        return project("The keeper\u2019s log runs to 212 pages.\n", page(quoted + waiver))

    before = checked(files("0" * 8)).resolution
    granted = files(fingerprint(before, "page-0", before.claims[0].claim))
    outcome = checked(granted)
    assert told(outcome.findings) == []
    assert len(outcome.waived) == 1
    done = fix(granted)
    assert (done.places, done.left, done.files) == (0, 1, {})


def test_a_fix_that_changes_a_word_is_refused() -> None:
    def text(content: str) -> YamlText:
        return YamlText("facts/a.yml", content)

    before = text("a: the keeper's log\nb: [one, two]\n")
    assert has_the_same_words(before, text("a: 'the keeper\u2019s  log'\nb: [one,   two\u00ad]\n"))
    for other in (
        "a: the keepers' log\nb: [one, tow]\n",
        "a: The keeper's log\nb: [one, two]\n",
        "a: the keeper's log\nb: [one two]\n",
        "a: the keeper's log\nc: [one, two]\n",
        "a: the keeper's log\nb: [[one, two]]\n",
        "a: the keeper's log\nb: [one, two\n",
        "a: the keeper's #log\nb: [one, two]\n",
    ):
        assert not has_the_same_words(before, text(other)), other


# Fixes of rules


def test_a_safe_fix_of_a_rule_and_then_the_quotation() -> None:
    facts = quoting("the cafe\u0301 was clo\u200bsed until")
    done = fix(project(SOURCE, facts))
    assert done.files["facts/page-0.yml"].decode() == quoting("the caf\u00e9 was closed until")
    assert done.places == 2


# On the disk


def test_files_are_written_whole_and_keep_their_permissions(tmp_path: Path) -> None:
    files = project(SOURCE, quoting("The keeper's log"), quoting("the caf\u00e9 was closed"))
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(content)
    (tmp_path / "facts/page-0.yml").chmod(0o640)
    done = fix_configured(configure(tmp_path))
    assert list(done.files) == ["facts/page-0.yml"]
    written_now = {path: (tmp_path / path).read_bytes() for path in files}
    assert written_now == {**files, **done.files}
    assert (tmp_path / "facts/page-0.yml").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (tmp_path / "facts").iterdir()) == ["page-0.yml", "page-1.yml"]
    assert fix_configured(configure(tmp_path)).files == {}


def test_nothing_is_written_over_what_somebody_saved_meanwhile(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_bytes(b"read")
    (tmp_path / "b.yml").write_bytes(b"saved")
    with pytest.raises(Mistake, match="changed in the meantime"):
        rewrite(tmp_path, dict.fromkeys(("a.yml", "b.yml"), (b"read", b"fixed")))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.yml": b"read",
        "b.yml": b"saved",
    }


def test_a_link_in_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"read")
    (tmp_path / "a.yml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Mistake, match="changed in the meantime"):
        rewrite(tmp_path, {"a.yml": (b"read", b"fixed")})
    assert (tmp_path / "elsewhere").read_bytes() == b"read"
