"""A sentence, taken apart as far as it takes to see who says something in it: verbs, clauses, subjects."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from onrecord.ground.quoted_spans import inside
from onrecord.ground.reading import Word
from onrecord.language import Language
from onrecord.lexicon.reporting import Reporting
from onrecord.text import Span

DASHES = frozenset(("\u2014", "\u2013", "\u2015", "--", "-"))
_LONGEST_PHRASE = 14
_HEADLINE_SHARE = 0.7
_FARTHEST_VERB = 10
_NEXT_MARK = 3


class Clauses:
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
        self.inside = inside(tokens, self.quoted)

    @cached_property
    def is_headline(self) -> bool:
        """Whether nearly all words have a capital, so that a capital says nothing."""
        words = [token for token in self.tokens if token.text[0].isalpha()]
        return sum(word.capital for word in words) > _HEADLINE_SHARE * len(words)

    def is_no_verb(self, at: int) -> bool:
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

    def is_passive(self, at: int) -> bool:
        """Whether the verb at a token is in the passive."""
        for back in range(at - 1, max(at - 4, -1), -1):
            word = self.tokens[back].word
            if word in self.known.being:
                return self.tokens[at].word.endswith(self.language.past_endings) or (
                    self.tokens[at].word in self.language.finite
                    or not self.tokens[at].word.endswith(self.language.participle_endings)
                )
            if not self.is_adverb(self.tokens[back]) and word not in self.language.perfect:
                return False
        return False

    def is_adverb(self, word: Word) -> bool:
        """Whether a word may stand between a subject and its verb."""
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

    def begins_clause(self, at: int) -> bool:
        """Whether a clause of its own begins at a token: *that*, or a subject and a verb."""
        tokens = self.tokens
        if at >= len(tokens):
            return False
        if tokens[at].word in self.language.complementisers:
            return tokens[at].word in self.known.introducing or self.has_finite(at + 1)
        word = tokens[at - 1].word
        opines = word in self.known.opining or word in self.known.opining_before_clause
        return self.has_finite(at) or (not opines and self.has_ending(at))

    def has_ending(self, at: int) -> bool:
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
            if after.word in language.stop_words or self.is_adverb(after):
                return True
        return False

    def has_finite(self, at: int) -> bool:
        """Whether a finite verb with a subject follows from a token on."""
        language = self.language
        for number, token in enumerate(self.tokens[at : at + _FARTHEST_VERB], at):
            if not token.is_word or token.word in language.infinitive_marks:
                return False
            if token.word in language.joining or token.word in language.relative:
                return False
            if token.word in language.finite and self.tokens[number - 1].word not in language.determiners:
                return number > at
        return False

    def subject(self, at: int) -> tuple[tuple[Word, ...], bool]:
        """The words right before a verb that are its subject; else all before it, and not sure."""
        end = at
        while end and self.is_adverb(self.tokens[end - 1]) and not self.inside[end - 1]:
            end -= 1
        start = end
        while start and end - start < _LONGEST_PHRASE and self.may_be_in_phrase(start - 1, end):
            start -= 1
        phrase = self.tokens[start:end]
        while phrase and phrase[0].word in self.known.linking:
            phrase = phrase[1:]
        if phrase and self.may_begin(start, phrase) and self.names_somebody(phrase):
            return phrase, True
        if end and self.tokens[end - 1].word in self.language.joining and not self.inside[end - 1]:
            shared = self.first_subject(end - 1)
            if shared:
                return shared, True
        return self.words_before(at), False

    def first_subject(self, end: int) -> tuple[Word, ...]:
        """The subject of the sentence's first verb before token ``end``, where it begins the sentence."""
        for at in range(1, end):
            if not self.inside[at] and self.is_finite(self.tokens[at]):
                start = at
                while start and at - start < _LONGEST_PHRASE and self.may_be_in_phrase(start - 1, at):
                    start -= 1
                phrase = self.tokens[start:at]
                return phrase if not start and phrase and self.names_somebody(phrase) else ()
        return ()

    def names_somebody(self, phrase: Sequence[Word]) -> bool:
        """Whether a phrase is more than a word that stands for one named before."""
        return phrase[-1].word not in self.known.relatives and any(word.is_word for word in phrase)

    def may_be_in_phrase(self, at: int, end: int) -> bool:
        """Whether the token may belong to a noun phrase that ends before token ``end``."""
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

    def may_begin(self, start: int, phrase: Sequence[Word]) -> bool:
        """Whether a clause may begin before token ``start``, so that the phrase is whole."""
        if start == 0 or self.inside[start - 1]:
            return True
        before = self.tokens[start - 1]
        if not before.is_word:
            return self.opens(start - 1)
        language = self.language
        return before.word in (
            language.joining | language.complementisers | language.subordinate | language.opposing
        ) and not (before.word in language.adding and phrase[0].word not in self.known.persons)

    def opens(self, at: int) -> bool:
        """Whether what follows a mark begins anew, and is no apposition that ends at the verb."""
        return self.tokens[at].text not in (")", "]")

    def words_before(self, at: int) -> tuple[Word, ...]:
        """All tokens before one that stand in no quotation marks."""
        return tuple(token for number, token in enumerate(self.tokens[:at]) if not self.inside[number])

    def is_behind(self, at: int) -> bool:
        """Whether a verb stands right behind words that may be what is said."""
        if not at or self.inside[at - 1]:
            return bool(at)
        if self.tokens[at - 1].text not in (",", *DASHES):
            return False
        if at + 1 < len(self.tokens) and self.tokens[at + 1].word in self.language.complementisers:
            return False
        return any(self.is_finite(token) for token in self.tokens[: at - 1])

    def is_finite(self, token: Word) -> bool:
        """Whether a word is a finite verb."""
        word = token.word
        return word in self.language.finite or (
            token.is_word and not token.capital and word.endswith(self.language.past_endings)
        )

    def ends_words(self, start: int, at: int) -> bool:
        """Whether the speaker (from token ``start``) and the verb stand behind what is said."""
        if self.inside[start - 1]:
            return True
        if self.tokens[start - 1].text not in (",", *DASHES):
            return False
        rest = self.tokens[at + 1 :]
        if not rest or not rest[0].is_word:
            return not (rest and (rest[0].text == ":" or self.inside[at + 1]))
        if rest[0].word in self.known.answers:
            return False
        return rest[0].word in self.language.prepositions or self.is_adverb(rest[0])

    def begins_name(self, token: Word) -> bool:
        """Whether a phrase that names somebody may begin with a word."""
        return token.is_word and (
            token.capital or token.word in self.known.definite or token.word in self.known.indefinite
        )

    def inverted(self, at: int) -> tuple[tuple[Word, ...], bool, int]:
        """The speaker behind the verb, as in *..., said the clerk*, and the token after."""
        before = self.tokens[at - 1]
        if before.is_word and not self.inside[at - 1]:
            return (), False, at
        start = at + 1
        if start >= len(self.tokens) or self.inside[start] or not self.begins_name(self.tokens[start]):
            return (), False, at
        end = self.end_of_name(start)
        return self.tokens[start:end], True, end

    def end_of_name(self, start: int) -> int:
        """The token after the phrase that begins with token ``start``."""
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

    def agent(self, at: int) -> tuple[tuple[Word, ...], bool]:
        """Who stands behind a passive: *by* and a name."""
        for start in range(at + 1, len(self.tokens) - 1):
            if self.tokens[start].word in self.known.agents and not self.inside[start]:
                end = self.end_of_name(start + 1)
                if end > start + 1:
                    return self.tokens[start + 1 : end], True
        return (), False
