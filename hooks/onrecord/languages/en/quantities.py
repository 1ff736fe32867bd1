"""The words of numbers in English."""

from __future__ import annotations

from onrecord.language import words as _words
from onrecord.lexicon.quantities import Bound, QuantityWords, Unit

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TEN_ORDINALS = "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
_DAY = 1.0
_MEASURES = {
    ("time", _DAY / 86400): "second seconds sec secs",
    ("time", _DAY / 1440): "minute minutes min mins",
    ("time", _DAY / 24): "hour hours hr hrs",
    ("time", _DAY): "day days",
    ("time", 7 * _DAY): "week weeks",
    ("time", 14 * _DAY): "fortnight fortnights",
    ("time", 365.25 / 12): "month months",
    ("time", 365.25): "year years yr yrs",
    ("time", 3652.5): "decade decades",
    ("time", 36525.0): "century centuries",
    ("length", 0.001): "millimetre millimetres millimeter millimeters mm",
    ("length", 0.01): "centimetre centimetres centimeter centimeters cm",
    ("length", 1.0): "metre metres meter meters",
    ("length", 1000.0): "kilometre kilometres kilometer kilometers km kms",
    ("length", 0.0254): "inch inches",
    ("length", 0.3048): "foot feet ft",
    ("length", 0.9144): "yard yards yd yds",
    ("length", 1609.344): "mile miles mi",
    ("area", 1.0): "hectare hectares ha",
    ("area", 0.404686): "acre acres",
    ("mass", 0.001): "gram grams gramme grammes",
    ("mass", 1.0): "kilogram kilograms kilo kilos kg kgs",
    ("mass", 1000.0): "tonne tonnes ton tons",
    ("mass", 0.45359): "lb lbs",
    ("mass", 0.02835): "ounce ounces oz",
    ("volume", 1.0): "litre litres liter liters",
    ("volume", 3.78541): "gallon gallons",
    ("volume", 158.987): "barrel barrels",
    ("speed", 1.0): "kph",
    ("speed", 1.609344): "mph",
    ("power", 1.0): "kilowatt kilowatts kw",
    ("power", 1000.0): "megawatt megawatts mw",
    ("power", 1000000.0): "gigawatt gigawatts gw",
    ("storage", 1.0): "kilobyte kilobytes kb",
    ("storage", 1000.0): "megabyte megabytes mb",
    ("storage", 1000000.0): "gigabyte gigabytes gb",
    ("temperature", 1.0): "degree degrees celsius fahrenheit",
}
_CURRENCIES = {
    "dollar": "dollar dollars buck bucks $ usd us$ a$ c$ hk$",
    "euro": "euro euros \u20ac eur",
    "pound": "pound pounds sterling \u00a3 gbp quid",
    "yen": "yen \u00a5 jpy",
    "yuan": "yuan renminbi cny rmb",
    "rouble": "rouble roubles ruble rubles \u20bd rub",
    "rupee": "rupee rupees \u20b9 inr rs",
    "franc": "franc francs chf",
    "won": "won \u20a9 krw",
    "lira": "lira liras lire \u20ba",
    "peso": "peso pesos",
    "krona": "krona kronor krone kroner kr",
    "riyal": "riyal riyals rial rials",
    "dinar": "dinar dinars",
    "dirham": "dirham dirhams aed",
    "shekel": "shekel shekels \u20aa",
    "hryvnia": "hryvnia hryvnias \u20b4",
    "rand": "rand rands",
    "real": "reais",
    "zloty": "zloty zlotys",
    "naira": "naira \u20a6",
    "afghani": "afghanis",
    "mark": "deutschmark deutschmarks",
    "cent": "cent cents pence",
}
_BEFORE = {
    Bound.EXACT: "exactly; precisely; exact; exactly the",
    Bound.ABOUT: (
        "about; around; approximately; roughly; some; circa; approx; ca; c; an estimated; estimated; "
        "an average of; estimated at; in the region of; in the order of; on the order of; or so; "
        "something like; more or less; close to"
    ),
    Bound.NEARLY: (
        "nearly; almost; just under; just below; just short of; shy of; just shy of; not quite; slightly "
        "less than; slightly under; a little under; approaching; almost the; nearly the"
    ),
    Bound.MORE: (
        "more than; over; above; greater than; larger than; bigger than; higher than; longer than; older "
        "than; in excess of; upwards of; upward of; exceeding; exceeds; exceed; exceeded; surpassing; "
        "surpasses; surpass; surpassed; topping; topped; tops; well over; just over; a little over; "
        "slightly over; slightly more than; better than; north of; beyond; excess of; taller than; "
        "heavier than; faster than; at more than; further than; farther than; more than the"
    ),
    Bound.AT_LEAST: (
        "at least; no fewer than; no less than; not less than; not fewer than; a minimum of; minimum of; "
        "at a minimum; minimum; at the very least; starting at"
    ),
    Bound.LESS: (
        "less than; fewer than; under; below; lower than; smaller than; shorter than; younger than; beneath; "
        "south of; well under; well below; lesser than; lighter than; slower than; less than the"
    ),
    Bound.AT_MOST: (
        "at most; up to; no more than; not more than; a maximum of; maximum of; as many as; as much as; "
        "maximum; no higher than; no longer than; no greater than; limited to; capped at; not exceeding; "
        "at the most; not over"
    ),
}
_BEHIND = {
    Bound.ABOUT: "or so; or thereabouts; approximately; roughly",
    Bound.AT_LEAST: (
        "or more; or greater; or higher; or longer; or older; at least; and up; and above; +; plus"
    ),
    Bound.AT_MOST: "or less; or fewer; or under; or lower; or younger; at most; or below; and under",
}


