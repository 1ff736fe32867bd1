"""The word that was probably meant: "did you mean ...?"."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 64
_MOST_CHOICES = 2000


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A question that names the choice most like ``word``; empty where none is like it."""
    return asked(likeliest(word, choices))


def asked(meant: str) -> str:
    """A question that names what was probably meant; empty where that is."""
    return f"did you mean {meant!r}?" if meant else ""


def likeliest(word: str, choices: Iterable[str]) -> str:
    """The choice most like ``word``; empty where none is like it.

    A slip is counted as one, whether a letter is wrong, missing, too much or in its neighbour's place.
    """
    if not word or len(word) > _LONGEST:
        return ""
    from rapidfuzz.distance import OSA  # on a finding only: its import takes longer than a small check

    plain = word.lower().replace("_", "-")
    best, fewest = "", max(1, len(word) // 3) + 1
    for choice in list(choices)[:_MOST_CHOICES]:
        slips = OSA.distance(plain, choice.lower().replace("_", "-"), score_cutoff=fewest)
        if slips < fewest:
            best, fewest = str(choice), slips
    return best
