"""The words of dates and times in English."""

from __future__ import annotations

from onrecord.language import words as _words
from onrecord.lexicon.calendar import CalendarWords, When

_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_SHORT_WEEKDAYS = "mon tue wed thu fri sat sun"
_MOMENTS = (
    "right now; as of yet; as yet; currently; at present; presently; at the moment; at this moment; for now; "
    "for the moment; for the time being; so far; thus far; to date; until now; till now; up to now; "
    "nowadays; these days; today; as of now; as of today; at this time; at the present time; at this point; "
    "at this stage; still; not yet; now; as we speak; as things stand; to this day; hitherto; "
    "yet .; has yet to; have yet to"
)
_RELATIVE = (
    "yesterday; today; tonight; tomorrow; last night; last week; last month; last year; last summer; last "
    "winter; last spring; last autumn; next week; next month; next year; this week; this month; this year; "
    "earlier this week; earlier this month; earlier this year; a week ago; a month ago; a year ago; "
    "this morning; this afternoon; this evening; days ago; weeks ago; months ago; years ago"
)


def _numbered(words: str, start: int) -> dict[str, int]:
    return {word: start + number for number, word in enumerate(words.split())}


def _phrases(phrases: str) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(phrase.split()) for phrase in phrases.split(";")), key=len, reverse=True))


CALENDAR_WORDS = CalendarWords(
    months=_numbered(_MONTHS, 1) | _numbered(_SHORT_MONTHS, 1) | {"sept": 9},
    weekdays=_numbered(_WEEKDAYS, 0)
    | _numbered(_SHORT_WEEKDAYS, 0)
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
    | {f"{day}s": number for number, day in enumerate(_WEEKDAYS.split())},
    common=_words("may march august mar jan jun dec sep mon wed sat sun fri tue thu april june"),
    seasons={"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4},
    prepositions=_words(
        "in on since by before after from until till to during of between through throughout around circa",
        "c ca about early mid late last next this for past and or year",
    ),
    whens={
        "before": When.BEFORE,
        "pre": When.BEFORE,
        "preceding": When.BEFORE,
        "after": When.AFTER,
        "following": When.AFTER,
        "post": When.AFTER,
        "beyond": When.AFTER,
        "by": When.BY,
        "since": When.FROM,
        "from": When.FROM,
    },
    about=_words("about around circa c ca approximately roughly approx near"),
    ranges=_words("to until till through - \u2013 \u2014 -- /"),
    between=_words("between"),
    joins=_words("and"),
    of=_words("of"),
    articles=_words("the"),
    centuries=_words("century centuries"),
    eras_before=_words("bc bce"),
    eras=_words("ad ce"),
    years=_words("year"),
    reporting=_words(
        "dateline datelined dated date report reports reported reporting article articles published publish",
        "publication story stories wrote written writes dispatch issue edition post posted bulletin release",
    ),
    moments=_phrases(_MOMENTS),
    relative=_phrases(_RELATIVE),
)
