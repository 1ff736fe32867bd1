"""A passage of a source as an entry of ``evidence``: ready YAML, read and resolved before anybody sees it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from onrecord.characters import clean as clean
from onrecord.excerpts import as_yaml, trimmed, whole_sentence
from onrecord.hints import left_out, telling_neighbours
from onrecord.loaders.facts import load_explainer
from onrecord.loaders.problems import Problems
from onrecord.loaders.walk import NULLS
from onrecord.model import Corpus, Project, Source
from onrecord.outcome import Reason
from onrecord.printable import escaped, is_shown, printable
from onrecord.resolve import Evidence, Unresolved, resolve
from onrecord.text import Span, Text

Field = tuple[str, str]
_AS_BLOCK = ("quote", "text")
_WHY = {
    Reason.CUT_INSIDE_WORD: "the words are cut out of longer ones",
    Reason.ACROSS_PARAGRAPHS: "the words run over the end of a paragraph: quote each part",
    Reason.AMBIGUOUS: "the words occur more than once, and nothing tells the places apart",
}


class Entry(Struct, frozen=True):
    """A passage as an entry of ``evidence``: its keys with their values, and what they resolve to.

    ``span`` is what is quoted; ``evidence`` is None where it cannot be quoted as it stands. ``why`` says what
    speaks against it, and is empty where nothing does; ``instead_of`` why other words were not taken.
    """

    source: Source
    span: Span
    fields: tuple[Field, ...]
    evidence: Evidence | None = None
    why: str = ""
    instead_of: str = ""

    @property
    def lines(self) -> list[str]:
        """The YAML: it stands below ``evidence:`` at any indentation."""
        return entry_lines(self.fields)


def value_lines(key: str, value: str) -> list[str]:
    """A key with a value that stands on one line, as YAML that is safe to print and to paste.

    Quotations and claims that a plain value cannot hold stand below ``|-``. Where a character acts or cannot
    be seen, it is written as its escape, in double quotation marks.
    """
    if printable(value) != value or value.startswith("::"):
        letters = value.replace("\\", "\\\\").replace('"', '\\"').replace("##", "#\\x23")
        return [f'{key}: "{"".join(char if is_shown(char) else escaped(char) for char in letters)}"']
    line = as_yaml(key, value)
    if value in NULLS:
        line = f"{key}: '{value}'"
    if key in _AS_BLOCK and line.startswith(f"{key}: '"):
        return [f"{key}: |-", f"  {value}"]
    return [line]


def entry_lines(fields: Iterable[Field]) -> list[str]:
    """An entry of a list with these keys and values."""
    first, *others = [line for key, value in fields for line in value_lines(key, value)]
    return [f"- {first}", *(f"  {line}" for line in others)]


def entry_of(source: Source, span: Span) -> Entry:
    """The passage at ``span`` as an entry, or its whole sentence where the words alone would not do."""
    own = exact_entry(source, span)
    if not own.why:
        return own
    whole = whole_sentence(source, span)
    if whole == own.span:
        return own
    longer = exact_entry(source, whole)
    if longer.evidence is not None and (own.evidence is None or not longer.why):
        return replace(longer, instead_of=own.why)
    return own


def exact_entry(source: Source, span: Span) -> Entry:
    """The passage at ``span``, and nothing else, as an entry; told apart from others of the same words."""
    assert source.text is not None
    span = trimmed(source, span)
    words = clean(source.text.content[span.start : span.end])
    made: tuple[Field, ...] = (("quote", words), ("source", str(source.id)))
    outcome = _resolved(made, source)
    if isinstance(outcome, Unresolved) and outcome.reason is Reason.AMBIGUOUS:
        for neighbour in _neighbours(outcome, span):
            tried = (*made, neighbour)
            found = _resolved(tried, source)
            if isinstance(found, Evidence) and _is_at(found, span):
                made, outcome = tried, found
                break
    if isinstance(outcome, Evidence) and _is_at(outcome, span):
        why = left_out(outcome, outcome.cut_off[0]) if outcome.cut_off else ""
        return Entry(source, span, made, outcome, why)
    return Entry(source, span, made, why=_reason(outcome))


def _resolved(fields: tuple[Field, ...], source: Source) -> Evidence | Unresolved | None:
    """What the YAML of an entry comes to when a fact file holds it; None where it cannot be read."""
    above = ["title: A passage", "claims:", "  - id: passage", "    text: A passage.", "    evidence:"]
    lines = [*above, *(f"      {line}" for line in entry_lines(fields)), ""]
    problems = Problems("passage")
    explainer = load_explainer("passage.yml", "passage", "\n".join(lines).encode(), problems)
    if explainer is None or not explainer.claims or len(problems):
        return None
    nowhere = Text("", "")
    project = Project((explainer,), Corpus({str(source.id): source}), (), nowhere, nowhere)
    outcome = resolve(project).claims[0].evidence[0]
    assert isinstance(outcome, Evidence | Unresolved)
    return outcome


def _is_at(evidence: Evidence, span: Span) -> bool:
    """Whether what was found is what was meant: all that nobody sees at its ends may be missing."""
    return evidence.spans[0].start < span.end and span.start < evidence.spans[-1].end


def _neighbours(outcome: Unresolved, span: Span) -> list[Field]:
    """What may tell the place at ``span`` from the others: the words beside it, then its line."""
    assert outcome.source is not None
    assert outcome.source.text is not None
    nearest = min(
        range(len(outcome.places)), key=lambda number: abs(outcome.places[number].start - span.start)
    )
    key, _, value = telling_neighbours(outcome)[nearest].partition(": ")
    if value.startswith("'"):
        value = value[1:-1].replace("''", "'")
    line = outcome.source.text.position(outcome.places[nearest].start).line
    return [(key, clean(value)), ("line", str(line))]


def _reason(outcome: Evidence | Unresolved | None) -> str:
    if not isinstance(outcome, Unresolved):
        return "the words cannot be quoted as they stand"
    known = _WHY.get(outcome.reason, "the words cannot be quoted as they stand")
    return outcome.detail if outcome.reason is Reason.TOO_SHORT else known
