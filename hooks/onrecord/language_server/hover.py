"""What is shown over a value: the passage that a quotation stands in, a claim, a source, a rule."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator

from msgspec import Struct

from onrecord.folding import FOLDING_BY_NAME
from onrecord.language_server.pointing import Meant
from onrecord.language_server.rules import first_sentence
from onrecord.model import Claim, Source
from onrecord.printable import printable
from onrecord.resolve import Evidence, Unresolved
from onrecord.rule import Rule
from onrecord.sentences import paragraph
from onrecord.text import Span, Text

_MOST_AROUND = 700
_MARKUP = re.compile(f"[{re.escape(string.punctuation)}]")


class Run(Struct, frozen=True):
    """Words of a line, in heavy type where they are what is quoted, or as code, which is ours."""

    words: str
    is_strong: bool = False
    is_code: bool = False


Line = tuple[Run, ...]


def shown(meant: Meant) -> list[Line]:
    """What is said of a value, line by line."""
    match meant:
        case Evidence():
            return list(_evidence(meant))
        case Unresolved():
            return list(_unresolved(meant))
        case Claim():
            return [(Run(str(meant.text)),)]
        case Source():
            return list(_source(meant))
        case Rule():
            return [(Run(f"{meant.id} ({meant.severity})", is_strong=True),), (Run(first_sentence(meant)),)]


def plain(lines: Iterable[Line]) -> str:
    """The lines as plain text, with what is quoted between marks."""
    return "\n\n".join("".join(f"»{_one(r)}«" if r.is_strong else _one(r) for r in line) for line in lines)


def markdown(lines: Iterable[Line]) -> str:
    """The lines as Markdown in which nothing that was written by others is markup."""
    return "\n\n".join("".join(map(_marked, line)) for line in lines)


def _one(run: Run) -> str:
    return printable(re.sub(r"\s+", " ", run.words))


def _marked(run: Run) -> str:
    words = _one(run)
    if run.is_code:
        return f"`{words}`"
    core = words.strip(" ")
    escaped = _MARKUP.sub(r"\\\g<0>", core)
    if not run.is_strong or not core:
        return _MARKUP.sub(r"\\\g<0>", words)
    start = words.index(core)
    return f"{words[:start]}**{escaped}**{words[start + len(core) :]}"


def _evidence(evidence: Evidence) -> Iterator[Line]:
    text = evidence.source.text
    assert text is not None
    yield (Run(_where(evidence.source, text, evidence.spans[0])),)
    if evidence.quotation.speaker is not None:
        yield (Run(f"Said by {evidence.quotation.speaker}."),)
    yield _passage(text, evidence.spans)
    for name in evidence.foldings:
        yield (Run(FOLDING_BY_NAME[name].sentence),)


def _unresolved(missed: Unresolved) -> Iterator[Line]:
    near = missed.closest
    if near is None or not near.is_near or near.source.text is None:
        yield (Run("These words were not found in the source."),)
        return
    yield (Run("These words were not found in the source. The passage most like them:"),)
    yield (Run(_where(near.source, near.source.text, near.span)),)
    yield _passage(near.source.text, (near.span,))


def _source(source: Source) -> Iterator[Line]:
    yield (Run(str(source.title), is_strong=True),)
    known = (source.author, source.publisher, source.published)
    if any(known):
        yield (Run(", ".join(str(each) for each in known if each)),)
    if source.text is not None:
        yield (Run(source.text.path),)


def _where(source: Source, text: Text, span: Span) -> str:
    return f"{text.path}, line {text.position(span.start).line}: {source.title}"


def _passage(text: Text, spans: tuple[Span, ...]) -> Line:
    """The paragraph around ``spans``, so much of it as can be taken in, with them in heavy type."""
    content = text.content
    first, last = spans[0].start, spans[-1].end
    start = max(paragraph(content, first).start, first - _MOST_AROUND)
    end = min(max(paragraph(content, max(first, last - 1)).end, last), last + _MOST_AROUND)
    runs, done = [], start
    for span in spans:
        runs += [Run(content[done : span.start]), Run(content[span.start : span.end], is_strong=True)]
        done = span.end
    runs.append(Run(content[done:end]))
    return tuple(run for run in runs if run.words)
