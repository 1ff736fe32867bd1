"""One quotation against one source, by the whole matching policy: found, or the reason why not."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.assemble import Assembly, Assignment
from onrecord.fold import fold
from onrecord.language import Language
from onrecord.lookup import Lookup, Place, Words
from onrecord.model import Quotation
from onrecord.outcome import Match, Miss, Reason
from onrecord.outside import carries_meaning, hides
from onrecord.quoted import Joint, Quoted, Stretch, has_joints, take_apart
from onrecord.scripts import has_unspaced
from onrecord.sentences import paragraph, sentences
from onrecord.text import Span, Text

LEAST_CHARACTERS = 12
LEAST_CHARACTERS_UNSPACED = 6
LEAST_WORDS = 2
MOST_ELLIPSES = 2
_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")


def match(quotation: Quotation, text: Text, lookup: Lookup, language: Language | None) -> Match | Miss:
    """Where ``quotation`` stands in a source, or the one reason why it is not accepted.

    ``lookup`` is of ``text``; ``language`` is the source's, or None where we have no rules for it.
    """
    return _Matcher(quotation, text, lookup, language).match()


class _Matcher:
    def __init__(self, quotation: Quotation, text: Text, lookup: Lookup, language: Language | None) -> None:
        self.quotation = quotation
        self.text = text
        self.lookup = lookup
        self.language = language
        self.magnitudes = language.magnitudes if language else frozenset()
        self.words = Words(quotation.exact)

    def match(self) -> Match | Miss:
        joined = has_joints(self.words)
        if not joined and _is_too_short(self.words.text, self.language):
            return Miss(Reason.TOO_SHORT, detail=_shortness(self.words.text))
        places = self.lookup.places(self.words)
        if places:
            if joined and _is_too_short(self.words.text, self.language):
                return Miss(Reason.TOO_SHORT, detail=_shortness(self.words.text))
            whole = [place for place in places if not place.is_cut(self.magnitudes)]
            if not whole:
                return Miss(Reason.CUT_INSIDE_WORD, places=tuple(p.span for p in places[:5]))
            if len(whole) == 1 and whole[0].names is not None and not self._has_neighbours():
                return Match((whole[0].span,), whole[0].names)
            return self._the_one([Assignment((place,), (place.span,)) for place in whole], [self.words])
        if joined:
            return self._in_pieces()
        crossing = [
            place
            for place in self.lookup.places_across_paragraphs(self.words)
            if not place.is_cut(self.magnitudes)
        ]
        if crossing:
            breaks = self.lookup.folded.text
            first = crossing[0]
            at = breaks.find("\n", first.start, first.end)
            return Miss(Reason.ACROSS_PARAGRAPHS, places=(self.lookup.folded.raw_span(at, at + 1),))
        return Miss(Reason.NOT_FOUND)

    # Which of several places

    def _has_neighbours(self) -> bool:
        """Whether the author says which place is meant."""
        quotation = self.quotation
        return (quotation.prefix or quotation.suffix or quotation.line) is not None

    def _the_one(self, found: list[Assignment], words: list[Words]) -> Match | Miss:
        """The only assignment with the right neighbours. A wrong neighbour is an error even for one."""
        left = found
        for name, neighbour in (("prefix", self.quotation.prefix), ("suffix", self.quotation.suffix)):
            if neighbour is not None:
                left = [one for one in left if self._is_beside(one, neighbour, before=name == "prefix")]
                if not left:
                    return Miss(Reason.WRONG_NEIGHBOURS, places=_extents(found), detail=name)
        if self.quotation.line is not None:
            line = str(self.quotation.line)
            left = [one for one in left if str(self.text.position(one.spans[0].start).line) == line]
            if not left:
                return Miss(Reason.WRONG_NEIGHBOURS, places=_extents(found), detail="line")
        if len(left) > 1:
            return Miss(Reason.AMBIGUOUS, places=_extents(left))
        return self._checked(left[0], words)

    def _is_beside(self, one: Assignment, neighbour: str, *, before: bool) -> bool:
        """Whether ``neighbour`` stands right before or after the words, in its own folding."""
        wanted = Words(neighbour).text
        reach = 3 * len(neighbour) + 200
        content = self.lookup.content
        if before:
            start = one.spans[0].start
            beside = fold(content[max(0, start - reach) : start]).text.replace("\n", " ").rstrip()
            edge = beside[: len(beside) - len(wanted)][-1:]
            return beside.endswith(wanted) and wanted != "" and not (edge.isalnum() and wanted[0].isalnum())
        end = one.spans[-1].end
        beside = fold(content[end : end + reach]).text.replace("\n", " ").lstrip()
        edge = beside[len(wanted) : len(wanted) + 1]
        return beside.startswith(wanted) and wanted != "" and not (edge.isalnum() and wanted[-1].isalnum())

    def _checked(self, one: Assignment, words: list[Words]) -> Match | Miss:
        for joint, gap in one.gaps:
            if (fault := self._fault_of_gap(gap)) is not None:
                return Miss(Reason.ELLIPSIS_HIDES_WORDS, self._part(joint), (gap,), fault)
        return Match(one.spans, _foldings(one.places, words), tuple(gap for _, gap in one.gaps))

    def _part(self, piece: Joint | Stretch) -> Span:
        return self.words.part(piece.start, piece.end)

    # Ellipses and brackets

    def _in_pieces(self) -> Match | Miss:
        misses = []
        for quoted in take_apart(self.words):
            outcome = self._pieces(quoted)
            if isinstance(outcome, Match):
                return outcome
            misses.append(outcome)
        return next((miss for miss in misses if miss.reason is not Reason.NOT_FOUND), misses[0])

    def _pieces(self, quoted: Quoted) -> Match | Miss:
        if (fault := self._fault_of_form(quoted)) is not None:
            return fault
        every = []
        for stretch in quoted.stretches:
            places = self.lookup.places(stretch.words)
            whole = [place for place in places if not place.is_cut(self.magnitudes)]
            if places and not whole:
                return Miss(Reason.CUT_INSIDE_WORD, self._part(stretch), tuple(p.span for p in places[:5]))
            if not places:
                return Miss(Reason.NOT_FOUND, self._part(stretch) if len(quoted.stretches) > 1 else None)
            every.append(whole)
        assembly = Assembly(self.words, quoted, every, self.lookup.content, self.language)
        found = list(assembly.assignments())
        if not found:
            return assembly.why_not()
        return self._the_one(found, [stretch.words for stretch in quoted.stretches])

    def _fault_of_form(self, quoted: Quoted) -> Miss | None:
        """What is wrong with the quotation's own form, before the source is looked at."""
        words = " ".join(stretch.words.text for stretch in quoted.stretches)
        if not quoted.stretches or _is_too_short(words, self.language):
            return Miss(Reason.TOO_SHORT, detail=_shortness(words))
        if "[" in words or "]" in words:
            return Miss(Reason.BRACKET_CHANGES_SENSE, detail="a bracket is not closed, or stands in another")
        for joints in quoted.joints[1:-1]:
            if len(joints) > 1:
                reason = (
                    Reason.ELLIPSIS_HIDES_WORDS
                    if all(joint.is_ellipsis for joint in joints)
                    else Reason.BRACKET_CHANGES_SENSE
                )
                return Miss(reason, self._part(joints[1]), detail="no word of the source stands before it")
        if quoted.ellipses > MOST_ELLIPSES:
            detail = f"there are {quoted.ellipses} ellipses, and at most {MOST_ELLIPSES} are allowed"
            return Miss(Reason.ELLIPSIS_HIDES_WORDS, detail=detail)
        if quoted.ellipses:
            for run in quoted.runs():
                if not _has_two_words(self.words.text[run.start : run.end]):
                    detail = "each stretch beside an ellipsis needs at least two words"
                    return Miss(Reason.TOO_SHORT, self.words.part(run.start, run.end), detail=detail)
        return None

    # What an ellipsis may leave out

    def _fault_of_gap(self, gap: Span) -> str | None:
        """What an omitted stretch would hide, in plain words."""
        if gap.start >= gap.end:
            return None
        hidden = hides(self.text, gap, self.language)
        if hidden is not None:
            return hidden
        whole = paragraph(self.lookup.content, gap.start)
        for sentence in sentences(self.lookup.content, whole, self.language):
            if sentence.start <= gap.start < sentence.end and gap.end > sentence.end:
                return "it begins inside one sentence and ends inside another"
            if sentence.start < gap.end < sentence.end and gap.start < sentence.start:
                return "it begins before a sentence and ends inside it"
        return None


