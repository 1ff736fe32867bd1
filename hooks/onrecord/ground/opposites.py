"""Words of a claim in the place where its passage has the opposite, or another thing of the kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.denials import Denial
from onrecord.ground.excluding import SHORTEST_BASE, Beside, Table, beside, table
from onrecord.ground.reading import Word, read
from onrecord.language import Language

_NEAR = 4
_TWO = 2
_FAIR_SHARE, _GOOD_SHARE, _BEST_SHARE = 0.5, 0.6, 0.75


class Clash(NamedTuple):
    """A word of the claim where the passage has one that excludes it, and how alike the surroundings are.

    ``near`` counts the claim's words close by that the passage has close by; ``share`` is the share
    of the claim's other words that the sentence has, and ``matched`` their number. ``swapped`` says that
    each stands in the place of the other, ``exact`` that the words on both sides are the same, ``in_order``
    that the words of both come in one order, and ``converse`` that they say the same the other way round.
    """

    word: Word
    other: Word
    pair: Beside
    near: int
    share: float
    matched: int
    swapped: bool
    strict: bool = True
    in_order: bool = True
    exact: bool = False
    converse: bool = False


def opposite_words(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield the words of the claim in the place where the passage has their opposite."""
    for clash in comparison.once(_opposites):
        if _is_sure_opposite(clash, comparison.language):
            yield told(clash, "use the quotation's word, or quote words that say what the claim says")


