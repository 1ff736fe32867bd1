"""All that authors wrote, walked once, and the characters in it that need a second look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import astuple

from onrecord.characters import Oddity, is_plain, unseen
from onrecord.lookalikes import lookalikes
from onrecord.model import Claim, Project
from onrecord.signs import has_changed_numbers
from onrecord.text import Scalar, Text


class Authored(NamedTuple):
    """A string that an author wrote, and the ids of what it belongs to (empty where it belongs to none)."""

    text: Scalar
    explainer: str = ""
    claim: str = ""
    source: str = ""


class OddText(NamedTuple):
    """A string that an author wrote and everything odd in it, in order."""

    authored: Authored
    oddities: tuple[Oddity, ...]


def unusual_texts(project: Project) -> list[Authored]:
    """Every string of the project that is not plainly letters and usual signs.

    All values are walked, whatever they are called: what is added to the model is looked at too.
    """
    found: list[Authored] = []
    for explainer in project.explainers:
        if not _is_plain_file(explainer.at.text):
            _walk(explainer, Authored(explainer.title, explainer.id), found)
    for source in project.corpus.sources.values():
        if not _is_plain_file(source.at.text):
            _walk(source, Authored(source.id, source=str(source.id)), found)
    return found


def _is_plain_file(text: Text) -> bool:
    """Whether a file is ASCII without a backslash, so that no value in it, escaped or not, can be unusual."""
    return text.content != "" and text.content.isascii() and "\\" not in text.content


def odd_texts(project: Project, known: Callable[[Authored], str]) -> Iterator[OddText]:
    """Yield what holds odd characters; ``known`` gives the words of sources that a text rests on.

    It is asked about a text only where that matters.
    """
    for authored in unusual_texts(project):
        text = authored.text
        suspects = list(lookalikes(text))
        if suspects or has_changed_numbers(text):
            suspects = list(lookalikes(text, known(authored)))
        oddities = sorted((*unseen(text), *suspects), key=lambda odd: odd.span)
        if oddities:
            yield OddText(authored, tuple(oddities))


def _walk(value: Struct, owner: Authored, found: list[Authored]) -> None:
    if type(value) is Claim:
        owner = owner._replace(claim=str(value.id))
    for part in astuple(value):
        if type(part) is Scalar:
            if not is_plain(part):
                found.append(owner._replace(text=part))
        elif isinstance(part, Struct):
            _walk(part, owner, found)
        elif type(part) is tuple:
            for item in part:
                if type(item) is Scalar:
                    if not is_plain(item):
                        found.append(owner._replace(text=item))
                elif isinstance(item, Struct):
                    _walk(item, owner, found)
