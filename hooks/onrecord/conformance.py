"""Whether a checker finds and refuses quotations as it should: cases, questions, answers and their marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

import msgspec
from msgspec import Struct

from onrecord.model import Claim, Corpus, Explainer, Project, Quotation, Source
from onrecord.outside import Outside
from onrecord.printable import safe_line
from onrecord.resolve import Evidence, Reason, Unresolved, resolve
from onrecord.text import Location, Scalar, Span, Text


class Refusal(StrEnum):
    """The classes of reasons for which a quotation is refused."""

    NOT_FOUND = "not-found"
    AMBIGUOUS = "ambiguous"
    TOO_SHORT = "too-short"
    CUT_INSIDE_WORD = "cut-inside-word"
    ACROSS_PARAGRAPHS = "across-paragraphs"
    WRONG_NEIGHBOUR = "wrong-neighbour"
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    TORN = "torn"


_CLASS = {
    Reason.NOT_FOUND: Refusal.NOT_FOUND,
    Reason.ALTERED: Refusal.NOT_FOUND,
    Reason.AMBIGUOUS: Refusal.AMBIGUOUS,
    Reason.TOO_SHORT: Refusal.TOO_SHORT,
    Reason.CUT_INSIDE_WORD: Refusal.CUT_INSIDE_WORD,
    Reason.ACROSS_PARAGRAPHS: Refusal.ACROSS_PARAGRAPHS,
    Reason.WRONG_NEIGHBOURS: Refusal.WRONG_NEIGHBOUR,
    Reason.ELLIPSIS_OUT_OF_ORDER: Refusal.ELLIPSIS,
    Reason.ELLIPSIS_HIDES_WORDS: Refusal.ELLIPSIS,
    Reason.BRACKET_CHANGES_SENSE: Refusal.BRACKET,
}


class Question(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a checker is asked: is this quotation in this source, and where?

    ``prefix`` and ``suffix`` are the words right before and after it, ``line`` the number of its line,
    ``speaker`` says whose words they are; each is empty or 0 where it is not given.
    """

    id: str
    source: str
    quotation: str
    language: str = "en"
    prefix: str = ""
    suffix: str = ""
    line: int = 0
    speaker: str = ""


class Answer(Struct, frozen=True, omit_defaults=True):
    """What a checker says: the places, half-open and in code points, or the reason against it."""

    id: str
    found: tuple[Span, ...] = ()
    refused: str = ""


class Case(Question, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A question with the one right answer, and why it is right in a sentence."""

    group: str
    why: str
    found: tuple[Span, ...] = ()
    refused: Refusal | None = None

    def question(self) -> bytes:
        """What is sent to the checker, as a line of JSON."""
        asked = Question(**{name: getattr(self, name) for name in Question.__struct_fields__})
        return msgspec.json.encode(asked) + b"\n"


class Mark(StrEnum):
    """What an answer is worth."""

    RIGHT = "right"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    OTHER_PLACE = "other place"
    OTHER_REASON = "other reason"
    NO_ANSWER = "no answer"


def read_cases(lines: bytes) -> list[Case]:
    """The cases of a file, one a line. Raises ValueError for what is none."""
    try:
        cases = [msgspec.json.decode(line, type=Case) for line in lines.splitlines() if line.strip()]
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    for case in cases:
        if bool(case.found) == (case.refused is not None):
            raise ValueError(f"case {case.id} has to be either found or refused")
    if len({case.id for case in cases}) < len(cases):
        raise ValueError("two cases have the same id")
    return cases


def read_answers(lines: bytes) -> dict[str, Answer]:
    """The answers by id; a line that is none is passed over, and its question stays without an answer."""
    answers: dict[str, Answer] = {}
    for line in lines.splitlines():
        try:
            answer = msgspec.json.decode(line, type=Answer)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
        answers.setdefault(answer.id, answer)
    return answers


def answer(question: Question) -> Answer:
    """On Record's own answer: the words are in the source, and nothing outside them turns them round."""
    (outcome,) = resolve(_project(question)).claims[0].evidence
    if isinstance(outcome, Evidence):
        if any(cut.kind is not Outside.CONTRAST for cut in outcome.cut_off):
            return Answer(question.id, refused=Refusal.TORN)
        return Answer(question.id, found=outcome.spans)
    assert isinstance(outcome, Unresolved)
    return Answer(question.id, refused=_CLASS[outcome.reason])


def _project(question: Question) -> Project:
    """A project of one claim with the quotation, and of one source."""
    facts = Text("facts/case.yml", "")
    at = Location(facts)

    def scalar(value: str) -> Scalar:
        return Scalar(value, facts, 0, len(value))

    def given(value: str) -> Scalar | None:
        return scalar(value) if value else None

    id = scalar("source")
    quotation = Quotation(
        exact=scalar(question.quotation),
        source=id,
        at=at,
        prefix=given(question.prefix),
        suffix=given(question.suffix),
        line=given(str(question.line or "")),
        speaker=given(question.speaker),
    )
    claim = Claim(id=scalar("case"), text=scalar("A claim."), evidence=(quotation,), at=at)
    text = Text("seeds/source.txt", question.source)
    source = Source(id, id, id, id, at, text=text, language=question.language)
    explainer = Explainer(id="case", title=scalar("Case"), claims=(claim,), at=at)
    return Project((explainer,), Corpus({"source": source}), (), facts, facts)


def mark(case: Case, given: Answer | None) -> Mark:
    """What the answer ``given`` to a case is worth."""
    if given is None or bool(given.found) == bool(given.refused):
        return Mark.NO_ANSWER
    if case.refused is not None:
        if given.found:
            return Mark.ACCEPTED
        return Mark.RIGHT if given.refused == case.refused else Mark.OTHER_REASON
    if given.refused:
        return Mark.REFUSED
    return Mark.RIGHT if given.found == case.found else Mark.OTHER_PLACE


def marks(cases: Iterable[Case], answers: Mapping[str, Answer]) -> dict[str, Mark]:
    """The mark of each case, by its id."""
    return {case.id: mark(case, answers.get(case.id)) for case in cases}


def table(cases: list[Case], given: Mapping[str, Mark]) -> str:
    """How many cases of each group were answered how, and then each wrong answer with what is right."""
    groups: dict[str, Counter[Mark]] = {}
    for case in cases:
        groups.setdefault(case.group, Counter())[given[case.id]] += 1
    total = sum(groups.values(), Counter())
    shown = [Mark.RIGHT, *(one for one in Mark if one is not Mark.RIGHT and total[one])]
    wide = max(len(name) for name in (*groups, "group"))
    lines = ["  ".join([f"{'group':<{wide}}", "cases", *(f"{one:>{max(5, len(one))}}" for one in shown)])]
    for name, counted in (*groups.items(), ("all", total)):
        numbers = [f"{counted[one]:>{max(5, len(one))}}" for one in shown]
        lines.append("  ".join([f"{name:<{wide}}", f"{counted.total():>5}", *numbers]))
    return "\n".join([*lines, *_wrong(cases, given)]) + "\n"


def _wrong(cases: list[Case], given: Mapping[str, Mark]) -> Iterator[str]:
    for case in cases:
        if given[case.id] is not Mark.RIGHT:
            places = ", ".join(f"{span.start} to {span.end}" for span in case.found)
            right = f"refused: {case.refused}" if case.refused else f"found at {places}"
            yield safe_line(f"{case.id}: {given[case.id]}; right is {right}. {case.why}")
