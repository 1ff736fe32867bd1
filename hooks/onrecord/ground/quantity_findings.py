"""What is told of a claim's numbers: contradicted, absent, or meant in another way."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.ground.comparison import Comparison, Disagreement
from onrecord.ground.counting import is_sum, is_worked_out, list_sizes
from onrecord.ground.quantities import Kind, Quantity
from onrecord.ground.quantity_comparison import Counted, Match, Relation, counted
from onrecord.lexicon.quantities import Bound

_FRAME_MARGIN = 5.0
_TOUCHING_MARGIN = 3.0
_COUNTING_MARGIN = 1.0
_HOLDING_MARGIN = 3.0
_SHARE = 0.3
_NEAR = 2
_SMALLEST = 1.0
_PAIR = 2.0
_WITH_UNIT = frozenset((Kind.MONEY, Kind.MEASURE, Kind.SHARE))
_DISJOINT = frozenset(
    (
        (Bound.MORE, Bound.PLAIN),
        (Bound.MORE, Bound.EXACT),
        (Bound.MORE, Bound.NEARLY),
        (Bound.MORE, Bound.LESS),
        (Bound.MORE, Bound.AT_MOST),
        (Bound.LESS, Bound.PLAIN),
        (Bound.LESS, Bound.EXACT),
        (Bound.LESS, Bound.MORE),
        (Bound.LESS, Bound.AT_LEAST),
        (Bound.AT_LEAST, Bound.NEARLY),
        (Bound.AT_LEAST, Bound.LESS),
        (Bound.AT_LEAST, Bound.AT_MOST),
        (Bound.AT_MOST, Bound.MORE),
        (Bound.AT_MOST, Bound.AT_LEAST),
        (Bound.NEARLY, Bound.MORE),
        (Bound.NEARLY, Bound.AT_LEAST),
        (Bound.EXACT, Bound.ABOUT),
        (Bound.EXACT, Bound.NEARLY),
        (Bound.EXACT, Bound.MORE),
        (Bound.EXACT, Bound.AT_LEAST),
        (Bound.EXACT, Bound.LESS),
        (Bound.EXACT, Bound.AT_MOST),
    )
)
"""How a claim means a number, and how a passage means the same number, where both cannot be meant."""


def numbers_contradicted(comparison: Comparison) -> Iterator[Disagreement]:
    """The numbers of a claim against which its passages have another for the same thing."""
    for number in _told(comparison):
        against = _against(number, comparison)
        if against is not None:
            yield _differing(
                number, against, comparison, "use the quotation's number, or quote what has this one"
            )


def units_changed(comparison: Comparison) -> Iterator[Disagreement]:
    """The numbers of a claim that its passages have in another currency or unit."""
    for number in _told(comparison):
        match = _in_other_unit(number)
        if match is not None and _is_same_thing(match):
            yield _differing(
                number, match, comparison, "use the quotation's unit, or say how it was converted"
            )


def bounds_changed(comparison: Comparison) -> Iterator[Disagreement]:
    """The numbers of a claim that it means as more, less or exactly, where its passages say otherwise."""
    for number in _told(comparison):
        match = number.best(Relation.EQUAL)
        if match is None or (number.quantity.bound, match.quantity.bound) not in _DISJOINT:
            continue
        if match.quantity.upper is not None and _reach_each_other(number.quantity, match.quantity):
            continue
        if _is_same_thing(match) and not match.likeness.denials_differ and not _holds_too(number, match):
            yield _differing(number, match, comparison, "say how the number is meant as the quotation does")


def limits_dropped(comparison: Comparison) -> Iterator[Disagreement]:
    """The numbers of a claim that its passages have only as the most there may be."""
    for number in _told(comparison):
        match = number.best(Relation.EQUAL)
        if match is None or match.quantity.bound is not Bound.AT_MOST:
            continue
        if number.quantity.bound in (Bound.PLAIN, Bound.ABOUT):
            yield _differing(number, match, comparison, "keep the quotation's words before the number")


def numbers_absent(comparison: Comparison) -> Iterator[Disagreement]:
    """The numbers of a claim that no passage has."""
    for number in _told(comparison):
        if _is_absent(number, comparison):
            words = _words(number.quantity, comparison)
            message = f"the claim says {words!r}, and no quotation of it has that number"
            help = (
                "quote the words that have the number, leave it out, or say how it was worked out (derived)"
            )
            yield Disagreement(message, number.quantity.words, help)


# The parts


def _told(comparison: Comparison) -> tuple[Counted, ...]:
    """The numbers of a claim that count something, without those in the names that the page is about."""
    return comparison.once(_to_tell)


def _to_tell(comparison: Comparison) -> tuple[Counted, ...]:
    if comparison.derived:
        return ()
    known = _words_of_subject(comparison)
    return tuple(
        number
        for number in counted(comparison)
        if not known.issuperset(_number_tokens(number.quantity, comparison))
    )


def _words_of_subject(comparison: Comparison) -> frozenset[str]:
    names = (*comparison.explainer.subject, *(entity.name for entity in comparison.explainer.entities))
    return frozenset(word.strip("(),.;:").lower() for name in names for word in name.split())


def _number_tokens(quantity: Quantity, comparison: Comparison) -> tuple[str, ...]:
    tokens = comparison.reading.tokens[quantity.first : quantity.last]
    return tuple(token.word for token in tokens)


def _against(number: Counted, comparison: Comparison) -> Match | None:
    """The number of the passages that stands in the place of a claim's, if there is one."""
    others = [match for match in number.matches if match.relation is Relation.OTHER]
    other = next((match for match in others if _may_contradict(number.quantity, match)), None)
    if other is None or other.score < others[0].score - _FRAME_MARGIN:
        return None
    same = [match for match in number.matches if match.relation in (Relation.EQUAL, Relation.NUMBER)]
    if same:
        return other if _fits_better(other, same) else None
    if _holds_too(number, other):
        return None
    if other.counted:
        same_thing = tuple(match for match in number.matches if match.counted)
        return None if is_sum(number, same_thing) else other
    return None if is_worked_out(number, comparison) else other


