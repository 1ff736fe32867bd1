"""What claims rest on, before and after: each entry beside the one that it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from onrecord.claims_diff.fields import NOT_OF_EVIDENCE, Field, fields_of
from onrecord.model import Absence, Quotation
from onrecord.resolve import AbsenceOutcome, Evidence, Resolution, Unresolved
from onrecord.revision import NOTHING, renamed_sources

Outcome = Evidence | Unresolved | AbsenceOutcome


class EvidenceChange(Struct, frozen=True):
    """A quotation or a search for absent words, before and after.

    ``is_new_wording`` tells that its words or its source are not what they were, ``fields`` what else is not.
    ``taken_down`` is the id of a source that was taken down: whatever stood there is not repeated.
    """

    before: Outcome | None
    after: Outcome | None
    is_new_wording: bool = False
    fields: tuple[Field, ...] = ()
    taken_down: str = ""


class Sources(Struct, frozen=True):
    """What sources are ``called`` now, by a former id, and the ids, old and new, of those ``taken_down``."""

    called: Mapping[str, str]
    taken_down: frozenset[str]


def sources_of(after: Resolution) -> Sources:
    """What became of the names and texts of the sources of ``after``."""
    return after.once(_known_sources)


def _known_sources(after: Resolution) -> Sources:
    called = renamed_sources(after.project)
    gone = {name for name, source in after.project.corpus.sources.items() if source.taken_down}
    return Sources(called, frozenset(gone | {name for name, now in called.items() if now in gone}))


def evidence_changes(
    old: Sequence[Outcome], new: Sequence[Outcome], known: Sources
) -> tuple[EvidenceChange, ...]:
    """The entries now, each with the one that it was: that of the same words, else the next that is left.

    In the place of all that rested on a source that was taken down stands one entry without any words.
    """
    gone = {str(one.source.id): None for one in (*old, *new) if one.source} if known.taken_down else {}
    withheld = tuple(EvidenceChange(None, None, taken_down=id) for id in gone if id in known.taken_down)
    if withheld:
        old, new = (
            [one for one in those if not (one.source and one.source.id in known.taken_down)]
            for those in (old, new)
        )
    return (*withheld, *_paired(old, new, known.called))


def _paired(
    old: Sequence[Outcome], new: Sequence[Outcome], called: Mapping[str, str]
) -> Iterator[EvidenceChange]:
    left, same = list(old), {}
    for number, outcome in enumerate(new):
        fitting = [one for one in left if _words(one, called) == _words(outcome)]
        if (was := _taken(left, fitting)) is not None:
            same[number] = was
    for number, outcome in enumerate(new):
        if (was := same.get(number)) is not None:
            yield EvidenceChange(
                was, outcome, fields=fields_of(_entry(was), _entry(outcome), NOT_OF_EVIDENCE)
            )
        else:
            was = _taken(left, [one for one in left if type(_entry(one)) is type(_entry(outcome))])
            yield EvidenceChange(was, outcome, is_new_wording=was is not None)
    yield from (EvidenceChange(outcome, None) for outcome in left)


def _taken(left: list[Outcome], fitting: list[Outcome]) -> Outcome | None:
    """The first that fits, taken out of what is left."""
    if not fitting:
        return None
    left.remove(fitting[0])
    return fitting[0]


def _entry(outcome: Outcome) -> Quotation | Absence:
    return outcome.absence if isinstance(outcome, AbsenceOutcome) else outcome.quotation


def _words(outcome: Outcome, called: Mapping[str, str] = NOTHING) -> tuple[str, ...]:
    source = str(outcome.source.id) if outcome.source else ""
    source = called.get(source, source)
    if isinstance(outcome, AbsenceOutcome):
        return ("absent", source, *map(str, outcome.absence.terms))
    return ("quote", source, " ".join(outcome.quotation.exact.split()))
