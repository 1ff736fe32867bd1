"""An explainer as Markdown: everything its page says, each claim on one line with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from onrecord.model import Source
from onrecord.page import Settings
from onrecord.view.account import caveat, figures, strip
from onrecord.view.addresses import page_address
from onrecord.view.blocks import Moment, Paragraph, Printing, paragraph_of
from onrecord.view.changes import Change, changes_of
from onrecord.view.citing import LICENCE, citation_text, dated
from onrecord.view.dates import when
from onrecord.view.links import source_path
from onrecord.view.markdown import anchor, literal
from onrecord.view.outline import ANSWER, Part
from onrecord.view.plain_claim import claim_line, sentence
from onrecord.view.published import PublishedExplainer
from onrecord.view.words import capitalised, language_name

READING = (
    "Each claim stands on one line with the words it rests on and as of when it holds. "
    "Do not repeat a claim without them."
)
"""How to read the file, for those who take lines out of it."""

_BASES = {"stated": ", stated in the source", "inferred": ", inferred by us"}
_MODES = {"quoted": "Own words", "paraphrased": "Paraphrased"}


class PlainForm(Struct, frozen=True):
    """An explainer to be written as Markdown, beside the page at path ``here``.

    ``depth`` is the level of its first heading, from 1.
    """

    entry: PublishedExplainer
    settings: Settings
    here: str
    depth: int = 1

    def lines(self) -> Iterator[str]:
        """The lines, without line ends; every heading and paragraph has an empty line after it."""
        yield from self._head()
        if self.entry.outline.answer:
            yield from self._heading("Short answer")
            yield from self._paragraph(Part("claims", self.entry.outline.answer), ANSWER)
        for number, chapter in enumerate(self.entry.outline.chapters):
            yield from self._heading(chapter.heading)
            if chapter.rests_on:
                resting = ", ".join(str(claim.number) for claim in self.entry.named(chapter.rests_on))
                yield from (f"The heading rests on claims: {resting}.", "")
            for index, part in enumerate(chapter.parts):
                yield from self._paragraph(part, (number, index))
        yield from self._heading("Corrections and updates")
        yield from self._changes()
        yield from self._heading("Cite")
        yield from (literal(citation_text(self.entry, self.settings)), "")
        licence = anchor("Creative Commons Attribution 4.0", LICENCE)
        yield from (f"Our words are under {licence}. Quoted words belong to their owners.", "")

    def _heading(self, text: str) -> Iterator[str]:
        yield from (f"{'#' * (self.depth + 1)} {literal(text)}", "")

    def _head(self) -> Iterator[str]:
        entry = self.entry
        yield from (f"{'#' * self.depth} {literal(entry.title)}", "")
        if entry.explainer.description:
            yield from (f"> {literal(entry.explainer.description)}", "")
        if self.settings.address:
            yield f"- Address: <{page_address(self.settings, entry.path, self.here)}>"
        for label, value in strip(entry, figures(entry.claims.values(), entry.origins)):
            yield f"- {label}: {literal(value)}"
        yield from ("", literal(caveat(entry)), "", READING, "")

    def _paragraph(self, part: Part, place: tuple[int, int]) -> Iterator[str]:
        paragraph = paragraph_of(self.entry, part, place)
        match part.kind:
            case "claims" | "absences":
                yield from (f"- {self._claim(printing)}" for printing in paragraph.printings)
            case "editor":
                yield f"Editor’s remark, not a claim: {literal(part.text)}"
            case "timeline":
                yield from map(self._moment, paragraph.timeline)
            case "people":
                yield from self._people(paragraph)
            case "words":
                yield from self._speakers(paragraph)
            case _:
                yield from self._sources()
        yield ""

    def _claim(self, printing: Printing) -> str:
        return claim_line(self.entry, printing.claim, self.settings, self.here)

    def _moment(self, moment: Moment) -> str:
        said = moment.printing.claim.when
        words = capitalised(literal(said.words)) if said else "Not dated in the source"
        return f"- {words}{_BASES.get(moment.basis, '')}. {self._claim(moment.printing)}"

    def _people(self, paragraph: Paragraph) -> Iterator[str]:
        for figure in paragraph.people:
            also = f" Also named: {'; '.join(map(literal, figure.aliases))}." if figure.aliases else ""
            named = ", ".join(str(claim.number) for claim in figure.named_in)
            where = f" Named in claims: {named}." if named else ""
            yield f"- {literal(capitalised(figure.name))} ({figure.kind}).{also}{where}"
            if figure.role:
                yield f"    - {self._claim(figure.role)}"

    def _speakers(self, paragraph: Paragraph) -> Iterator[str]:
        for speaker in paragraph.speakers:
            quoted = "" if speaker.quoted else " (no words of theirs are quoted)"
            yield f"- {literal(capitalised(speaker.name))}{quoted}"
            for printing in speaker.printings:
                mode = _MODES.get(printing.claim.claim.mode, "Reported")
                yield f"    - {mode}: {self._claim(printing)}"

    def _sources(self) -> Iterator[str]:
        for source in self.entry.sources:
            name = self.entry.source_names[str(source.id)]
            linked = anchor(name, page_address(self.settings, source_path(source.id), self.here))
            yield f"- {linked}. {' '.join(f'{label}: {value}.' for label, value in _known(source))}"

    def _changes(self) -> Iterator[str]:
        found = changes_of(self.entry)
        yield from map(_change, found)
        if not found:
            yield "No corrections so far."
        for update in reversed(self.entry.explainer.updates):
            yield f"- {literal(when(update.date).words)}, update: {sentence(update.what)}"
        yield ""


def _known(source: Source) -> Iterator[tuple[str, str]]:
    """What is known of a source, escaped: label and value."""
    asked: Iterable[tuple[str, object]] = (
        ("Signed", source.author),
        ("Publisher", source.publisher),
        ("Dateline", source.dateline),
        ("Published", dated(source)),
        ("Language", language_name(source.language)),
        ("Web address", source.url),
        ("Archived copy", source.archived),
        ("Retrieved", when(source.retrieved).words if source.retrieved else ""),
        ("How we got it", source.obtained),
        ("Rights", source.rights),
        ("Repeats", ", ".join(source.derived_from)),
        ("SHA-256", source.digest or source.sha256),
        ("Note", source.note),
    )
    for label, value in asked:
        if value:
            yield label, literal(str(value)).removesuffix(".")


def _change(change: Change) -> str:
    claim = literal(change.claim)
    date = capitalised(literal(when(change.date).words))
    why = f"Why: {sentence(change.why)}"
    match change.kind:
        case "corrected":
            was, now = literal(change.was), literal(change.now)
            return f"- {date}, corrected (claim {claim}). It said, wrongly: “{was}” It says: “{now}” {why}"
        case "withdrawn":
            return f"- {date}, withdrawn (claim {claim}), no longer claimed: “{literal(change.was)}” {why}"
    instead = f" In its place: claim {change.replacement.number}." if change.replacement else ""
    return f"- {date}, removed (claim {claim}).{instead} {why}"
