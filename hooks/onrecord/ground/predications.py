"""Who does what to whom in a text, read from the order of its words: verbs with what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.names import Name, names, naming_of
from onrecord.ground.reading import Reading, Word, stem
from onrecord.language import Language
from onrecord.lexicon.naming import Naming
from onrecord.lexicon.participants import Participants

DOER, OBJECT, OWNER, KIND, OF, NAMED = "doer", "object", "owner", "kind", "people", "named"
LYING = "lying"
_LONGEST_PHRASE = 14
_MOST_AFTER = 6
_MOST_OF_PEOPLE = 4
_SHORTEST_PAST = 5
_INSIDE = ("-", "\u2010", "$", "\u20ac", "\u00a3")
_PARTING = frozenset((";", ":", "(", ")", "--", "\u2014", '"', "\u201c", "\u201d"))
_NOTHING = Participants()


class Phrase(NamedTuple):
    """Words that name a participant, and the names among them."""

    words: tuple[Word, ...]
    names: tuple[Name, ...]
    standing_in: Word | None = None
    """The pronoun, or the word like *group*, that the phrase is, where it is nothing else."""


class Role(NamedTuple):
    """Somebody or something in one place beside a word: its doer, its object, or behind a preposition.

    ``governor`` is the word, ``base`` its base form's stem; ``role`` is ``doer``, ``object``, ``owner``
    or the preposition.
    """

    base: str
    role: str
    phrase: Phrase
    governor: Word
    verb: bool


class Predication(NamedTuple):
    """A verb, and what stands in its places."""

    base: str
    word: Word
    passive: bool
    roles: tuple[Role, ...]

    def phrases(self, role: str) -> tuple[Phrase, ...]:
        """What stands in one of its places."""
        return tuple(one.phrase for one in self.roles if one.role == role)


def predications(reading: Reading) -> tuple[Predication, ...]:
    """The verbs of a text with what stands in their places, in order."""
    return reading.once(_predications)


def roles(reading: Reading) -> tuple[Role, ...]:
    """Everything that stands in a place beside a verb or a noun."""
    return reading.once(_roles)


def _roles(reading: Reading) -> tuple[Role, ...]:
    found = [role for predication in predications(reading) for role in predication.roles]
    found.extend(role for sentence in _sentences(reading) for role in sentence.of_nouns())
    return tuple(found)


def _predications(reading: Reading) -> tuple[Predication, ...]:
    return tuple(found for sentence in _sentences(reading) for found in sentence.predications())


def _sentences(reading: Reading) -> tuple[_Sentence, ...]:
    return reading.once(_read_sentences)


def _read_sentences(reading: Reading) -> tuple[_Sentence, ...]:
    lexicon = reading.language.lexicon
    verbs = (lexicon.participants if lexicon else None) or _NOTHING
    tokens: dict[int, list[Word]] = {}
    for token in reading.tokens:
        tokens.setdefault(token.sentence, []).append(token)
    named: dict[int, list[Name]] = {}
    for name in names(reading):
        named.setdefault(name.words[0].sentence, []).append(name)
    return tuple(
        _Sentence(found, named.get(number, []), reading.language, verbs, naming_of(reading))
        for number, found in tokens.items()
    )


def base_of(word: str, verbs: Participants, language: Language) -> str:
    """The stem of a verb's base form."""
    return stem(verbs.bases.get(word, word), language)


class _Sets:
    """Sets of words of a language that are looked up for each word."""

    def __init__(self, language: Language, naming: Naming) -> None:
        self.language = language
        self.naming = naming
        self.boundaries = language.subordinate | language.relative | language.complementisers
        self.opening = self.boundaries | language.joining
        self.ending = language.prepositions | language.auxiliaries | language.relative | language.subordinate
        self.auxiliaries = language.auxiliaries | language.denying
        self.closing = language.pronouns | language.prepositions | language.determiners
        self.not_verbs = language.auxiliaries | language.prepositions | language.pronouns
        self.not_nouns = language.stop_words | language.prepositions
        self.standing_in = naming.personal | naming.plural | naming.neuter
        self.presents = (*language.present_endings, "es")
        self.before_base = language.auxiliaries | language.pronouns | language.relative | language.joining
        self.before_endings = (*language.present_endings, *language.adverb_endings)


