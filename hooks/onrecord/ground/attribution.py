"""What a text hands over to a speaker: who says, thinks or calls something, and which words are theirs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from onrecord.ground.quoted_spans import quoted_spans
from onrecord.ground.reading import Reading, Word
from onrecord.language import Language
from onrecord.lexicon.reporting import Reporting
from onrecord.text import Span

_PARTING = frozenset(",;:\u2014\u2013-")
_DASHES = frozenset(("\u2014", "\u2013", "\u2015", "--", "-"))
_QUIET = frozenset(".\"'\u201c\u201d\u2018\u2019")
_LONGEST_PHRASE = 14
_LONGEST_LABEL = 8
_HEADLINE_SHARE = 0.7
_FARTHEST_VERB = 10
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
    if not spans and known.verbs.isdisjoint(word.word for word in reading.words):
        firsts = known.first_words
        if ":" not in reading.content and not any(word.word in firsts for word in reading.words):
            return ()
    found: list[Attribution] = []
    at = first = 0
    tokens = reading.tokens
    while at < len(tokens):
        end = at + 1
        while end < len(tokens) and tokens[end].sentence == tokens[at].sentence:
            end += 1
        extent = reading.sentences[tokens[at].sentence]
        while first < len(spans) and spans[first].end <= tokens[at].start:
            first += 1
        last = first
        while last < len(spans) and spans[last].start < extent.end + _NEXT_MARK:
            last += 1
        sentence = _Sentence(tokens[at:end], extent, spans[first:last], reading.language, known)
        before = found[-1] if found and found[-1].sentence == tokens[at].sentence - 1 else None
        found.extend(sentence.read(before))
        at = end
    return tuple(found)


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


def _inside(tokens: Sequence[Word], spans: Sequence[Span]) -> list[bool]:
    found = []
    number = 0
    for token in tokens:
        while number < len(spans) and spans[number].end <= token.start:
            number += 1
        found.append(number < len(spans) and spans[number].start <= token.start)
    return found


class _Sentence:
    """A sentence of a text, with the stretches of the text in quotation marks that reach into it."""

    def __init__(
        self,
        tokens: tuple[Word, ...],
        extent: Span,
        spans: tuple[Span, ...],
        language: Language,
        known: Reporting,
    ) -> None:
        self.tokens = tokens
        self.language = language
        self.known = known
        self.extent = Span(tokens[0].start, max(extent.end, tokens[-1].end))
        self.quoted = tuple(
            span for span in spans if span.start < self.extent.end and tokens[0].start < span.end
        )
        self.next = tuple(
            span for span in spans if self.extent.end <= span.start < self.extent.end + _NEXT_MARK
        )
        self.spoken = tuple(
            Span(max(span.start, tokens[0].start), min(span.end, self.extent.end)) for span in self.quoted
        )
        self.inside = _inside(tokens, self.quoted)

    @cached_property
    def is_headline(self) -> bool:
        """Whether nearly all words have a capital, so that a capital says nothing."""
        words = [token for token in self.tokens if token.text[0].isalpha()]
        return sum(word.capital for word in words) > _HEADLINE_SHARE * len(words)

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
        if self._is_no_verb(at):
            return None
        passive = self._is_passive(at)
        calls = cue.word in known.calling or cue.word in known.calling_as
        accuses = cue.word in known.accusing
        after = self._content_after(at)
        if calls or accuses:
            label = self._label(at, accuses=accuses, passive=passive)
            if label is not None:
                speaker, sure = self._agent(at) if passive else self._subject(at)
                if passive and not speaker:
                    return None
                manner = Manner.SAYS if cue.word in known.declaring else Manner.CALLS
                return self._made((speaker, sure), cue, manner, label)
        if passive or cue.word not in known.saying | known.opining | known.opining_before_clause:
            return None
        needs_clause = cue.word in known.opining_before_clause and cue.word not in known.saying
        if needs_clause and not self._begins_clause(at + 1):
            return None
        if self._is_behind(at):
            speaker, sure, end = self._inverted(at)
            if speaker:
                return self._made(
                    (speaker, sure), cue, self._manner(at, behind=True), self._around(at, at, end)
                )
        speaker, sure = self._subject(at)
        if sure and speaker:
            start = at
            while self.tokens[start].start > speaker[0].start:
                start -= 1
            if start and self._ends_words(start, at):
                return self._made(
                    (speaker, sure), cue, self._manner(at, behind=True), self._around(at, start, at + 1)
                )
        return self._made((speaker, sure), cue, self._manner(at), after)

    def _is_no_verb(self, at: int) -> bool:
        """Whether the word is a noun, an infinitive or part of a name here."""
        if at == 0:
            return True
        before = self.tokens[at - 1]
        word = before.word
        language, known = self.language, self.known
        if self.tokens[at].capital and before.capital and not self.is_headline:
            return True
        if self.inside[at - 1] or not before.is_word:
            return False
        if word in language.determiners or before.possessive or word in known.indefinite:
            return word not in known.persons
        if self.tokens[at].joined or word in language.infinitive_marks:
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return (
            following is not None
            and following.word in self.known.particles
            and (self.tokens[at].word in self.known.calling)
        )

    def _is_passive(self, at: int) -> bool:
        for back in range(at - 1, max(at - 4, -1), -1):
            word = self.tokens[back].word
            if word in self.known.being:
                return self.tokens[at].word.endswith(self.language.past_endings) or (
                    self.tokens[at].word in self.language.finite
                    or not self.tokens[at].word.endswith(self.language.participle_endings)
                )
            if not self._is_adverb(self.tokens[back]) and word not in self.language.perfect:
                return False
        return False

    def _is_adverb(self, word: Word) -> bool:
        if not word.is_word or word.capital:
            return False
        return word.word.endswith(self.language.adverb_endings) or (
            word.word in self.language.stop_words
            and word.word not in self.known.persons
            and word.word not in self.language.determiners
            and word.word not in self.language.pronouns
            and word.word not in self.language.prepositions
            and word.word not in self.language.complementisers
            and word.word not in self.language.joining
            and word.word not in self.language.subordinate
            and word.word not in self.known.linking
        )

    def _manner(self, at: int, *, behind: bool = False) -> Manner:
        """How a verb gives what it gives; ``behind`` says that it stands behind the words."""
        word = self.tokens[at].word
        known = self.known
        names = word in known.calling or word in known.calling_as or word in known.accusing
        if not behind and ((names and word not in known.declaring) or not self._begins_clause(at + 1)):
            return Manner.MENTIONS
        if word in known.opining or word in known.opining_before_clause:
            before = self.tokens[at - 1].word
            is_open = before in self.language.conditional or before in known.unexpecting
            return Manner.MENTIONS if is_open else Manner.THINKS
        return Manner.SAYS

    def _begins_clause(self, at: int) -> bool:
        """Whether a clause of its own begins at a token: *that*, or a subject and a verb."""
        tokens = self.tokens
        if at >= len(tokens):
            return False
        if tokens[at].word in self.language.complementisers:
            return tokens[at].word in self.known.introducing or self._has_finite(at + 1)
        word = tokens[at - 1].word
        opines = word in self.known.opining or word in self.known.opining_before_clause
        return self._has_finite(at) or (not opines and self._has_ending(at))

    def _has_ending(self, at: int) -> bool:
        """Whether a word in small letters ends as a verb does, between a noun and what follows it."""
        language = self.language
        endings = (*language.past_endings, *language.present_endings)
        for number in range(at + 1, min(at + _FARTHEST_VERB, len(self.tokens))):
            token, before = self.tokens[number], self.tokens[number - 1]
            if not token.is_word or token.word in language.prepositions:
                return False
            if token.capital or not token.word.endswith(endings) or token.word in language.stop_words:
                continue
            if before.word in language.stop_words or before.possessive or before.number:
                continue
            after = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
            if after is None or not after.is_word:
                return token.word.endswith(language.past_endings)
            if after.word in language.stop_words or self._is_adverb(after):
                return True
        return False

    def _has_finite(self, at: int) -> bool:
        language = self.language
        for number, token in enumerate(self.tokens[at : at + _FARTHEST_VERB], at):
            if not token.is_word or token.word in language.infinitive_marks:
                return False
            if token.word in language.joining or token.word in language.relative:
                return False
            if token.word in language.finite and self.tokens[number - 1].word not in language.determiners:
                return number > at
        return False

    # Whose they are

    def _subject(self, at: int) -> tuple[tuple[Word, ...], bool]:
        """The words right before a verb that are its subject; else all before it, and not sure."""
        end = at
        while end and self._is_adverb(self.tokens[end - 1]) and not self.inside[end - 1]:
            end -= 1
        start = end
        while start and end - start < _LONGEST_PHRASE and self._may_be_in_phrase(start - 1, end):
            start -= 1
        phrase = self.tokens[start:end]
        while phrase and phrase[0].word in self.known.linking:
            phrase = phrase[1:]
        if phrase and self._may_begin(start, phrase) and self._names(phrase):
            return phrase, True
        if end and self.tokens[end - 1].word in self.language.joining and not self.inside[end - 1]:
            shared = self._first_subject(end - 1)
            if shared:
                return shared, True
        return self._before(at), False

    def _first_subject(self, end: int) -> tuple[Word, ...]:
        """The subject of the sentence's first verb before token ``end``, where it begins the sentence."""
        for at in range(1, end):
            if not self.inside[at] and self._is_finite(self.tokens[at]):
                start = at
                while start and at - start < _LONGEST_PHRASE and self._may_be_in_phrase(start - 1, at):
                    start -= 1
                phrase = self.tokens[start:at]
                return phrase if not start and phrase and self._names(phrase) else ()
        return ()

    def _names(self, phrase: Sequence[Word]) -> bool:
        return phrase[-1].word not in self.known.relatives and any(word.is_word for word in phrase)

    def _may_be_in_phrase(self, at: int, end: int) -> bool:
        token = self.tokens[at]
        language = self.language
        if self.inside[at]:
            return False
        if not token.is_word:
            return token.text in "'\u2019&-" or (token.text == "." and at + 1 < end)
        if token.capital or token.joined:
            if token.word in language.subordinate or token.word in language.complementisers:
                return False
            return token.word not in language.joining and not (
                token.word in language.prepositions and token.word not in self.known.linking
            )
        word = token.word
        if word in self.known.persons:
            return end - at == 1
        if word in self.known.linking:
            return at + 1 < end
        if word in language.finite or word in self.known.verbs - language.names:
            return False
        if word.endswith(language.past_endings) and at + 1 < end and not self.tokens[at + 1].is_word:
            return False
        if word in language.determiners or word in self.known.indefinite:
            return True
        return word not in language.stop_words or word in self.known.quantities

    def _may_begin(self, start: int, phrase: Sequence[Word]) -> bool:
        """Whether a clause may begin before token ``start``, so that the phrase is whole."""
        if start == 0 or self.inside[start - 1]:
            return True
        before = self.tokens[start - 1]
        if not before.is_word:
            return self._opens(start - 1)
        language = self.language
        return before.word in (
            language.joining | language.complementisers | language.subordinate | language.opposing
        ) and not (before.word in language.adding and phrase[0].word not in self.known.persons)

    def _opens(self, at: int) -> bool:
        """Whether what follows a mark begins anew, and is no apposition that ends at the verb."""
        return self.tokens[at].text not in (")", "]")

    def _before(self, at: int) -> tuple[Word, ...]:
        return tuple(token for number, token in enumerate(self.tokens[:at]) if not self.inside[number])

    def _is_behind(self, at: int) -> bool:
        """Whether a verb stands right behind words that may be what is said."""
        if not at or self.inside[at - 1]:
            return bool(at)
        if self.tokens[at - 1].text not in (",", *_DASHES):
            return False
        if at + 1 < len(self.tokens) and self.tokens[at + 1].word in self.language.complementisers:
            return False
        return any(self._is_finite(token) for token in self.tokens[: at - 1])

    def _is_finite(self, token: Word) -> bool:
        word = token.word
        return word in self.language.finite or (
            token.is_word and not token.capital and word.endswith(self.language.past_endings)
        )

    def _ends_words(self, start: int, at: int) -> bool:
        """Whether the speaker (from token ``start``) and the verb stand behind what is said."""
        if self.inside[start - 1]:
            return True
        if self.tokens[start - 1].text not in (",", *_DASHES):
            return False
        rest = self.tokens[at + 1 :]
        if not rest or not rest[0].is_word:
            return not (rest and (rest[0].text == ":" or self.inside[at + 1]))
        return rest[0].word in self.language.prepositions or self._is_adverb(rest[0])

    def _begins_name(self, token: Word) -> bool:
        return token.is_word and (
            token.capital or token.word in self.known.definite or token.word in self.known.indefinite
        )

    def _inverted(self, at: int) -> tuple[tuple[Word, ...], bool, int]:
        """The speaker behind the verb, as in *..., said the clerk*, and the token after."""
        before = self.tokens[at - 1]
        if before.is_word and not self.inside[at - 1]:
            return (), False, at
        start = at + 1
        if start >= len(self.tokens) or self.inside[start] or not self._begins_name(self.tokens[start]):
            return (), False, at
        end = self._end_of_name(start)
        return self.tokens[start:end], True, end

    def _end_of_name(self, start: int) -> int:
        end = start
        while end < len(self.tokens) and end - start < _LONGEST_PHRASE and not self.inside[end]:
            token = self.tokens[end]
            following = self.tokens[end + 1] if end + 1 < len(self.tokens) else None
            if not token.is_word:
                is_short = token.text == "." and following is not None and following.capital
                if not (is_short or token.text in "'\u2019&-"):
                    break
            elif end > start and (
                token.word in self.language.finite
                or token.word in self.language.relative
                or token.word in self.language.subordinate
                or token.word in self.known.persons
            ):
                break
            end += 1
        return end

    def _agent(self, at: int) -> tuple[tuple[Word, ...], bool]:
        """Who stands behind a passive: *by* and a name."""
        for start in range(at + 1, len(self.tokens) - 1):
            if self.tokens[start].word in self.known.agents and not self.inside[start]:
                end = self._end_of_name(start + 1)
                if end > start + 1:
                    return self.tokens[start + 1 : end], True
        return (), False

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
        firsts = known.first_words
        for at, token in enumerate(self.tokens):
            if token.word not in firsts or self.inside[at]:
                continue
            for manner, phrases in ((Manner.SAYS, known.sourcing), (Manner.THINKS, known.viewing)):
                for phrase in phrases:
                    end = at + len(phrase)
                    if tuple(word.word for word in self.tokens[at:end]) == phrase:
                        last = self._end_of_name(end)
                        if last > end:
                            contents = self._around(at, at, last)
                            yield self._made((self.tokens[end:last], True), token, manner, contents)

    def _by_mark(self) -> Attribution | None:
        """A speaker behind a dash, or before a colon."""
        after = [n for n in range(1, len(self.tokens)) if self.inside[n - 1] and not self.inside[n]]
        for at in after:
            if self.tokens[at].text in _DASHES:
                end = self._end_of_name(at + 1)
                name = self.tokens[at + 1 : end]
                if name and name[0].capital:
                    return self._made((name, True), self.tokens[at], Manner.SAYS, self.quoted)
        return self._by_label()

    def _signature(self) -> tuple[Word, ...]:
        """The name that the sentence is, behind a dash."""
        if self.tokens[0].text not in _DASHES or len(self.tokens) < 2 or not self.tokens[1].capital:
            return ()
        return self.tokens[1 : self._end_of_name(1)]

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