def _extents(found: list[Assignment]) -> tuple[Span, ...]:
    return tuple(Span(one.spans[0].start, one.spans[-1].end) for one in found)


def _foldings(places: tuple[Place, ...], words: list[Words]) -> tuple[str, ...]:
    """The names of the foldings without which the author's characters are not the source's."""
    names: set[str] = set()
    for place, typed in zip(places, words, strict=True):
        if place.names is not None:
            names.update(place.names)
            continue
        printed = place.folded.used(place.start, place.end) if place.folded.is_changed else []
        authored = (
            typed.folded.used(typed.start, typed.start + len(typed.text)) if typed.folded.is_changed else []
        )
        if printed and authored:
            once, other = Counter(printed), Counter(authored)
            printed, authored = list(once - other), list(other - once)
        names.update(name for name, _ in (*printed, *authored))
    return tuple(sorted(names))


def _is_too_short(words: str, language: Language | None) -> bool:
    """Whether ``words`` (folded) are too few to identify anything."""
    if has_unspaced(words):
        return sum(map(str.isalnum, words)) < LEAST_CHARACTERS_UNSPACED
    if len(words) < LEAST_CHARACTERS:
        return True
    found = 0
    for word in words.split():
        if word.isalpha() and carries_meaning(word, language):
            found += 1
            if found >= LEAST_WORDS:
                return False
    return sum(carries_meaning(word, language) for word in _WORD.findall(words)) < LEAST_WORDS


def _has_two_words(words: str) -> bool:
    if has_unspaced(words):
        return sum(map(str.isalnum, words)) >= 2
    return len(_WORD.findall(words)) >= 2


def _shortness(words: str) -> str:
    if has_unspaced(words):
        return f"a quotation needs at least {LEAST_CHARACTERS_UNSPACED} characters"
    return (
        f"a quotation needs at least {LEAST_CHARACTERS} characters and {LEAST_WORDS} words that carry meaning"
    )
