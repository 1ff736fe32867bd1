"""Where a clause begins, told from little words and commas: a rough grammar, and no parser."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language import Language
from onrecord.tokens import Token

_CLAUSE_WORDS = 20
_STOPS = frozenset((";", ":", "?", "!", "-"))
_SHORTEST_PAST = 5


def is_adverb(word: str, language: Language) -> bool:
    """Whether a word has the ending of an adverb."""
    return language.adverb_endings != () and word.endswith(language.adverb_endings)


def is_clause(words: Sequence[Token], language: Language) -> bool:
    """Whether words begin with a subject and a verb of their own."""
    near = [token.word for token in words[:_CLAUSE_WORDS]]
    if near and near[0] in language.subjects:
        return True
    for index, word in enumerate(near):
        if word in _STOPS or word in language.relative or word in language.complementisers:
            return False
        if index and word in language.subordinate:
            return False
        if index and near[index - 1] not in language.infinitive_marks and _is_verb(near, index, language):
            return True
    return False


def _is_verb(words: Sequence[str], index: int, language: Language) -> bool:
    word, following = words[index], words[index + 1] if index + 1 < len(words) else ""
    if word in language.finite:
        return True
    if language.past_endings and word.endswith(language.past_endings) and len(word) >= _SHORTEST_PAST:
        return following not in language.agents and words[index - 1] not in language.determiners
    return _is_present(word, following, language)


def _is_present(word: str, following: str, language: Language) -> bool:
    """Whether a word has the ending of a verb in the present, and its object behind it."""
    if not language.present_endings or not word.endswith(language.present_endings):
        return False
    return following in language.determiners or following.endswith(language.possessive_endings or ("\0",))


def begins_predicate(words: Sequence[Token], language: Language) -> bool:
    """Whether words begin with a verb form that has its subject elsewhere (*... and went home*)."""
    near = [token for token in words[:3] if not is_adverb(token.word, language)][:2]
    if not near or not near[0].is_word:
        return False
    word = near[0].word
    if word in language.finite or (language.past_endings and word.endswith(language.past_endings)):
        return True
    return _is_present(word, near[1].word if len(near) > 1 else "", language)


def begins_other(word: str, rest: Sequence[Token], language: Language, *, after_comma: bool) -> bool:
    """Whether a joining word begins another clause, and does not go on with a list or a group of words."""
    if word in language.opposing:
        return True
    if word not in language.adding:
        return after_comma
    return after_comma or is_clause(rest, language) or begins_predicate(rest, language)


def leaves_bracket(between: Sequence[Token]) -> bool:
    """Whether a bracket closes among the words that was opened before them."""
    depth = 0
    for token in between:
        if token.word in ("(", "["):
            depth += 1
        elif token.word in (")", "]"):
            depth -= 1
            if depth < 0:
                return True
    return False
