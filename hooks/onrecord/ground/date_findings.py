"""What is told of a claim's dates: contradicted, absent, impossible, or finer than its passages say."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.date_comparison import (
    Dated,
    Match,
    Relation,
    dated,
    known_dates,
    weekday_of,
)
from onrecord.ground.dates import Date, dates
from onrecord.ground.declared_dates import declared, says, states
from onrecord.ground.neighbours import surroundings
from onrecord.lexicon.calendar import CalendarWords, When
from onrecord.text import Span

_WHOLE = "quote the words that say when, say less, or give the date as inferred, with a note (date_note)"


def dates_contradicted(comparison: Comparison) -> Iterator[Disagreement]:
    """The dates of a claim against which its passages have another for the same event."""
    for found in _told(comparison):
        if found.against is not None and not _is_wrong_weekday(found.date):
            yield _differing(found.date, found.against, comparison, "use the quotation's date")


def days_absent(comparison: Comparison) -> Iterator[Disagreement]:
    """The full dates of a claim, day, month and year, that no passage has."""
    for found in _told(comparison):
        if found.date.is_full and _is_absent(found, comparison) and not _is_partly_there(found):
            yield _missing(found.date, comparison)


def dates_absent(comparison: Comparison) -> Iterator[Disagreement]:
    """The other dates of a claim that no passage has."""
    for found in _told(comparison):
        is_told_as_day = found.date.is_full and not _is_partly_there(found)
        if not is_told_as_day and _is_absent(found, comparison):
            yield _missing(found.date, comparison)


def datelines_used(comparison: Comparison) -> Iterator[Disagreement]:
    """The dates of a claim that date only the report, while the event has its own time in a passage."""
    words = _calendar(comparison)
    if words is None or any(token.word in words.reporting for token in comparison.reading.tokens):
        return
    for found in dated(comparison):
        headline = _only_in_dateline(found)
        if headline is not None and not says(found.date, comparison):
            words_there = _said(headline.date, headline.passage)
            yield Disagreement(
                f"{words_there!r} dates the report, not what the claim tells",
                found.date.words,
                "say when it happened in the words of its own sentence, or leave the date out",
                headline.passage,
                (headline.date.words,),
                told="the report is dated here",
            )


def weekdays_wrong(comparison: Comparison) -> Iterator[Disagreement]:
    """Weekdays that do not fall on the date they stand with, in the claim or in its ``date``."""
    words = _calendar(comparison)
    if words is None:
        return
    for date in dates(comparison.reading):
        if _is_wrong_weekday(date):
            yield Disagreement(
                f"{comparison.reading.content[date.words.start : date.words.end]!r} was no such weekday",
                date.words,
                f"that day was a {_weekday_name(words, weekday_of(date))}: correct the weekday or the date",
            )
    yield from _declared_weekdays(comparison, words)


def finer_than_stated(comparison: Comparison) -> Iterator[Disagreement]:
    """A claim's ``date``, said to be stated, that its passages do not state so."""
    claim = comparison.claim
    if claim.date is None or claim.date_basis != "stated" or comparison.derived:
        return
    known = known_dates(comparison)
    years = frozenset(end.year for date, _ in known for end in date.ends if end.year is not None)
    for date in declared(comparison):
        if any(states(other, date, years) for other, _ in known):
            continue
        there = ", ".join(repr(_said(other, passage)) for other, passage in known[:3]) or "no date"
        yield Disagreement(
            f"the date {str(claim.date)!r} is said to be stated; the quotation states {there}",
            Span(0, len(claim.date)),
            "give the date as the quotation does, or use date_basis: inferred and say how in date_note",
            told="the quotation says",
            value=claim.date,
            instead=_as_written(known[0][0]) if len(known) == 1 else None,
        )


# The parts


def _calendar(comparison: Comparison) -> CalendarWords | None:
    lexicon = comparison.language.lexicon
    return lexicon.calendar if lexicon is not None else None


def _told(comparison: Comparison) -> Iterator[Dated]:
    if not comparison.derived:
        yield from dated(comparison)


def _is_absent(found: Dated, comparison: Comparison) -> bool:
    date = found.date
    if not found.is_absent or says(date, comparison) or _only_in_dateline(found) is not None:
        return False
    if date.width > 1 or (date.month is None and _is_about_subject(date, comparison)):
        return False
    return date.is_full or not _is_written(date, comparison)


def _is_about_subject(date: Date, comparison: Comparison) -> bool:
    return any(str(date.year) in name for name in comparison.explainer.subject)