def _numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * number for number, word in enumerate(words.split())}


def _phrases(table: dict[Bound, str]) -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for bound, phrases in table.items() for phrase in phrases.split(";")}


QUANTITY_WORDS = QuantityWords(
    cardinals=_numbered(_UNITS)
    | _numbered("sixteen seventeen eighteen nineteen", 16)
    | _numbered(_TENS, 20, 10)
    | {"nil": 0},
    unlikely=frozenset(("one", "zero", "nil", "first")),
    magnitudes={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "millions": 10**6,
        "billion": 10**9,
        "billions": 10**9,
        "trillion": 10**12,
        "trillions": 10**12,
        "quadrillion": 10**15,
        "lakh": 10**5,
        "lakhs": 10**5,
        "crore": 10**7,
        "crores": 10**7,
        "mn": 10**6,
        "mln": 10**6,
        "bn": 10**9,
        "bln": 10**9,
        "tn": 10**12,
        "trn": 10**12,
        "dozen": 12,
    },
    letters={"k": 1000, "m": 10**6, "b": 10**9, "t": 10**12},
    crowds={"dozen": 12},
    ordinals=_numbered(_ORDINALS) | _numbered(_TEN_ORDINALS, 30, 10) | {"thousandth": 1000},
    ordinal_endings=frozenset(("st", "nd", "rd", "th")),
    shares={
        "half": 0.5,
        "halves": 0.5,
        "third": 1 / 3,
        "thirds": 1 / 3,
        "quarter": 0.25,
        "quarters": 0.25,
        "fourth": 0.25,
        "fourths": 0.25,
        "fifth": 0.2,
        "fifths": 0.2,
        "sixth": 1 / 6,
        "sixths": 1 / 6,
        "eighth": 0.125,
        "eighths": 0.125,
        "tenth": 0.1,
        "tenths": 0.1,
        "hundredth": 0.01,
        "hundredths": 0.01,
    },
    sole_shares=frozenset(("half",)),
    ones=frozenset(("a", "an", "one")),
    joins=frozenset(("and",)),
    listing=frozenset(("and", "or", "&")),
    percent=frozenset(
        (("%",), ("percent",), ("pct",), ("per", "cent"), ("percentage", "points"), ("percentage", "point"))
    ),
    units={
        word: Unit(measure, factor)
        for (measure, factor), names in _MEASURES.items()
        for word in names.split()
    },
    currencies={word: name for name, written in _CURRENCIES.items() for word in written.split()},
    currency_marks=_words(
        "$ \u20ac \u00a3 \u00a5 \u20bd \u20b9 \u20a9 \u20ba \u20aa \u20b4 \u20a6 usd eur gbp",
        "jpy rs inr",
    ),
    currency_adjectives=_words(
        "us u.s. american canadian australian british new zealand hong kong singapore swiss french japanese",
        "chinese indian pakistani russian turkish mexican norwegian swedish danish israeli egyptian",
    ),
    before=_phrases(_BEFORE),
    behind=_phrases(_BEHIND),
    ranges=frozenset(("to", "-", "\u2013", "\u2014", "--", "through")),
    between=frozenset(("between",)),
    linking=frozenset(("of", "in")),
    labels=_words(
        "chapter section article page volume part season series episode level grade stage phase type class",
        "category route highway interstate flight room gate platform number no nos nr version release model",
        "mark psalm verse rule order resolution act title form formula group game round week day question",
        "unit channel area zone line pier apartment suite figure table appendix scene size",
    ),
    of_whole=frozenset((("in",), ("out", "of"), ("in", "every"), ("of", "every"))),
    uncounted=_words("ago earlier later long away worth apart each total altogether respectively"),
)
