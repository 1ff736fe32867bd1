"""What differs between a quotation that was not found and the passage most like it, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple
from unicodedata import category, normalize

from onrecord.fold import fold
from onrecord.text import Span

_MOST_TOKENS = 3000
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_APART = (
    "\\s!-/:-@\\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf"
    "\u2010-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f"
)
_TOKEN = (
    "&(?:#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    "|\\[[0-9]{1,3}\\]"
    f"|[0-9]+(?:[.,][0-9]+)*[^{_APART}{_UNSPACED}]*"
    f"|[{_UNSPACED}]"
    f"|[^{_APART}{_UNSPACED}]+(?:['.\\-][^{_APART}{_UNSPACED}]+)*"
    "|\\S"
)
_SIGNS = frozenset("+-\u2212\u00b1<>=\u2264\u2265\u2260\u2248~\u00d7\u00f7^")
_UNITS = frozenset(
    (
        *(
            "%",
            "\u2030",
            "\u00b0",
            "\u00b0C",
            "\u00b0F",
            "percent",
            "mm",
            "cm",
            "m",
            "km",
            "kg",
            "g",
            "mg",
            "\u00b5g",
        ),
        *(
            "t",
            "l",
            "ml",
            "ha",
            "s",
            "h",
            "Hz",
            "kHz",
            "MHz",
            "GHz",
            "W",
            "kW",
            "MW",
            "GW",
            "kWh",
            "J",
            "kJ",
            "Pa",
        ),
        *(
            "V",
            "A",
            "K",
            "dozen",
            "hundred",
            "thousand",
            "million",
            "billion",
            "trillion",
            "dollars",
            "euros",
        ),
        *("tons", "tonnes", "pounds", "miles", "feet", "inches"),
    )
)
_SCRIPT_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⁺⁻₊₋", "01234567890123456789+-+-")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹†‡"
_FOOTNOTE = re.compile("\\[[0-9]{1,3}\\]|[⁰¹²³⁴⁵⁶⁷⁸⁹†‡]+")
_NUMBER = re.compile("[0-9][0-9.,]*")


class Kind(StrEnum):
    """In what a quotation and a passage differ at one place."""

    CASE = "capital letters"
    ACCENTS = "accents"
    PUNCTUATION = "punctuation"
    SPACE = "spaces"
    HYPHEN = "hyphens"
    SCRIPT_DIGIT = "raised or lowered digits"
    FOOTNOTE = "footnote marks"
    ENTITY = "HTML entities"
    NUMBER_FORM = "the way a number is written"
    NUMBER = "numbers"
    SIGN = "signs"
    CURRENCY = "currencies"
    UNIT = "units"
    WORD = "words"


class Difference(NamedTuple):
    """One place where they differ: what the quotation has (a span of it) where the passage has another.

    Spans are half-open, in code points of the two strings that were compared; one of them may be empty.
    """

    kind: Kind
    typed: Span
    printed: Span


class _Token(NamedTuple):
    text: str
    span: Span


def differences(typed: str, printed: str) -> tuple[Difference, ...]:
    """Where ``typed``, a quotation, differs from ``printed``, a passage of a source, after all foldings.

    What the passage has beyond the quotation's ends does not count. Empty where nothing differs, and where
    the two are too long to compare (more than 3,000 words).
    """
    quotation, passage = _tokens(typed, authored=True), _tokens(printed, authored=False)
    if max(len(quotation), len(passage)) > _MOST_TOKENS or not quotation or not passage:
        return ()
    found: list[Difference] = []
    blocks = list(_blocks(quotation, passage))
    for number, (first, last, begin, end) in enumerate(blocks):
        at_an_edge = (
            (first == 0 or last == len(quotation)) and first == last and number in (0, len(blocks) - 1)
        )
        if not at_an_edge:
            found.extend(_apart(quotation, passage, Span(first, last), Span(begin, end)))
    return tuple(found) or _spacing(quotation, passage, typed, printed)


def kind_of_difference(found: tuple[Difference, ...]) -> Kind | None:
    """The one thing in which two texts differ, or None where there is none or more than one."""
    kinds = {difference.kind for difference in found}
    return kinds.pop() if len(kinds) == 1 else None


def fault(found: tuple[Difference, ...], typed: str) -> Span | None:
    """The first words of a quotation that differ, those close behind them included; never empty.

    Where words are only left out, the words beside the gap. None where nothing differs.
    """
    if not found:
        return None
    start, end = found[0].typed
    for difference in found[1:]:
        if difference.typed.start - end > 20:
            break
        end = difference.typed.end
    if start == end:
        before, after = typed[:start].rstrip(), typed[end:].lstrip()
        start = max(before.rfind(" "), before.rfind("\n")) + 1 if before else start
        end = len(typed) - len(after) + (len(after.split()[0]) if after else 0)
    return Span(start, end)


@cache
def _token() -> re.Pattern[str]:
    """The pattern, compiled on the first miss: most runs have none."""
    return re.compile(_TOKEN)


def _tokens(text: str, *, authored: bool) -> list[_Token]:
    folded = fold(text, authored=authored)
    return [_Token(found[0], folded.raw_span(*found.span())) for found in _token().finditer(folded.text)]


def _blocks(quotation: list[_Token], passage: list[_Token]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of both token lists that differ, each between equal ones."""
    from rapidfuzz.distance import Levenshtein

    one, other = [token.text for token in quotation], [token.text for token in passage]
    steps = Levenshtein.opcodes(one, other)
    for same, group in groupby(steps, key=lambda step: step.tag == "equal"):
        if not same:
            block = list(group)
            yield block[0].src_start, block[-1].src_end, block[0].dest_start, block[-1].dest_end