def _is_written(date: Date, comparison: Comparison) -> bool:
    """Whether the very digits or words stand in a passage, as whatever they were read there."""
    tokens = comparison.reading.tokens[date.first : date.last]
    named = {token.stem for token in tokens if token.is_word}
    return any(named <= passage.reading.stems for passage in comparison.passages)


def _is_partly_there(found: Dated) -> bool:
    """Whether a passage names the day, and leaves out the year."""
    return any(
        match.relation is Relation.COARSER and match.date.day is not None and match.date.year is None
        for match in found.matches
    )


def _is_wrong_weekday(date: Date) -> bool:
    there = weekday_of(date)
    return date.weekday is not None and there is not None and there != date.weekday


def _only_in_dateline(found: Dated) -> Match | None:
    """The dateline that a date is taken from, where a passage says in other words when the event was."""
    same = [match for match in found.matches if match.relation in (Relation.SAME, Relation.COARSER)]
    heads = [match for match in same if match.date.dateline]
    if not heads or len(heads) != len(same):
        return None
    own = [match for match in found.matches if match.date.is_weekday and not match.date.dateline]
    best = max((match.likeness.share for match in own), default=0.0)
    return heads[0] if best > max(match.likeness.share for match in heads) else None


def _declared_weekdays(comparison: Comparison, words: CalendarWords) -> Iterator[Disagreement]:
    written = comparison.claim.date
    days = declared(comparison)
    if written is None or len(days) != 1 or not days[0].is_full:
        return
    falls = weekday_of(days[0])
    own = [date for date in dates(comparison.reading) if date.weekday is not None and date.when is When.AT]
    message = f"the date {str(written)!r} is a {_weekday_name(words, falls)}, and {{}} says {{!r}}"
    if own:
        if all(date.weekday != falls for date in own):
            said = comparison.reading.content[own[0].words.start : own[0].words.end]
            help = "correct the date or the weekday"
            yield Disagreement(message.format("the claim", said), own[0].words, help)
        return
    there = _weekday_there(comparison)
    if there is not None and there[0].weekday != falls:
        date, passage = there
        yield Disagreement(
            message.format("the quotation", _said(date, passage)),
            Span(0, len(written)),
            "correct the date: count back from the day of the report to the weekday that it names",
            passage,
            (date.words,),
            value=written,
        )


def _weekday_there(comparison: Comparison) -> tuple[Date, Passage] | None:
    """The one weekday of the sentence of the passages that is most like the claim."""
    around = surroundings(comparison.reading)
    wanted = frozenset().union(*around.in_sentence.values())
    best: tuple[Passage, int] | None = None
    most = 0
    for passage in comparison.passages:
        for number, stems in surroundings(passage.reading).in_sentence.items():
            if len(wanted & stems) > most:
                best, most = (passage, number), len(wanted & stems)
    if best is None:
        return None
    passage, number = best
    named = [date for date in dates(passage.reading) if date.sentence == number and date.weekday is not None]
    return (named[0], passage) if len({date.weekday for date in named}) == 1 else None


def _weekday_name(words: CalendarWords, weekday: int | None) -> str:
    return next((name.capitalize() for name, number in words.weekdays.items() if number == weekday), "")


def _as_written(date: Date) -> str | None:
    """A date as far as it is known in the form that ``date`` takes; None where it is no plain one."""
    if date.year is None or date.width != 1 or date.until or date.about or date.when is not When.AT:
        return None
    parts = [f"{date.year:04}", *(f"{part:02}" for part in (date.month, date.day) if part is not None)]
    return None if date.month is None and date.day is not None else "-".join(parts)


def _said(date: Date, passage: Passage) -> str:
    return passage.reading.content[date.words.start : date.words.end]


def _missing(date: Date, comparison: Comparison) -> Disagreement:
    words = comparison.reading.content[date.words.start : date.words.end]
    message = f"the claim says {words!r}, and no quotation of it gives that date"
    return Disagreement(message, date.words, _WHOLE)


def _differing(date: Date, match: Match, comparison: Comparison, help: str) -> Disagreement:
    words = comparison.reading.content[date.words.start : date.words.end]
    return Disagreement(
        f"the claim says {words!r}, the quotation {_said(match.date, match.passage)!r}",
        date.words,
        help,
        match.passage,
        (match.date.words,),
        told="the quotation says this",
        instead=_said(match.date, match.passage),
    )
