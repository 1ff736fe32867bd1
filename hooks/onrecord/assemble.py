"""Put the stretches of a quotation together in its source, with what ellipses and brackets may stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from onrecord.fold import fold
from onrecord.language import Language
from onrecord.lookup import Place, Words
from onrecord.outcome import Miss, Reason
from onrecord.outside import changes_sense, pronoun
from onrecord.quoted import Joint, Quoted
from onrecord.scripts import has_unspaced
from onrecord.text import Span

MOST_OMITTED_WORDS = 40
MOST_OMITTED_CHARACTERS_UNSPACED = 200
_MOST_ASSIGNMENTS = 20
_NEAR = 60
_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_LAST_WORD = re.compile(r"([^\W_]+(?:'[^\W_]+)*)\W*\Z")


class Assignment(Struct, frozen=True):
    """One way to place the stretches of a quotation in the source, in order.

    ``spans`` are the stretches with the source's words that a bracket stands for; ``gaps`` what an ellipsis
    leaves out.
    """

    places: tuple[Place, ...]
    spans: tuple[Span, ...]
    gaps: tuple[tuple[Joint, Span], ...] = ()


class Assembly:
    """The stretches of one quotation, and every place of each of them in the source's ``content``."""

    def __init__(
        self, words: Words, quoted: Quoted, every: list[list[Place]], content: str, language: Language | None
    ) -> None:
        self.words = words
        self.quoted = quoted
        self.every = every
        self.content = content
        self.language = language

    def assignments(self) -> Iterator[Assignment]:
        """Every way to place the stretches in order with nothing between them but what the joints allow."""
        starts = [[place.span.start for place in places] for places in self.every]
        pending = [
            (Assignment((place,), (span,)), 1)
            for place in reversed(self.every[0])
            if (span := self._with_outer(self.quoted.joints[0], place.span, before=True)) is not None
        ]
        count = 0
        while pending and count < _MOST_ASSIGNMENTS:
            done, number = pending.pop()
            if number == len(self.every):
                last = self._with_outer(self.quoted.joints[-1], done.spans[-1], before=False)
                if last is not None:
                    count += 1
                    yield Assignment(done.places, (*done.spans[:-1], last), done.gaps)
                continue
            end = done.places[-1].span.end
            first = bisect_left(starts[number], end)
            for place in reversed(self.every[number][first : first + _MOST_ASSIGNMENTS]):
                joined = self._join(done, self.quoted.joints[number], place)
                if joined is not None:
                    pending.append((joined, number + 1))

    def _join(self, done: Assignment, joints: tuple[Joint, ...], place: Place) -> Assignment | None:
        joint = joints[0]
        gap = Span(done.places[-1].span.end, place.span.start)
        if joint.is_ellipsis:
            if self._distance(gap):
                return None
            spans = (*done.spans, place.span)
            return Assignment(
                (*done.places, place), spans, (*done.gaps, (joint, _trimmed(self.content, gap)))
            )
        if not self._is_gloss(joint, gap, done.places[-1]):
            return None
        spans = (*done.spans[:-1], Span(done.spans[-1].start, place.span.end))
        return Assignment((*done.places, place), spans, done.gaps)

    def _with_outer(self, joints: tuple[Joint, ...], span: Span, *, before: bool) -> Span | None:
        """``span`` with the pronoun that a bracket at the quotation's end stands for, if there is one."""
        glosses = [joint for joint in joints if not joint.is_ellipsis]
        if not glosses:
            return span
        if len(glosses) > 1:
            return None
        content = self.content
        gloss = glosses[0]
        if not before and self._may_be_dropped(gloss, content[max(0, span.end - 60) : span.end]):
            return span
        beside = _word_before(content, span.start) if before else _word_after(content, span.end)
        if beside is None or not self._stands_for(gloss, content[beside.start : beside.end]):
            return None
        return Span(min(beside.start, span.start), max(beside.end, span.end))

    def _is_gloss(self, joint: Joint, gap: Span, before: Place) -> bool:
        """Whether a bracket may stand where the source has ``gap``."""
        between = fold(self.content[gap.start : gap.end]).text.strip()
        if between:
            return len(between) <= len(joint.gloss or "") + 40 and self._stands_for(joint, between)
        text = before.folded.text
        return self._may_be_dropped(joint, text[max(0, before.end - 60) : before.end])

    def _stands_for(self, joint: Joint, words: str) -> bool:
        """Whether a bracket may take the place of ``words`` of the source."""
        gloss = (joint.gloss or "").strip()
        if words in (f"[{gloss}]", gloss) or words.casefold() == gloss.casefold():
            return True
        return gloss != "" and pronoun(words, self.language) and not changes_sense(gloss, self.language)

    def _may_be_dropped(self, joint: Joint, before: str) -> bool:
        """Whether a bracket may be added where the source has nothing: ``[sic]``, or after a pronoun."""
        gloss = (joint.gloss or "").strip()
        if gloss.casefold() in ("sic", "sic!"):
            return before[-1:].strip() != ""
        last = _LAST_WORD.search(before)
        return (
            gloss != ""
            and last is not None
            and pronoun(last[1], self.language)
            and not changes_sense(gloss, self.language)
        )

    def why_not(self) -> Miss:
        """Why stretches that all stand in the source cannot be put together."""
        for number, joints in enumerate(self.quoted.joints):
            for joint in joints:
                if not joint.is_ellipsis and (fault := self._fault_of_bracket(joint, number)):
                    return fault
        for number, (before, after) in enumerate(pairwise(self.every), 1):
            least, most = before[0].span.end, after[-1].span.start
            joint = self.quoted.joints[number][0]
            if joint.is_ellipsis and most < least:
                detail = "the words after the ellipsis stand before the words before it"
                return Miss(
                    Reason.ELLIPSIS_OUT_OF_ORDER, self._part(joint), (before[0].span, after[-1].span), detail
                )
            if joint.is_ellipsis:
                gap = min(
                    (
                        Span(b.span.end, a.span.start)
                        for b in before[-50:]
                        for a in after[:50]
                        if a.span.start >= b.span.end
                    ),
                    key=lambda span: span.end - span.start,
                    default=Span(least, most),
                )
                if fault_in_words := self._distance(gap):
                    return Miss(Reason.ELLIPSIS_HIDES_WORDS, self._part(joint), (gap,), fault_in_words)
        return Miss(Reason.ELLIPSIS_OUT_OF_ORDER, detail="the stretches do not stand in this order")

    def _fault_of_bracket(self, joint: Joint, number: int) -> Miss | None:
        """The finding for a bracket that may not stand anywhere between the places of its neighbours."""
        part = self._part(joint)
        if 0 < number < len(self.every):
            gaps = [
                (place, Span(place.span.end, after.span.start))
                for place in self.every[number - 1][:50]
                for after in self.every[number][:50]
                if 0 <= after.span.start - place.span.end <= 60
            ]
            if any(self._is_gloss(joint, gap, place) for place, gap in gaps):
                return None
            shown = [gap for _, gap in gaps][:1]
        else:
            before = number == 0
            near = self.every[0] if before else self.every[-1]
            if any(self._with_outer((joint,), place.span, before=before) for place in near):
                return None
            content = self.content
            found = (
                _word_before(content, near[0].span.start)
                if before
                else _word_after(content, near[0].span.end)
            )
            shown = [found] if found else []
        words = self.content[shown[0].start : shown[0].end].strip() if shown else ""
        detail = f"the source has {words!r} there" if words else "the source has nothing there"
        return Miss(Reason.BRACKET_CHANGES_SENSE, part, tuple(s for s in shown if s.end > s.start), detail)

    def _distance(self, gap: Span) -> str:
        """Why the stretches around ``gap`` are too far apart, empty where they are not."""
        omitted = self.content[gap.start : gap.end]
        if "\n" in fold(omitted).text:
            return "what is left out runs over the end of a paragraph"
        if has_unspaced(omitted):
            if len(omitted) > MOST_OMITTED_CHARACTERS_UNSPACED:
                return (
                    f"{len(omitted)} characters are left out, and at most "
                    f"{MOST_OMITTED_CHARACTERS_UNSPACED} are allowed"
                )
            return ""
        count = len(omitted.split())
        if count > MOST_OMITTED_WORDS:
            return f"{count} words are left out, and at most {MOST_OMITTED_WORDS} are allowed"
        return ""

    def _part(self, joint: Joint) -> Span:
        return self.words.part(joint.start, joint.end)


def _trimmed(content: str, gap: Span) -> Span:
    """``gap`` without the spaces at its ends."""
    omitted = content[gap.start : gap.end]
    start = gap.start + len(omitted) - len(omitted.lstrip())
    return Span(start, max(start, gap.start + len(omitted.rstrip())))


def _word_before(content: str, start: int) -> Span | None:
    found = _LAST_WORD.search(content, max(0, start - 60), start)
    if found is None or content[found.end(1) : start].strip():
        return None
    return Span(*found.span(1))


def _word_after(content: str, end: int) -> Span | None:
    found = _WORD.search(content, end, end + 60)
    if found is None or content[end : found.start()].strip():
        return None
    return Span(*found.span())