_SETS: dict[str, _Sets] = {}


def _sets(language: Language, naming: Naming) -> _Sets:
    found = _SETS.get(language.name)
    if found is None or found.language is not language:
        found = _SETS[language.name] = _Sets(language, naming)
    return found


class _Sentence:
    """The words and marks of one sentence, read for verbs and what stands around them."""

    def __init__(
        self,
        tokens: Sequence[Word],
        named: Sequence[Name],
        language: Language,
        verbs: Participants,
        naming: Naming,
    ) -> None:
        self.tokens = tokens
        self.named = named
        self.language = language
        self.verbs = verbs
        self.naming = naming
        self.starts = {name.words[0].start: name for name in named}
        self.inside = {word.start for name in named if name.sure for word in name.words}
        self.sets = _sets(language, naming)
        self.is_word = [token.is_word for token in tokens]
        self.phrases: dict[int, tuple[int, Phrase]] = {}
        self.is_verb: list[bool] = []
        for position in range(len(tokens)):
            self.is_verb.append(self._is_verb(position))
        ending, auxiliaries = self.sets.ending, language.auxiliaries
        self.ends = [
            is_verb or token.word in ending or not (is_word or token.text in _INSIDE)
            for token, is_verb, is_word in zip(tokens, self.is_verb, self.is_word, strict=True)
        ]
        """Whether a phrase ends before each word or mark."""
        self.verbal = [0]
        """How many verbs and auxiliaries stand before each word or mark."""
        for token, is_verb in zip(tokens, self.is_verb, strict=True):
            self.verbal.append(self.verbal[-1] + (is_verb or token.word in auxiliaries))

    def predications(self) -> Iterator[Predication]:
        """The verbs with what stands in their places."""
        for start, end in self._clauses():
            inside = [position for position in range(start, end) if self.is_verb[position]]
            if not inside:
                continue
            subject = self._subject(start, inside[0])
            fronted = self._fronted(start, inside[0])
            for number, position in enumerate(inside):
                limit = inside[number + 1] if number + 1 < len(inside) else end
                if number + 2 <= len(inside) and limit - position == 2 and self._adds(position + 1):
                    limit = inside[number + 2] if number + 2 < len(inside) else end
                yield self._predication(position, limit, subject, fronted)

    def of_nouns(self) -> Iterator[Role]:
        """What stands behind a noun and its preposition, and whose or of which people something is."""
        for position, token in enumerate(self.tokens):
            name = self.starts.get(token.start)
            if name is not None:
                if name.possessive:
                    yield from self._owned(name, position + len(name.words))
                elif name.words[0] is self.tokens[0]:
                    yield from self._lying(name, position + len(name.words))
                elif name.sure:
                    yield from self._of_people(name, position)
                if name.sure and position and self._is_noun(position - 1) and not name.is_place:
                    noun = self.tokens[position - 1]
                    yield Role(noun.stem, NAMED, Phrase(name.words, (name,)), noun, verb=False)
            elif token.possessive or token.word in self.naming.owning:
                yield from self._of_pronoun(token, position + 1)
            if token.word in self.verbs.passive:
                if not self._is_of_a_noun(position):
                    yield from self._kind(position)
            elif self._is_noun(position):
                yield from self._behind_noun(position)

    def _lying(self, name: Name, position: int) -> Iterator[Role]:
        """Where a place or thing lies: *Bergen is in Norway*."""
        if position + 1 < len(self.tokens) and self.tokens[position].word in self.verbs.passive:
            preposition = self.tokens[position + 1]
            if preposition.word in self.naming.locating:
                phrase = self._phrase(position + 2, len(self.tokens))
                if phrase.names:
                    yield Role(LYING, preposition.word, phrase, self.tokens[position], verb=False)

    def _is_noun(self, position: int) -> bool:
        token = self.tokens[position]
        return (
            self.is_word[position]
            and not self.is_verb[position]
            and token.word not in self.sets.not_nouns
            and token.start not in self.inside
        )

    def _behind_noun(self, position: int) -> Iterator[Role]:
        """What stands behind a noun and its preposition, also with a form of *be* between."""
        token, after = self.tokens[position], position + 1
        if after < len(self.tokens) and self.tokens[after].word in self.verbs.passive:
            after += 1
        if after < len(self.tokens) and self.tokens[after].word in self.language.prepositions:
            phrase = self._phrase(after + 1, len(self.tokens))
            if phrase.words:
                preposition = self.tokens[after].word
                role = OWNER if preposition in self.verbs.owner else preposition
                yield Role(token.stem, role, phrase, token, verb=False)

    def _of_people(self, name: Name, position: int) -> Iterator[Role]:
        """The nouns right behind a name that says which ones: *American drama series*."""
        start = position
        while start < len(self.tokens) and self.tokens[start].end <= name.words[-1].end:
            start += 1
        if start >= len(self.tokens) or not self.tokens[start].is_word:
            return
        if self.tokens[start].word in self.language.stop_words:
            return
        phrase = Phrase(name.words, (name,))
        people = any(role == "people" for _, role in name.units[-1].places)
        for word in self._phrase(start, len(self.tokens)).words[: _MOST_OF_PEOPLE if people else 1]:
            if word.capital:
                return
            yield Role(word.stem, OF, phrase, word, verb=False)

    def _is_of_a_noun(self, position: int) -> bool:
        """Whether a verb says something of a noun that no name is: *a country that was a colony*."""
        return (
            position > 1
            and self.tokens[position - 1].word in self.sets.boundaries
            and self._is_noun(position - 2)
        )

    def _kind(self, position: int) -> Iterator[Role]:
        """What somebody or something is."""
        phrase = self._phrase(position + 1, len(self.tokens))
        if phrase.names:
            yield Role(KIND, KIND, phrase, self.tokens[position], verb=False)

    def _owned(self, name: Name, start: int) -> Iterator[Role]:
        """The nouns that a possessive name may own: each word up to the end of the phrase."""
        phrase = Phrase(name.words, (name,))
        words = self._phrase(start, len(self.tokens)).words
        for word in words[-1:]:
            if not word.capital:
                yield Role(word.stem, OWNER, phrase, word, verb=False)

    def _of_pronoun(self, token: Word, start: int) -> Iterator[Role]:
        """The noun that a possessive pronoun says is somebody's."""
        if token.word not in self.naming.owning:
            return
        words = self._phrase(start, len(self.tokens)).words
        if words and not words[-1].capital:
            yield Role(words[-1].stem, OWNER, Phrase((), (), token), words[-1], verb=False)

    def _predication(
        self, position: int, limit: int, subject: Phrase, fronted: list[tuple[str, Phrase]]
    ) -> Predication:
        word = self.tokens[position]
        base = base_of(word.word, self.verbs, self.language)
        passive = self._is_passive(position)
        found: list[Role] = []

        def add(role: str, phrase: Phrase) -> None:
            if phrase.words or phrase.standing_in:
                found.append(Role(base, role, phrase, word, verb=True))

        add(OBJECT if passive else DOER, subject)
        add(OBJECT, Phrase((), ()) if passive else self._phrase(position + 1, limit))
        for preposition, phrase in [*self._behind(position + 1, limit), *fronted]:
            add(DOER if passive and preposition in self.verbs.doer else preposition, phrase)
        return Predication(base, word, passive, tuple(found))

    def _is_verb(self, position: int) -> bool:
        token = self.tokens[position]
        word, verbs, language = token.word, self.verbs, self.language
        if token.capital or token.possessive or not token.text[0].isalpha() or word in self.sets.not_verbs:
            return False
        if token.start in self.inside:
            return False
        before = self.tokens[position - 1] if position else None
        if before is not None and (
            before.word in language.determiners or before.possessive or before.text == "-" or token.joined
        ):
            return False
        if position and self.is_verb[position - 1] and not word.endswith(language.past_endings):
            return False
        if word in verbs.bases or (word.endswith(language.past_endings) and self._is_past(word)):
            return True
        if word.endswith(language.participle_endings):
            return self._helped(position)
        if (
            before is not None
            and before.word in language.prepositions
            and before.word not in language.auxiliaries
        ):
            return False
        if word in verbs.verbs:
            return before is None or self._may_precede_base(before)
        return word.endswith(self.sets.presents) and any(
            word.endswith(ending) and word[: -len(ending)] in verbs.verbs for ending in self.sets.presents
        )

    def _is_past(self, word: str) -> bool:
        """Whether a word with the ending of a past is one: *opened*, *sued*, but not *bed*."""
        return len(word) >= _SHORTEST_PAST or word[:-1] in self.verbs.verbs or word[:-2] in self.verbs.verbs

    def _may_precede_base(self, before: Word) -> bool:
        """Whether the base form of a verb may follow a word: *they agree*, but not *a feature film*."""
        return (
            not before.is_word
            or before.start in self.inside
            or before.word in self.sets.before_base
            or before.word.endswith(self.sets.before_endings)
        )

    def _helped(self, position: int) -> bool:
        """Whether an auxiliary stands before a word, with nothing but adverbs between."""
        return any(word.word in self.language.auxiliaries for word in self._before(position))

    def _before(self, position: int) -> Iterator[Word]:
        """The auxiliaries and adverbs right before a verb, from the last to the first."""
        language = self.language
        for earlier in range(position - 1, max(-1, position - 6), -1):
            word = self.tokens[earlier]
            if word.word in self.sets.auxiliaries or word.word.endswith(language.adverb_endings):
                yield word
            elif (
                word.word not in language.stop_words
                or not self.is_word[earlier]
                or word.word in self.sets.closing
            ):
                return

    def _is_passive(self, position: int) -> bool:
        word = self.tokens[position].word
        if not (word in self.verbs.participles or word.endswith(self.language.past_endings)):
            return False
        if any(before.word in self.verbs.passive for before in self._before(position)):
            return True
        after = position + 1
        return (
            after < len(self.tokens)
            and self.tokens[after].word in self.verbs.doer
            and not self._helped(position)
        )

    def _clauses(self) -> Iterator[tuple[int, int]]:
        """Where the clauses stand, as half-open ranges of words and marks."""
        start = 0
        for position in range(len(self.tokens)):
            if position > start and self._parts(position, start):
                yield start, position
                start = position
        yield start, len(self.tokens)

    def _parts(self, position: int, start: int) -> bool:
        token, language = self.tokens[position], self.language
        if token.text in _PARTING:
            return True
        if token.capital or token.word not in self.sets.opening:
            return False
        if token.word not in language.joining:
            return True
        return self.verbal[position] > self.verbal[start] and self._has_own_subject(position + 1)

    def _has_own_subject(self, start: int) -> bool:
        """Whether a clause with its own subject begins at ``start``: a phrase, and then a verb."""
        words = 0
        for position in range(start, min(len(self.tokens), start + _LONGEST_PHRASE)):
            token = self.tokens[position]
            if self.is_verb[position] or token.word in self.language.auxiliaries:
                return words > 0
            if not self.is_word[position]:
                return False
            words += not token.word.endswith(self.language.adverb_endings)
        return False

    def _subject(self, start: int, verb: int) -> Phrase:
        language = self.language
        first = self.tokens[start]
        relative = first.word in language.relative or first.word in language.complementisers
        if not first.is_word or (start and not first.capital and first.word in self.sets.opening):
            start += 1
        begin = self._after_fronted(start, verb)
        phrase = self._phrase(begin, verb)
        if phrase.words or phrase.standing_in:
            return phrase
        if relative and start > 1:
            return self._phrase_before(start - 1)
        if start == verb or all(word.word in language.stop_words for word in self.tokens[start:verb]):
            return Phrase((), ())
        return phrase

    def _after_fronted(self, start: int, end: int) -> int:
        """Behind the words before a subject: *In April 2025, ...*."""
        if start < end and self.tokens[start].word in self.language.prepositions:
            for position in range(start, end):
                if self.tokens[position].text == ",":
                    return position + 1
        return start

    def _fronted(self, start: int, verb: int) -> list[tuple[str, Phrase]]:
        if start < verb and self.tokens[start].word in self.language.prepositions:
            end = self._after_fronted(start, verb)
            if end > start:
                return [(self.tokens[start].word, self._phrase(start + 1, end))]
        return []

    def _behind(self, start: int, limit: int) -> Iterator[tuple[str, Phrase]]:
        """The prepositions behind a verb with what stands behind them."""
        told = 0
        for position in range(start, limit):
            token = self.tokens[position]
            if token.word in self.language.prepositions and not token.capital:
                phrase = self._phrase(position + 1, limit)
                if phrase.words or phrase.standing_in:
                    yield token.word, phrase
                    told += 1
            if told >= _MOST_AFTER:
                return

    def _phrase(self, start: int, end: int) -> Phrase:
        """The phrase that begins at ``start``: up to a preposition, a verb, a comma or an auxiliary.

        It is read once, as far as it goes, where it ends before ``end``.
        """
        kept = self.phrases.get(start)
        if kept is not None and kept[0] < end:
            return kept[1]
        stop, phrase = self._read_phrase(start, end)
        if stop < end:
            self.phrases[start] = stop, phrase
        return phrase

    def _read_phrase(self, start: int, end: int) -> tuple[int, Phrase]:
        """A phrase, and where reading it stopped: there may be more of it where that is ``end``."""
        language, tokens, ends = self.language, self.tokens, self.ends
        words: list[Word] = []
        found: list[Name] = []
        position = start
        limit = min(end, start + _LONGEST_PHRASE)
        while position < limit:
            token = tokens[position]
            name = self.starts.get(token.start)
            if name is not None:
                found.append(name)
                if name.sure:
                    last = name.words[-1].end
                    while position < end and tokens[position].end <= last:
                        words.append(tokens[position])
                        position += 1
                    continue
            if token.text == "," and words and words[-1].start in self.inside and self._goes_on(position + 1):
                position += 1
                continue
            if ends[position] or (words and token.word in language.complementisers):
                if name is not None:
                    found.pop()
                break
            words.append(token)
            position += 1
        while words and words[-1].word in language.joining:
            if found and found[-1].words[0] is words[-1]:
                found.pop()
            words.pop()
        kept = tuple(
            word
            for word in words
            if (word.start in self.inside or word.word not in language.determiners) and word.is_word
        )
        return position, Phrase(kept, tuple(found), self._standing_in(words))

    def _standing_in(self, words: Sequence[Word]) -> Word | None:
        """The word that stands for a name in a phrase of nothing else: a pronoun, *group* in *the group*."""
        naming = self.naming
        if not words or (len(words) > 2 and words[2].is_word):
            return None
        marks = [word for word in words if word.is_word]
        if len(marks) == 1 and marks[0].word in self.sets.standing_in:
            return marks[0]
        if len(marks) == 2 and marks[0].word in naming.pointing and marks[1].word in naming.groups:
            return None if marks[1].capital else marks[1]
        return None

    def _adds(self, position: int) -> bool:
        return self.tokens[position].word in self.language.adding or self.tokens[position].text == ","

    def _goes_on(self, position: int) -> bool:
        """Whether a list of names goes on behind a comma."""
        if position < len(self.tokens) and self.tokens[position].word in self.language.adding:
            position += 1
        if position < len(self.tokens) and self.tokens[position].word in self.language.determiners:
            position += 1
        return position < len(self.tokens) and self.tokens[position].start in self.inside

    def _phrase_before(self, end: int) -> Phrase:
        """The phrase that ends at ``end``: back to a preposition, a verb or a mark."""
        start = end
        if start and self.tokens[start - 1].text == ",":
            start = end = start - 1
        while start and end - start < _LONGEST_PHRASE:
            token = self.tokens[start - 1]
            is_hyphen = start < end and self.tokens[start].joined
            if (
                (not token.is_word and not is_hyphen)
                or self.is_verb[start - 1]
                or (token.word in self.language.prepositions or token.word in self.language.auxiliaries)
            ):
                break
            start -= 1
        return self._phrase(start, end)
