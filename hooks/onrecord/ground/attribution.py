"""What a text hands over to a speaker: who says, thinks or calls something, and which words are theirs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

from onrecord.ground.clause_subjects import DASHES, Clauses
from onrecord.ground.quoted_spans import quoted_spans
from onrecord.ground.reading import Reading, Word
from onrecord.text import Span

_QUIET = frozenset(".\"'\u201c\u201d\u2018\u2019")
_LONGEST_LABEL = 8
_FARTHEST_DENIAL = 5
_NEXT_MARK = 3
_MOST_IN_SENTENCE = 12
_LONGEST_SENTENCE = 600


class Manner(IntEnum):
    """How somebody's words are given, from a mere mention to a judgement of theirs."""

    MENTIONS = 0
    SAYS = 1
    THINKS = 2
    CALLS = 3


class Attribution(NamedTuple):
    """Words of a text that are somebody's.

    ``speaker`` are the words and marks that name whose they are, ``sure`` says that they stand right beside
    the verb ``cue`` (None where there is none) and not just somewhere before it. ``contents`` are the
    stretches that are theirs (code points, half-open), ``quoted`` those of them in quotation marks.
    """

    speaker: tuple[Word, ...]
    sure: bool
    cue: Word | None
    manner: Manner
    contents: tuple[Span, ...]
    quoted: tuple[Span, ...]
    sentence: int


def attributions(reading: Reading) -> tuple[Attribution, ...]:
    """What is handed over to a speaker in a text, in order."""
    return reading.once(_attributions)


def _attributions(reading: Reading) -> tuple[Attribution, ...]:
    lexicon = reading.language.lexicon
    if lexicon is None or lexicon.reporting is None:
        return ()
    spans = quoted_spans(reading)
    known = lexicon.reporting
    tokens, cues = reading.tokens, known.cues
    words = [token.word for token in tokens]
    if not spans and cues.isdisjoint(words):
        return ()
    found: list[Attribution] = []
    first = 0
    for at, end in _parted(tokens):
        extent = reading.sentences[tokens[at].sentence]
        while first < len(spans) and spans[first].end <= tokens[at].start:
            first += 1
        last = first
        while last < len(spans) and spans[last].start < extent.end + _NEXT_MARK:
            last += 1
        before = found[-1] if found and found[-1].sentence == tokens[at].sentence - 1 else None
        if first < last or (before and before.quoted) or not cues.isdisjoint(words[at:end]):
            sentence = _Sentence(tokens[at:end], extent, spans[first:last], reading.language, known)
            found.extend(sentence.read(before))
    return tuple(found)