def _holds_too(number: Counted, other: Match) -> bool:
    """Whether the claim's words are true of a number that fits about as well as the other."""
    fitting = number.best(Relation.HOLDS, Relation.NEAR)
    if fitting is None:
        return False
    if number.quantity.bound is not Bound.PLAIN and _are_alternatives(fitting, other):
        return True
    slack = _HOLDING_MARGIN if fitting.counted >= other.counted else 0.0
    return fitting.score >= other.score - slack


def _are_alternatives(one: Match, other: Match) -> bool:
    """Whether two numbers of a passage are alternatives: at most one word stands between them."""
    first, second = sorted((one.quantity, other.quantity), key=lambda quantity: quantity.first)
    return one.passage is other.passage and second.first - first.last <= 1


def _fits_better(other: Match, same: list[Match]) -> bool:
    """Whether another number stands in the place of a claim's, which the passages have elsewhere."""
    lead = other.score - same[0].score
    if other.likeness.touches and not any(match.likeness.touches for match in same):
        return lead >= _TOUCHING_MARGIN
    counts_else = all(match.quantity.noun and not match.counted for match in same)
    return bool(other.counted) and lead >= (_COUNTING_MARGIN if counts_else else _FRAME_MARGIN)


def _may_contradict(quantity: Quantity, match: Match) -> bool:
    if match.likeness.denials_differ or not _is_same_thing(match):
        return False
    if quantity.kind is Kind.LABEL and not match.counted:
        return False
    return match.likeness.touches or not (match.quantity.is_weak or quantity.is_weak)


def _reach_each_other(one: Quantity, other: Quantity) -> bool:
    """Whether a number may be both what a claim and what a range of a passage says."""
    (low, high), (least, most) = one.interval, other.interval
    return low <= most and least <= high


def _is_same_thing(match: Match) -> bool:
    """Whether two numbers are of the same thing: what is counted, or what stands around, is the same."""
    like = match.likeness
    if like.share < _SHARE:
        return False
    if match.counted or like.touches:
        return True
    return match.quantity.kind in _WITH_UNIT and like.near >= _NEAR


def _in_other_unit(number: Counted) -> Match | None:
    if number.quantity.kind not in _WITH_UNIT or number.best(Relation.EQUAL):
        return None
    match = number.best(Relation.NUMBER)
    return match if match is not None and match.quantity.kind in _WITH_UNIT else None


def _is_absent(number: Counted, comparison: Comparison) -> bool:
    quantity = number.quantity
    if quantity.is_weak or quantity.kind in (Kind.LABEL, Kind.ORDINAL) or quantity.value == _SMALLEST:
        return False
    if quantity.value == _PAIR and _is_known_pair(quantity, comparison):
        return False
    if number.best(Relation.EQUAL, Relation.HOLDS, Relation.NEAR) or _against(number, comparison) is not None:
        return False
    if number.best(Relation.NUMBER):
        match = _in_other_unit(number)
        return match is not None and not _is_same_thing(match)
    if _is_written(quantity, comparison) or is_worked_out(number, comparison):
        return False
    if quantity.kind is not Kind.COUNT or quantity.bound is Bound.EXACT:
        return True
    return not any(quantity.value in list_sizes(passage.reading) for passage in comparison.passages)


def _is_known_pair(quantity: Quantity, comparison: Comparison) -> bool:
    """Whether two are spoken of as known already (*the two sides*)."""
    lexicon = comparison.language.lexicon
    if lexicon is None or lexicon.calendar is None or not quantity.first:
        return False
    return comparison.reading.tokens[quantity.first - 1].word in lexicon.calendar.articles


def _is_written(quantity: Quantity, comparison: Comparison) -> bool:
    """Whether the very digits stand in a passage, as whatever they were read there."""
    lexicon = comparison.language.lexicon
    scales = lexicon.quantities.magnitudes if lexicon is not None and lexicon.quantities is not None else {}
    tokens = _number_tokens(quantity, comparison)
    digits = {token for token in tokens if token[:1].isdigit() or token in scales}
    return any(token[:1].isdigit() for token in digits) and any(
        digits <= passage.reading.stems for passage in comparison.passages
    )


def _words(quantity: Quantity, comparison: Comparison) -> str:
    return comparison.reading.content[quantity.words.start : quantity.words.end]


def _differing(number: Counted, match: Match, comparison: Comparison, help: str) -> Disagreement:
    words = _words(number.quantity, comparison)
    place = match.quantity.words
    other = match.passage.reading.content[place.start : place.end]
    return Disagreement(
        f"the claim says {words!r}, the quotation {other!r}",
        number.quantity.words,
        help,
        match.passage,
        (place,),
        told="the quotation says this",
        instead=other,
    )
