"""Sources that were taken down: their files must be gone, and may not come back under other names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from onrecord.finding import Related
from onrecord.model import Problem, Source
from onrecord.text import Location, Text

_RULE = "takedown-unfinished"


def gone_for_good(sources: Iterable[Source]) -> dict[str, Source]:
    """The sources that were taken down, by the SHA-256 of each of their files."""
    return {
        str(digest): source
        for source in sources
        if source.taken_down is not None
        for digest in (source.raw_sha256, source.sha256)
        if digest
    }


def takedown_problems(
    sources: Mapping[str, Source],
    folder: str,
    names: set[str],
    unlisted: set[str],
    digest: Callable[[str], str],
) -> Iterator[Problem]:
    """Yield a problem for each file of a source that was taken down and is still in ``folder``, or again.

    Another source that was extracted from the same file has to do without it. ``names`` are the files there
    that are no metadata, ``unlisted`` those that no metadata name: what is told here is taken out of these.
    ``digest`` gives the SHA-256 of a file by its name.
    """
    gone = gone_for_good(sources.values())
    for source in sources.values():
        if source.taken_down is not None:
            for name in (source.file, source.raw):
                if name is not None and name in names:
                    yield _still_there(source, name, name.at(), folder)
    for again in sorted(unlisted) if gone else ():
        if (former := gone.get(digest(again))) is not None:
            unlisted.discard(again)
            yield _still_there(former, again, Location(Text(f"{folder}/{again}", "")), folder)
    for source in sources.values() if gone else ():
        if source.taken_down is None:
            yield from _in_use_again(source, gone, folder)


def _in_use_again(source: Source, gone: Mapping[str, Source], folder: str) -> Iterator[Problem]:
    """Yield a problem where a source has the text of one that was taken down, or comes from its file."""
    if (former := gone.get(str(source.sha256))) is not None:
        message = f"this is the text of the source {str(former.id)!r}, which was taken down"
        help = f"delete {folder}/{source.file} and its metadata, and withdraw the claims that rest on it"
        yield Problem(_RULE, message, source.sha256.at(), help, (_taken_down(former),))
    if (former := gone.get(str(source.raw_sha256))) is not None and source.raw is not None:
        told = f"{str(source.raw)!r} holds the text of the source {str(former.id)!r}, which was taken down"
        help = "take 'raw', 'raw_sha256' and 'extracted_by' out, or name another file that has this text"
        yield Problem(_RULE, told, source.raw.at(), help, (_taken_down(former),))


def _still_there(source: Source, name: str, at: Location, folder: str) -> Problem:
    message = f"the source {str(source.id)!r} was taken down, and its file {str(name)!r} is still there"
    related = () if at.path == source.at.path else (_taken_down(source),)
    help = f"delete {folder}/{name}; if a claim still rests on it, the check says which"
    return Problem(_RULE, message, at, help, related)


def _taken_down(source: Source) -> Related:
    at = source.at if source.taken_down is None else source.taken_down.at
    return Related("taken down here", at)
