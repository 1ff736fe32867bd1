"""All that the claims of a page and what they rest on have: numbers, dates, names and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date as calendar_day
from functools import cached_property

from onrecord.ground.dates import Date, dates
from onrecord.ground.known_names import KnownNames
from onrecord.ground.names import folded
from onrecord.ground.plain_numbers import plain_numbers
from onrecord.ground.reading import read
from onrecord.language import Language
from onrecord.languages import language_of
from onrecord.lexicon.editorial import Editorial
from onrecord.lexicon.quantities import QuantityWords
from onrecord.model import Absence, Claim, Explainer, Source
from onrecord.resolve import AbsenceOutcome, Evidence, Resolution, ResolvedClaim
from onrecord.text import Text

_UNKNOWN_LANGUAGE = Language(name="")
_DATE = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_MARKS = dict.fromkeys(map(ord, "\"\u201c\u201d\u201e\u00ab\u00bb'\u2018\u2019\u201a`"))
_ENDS = " .,;:!?\u2026()[]"


class PageWords:
    """All numbers, dates, names and words that the claims of a page and what they rest on have."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._added: dict[str, None] = {}
        lexicon = language.lexicon
        self.quantities = (lexicon.quantities if lexicon else None) or QuantityWords()
        self.editorial = (lexicon.editorial if lexicon else None) or Editorial()
        self.names = KnownNames(language)
        self.numbers: set[str] = set()
        self.days: set[tuple[int | None, int]] = set()
        self.months: set[int] = set()
        self.weekdays: set[int] = set()
        self.searched: dict[str, set[str]] = {}
        self.source_texts: list[Text] = []

    def add(self, text: str) -> None:
        """Add what a text says."""
        if text in self._added:
            return
        self._added[text] = None
        reading = read(text, self.language)
        self.names.add(reading)
        self.numbers.update(value for _, value in plain_numbers(reading, self.quantities))
        for found in dates(reading):
            for end in found.ends:
                self._add_day(end.year, end.month, end.day)
                if end.weekday is not None:
                    self.weekdays.add(end.weekday)

    def add_date(self, written: str) -> None:
        """Add a date in the notation of facts."""
        for found in _DATE.finditer(written):
            self._add_day(*(int(part) if part else None for part in found.groups()))

    def _add_day(self, year: int | None, month: int | None, day: int | None) -> None:
        if year is not None:
            self.numbers.add(str(year))
        if month is not None:
            self.months.add(month)
        if day is not None:
            self.days.update(((month, day), (None, day)))
        if year is not None and month is not None and day is not None:
            with suppress(ValueError):
                self.weekdays.add(calendar_day(year, month, day).weekday())

    def has(self, date: Date) -> bool:
        """Whether the parts of a date are known; a day of a month only together with the month."""
        if date.year is not None:
            years = range(date.year, date.year + date.width)
            if not any(str(year) in self.numbers for year in years):
                return False
        if date.day is not None and (date.month, date.day) not in self.days:
            return False
        if date.month is not None and date.month not in self.months:
            return False
        return date.weekday is None or date.weekday in self.weekdays

    def quotes(self, words: str) -> bool:
        """Whether words stand together in one of the texts; case, marks and the last stop do not count."""
        wanted = _plain(words)
        return not wanted or f" {wanted} " in self._all_words

    def stands_in_source(self, words: str) -> bool:
        """Whether words stand together somewhere in a source of the page, quoted or not.

        Where no source could be read, that is a finding already, and nobody can tell.
        """
        return not self.source_texts or f" {_plain(words)} " in self._source_words

    @cached_property
    def _all_words(self) -> str:
        return " \n ".join(("", *map(_plain, self._added), ""))

    @cached_property
    def _source_words(self) -> str:
        return " \n ".join(("", *(_plain(text.content) for text in self.source_texts), ""))


def _plain(text: str) -> str:
    """The words of a text in small letters with single spaces, without marks at their ends."""
    words = (word.strip(_ENDS) for word in text.translate(_MARKS).casefold().split())
    return " ".join(word for word in words if word)


def page_words(explainer: Explainer, claims: list[ResolvedClaim], resolution: Resolution) -> PageWords:
    """The words of an explainer, ``claims`` being its claims; withdrawn ones do not count."""
    known = PageWords(language_of(explainer.language) or _UNKNOWN_LANGUAGE)
    sources: dict[str, Source] = {}
    for name in explainer.subject:
        known.add(str(name))
    for written in (explainer.published, *(update.date for update in explainer.updates)):
        known.add_date(str(written or ""))
    for resolved in claims:
        if resolved.claim.withdrawn is None:
            _add_claim(resolved, known, sources)
    every = resolution.project.corpus.sources
    if explainer.source is not None and explainer.source in every:
        sources[str(explainer.source)] = every[explainer.source]
    for source in tuple(sources.values()):
        for id in source.derived_from:
            if id in every:
                sources.setdefault(str(id), every[id])
    for source in sources.values():
        _add_source(source, known)
        if source.text is not None:
            known.source_texts.append(source.text)
    return known


def _add_claim(resolved: ResolvedClaim, known: PageWords, sources: dict[str, Source]) -> None:
    for text in _said_of(resolved.claim):
        known.add(text)
    for written in (resolved.claim.date, resolved.claim.as_of):
        known.add_date(str(written or ""))
    for outcome in resolved.evidence:
        if isinstance(outcome, AbsenceOutcome):
            words = (word for term in outcome.absence.terms for word in term.replace("*", "").split())
            known.searched.setdefault(str(resolved.claim.id), set()).update(map(folded, words))
        elif isinstance(outcome, Evidence):
            sources[str(outcome.source.id)] = outcome.source
            content = outcome.source.text.content if outcome.source.text else ""
            for span in outcome.spans:
                known.add(content[span.start : span.end])


def _said_of(claim: Claim) -> Iterator[str]:
    yield str(claim.text)
    for words in (claim.date_words, claim.attributed_to):
        if words is not None:
            yield str(words)
    for entry in claim.evidence:
        if isinstance(entry, Absence):
            continue
        yield str(entry.exact)
        for said in (entry.speaker, entry.translation, entry.translated_by):
            if said is not None:
                yield str(said)
        for reference in entry.refers:
            yield str(reference.words)
            yield str(reference.means)


def _add_source(source: Source, known: PageWords) -> None:
    said = (source.title, source.author, source.publisher, source.dateline, source.obtained, source.rights)
    for text in (*said, source.note, source.url, source.archived):
        if text is not None:
            known.add(str(text))
    for written in (source.published, source.retrieved):
        known.add_date(str(written or ""))