def possible_opposites(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield the words of the claim near to whose place the passage has their opposite."""
    sure = {
        clash.word for clash in comparison.once(_opposites) if _is_sure_opposite(clash, comparison.language)
    }
    for clash in comparison.once(_opposites):
        if clash.word in sure or _is_little(clash, comparison.language):
            continue
        if (
            clash.near
            and clash.matched > 1
            and clash.share >= _FAIR_SHARE
            and (clash.in_order or not clash.converse)
        ):
            sure.add(clash.word)
            yield told(clash, "see whether both say the same, and use the quotation's word")


def other_words(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield the words of the claim in the place where the passage has another thing of the kind."""
    seen: set[Word] = set()
    for clash in comparison.once(_others):
        if clash.word not in seen and _is_sure_other(clash):
            seen.add(clash.word)
            yield told(clash, "use the quotation's word, or quote words that say what the claim says")


def possible_others(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield the words of the claim that call a thing something else than the passage does."""
    seen = {clash.word for clash in comparison.once(_others) if _is_sure_other(clash)}
    for clash in comparison.once(_others):
        if clash.word in seen or not (clash.swapped and clash.in_order and clash.matched):
            continue
        if clash.share == 1 or (clash.matched > 1 and clash.share >= _GOOD_SHARE):
            seen.add(clash.word)
            yield told(clash, "use the quotation's word, or quote words that say so")


def _opposites(comparison: Comparison) -> tuple[Clash, ...]:
    return tuple(_all_clashes(comparison, kinds=False))


def _others(comparison: Comparison) -> tuple[Clash, ...]:
    return tuple(_all_clashes(comparison, kinds=True))


def _all_clashes(comparison: Comparison, *, kinds: bool) -> Iterator[Clash]:
    known = table(comparison.language)
    if known is None:
        return
    for pair in beside(comparison):
        for clash in _clashes(comparison, pair, known, kinds=kinds):
            if not _is_denied(clash.word, pair.denied) and not _is_denied(clash.other, pair.passage_denied):
                yield clash


def _is_little(clash: Clash, language: Language) -> bool:
    return clash.word.word in language.stop_words or clash.other.word in language.stop_words


def _is_sure_opposite(clash: Clash, language: Language) -> bool:
    if _is_little(clash, language):
        return clash.exact and clash.share >= _BEST_SHARE
    if clash.converse and not (clash.in_order and (clash.exact or clash.matched > 1)):
        return False
    if clash.share < _GOOD_SHARE or not (clash.matched > 1 or clash.share == 1):
        return False
    return (clash.swapped and clash.near > 0) or clash.near > 1


def _is_sure_other(clash: Clash) -> bool:
    return clash.strict and clash.swapped and clash.in_order and clash.near > 0 and clash.share >= _BEST_SHARE


def _is_denied(word: Word, denied: Sequence[Denial]) -> bool:
    return any(denial.reaches(word) and word not in denial.cue for denial in denied)


def _clashes(comparison: Comparison, pair: Beside, known: Table, *, kinds: bool) -> Iterator[Clash]:
    claim, sentence = pair.aligned.claim, pair.aligned.sentence
    subject, stems = subject_stems(comparison), comparison.stems
    candidates: _Candidates | None = None
    of_claim: set[str] = set()
    for index, word in enumerate(claim):
        if word.stem in stems or word.stem in subject:
            continue
        root = known.root(word.word)
        if root in stems or (root not in known.kinds if kinds else not _may_be_opposed(word, root, known)):
            continue
        if _is_in_name(claim, index):
            continue
        if candidates is None:
            candidates = _Candidates(sentence, known)
            of_claim = {known.root(each.word) for each in claim}
        for at in candidates.of_kinds(root) if kinds else candidates.against(word, root):
            other = sentence[at]
            if known.root(other.word) in of_claim or _is_in_name(sentence, at):
                continue
            strict: bool | None = True
            if kinds:
                strict = known.others_of_a_kind(word, other)
            elif not known.opposed(word, other):
                strict = None
            if strict is None or _is_said_otherwise(word, other, sentence, known, kinds=kinds):
                continue
            yield _clash(pair, index, at, strict=strict, converse=known.conversed(word, other))


class _Candidates:
    """The words of a sentence that may exclude one of a claim, by what may be known of them."""

    def __init__(self, sentence: Sequence[Word], known: Table) -> None:
        self._known = known
        self._by_root: dict[str, list[int]] = {}
        self._by_stem: dict[str, list[int]] = {}
        self._by_base: dict[str, list[int]] = {}
        self._by_kind: dict[int, list[int]] = {}
        for at, word in enumerate(sentence):
            root = known.root(word.word)
            self._by_root.setdefault(root, []).append(at)
            self._by_stem.setdefault(word.stem, []).append(at)
            for base in known.bases(word.word):
                self._by_base.setdefault(base, []).append(at)
            for kind in {kind for kind, _ in known.kinds.get(root, ())}:
                self._by_kind.setdefault(kind, []).append(at)

    def against(self, word: Word, root: str) -> list[int]:
        """The places of those that may be the opposite of a word, in order."""
        known = self._known
        found: set[int] = set(self._by_base.get(word.stem, ()))
        for other in (*known.against.get(root, ()), *known.converse.get(root, ())):
            found.update(self._by_root.get(other, ()))
        for base in known.bases(word.word):
            found.update(self._by_stem.get(base, ()))
        return sorted(found)

    def of_kinds(self, root: str) -> list[int]:
        """The places of those that are of a kind with a root, in order."""
        kinds = {kind for kind, _ in self._known.kinds.get(root, ())}
        return sorted({at for kind in kinds for at in self._by_kind.get(kind, ())})


def subject_stems(comparison: Comparison) -> frozenset[str]:
    """The stems of the names that the page is about."""
    return comparison.once(_subject_stems)


def _subject_stems(comparison: Comparison) -> frozenset[str]:
    found: set[str] = set()
    for subject in comparison.explainer.subject:
        found |= read(str(subject), comparison.language).stems
    return frozenset(found)


def _is_in_name(words: Sequence[Word], index: int) -> bool:
    """Whether a word stands among words with capitals, and so may be part of a name."""
    if not words[index].capital:
        return False
    beside = (words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None)
    return any(word is not None and word.capital for word in beside)


def _may_be_opposed(word: Word, root: str, known: Table) -> bool:
    return root in known.against or root in known.converse or len(word.word) >= SHORTEST_BASE


def _is_said_otherwise(
    word: Word, other: Word, sentence: Sequence[Word], known: Table, *, kinds: bool
) -> bool:
    """Whether the sentence says what the word says by another word too."""
    root = known.root(word.word)
    for rest in sentence:
        if rest is other:
            continue
        if known.same(word, rest):
            return True
        if kinds:
            mine, others = known.kinds[root], known.kinds.get(known.root(rest.word), ())
            if not set(mine).isdisjoint(others):
                return True
        elif known.opposed(rest, other):
            return True
    return False


def _clash(pair: Beside, index: int, at: int, *, strict: bool, converse: bool) -> Clash:
    claim, sentence = pair.aligned.claim, pair.aligned.sentence
    word, other = claim[index], sentence[at]
    near = matched = number = 0
    places: list[int] = []
    for content, place in zip(pair.content, pair.places, strict=True):
        if content is word:
            continue
        number += 1
        if place is None or place == at:
            continue
        matched += 1
        places.append(place)
        if abs(place - at) <= _NEAR and abs(claim.index(content) - index) <= _NEAR:
            near += 1
    swaps = [swap for swap in pair.aligned.swaps if word in swap.words and other in swap.others]
    exact = any(len(swap.words) == len(swap.others) == 1 and swap.before and swap.after for swap in swaps)
    return Clash(
        word,
        other,
        pair,
        near,
        matched / max(number, 1),
        matched,
        bool(swaps) or _stand_alike(claim, index, sentence, at),
        strict,
        places == sorted(places),
        exact,
        converse,
    )


def _stand_alike(claim: Sequence[Word], index: int, sentence: Sequence[Word], at: int) -> bool:
    """Whether the two words right before, or right behind, are the same in both."""
    return any(
        len(one) == len(other) == _TWO and all(a.stem == b.stem for a, b in zip(one, other, strict=True))
        for one, other in (
            (claim[max(index - _TWO, 0) : index], sentence[max(at - _TWO, 0) : at]),
            (claim[index + 1 : index + 1 + _TWO], sentence[at + 1 : at + 1 + _TWO]),
        )
    )


def told(clash: Clash, help: str) -> Disagreement:
    """What a finding says of a clash."""
    return Disagreement(
        f"the claim says '{clash.word.text}', the quotation '{clash.other.text}'",
        clash.word.span,
        help,
        clash.pair.aligned.passage,
        (clash.other.span,),
        instead=clash.other.text,
    )