def _apart(
    quotation: list[_Token], passage: list[_Token], typed: Span, printed: Span
) -> Iterator[Difference]:
    """The differences in one stretch: token by token where both have as many, else all at once."""
    one, other = quotation[slice(*typed)], passage[slice(*printed)]
    whole = _kind("".join(t.text for t in one), "".join(t.text for t in other))
    if len(one) != len(other) and whole is Kind.WORD and not _are_words(one) and not _are_words(other):
        whole = Kind.PUNCTUATION
    if "".join(t.text for t in one) == "".join(t.text for t in other):
        whole = Kind.SPACE
    if len(one) != len(other) or whole is not Kind.WORD:
        yield Difference(whole, _extent(quotation, typed), _extent(passage, printed))
        return
    pairs = zip(range(*typed), range(*printed), one, other, strict=True)
    kinds = [(_kind(t.text, p.text), i, j) for i, j, t, p in pairs]
    for kind, group in groupby(kinds, key=lambda pair: pair[0]):
        places = list(group)
        first, last = places[0], places[-1]
        yield Difference(
            kind,
            _extent(quotation, Span(first[1], last[1] + 1)),
            _extent(passage, Span(first[2], last[2] + 1)),
        )


def _are_words(tokens: list[_Token]) -> bool:
    return any(char.isalnum() for token in tokens for char in token.text)


def _extent(tokens: list[_Token], span: Span) -> Span:
    """The span of the text for a span of its tokens; an empty one lies after the token before."""
    if span.start < span.end:
        return Span(tokens[span.start].span.start, tokens[span.end - 1].span.end)
    at = tokens[span.start - 1].span.end if span.start else 0
    return Span(at, at)


def _spacing(
    quotation: list[_Token], passage: list[_Token], typed: str, printed: str
) -> tuple[Difference, ...]:
    """The first place where two texts of the same words have spaces of another kind, if there is one."""
    for (before, after), (other, following) in zip(pairwise(quotation), pairwise(passage), strict=False):
        apart = typed[before.span.end : after.span.start].strip("\u200b\u00ad") != ""
        if apart != (printed[other.span.end : following.span.start].strip("\u200b\u00ad") != ""):
            return (
                Difference(
                    Kind.SPACE,
                    Span(before.span.start, after.span.end),
                    Span(other.span.start, following.span.end),
                ),
            )
    return ()


def _kind(typed: str, printed: str) -> Kind:
    if typed and printed:
        return _kind_of_two(typed, printed)
    return _kind_of_one(typed or printed)


def _kind_of_two(typed: str, printed: str) -> Kind:
    from html import unescape

    if typed.casefold() == printed.casefold():
        return Kind.CASE
    if _bare(typed) == _bare(printed):
        return Kind.ACCENTS
    if typed.translate(_SCRIPT_DIGITS) == printed.translate(_SCRIPT_DIGITS):
        return Kind.SCRIPT_DIGIT
    if unescape(typed) == unescape(printed):
        return Kind.ENTITY
    if typed.rstrip(_RAISED) == printed.rstrip(_RAISED):
        return Kind.FOOTNOTE if len(typed.rstrip(_RAISED)) > 2 else Kind.SCRIPT_DIGIT
    if _NUMBER.fullmatch(typed) and _NUMBER.fullmatch(printed):
        same = typed.replace(",", "").replace(".", "") == printed.replace(",", "").replace(".", "")
        return Kind.NUMBER_FORM if same else Kind.NUMBER
    if typed.replace("-", "") == printed.replace("-", ""):
        return Kind.HYPHEN
    one, other = _kind_of_one(typed), _kind_of_one(printed)
    if {one, other} == {Kind.SIGN, Kind.PUNCTUATION}:
        return Kind.PUNCTUATION
    return one if one is other else Kind.WORD


def _kind_of_one(token: str) -> Kind:
    if token in _UNITS:
        return Kind.UNIT
    if _FOOTNOTE.fullmatch(token):
        return Kind.FOOTNOTE
    if _NUMBER.fullmatch(token):
        return Kind.NUMBER
    if token in _SIGNS:
        return Kind.SIGN
    if len(token) == 1 and category(token) == "Sc":
        return Kind.CURRENCY
    if token and all(category(char)[0] in "PZ" or char == "`" for char in token):
        return Kind.PUNCTUATION
    return Kind.WORD


def _bare(text: str) -> str:
    """``text`` in small letters without its accents."""
    return "".join(char for char in normalize("NFD", text) if category(char) != "Mn").casefold()
