"""The words around a stretch of a text, by which two numbers or dates are told to be about one thing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from onrecord.ground.reading import Reading

_NEAR = 5


class Surroundings:
    """For each token of a text its stem, if it carries a meaning of its own; and those of each sentence.

    The words of numbers and dates are left out: they say nothing of what is counted, or what happened then.
    ``denied`` are the sentences in which something is denied.
    """

    __slots__ = ("_near", "_telling", "denied", "in_sentence", "sentences", "stems")

    def __init__(self, reading: Reading) -> None:
        language = reading.language
        stops, denying, ending = language.stop_words, language.denying, language.negative_ending
        self.stems: list[str] = []
        self._telling: list[int] = []
        self.sentences: list[int] = []
        self.in_sentence: dict[int, set[str]] = {}
        self.denied: set[int] = set()
        self._near: dict[tuple[int, int], set[str]] = {}
        lexicon = language.lexicon
        numbers = lexicon.quantities.named if lexicon is not None and lexicon.quantities is not None else ()
        times = lexicon.calendar.named if lexicon is not None and lexicon.calendar is not None else ()
        for token in reading.tokens:
            word = token.word
            tells = token.is_word and not token.number and word not in stops
            tells = tells and word not in numbers and word not in times
            self.stems.append(token.stem if tells else "")
            self.sentences.append(token.sentence)
            if tells:
                self._telling.append(len(self.stems) - 1)
                self.in_sentence.setdefault(token.sentence, set()).add(token.stem)
            if word in denying or (ending and word.endswith(ending)):
                self.denied.add(token.sentence)

    def near(self, first: int, last: int) -> set[str]:
        """The stems of the words next to the tokens ``first`` to ``last`` (half-open), in their sentence."""
        found = self._near.get((first, last))
        if found is None:
            found = {*self._walk(first, -1, _NEAR), *self._walk(last - 1, 1, _NEAR)}
            self._near[first, last] = found
        return found

    def before(self, first: int) -> str:
        """The stem of the word before a token, in its sentence, passing over little words; or nothing."""
        return next(iter(self._walk(first, -1, 1)), "")

    def _walk(self, position: int, step: int, most: int) -> list[str]:
        number = self.sentences[position]
        found: list[str] = []
        at = bisect_left(self._telling, position) - 1 if step < 0 else bisect_right(self._telling, position)
        while 0 <= at < len(self._telling) and len(found) < most:
            place = self._telling[at]
            if self.sentences[place] != number:
                break
            found.append(self.stems[place])
            at += step
        return found

    def beside(self, first: int) -> set[str]:
        """The stems of all words of the sentence that the token ``first`` stands in."""
        return self.in_sentence.get(self.sentences[first], set())

    def is_denied(self, first: int) -> bool:
        """Whether something is denied in the sentence that the token ``first`` stands in."""
        return self.sentences[first] in self.denied


class Likeness:
    """How like the words around a stretch of one text are to those around a stretch of another.

    ``score`` grows with the words that both share, those next to them counting more; ``share`` is how many of
    the words of the first one's sentence are in the sentence of the other; ``near`` how many of those next to
    it are next to the other; ``touches`` says that the same word stands right before both.
    """

    __slots__ = ("denials_differ", "near", "score", "share", "touches")

    def __init__(self, one: Surroundings, first: int, last: int, other: Surroundings, span: tuple[int, int]):
        beside = one.beside(first)
        shared = len(beside & other.beside(span[0]))
        self.near = len(one.near(first, last) & other.near(*span)) if shared else 0
        self.score = 2.0 * self.near + shared
        self.share = shared / max(len(beside), 1)
        before = one.before(first) if shared else ""
        self.touches = bool(before) and before == other.before(span[0])
        self.denials_differ = one.is_denied(first) != other.is_denied(span[0])


def surroundings(reading: Reading) -> Surroundings:
    """What stands around each token of a text."""
    return reading.once(Surroundings)
