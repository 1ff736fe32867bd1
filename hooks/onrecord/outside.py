"""What lies outside a quotation and governs its words: a negation, a condition, a speaker, a contrast."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from onrecord import reach_after, reach_before
from onrecord.alterations import carries_meaning, changes_sense, hides, pronoun
from onrecord.clauses import is_clause
from onrecord.language import Language, Reach, Sense
from onrecord.model import Claim, Quotation
from onrecord.sentences import is_plain_sentence, paragraph, sentence
from onrecord.speech import may_be_speech, quoted_speech
from onrecord.text import Span, Text
from onrecord.tokens import Found, Token, find_cues, tokens

__all__ = ["CutOff", "Outside", "carries_meaning", "changes_sense", "cut_off", "hides", "pronoun"]

_FARTHEST = 1500
_EDGE = 300
_SHOWN = 90
_SHOWN_WORDS = 6


class Outside(StrEnum):
    """What a quotation was cut off from in its own sentence, gravest first; the id of the rule for it."""

    NEGATION = "cut-from-negation"
    CONDITION = "cut-from-condition"
    SPEAKER = "cut-from-speaker"
    PHRASE = "cut-inside-phrase"
    CONTRAST = "cut-before-contrast"


class CutOff(Struct, frozen=True):
    """Words next to a quotation that govern it: ``words`` and ``sentence`` are spans of the source.

    ``why`` says in plain words what they do, so that it can follow them: *deny what is quoted*.
    """

    kind: Outside
    words: Span
    sentence: Span
    why: str = ""


_KINDS = {
    Sense.DENIES: Outside.NEGATION,
    Sense.LIMITS: Outside.CONDITION,
    Sense.DOUBTS: Outside.SPEAKER,
    Sense.REPORTS: Outside.SPEAKER,
    Sense.CONTRASTS: Outside.CONTRAST,
}
_WHY = {
    Sense.DENIES: "deny what is quoted",
    Sense.LIMITS: "set a condition or a limit to what is quoted, or leave it open",
    Sense.DOUBTS: "leave what is quoted to hearsay",
    Sense.REPORTS: "say whose words or thoughts these are",
    Sense.CONTRASTS: "go on with a contrast",
}
_WHY_MARKS = "show that these are somebody's own words, in quotation marks"
_WHY_QUESTION = "make what is quoted a question"
_WHY_CONCESSION = "are the statement that what is quoted only leads up to"
_WHY_OPEN = "are what the negation in the quotation denies"
_WHY_PHRASE = "go on with the phrase that the quotation breaks off"


def cut_off(
    text: Text,
    spans: tuple[Span, ...],
    quotation: Quotation,
    claim: Claim,
    language: Language | None,
    covered: tuple[Span, ...] = (),
) -> tuple[CutOff, ...]:
    """What governs a quotation from outside it in its sentence: at most one of each kind, gravest first.

    ``spans`` are the places of its pieces in ``text.content``, in order and in one paragraph; ``covered`` the
    places of the claim's other quotations of the same source, whose words are not missing. Where the claim or
    the quotation says whose words they are, no speaker and no hearsay is reported; negations and conditions
    are. Without a ``language`` only quotation marks are seen.
    """
    whole = Span(spans[0].start, spans[-1].end)
    if is_plain_sentence(text.content, whole, language) and not may_be_speech(text, whole.start):
        return ()
    surroundings = _Surroundings(text.content, whole, language, covered)
    is_attributed = claim.attributed_to is not None or quotation.speaker is not None
    found: dict[Outside, CutOff] = {}
    if not is_attributed:
        for cut in surroundings.quotation_marks():
            found[cut.kind] = cut
    if language is not None and surroundings.has_words_outside():
        for cut in surroundings.governing(language):
            if cut.kind is not Outside.SPEAKER or not is_attributed:
                found.setdefault(cut.kind, cut)
    return tuple(found[kind] for kind in Outside if kind in found) if found else ()


class _Surroundings:
    """A quotation in its sentence, or in all from its first to its last."""

    def __init__(
        self, content: str, span: Span, language: Language | None, covered: tuple[Span, ...]
    ) -> None:
        self.content = content
        self.span = span
        self.language = language
        self.covered = covered
        self.whole = sentence(content, span, language)

    def has_words_outside(self) -> bool:
        """Whether words or a question mark stand beside the quotation in its sentence."""
        before = self.content[max(self.whole.start, self.span.start - _FARTHEST) : self.span.start]
        after = self.content[self.span.end : min(self.whole.end, self.span.end + _FARTHEST)]
        return _has_words(before) or _has_words(after) or "?" in after

    def _is_covered(self, start: int, end: int) -> bool:
        return any(other.start <= start and end <= other.end for other in self.covered)

    # Quotation marks

    def quotation_marks(self) -> Iterator[CutOff]:
        """Somebody's speech in which the quotation begins, if it leaves out who speaks."""
        content, span = self.content, self.span
        elided = self.language.elided if self.language else frozenset()
        for speech in quoted_speech(content, paragraph(content, span.start), elided):
            if speech.start > span.start:
                return
            if not _has_words(content[span.start : min(speech.end, span.end)]):
                continue
            rest = content[speech.end : span.end]
            if speech.start == span.start and _has_words(rest):
                return
            if not (
                self._says_who(rest) or any(self._shows_speaker(other, speech) for other in self.covered)
            ):
                yield CutOff(Outside.SPEAKER, self._around(speech), self.whole, _WHY_MARKS)
            return

    def _says_who(self, rest: str) -> bool:
        """Whether the part of a quotation after the closing mark says who speaks."""
        words = tokens(rest, 0, len(rest))
        if self.language is None:
            return len(words) > 1
        return any(found.cue.sense is Sense.REPORTS for found in find_cues(words, self.language))

    def _shows_speaker(self, other: Span, speech: Span) -> bool:
        """Whether another quotation has the words beside somebody's speech, with one of its marks."""
        if not (other.start <= speech.start < other.end or other.start < speech.end <= other.end):
            return False
        return _has_words(self.content[other.start : speech.start]) or _has_words(
            self.content[speech.end : other.end]
        )

    def _around(self, speech: Span) -> Span:
        """The opening mark with the words before it, or else the closing one with those after, or alone."""
        content, whole = self.content, self.whole
        if speech.start >= whole.start:
            start = max(whole.start, speech.start - _SHOWN)
            while start > whole.start and not content[start - 1].isspace():
                start -= 1
            if _has_words(content[start : speech.start]):
                return Span(start, max(start + 1, min(speech.start + 1, self.span.start)))
            end = min(whole.end, speech.end + _SHOWN)
            if speech.end > self.span.end and _has_words(content[speech.end : end]):
                while end < whole.end and not content[end].isspace():
                    end += 1
                return Span(max(self.span.end, speech.end - 1), end)
        return Span(speech.start, speech.start + 1)

    # Governing words

    def governing(self, language: Language) -> Iterator[CutOff]:
        """What governs the quotation's words, of each kind that next to it first."""
        content, span, whole = self.content, self.span, self.whole
        before = tokens(content, max(whole.start, span.start - _FARTHEST), span.start)
        after = tokens(content, span.end, min(whole.end, span.end + _FARTHEST))
        head = tokens(content, span.start, min(span.end, span.start + _EDGE))
        tail = tokens(content, max(span.start, span.end - _EDGE), span.end)
        if before:
            yield from self._from_before(before, head, after, language)
        if after:
            yield from self._from_after(after, tail, language)
            yield from self._question(before, after, language)

    def _from_before(
        self, before: list[Token], head: list[Token], after: list[Token], language: Language
    ) -> Iterator[CutOff]:
        cues = [
            found
            for found in find_cues(before, language)
            if reach_before.governs(found, before, head, language)
        ]
        straddling = reach_before.straddling(before, head, language)
        for found in reversed([*cues, straddling] if straddling else cues):
            first, last = before[found.first], before[found.last - 1]
            if found.cue.sense is Sense.CONTRASTS:
                if first.word in language.subordinate or last.word in language.subordinate:
                    yield from self._concession(after, language)
            elif not self._is_covered(first.start, last.end):
                yield self._cut_off(found, Span(first.start, before[-1].end))

    def _concession(self, after: list[Token], language: Language) -> Iterator[CutOff]:
        """The statement after the comma, where the quotation is only what *although* concedes before it."""
        comma = next((index for index, token in enumerate(after) if token.word == ","), len(after))
        statement = after[comma + 1 :]
        if not is_clause(statement, language):
            return
        words = Span(after[comma].start, statement[: 2 * _SHOWN_WORDS][-1].end)
        if not self._is_covered(statement[0].start, words.end):
            is_denied = any(
                found.cue.sense is Sense.DENIES and found.cue.reach is Reach.CLAUSE
                for found in find_cues(statement, language)
            )
            kind = Outside.NEGATION if is_denied else Outside.CONTRAST
            yield CutOff(kind, words, self.whole, _WHY_CONCESSION)

    def _from_after(self, after: list[Token], tail: list[Token], language: Language) -> Iterator[CutOff]:
        cues = [found for found in find_cues(after, language) if self._follows(found, after, tail, language)]
        speaker = reach_after.speaker(after, tail, language)
        for found in [*cues, speaker] if speaker else cues:
            if not self._is_covered(after[found.first].start, after[found.last - 1].end):
                yield self._cut_off(found, self._shown(after, found.last))
        if reach_after.leaves_denial_open(tail, after, language):
            yield CutOff(Outside.NEGATION, self._shown(after, 1), self.whole, _WHY_OPEN)
        if reach_after.breaks_off(tail, after, language):
            yield CutOff(Outside.PHRASE, self._shown(after, 1), self.whole, _WHY_PHRASE)

    def _follows(self, found: Found, after: list[Token], tail: list[Token], language: Language) -> bool:
        """Whether a cue behind the quotation governs it, or contrasts with it right behind."""
        if found.cue.sense is not Sense.CONTRASTS:
            return reach_after.governs(found, after, tail, language)
        between = after[: found.first]
        if any(token.is_word for token in between) or len(between) > 2:
            return False
        is_parted = bool(between) or not tail or not tail[-1].is_word
        return is_parted or after[found.first].word in (
            language.opposing | language.subordinate | language.prepositions
        )

    def _question(self, before: list[Token], after: list[Token], language: Language) -> Iterator[CutOff]:
        """A question to be answered by yes or no, without its question mark or its first word."""
        mark = next((token for token in after if "?" in token.word), None)
        if mark is None or self._is_covered(mark.start, mark.end):
            return
        first = next((token for token in before if token.is_word), None)
        if first is not None and first.word in language.questioning:
            if not any(token.word in language.joining for token in (*before, *after)):
                words = Span(first.start, before[-1].end)
                yield CutOff(Outside.CONDITION, words, self.whole, _WHY_QUESTION)
        elif not any(token.is_word for token in after):
            yield CutOff(Outside.CONDITION, Span(mark.start, mark.end), self.whole, _WHY_QUESTION)

    def _cut_off(self, found: Found, words: Span) -> CutOff:
        return CutOff(_KINDS[found.cue.sense], words, self.whole, _WHY[found.cue.sense])

    def _shown(self, after: list[Token], last: int) -> Span:
        """From the quotation's end to a few words behind token ``last``."""
        end = after[last - 1].end
        for token in after[last : last + _SHOWN_WORDS]:
            if not token.is_word:
                break
            end = token.end
        return Span(after[0].start, end)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