def _parted(tokens: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends among the tokens."""
    start = 0
    for number, token in enumerate(tokens):
        if token.sentence != tokens[start].sentence:
            yield start, number
            start = number
    if tokens:
        yield start, len(tokens)


def words_in(reading: Reading, spans: Sequence[Span]) -> tuple[Word, ...]:
    """The words of a text in some stretches of it, in order."""
    starts = reading.once(_starts)
    numbers: set[int] = set()
    for span in spans:
        numbers.update(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))
    return tuple(reading.words[number] for number in sorted(numbers))


def content_words_in(reading: Reading, spans: Sequence[Span]) -> tuple[Word, ...]:
    """Those of them that carry a meaning of their own."""
    stops = reading.language.stop_words
    return tuple(word for word in words_in(reading, spans) if word.number or word.word not in stops)


def _starts(reading: Reading) -> tuple[int, ...]:
    return tuple(word.start for word in reading.words)


class _Sentence(Clauses):
    """A sentence, read for what it hands over to speakers."""

    def read(self, before: Attribution | None) -> Iterator[Attribution]:
        """The attributions of the sentence; ``before`` is the last one, if it is of the sentence before."""
        if before is not None and before.quoted:
            signed = self._signature()
            if signed:
                yield before._replace(speaker=signed, sure=True, cue=self.tokens[0])
                return
            if before.sure and all(
                inside for inside, word in zip(self.inside, self.tokens, strict=True) if word.is_word
            ):
                yield before._replace(
                    contents=self.spoken, quoted=self.spoken, sentence=self.tokens[0].sentence
                )
                return
        found = [*islice(self._by_verb(), _MOST_IN_SENTENCE), *islice(self._by_source(), _MOST_IN_SENTENCE)]
        yield from found
        if self.quoted and not any(one.quoted for one in found):
            labelled = self._by_mark()
            if labelled is not None:
                yield labelled
            else:
                yield self._somebody()
        elif not found:
            labelled = self._by_label()
            if labelled is not None:
                yield labelled

    # By a verb

    def _by_verb(self) -> Iterator[Attribution]:
        verbs = self.known.verbs
        for at, token in enumerate(self.tokens):
            if at >= _LONGEST_SENTENCE:
                return
            if token.word in verbs and not self.inside[at]:
                found = self._at_verb(at, token)
                if found is not None:
                    yield found

    def _at_verb(self, at: int, cue: Word) -> Attribution | None:
        known = self.known
        if self.is_no_verb(at):
            return None
        passive = self.is_passive(at)
        calls = cue.word in known.calling or cue.word in known.calling_as
        accuses = cue.word in known.accusing
        after = self._content_after(at)
        if calls or accuses:
            label = self._label(at, accuses=accuses, passive=passive)
            if label is not None:
                speaker, sure = self.agent(at) if passive else self.subject(at)
                if passive and not speaker:
                    return None
                manner = Manner.SAYS if cue.word in known.declaring else Manner.CALLS
                return self._made((speaker, sure), cue, manner, label)
        if passive or cue.word not in known.saying_or_opining:
            return None
        needs_clause = cue.word in known.opining_before_clause and cue.word not in known.saying
        if needs_clause and not self.begins_clause(at + 1):
            return None
        if self.is_behind(at):
            speaker, sure, end = self.inverted(at)
            if speaker:
                return self._made(
                    (speaker, sure), cue, self._manner(at, behind=True), self._around(at, at, end)
                )
        speaker, sure = self.subject(at)
        if sure and speaker:
            start = at
            while self.tokens[start].start > speaker[0].start:
                start -= 1
            if start and self.ends_words(start, at):
                return self._made(
                    (speaker, sure), cue, self._manner(at, behind=True), self._around(at, start, at + 1)
                )
        return self._made((speaker, sure), cue, self._manner(at), after)

    def _manner(self, at: int, *, behind: bool = False) -> Manner:
        """How a verb gives what it gives; ``behind`` says that it stands behind the words."""
        word = self.tokens[at].word
        known = self.known
        names = word in known.calling or word in known.calling_as or word in known.accusing
        if not behind and ((names and word not in known.declaring) or not self.begins_clause(at + 1)):
            return Manner.MENTIONS
        if word in known.opining or word in known.opining_before_clause:
            is_open = self.tokens[at - 1].word in self.language.conditional or self._is_unexpecting(at)
            return Manner.MENTIONS if is_open else Manner.THINKS
        return Manner.SAYS

    def _is_unexpecting(self, at: int) -> bool:
        """Whether somebody had never thought so before, so that it is so."""
        for token in reversed(self.tokens[max(0, at - _FARTHEST_DENIAL) : at]):
            if not token.is_word:
                return False
            if token.word in self.known.unexpecting:
                return True
        return False

    # Which words are theirs

    def _content_after(self, at: int) -> tuple[Span, ...]:
        """What follows a verb, up to a turn (*but*) outside quotation marks."""
        if at + 1 >= len(self.tokens):
            return ()
        end = self.extent.end
        for number in range(at + 1, len(self.tokens)):
            token = self.tokens[number]
            if not self.inside[number] and (token.text == ";" or token.word in self.language.opposing):
                end = token.start
                break
        return (Span(self.tokens[at].end, end),)

    def _around(self, at: int, start: int, end: int) -> tuple[Span, ...]:
        """All of the sentence but the speaker and the verb, tokens ``start`` to ``end``."""
        first = self.tokens[min(start, at)].start
        last = self.tokens[max(end, at + 1) - 1].end
        return (Span(self.extent.start, first), Span(last, self.extent.end), *self.next)

    def _label(self, at: int, *, accuses: bool, passive: bool) -> tuple[Span, ...] | None:
        """The name that the verb puts on something: in quotation marks, or a noun phrase of its own."""
        known = self.known
        tokens = self.tokens
        needs = known.charges if accuses else known.likening
        plain = tokens[at].word in known.calling
        seen = 0
        for number in range(at + 1, min(at + 2 + _LONGEST_LABEL, len(tokens))):
            token = tokens[number]
            if self.inside[number]:
                return tuple(span for span in self.quoted if span.start >= tokens[at].end)[:1]
            if token.text in (",", ";", ":") or token.word in self.language.complementisers:
                return None
            if token.word in needs and (number > at + 1 or not plain):
                return self._phrase_from(number + 1)
            if (
                plain
                and (seen or passive)
                and (token.word in known.indefinite or token.word in self.known.articles)
                and not accuses
            ):
                return self._phrase_from(number)
            if plain and seen and tokens[number - 1].word in self.language.pronouns:
                return self._phrase_from(number)
            if plain and token.word in self.language.prepositions and token.word not in self.known.linking:
                return None
            seen += token.is_word
        return None

    def _phrase_from(self, start: int) -> tuple[Span, ...] | None:
        end = start
        while end < len(self.tokens):
            token = self.tokens[end]
            if self.inside[end]:
                return tuple(span for span in self.quoted if span.start >= token.start)[:1]
            if token.text in (",", ";", ":", ".", "(") or token.word in self.language.relative:
                break
            if token.word in self.language.opposing or token.word in self.known.agents:
                break
            end += 1
        if end == start:
            return None
        return (Span(self.tokens[start].start, self.tokens[end - 1].end),)

    # Without a verb

    def _by_source(self) -> Iterator[Attribution]:
        known = self.known
        if known.source_words.isdisjoint([token.word for token in self.tokens]):
            return
        firsts = known.first_words
        for at, token in enumerate(self.tokens):
            if token.word not in firsts or self.inside[at]:
                continue
            for manner, phrases in ((Manner.SAYS, known.sourcing), (Manner.THINKS, known.viewing)):
                for phrase in phrases:
                    end = at + len(phrase)
                    if tuple(word.word for word in self.tokens[at:end]) == phrase:
                        last = self.end_of_name(end)
                        if last > end:
                            contents = self._around(at, at, last)
                            yield self._made((self.tokens[end:last], True), token, manner, contents)

    def _by_mark(self) -> Attribution | None:
        """A speaker behind a dash, or before a colon."""
        after = [n for n in range(1, len(self.tokens)) if self.inside[n - 1] and not self.inside[n]]
        for at in after:
            if self.tokens[at].text in DASHES:
                end = self.end_of_name(at + 1)
                name = self.tokens[at + 1 : end]
                if name and name[0].capital:
                    return self._made((name, True), self.tokens[at], Manner.SAYS, self.quoted)
        return self._by_label()

    def _signature(self) -> tuple[Word, ...]:
        """The name that the sentence is, behind a dash."""
        if self.tokens[0].text not in DASHES or len(self.tokens) < 2 or not self.tokens[1].capital:
            return ()
        return self.tokens[1 : self.end_of_name(1)]

    def _by_label(self) -> Attribution | None:
        for at, token in enumerate(self.tokens[: _LONGEST_LABEL + 1]):
            if token.text == ":":
                name = tuple(word for word in self.tokens[:at] if word.text not in _QUIET)
                if name and all(word.capital or word.word in self.known.linking for word in name):
                    span = Span(token.end, self.extent.end)
                    return self._made((name, True), token, Manner.SAYS, (span,))
                return None
        return None

    def _somebody(self) -> Attribution:
        """Words in quotation marks, of somebody who may be named anywhere beside them."""
        words = tuple(token for number, token in enumerate(self.tokens) if not self.inside[number])
        return Attribution(
            words,
            sure=False,
            cue=None,
            manner=Manner.SAYS,
            contents=self.spoken,
            quoted=self.spoken,
            sentence=self.tokens[0].sentence,
        )

    def _made(
        self,
        subject: tuple[tuple[Word, ...], bool],
        cue: Word,
        manner: Manner,
        contents: tuple[Span, ...],
    ) -> Attribution:
        speaker, sure = subject
        quoted = tuple(
            span
            for span in (*self.quoted, *self.next)
            if any(part.start < span.end and span.start < part.end for part in contents)
        )
        return Attribution(
            speaker, sure and bool(speaker), cue, manner, (*contents, *quoted), quoted, cue.sentence
        )
