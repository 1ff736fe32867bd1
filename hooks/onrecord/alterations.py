"""What an author may leave out of a quotation or put into it, by the words of the source's language."""

from __future__ import annotations

import re

from onrecord import reach_after, reach_before
from onrecord.clauses import is_adverb
from onrecord.language import Language, Reach, Sense
from onrecord.text import Span, Text
from onrecord.tokens import Found, Token, find_cues, tokens

_EDGE = 300
_NEAR = 8
_MARKS = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb\u2018\u300c\u300e]|''|``")
_HIDDEN = {
    Sense.DENIES: "a negation",
    Sense.LIMITS: "a condition, an exception or a limit",
    Sense.DOUBTS: "a doubt",
    Sense.REPORTS: "who says so",
}
_ALWAYS = frozenset((Reach.CLAUSE, Reach.INSIDE, Reach.FRONT, Reach.BACK, Reach.BOTH))


def hides(text: Text, gap: Span, language: Language | None) -> str | None:
    """What an ellipsis over ``gap`` would hide, in plain words; None where it hides nothing of weight.

    Numbers and quotation marks are seen in any language, the rest only where there are rules for it.
    """
    content = text.content
    omitted = content[gap.start : gap.end]
    if any(map(str.isdigit, omitted)):
        return "a number is left out"
    if _MARKS.search(omitted):
        return "a quotation mark is left out"
    if language is None:
        return None
    left_out = tokens(content, gap.start, gap.end)
    number = next((token for token in left_out if token.word in language.numbers), None)
    if number is not None:
        return f"a number is left out: {_shown(content, number.start, number.end)}"
    before = tokens(content, max(0, gap.start - _EDGE), gap.start)[-_NEAR:]
    after = tokens(content, gap.end, min(len(content), gap.end + _EDGE))
    found = _governing(before, left_out, after, language)
    if found is None:
        return None
    words = [*before, *left_out][found.first : found.last]
    return f"{_HIDDEN[found.cue.sense]} is left out: {_shown(content, words[0].start, words[-1].end)}"


def _shown(content: str, start: int, end: int) -> str:
    return f"\u201c{' '.join(content[start:end].split())}\u201d"


def _governing(
    before: list[Token], left_out: list[Token], after: list[Token], language: Language
) -> Found | None:
    """The first governing words that end among those left out; indices count from the first of ``before``."""
    words = [*before, *left_out]
    for found in find_cues(words, language):
        if found.last <= len(before) or found.cue.sense is Sense.CONTRASTS:
            continue
        if found.cue.reach in _ALWAYS or reach_before.governs(found, words, after, language):
            return found
    tag = reach_after.speaker(left_out, before, language)
    return Found(tag.cue, tag.first + len(before), tag.last + len(before)) if tag else None


def changes_sense(words: str, language: Language | None) -> bool:
    """Whether an editor may not put ``words`` in square brackets: denials, limits, verbs, numbers."""
    if any(map(str.isdigit, words)):
        return True
    if language is None:
        return False
    inserted = tokens(words, 0, len(words))
    for token in inserted:
        if token.word in language.not_inserted or token.word in language.numbers:
            return True
        if not token.capital and is_adverb(token.word, language):
            return True
    return any(_turns(found) for found in find_cues(inserted, language))


def _turns(found: Found) -> bool:
    """Whether a cue changes the sense wherever it stands (*the ban* does not, *not* does)."""
    if found.cue.sense is Sense.DENIES:
        return found.cue.reach is Reach.CLAUSE
    return found.cue.sense is not Sense.REPORTS


def pronoun(word: str, language: Language | None) -> bool:
    """Whether ``word`` is a pronoun, possessive or demonstrative, which a bracket may replace or explain.

    Without rules for the language no word is known to be one.
    """
    return language is not None and _plain(word.strip()) in language.pronouns


def carries_meaning(word: str, language: Language | None) -> bool:
    """Whether ``word`` says something of its own: not one letter, and none of the language's little words."""
    if len(word) < 2 and not word.isdigit():
        return False
    return language is None or _plain(word) not in language.stop_words


def _plain(word: str) -> str:
    return word.lower().replace("\u2019", "'")
