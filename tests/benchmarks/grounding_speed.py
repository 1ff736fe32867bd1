"""How long claims take to be grounded, and whether any input makes a rule slower than the input is longer.

    python tests/benchmarks/grounding_speed.py [--claims 1000] [--rule NAME] [--input WORDS] [--quick]

First, so many made-up claims of one sentence, each beside a passage of one or two, are grounded one after
another; of three rounds the fastest counts. They have as many different words as printed texts of that
length have, so that what is remembered of one word helps no more than it would there. Then each rule gets
inputs made to be slow, at three lengths, each twice the one before. All times are CPU time of one process.
The exit status is 1 where a goal was missed.
"""

from __future__ import annotations

import argparse
import gc
import random
import signal
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from onrecord.check import all_rules
from onrecord.ground.comparison import Comparison, compared
from onrecord.rule import Rule

ROUNDS = 3
MOST_SECONDS_FOR_1000 = 2.0
MOST_GROWTH = 2.6
"""How many times as long an input of twice the length may take, which is noise and not only two."""

MOST_SECONDS_FOR_ONE = 5.0
"""After how long a claim is given up, and not tried on more of the same."""

SHORTEST_SECONDS = 0.03
"""What is faster than this is not slow, whatever it grows by."""

SEED = 2026
ALL, READING = "(all)", "(reading)"
HEAD = "| rule | input | ms at n | at 2 n | at 4 n | factor |\n|---|---|---|---|---|---|"
SUBJECT = ("the Harbour Board", "Marlow")
GROUNDING: dict[str, Rule] = {id: rule for id, rule in all_rules().items() if rule.compare is not None}

# fmt: off
_SYLLABLES = (
    "bar", "ten", "mor", "lin", "sol", "ver", "kan", "dro", "fel", "gar", "hul", "jas", "pel", "quor", "rim",
    "sten", "tov", "ulm", "wex", "yar",
)
_TITLES = ("President", "Minister", "Mr", "Dr", "Ms", "General", "the mayor", "acting director")
_VERBS = ("said", "announced", "denied", "opened", "closed", "bought", "measured", "recognised", "won")
_UNITS = ("people", "tonnes", "dollars", "kilometres", "votes", "houses", "per cent", "years")
_MONTHS = ("January", "March", "May", "July", "September", "November")
_TAILS = (
    "because the winter had been long", "although nobody had asked for it", "if the council agrees",
    "according to the report", "which is more than ever before", "not only in the north",
    "as of yet without a permit", "and may do so again",
)
# fmt: on


def word(choose: random.Random) -> str:
    """One of some eight thousand words."""
    return "".join(choose.choices(_SYLLABLES, k=choose.randint(2, 3)))


def name(choose: random.Random) -> str:
    """A name of two words, some with a title."""
    plain = f"{word(choose).capitalize()} {word(choose).capitalize()}"
    return f"{choose.choice(_TITLES)} {plain}" if choose.random() < 0.3 else plain


def statement(choose: random.Random) -> list[str]:
    """A sentence's parts: who did what, how many of what, where, when, and a clause."""
    number = choose.choice(
        (str(choose.randint(2, 99)), f"{choose.randint(1, 999)},{choose.randint(100, 999)}")
    )
    return [
        name(choose),
        choose.choice(_VERBS),
        f"the {word(choose)} {word(choose)}",
        f"for {number} {choose.choice(_UNITS)}",
        f"in {word(choose).capitalize()}",
        f"on {choose.randint(1, 28)} {choose.choice(_MONTHS)} {choose.randint(1950, 2026)}",
        choose.choice(_TAILS),
    ]


def sentence(parts: list[str]) -> str:
    """The parts as a sentence."""
    text = " ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def made_up(choose: random.Random) -> tuple[str, str]:
    """A claim and its passage: the same statement, often with a part changed or left out.

    With a passage of one or two sentences they have some 50 words; those of the first explainer have 46.
    """
    parts = statement(choose)
    said = list(parts)
    changed = choose.randrange(len(parts))
    if choose.random() < 0.4:
        said[changed] = statement(choose)[changed]
    if choose.random() < 0.5:
        del said[choose.randrange(1, len(said))]
    around = [sentence(statement(choose)) for _ in range(choose.randint(0, 1))]
    around.insert(choose.randint(0, len(around)), sentence(parts))
    return sentence(said), " ".join(around)


class Time(NamedTuple):
    """CPU seconds of reading the texts and of each rule; ``stopped`` is the one that was stopped."""

    reading: float
    rules: dict[str, float]
    stopped: str = ""

    @property
    def whole(self) -> float:
        """All of it."""
        return self.reading + sum(self.rules.values())


def grounded(claim: str, passages: tuple[str, ...], rules: dict[str, Rule], most: float = 0) -> Time:
    """Ground one claim, each rule once, in the order of a check; stop after ``most`` seconds, if given.

    What several rules need is worked out by the first of them that needs it, and is counted there.
    """
    begun = time.process_time()
    taken: dict[str, float] = {}
    reading, at_work = 0.0, READING
    with at_most(most) as is_over:
        comparison = compared(claim, passages, SUBJECT)
        _read(comparison)
        at = time.process_time()
        reading = at - begun
        for id, rule in rules.items():
            at_work = id
            _compare(rule, comparison)
            now = time.process_time()
            taken[id] = now - at
            at = now
    if is_over:
        taken[at_work] = time.process_time() - begun - reading - sum(taken.values())
    return Time(reading, taken, at_work if is_over else "")


@contextmanager
def at_most(seconds: float) -> Iterator[list[bool]]:
    """Give up after so many seconds, unless they are 0; what is given is not empty then."""
    over: list[bool] = []

    def give_up(*_: object) -> None:
        over.append(True)
        raise TimeoutError

    if seconds:
        signal.signal(signal.SIGALRM, give_up)
        signal.setitimer(signal.ITIMER_REAL, seconds)
    with suppress(TimeoutError):
        yield over
    if seconds:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _compare(rule: Rule, comparison: Comparison) -> None:
    assert rule.compare is not None
    for _ in rule.compare(comparison):
        pass


def _read(comparison: Comparison) -> None:
    for reading in (comparison.reading, *(passage.reading for passage in comparison.passages)):
        _ = reading.tokens, reading.content_words, reading.stems


def measure_claims(count: int, rules: dict[str, Rule]) -> bool:
    """Ground ``count`` claims, print what it took, and say whether that is fast enough."""
    choose = random.Random(SEED)
    cases = [made_up(choose) for _ in range(count)]
    grounded(*_first(cases), rules)  # what is made once in a run, such as tables, is not a claim's
    whole, by_rule, single = min((_round(cases, rules) for _ in range(ROUNDS)), key=lambda taken: taken[0])
    words = [word for case in cases for text in case for word in text.split()]
    print(
        f"{count:,} claims, {len(words) / count:.0f} words each with their passages, "
        f"{len({*words}):,} different words in all: {whole:.2f} s, "
        f"{1000 * whole / count:.2f} ms a claim, the middle one {1000 * statistics.median(single):.2f} ms, "
        f"the slowest {1000 * max(single):.1f} ms"
    )
    print("\n| rule | ms a claim | share % |\n|---|---|---|")
    for id, seconds in by_rule.most_common():
        print(f"| {id} | {1000 * seconds / count:.3f} | {100 * seconds / whole:.0f} |")
    return whole * 1000 / count <= MOST_SECONDS_FOR_1000


def _round(cases: list[tuple[str, str]], rules: dict[str, Rule]) -> tuple[float, Counter[str], list[float]]:
    """Ground each case once: the seconds of all, of each rule and of each case."""
    by_rule: Counter[str] = Counter()
    single = []
    begun = time.process_time()
    for claim, passage in cases:
        taken = grounded(claim, (passage,), rules)
        by_rule.update(taken.rules)
        by_rule[READING] += taken.reading
        single.append(taken.whole)
    return time.process_time() - begun, by_rule, single


def _first(cases: list[tuple[str, str]]) -> tuple[str, tuple[str, ...]]:
    claim, passage = cases[0]
    return claim, (passage,)


PLAIN = (
    "The Harbour Board said on 3 May 2024 that 7 billion dollars had been paid to Marlow by the old keeper."
)


def repeated(unit: str, *, start: str = "", end: str = "") -> Callable[[int], str]:
    """What makes a text of ``n`` characters out of a unit."""
    return lambda n: start + unit * max(n // len(unit), 1) + end


def varied(pattern: str, *, separator: str = " ", end: str = "") -> Callable[[int], str]:
    """What makes a text of ``n`` characters out of a pattern: ``#`` is a number, ``@`` a new word."""

    def make(n: int) -> str:
        choose = random.Random(SEED)
        parts: list[str] = []
        length = 0
        while length < n:
            part = pattern.replace("#", str(choose.randint(1, 99_999)))
            while "@" in part:
                part = part.replace("@", word(choose), 1)
            parts.append(part)
            length += len(part) + len(separator)
        return separator.join(parts) + end

    return make


SLOW: dict[str, Callable[[int], str]] = {
    "plain sentences": varied("The @ @ opened the @ in @ for # people."),
    "one long sentence": varied("the @ of @"),
    "one word again and again": repeated("dam "),
    "one letter": repeated("a"),
    "words in capitals": lambda n: varied("@")(n).title(),
    "initials": repeated("A. "),
    "abbreviations": repeated("U.S. "),
    "capitals joined by of and and": lambda n: (
        varied("@ of the @ and")(n).title().replace(" Of The ", " of the ")
    ),
    "commas": repeated(","),
    "words and commas": varied("@,"),
    "semicolons": repeated("; "),
    "colons": repeated("a: "),
    "full stops": repeated("."),
    "full stops and spaces": repeated(". "),
    "dashes": repeated("-"),
    "long dashes": repeated("\u2014 "),
    "joined words": repeated("anti-"),
    "slashes": repeated("a/"),
    "apostrophes": repeated("'"),
    "possessives": repeated("dam's "),
    "quotation marks": repeated('"'),
    "quotation marks, open": repeated("\u201c"),
    "quotation marks round words": varied('"@ @"'),
    "open and close": repeated("\u201ca\u201d "),
    "brackets": repeated("["),
    "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "nested brackets with words": lambda n: "(not a " * (n // 14) + ") b " * (n // 14),
    "a number of many digits": repeated("7"),
    "digits and commas": repeated("1,"),
    "digits and full stops": repeated("1."),
    "digits and spaces": repeated("1 "),
    "groups of digits": repeated("000,", start="1,", end="000"),
    "groups of digits with spaces": repeated("000 ", start="1 ", end="000"),
    "numbers": varied("#"),
    "numbers of things": varied("# @"),
    "money": varied("$# million"),
    "per cent": varied("# per cent"),
    "ranges": varied("#-#"),
    "fractions": repeated("1/"),
    "number words": repeated("seven hundred and "),
    "number words without end": repeated("million "),
    "tens": repeated("twenty-"),
    "halves": repeated("a half "),
    "more than": repeated("more than "),
    "more than numbers": varied("more than #"),
    "dates": varied("on 3 May 2024"),
    "months": repeated("May "),
    "weekdays": repeated("Monday, "),
    "years": repeated("2024 "),
    "years joined": repeated("2024-"),
    "times of day": repeated("10:30 "),
    "ago": repeated("last year "),
    "not": repeated("not "),
    "not and words": varied("not @"),
    "no": repeated("no "),
    "never and commas": repeated("never, "),
    "neither nor": repeated("neither nor "),
    "without": repeated("without "),
    "un": repeated("un"),
    "may": repeated("may "),
    "if": repeated("if "),
    "if, then": varied("if the @ opens,"),
    "unless": repeated("unless "),
    "said that": repeated("said that "),
    "said names": lambda n: varied("@ said")(n).title(),
    "according to": repeated("according to "),
    "passives": varied("was @ed by"),
    "verbs": repeated("recognised "),
    "all and only": repeated("all only some most "),
    "the first": repeated("the first "),
    "than": repeated("better than "),
    "because": repeated("because "),
    "that": repeated("that "),
    "and": repeated("and "),
    "pronouns": repeated("he she it they "),
    "the former": repeated("the former acting deputy "),
    "spaces": repeated(" ", start="a", end="b"),
    "line ends": repeated("\n", start="a", end="b"),
    "paragraphs": repeated("a\n\n"),
    "ellipses": repeated("... "),
    "Arabic ligatures": repeated("\ufdfa"),
    "combining marks": repeated("\u0301", start="e"),
    "emoji": repeated("\U0001f469\u200d"),
    "ideographs": repeated("\u6c34"),
    "letters of two scripts": repeated("a\u0430"),
}
LENGTHS = 3
SHORTEST_CLAIM, SHORTEST_PASSAGE = 2_500, 10_000
"""A value in a fact file has at most 10,000 characters; a passage may be longer, where spaces make it so."""


class Growth(NamedTuple):
    """How long a rule, or all of them, took for an input at each length, as far as it came."""

    rule: str
    input: str
    seconds: tuple[float, ...]
    stopped: bool = False

    @property
    def factor(self) -> float:
        """How many times as long it takes for an input of twice the length, at the most."""
        pairs = zip(self.seconds, self.seconds[1:], strict=False)
        return max((later / max(earlier, SHORTEST_SECONDS / 2) for earlier, later in pairs), default=0)

    @property
    def is_slow(self) -> bool:
        """Whether it grows faster than its input, and takes long enough for this to be no noise."""
        return self.stopped or (self.seconds[-1] >= SHORTEST_SECONDS and self.factor > MOST_GROWTH)

    def row(self) -> str:
        """It as a row of a table."""
        told = [f"{1000 * seconds:.0f}" for seconds in self.seconds]
        told = (told + [""] * LENGTHS)[:LENGTHS]
        factor = "stopped" if self.stopped else f"{self.factor:.1f}"
        return f"| {self.rule} | {self.input} | {' | '.join(told)} | {factor} |"


def inputs(claim: str, passage: str) -> Iterator[tuple[str, Callable[[int], tuple[str, str]], int]]:
    """Each input: its name, what makes claim and passage of it, and the length to begin with."""
    for kind, make in SLOW.items():
        yield f"claim of {kind}", lambda n, make=make: (make(n), passage), SHORTEST_CLAIM
        yield f"passage of {kind}", lambda n, make=make: (claim, make(n)), SHORTEST_PASSAGE
        yield (
            f"both of {kind}",
            lambda n, make=make: (make(n), make(4 * n).replace("7", "8")),
            SHORTEST_CLAIM,
        )


def growths(
    kind: str, make: Callable[[int], tuple[str, str]], shortest: int, rules: dict[str, Rule]
) -> list[Growth]:
    """How each rule grows with an input, and all together."""
    found: dict[str, list[float]] = defaultdict(list)
    stopped = ""
    for n in (shortest * 2**exponent for exponent in range(LENGTHS)):
        claim, passage = make(n)
        taken = grounded(claim, (passage,), rules, MOST_SECONDS_FOR_ONE)
        stopped = taken.stopped
        for id, seconds in {ALL: taken.whole, READING: taken.reading, **taken.rules}.items():
            found[id].append(seconds)
        if stopped:
            break
    return [
        Growth(id, kind, tuple(seconds), bool(stopped) and id in (ALL, stopped))
        for id, seconds in found.items()
    ]


def measure_growth(rules: dict[str, Rule], wanted: str = "") -> bool:
    """Print the slowest input of each rule and all that are not linear; say whether there is none."""
    worst: dict[str, Growth] = {}
    slow: list[Growth] = []
    for kind, make, shortest in inputs(PLAIN, PLAIN):
        if wanted not in kind:
            continue
        found = growths(kind, make, shortest, rules)
        if any(growth.is_slow and not growth.stopped for growth in found):  # once more: it may be the machine
            again = {growth.rule: growth for growth in growths(kind, make, shortest, rules)}
            found = [min(growth, again.get(growth.rule, growth), key=_badness) for growth in found]
        for growth in found:
            if growth.rule not in worst or growth.seconds[-1] > worst[growth.rule].seconds[-1]:
                worst[growth.rule] = growth
        more = [growth for growth in found if growth.is_slow]
        slow.extend(more)
        for growth in more:
            print(f"slow: {growth.row()}", file=sys.stderr, flush=True)
    print(f"\nThe slowest input of each rule\n\n{HEAD}")
    for growth in sorted(worst.values(), key=lambda one: -one.seconds[-1]):
        print(growth.row())
    print(f"\nNot linear, more than {MOST_GROWTH} times as long for twice the length: {len(slow)}")
    if slow:
        print(f"\n{HEAD}")
        for growth in sorted(slow, key=lambda one: (one.rule, -one.seconds[-1])):
            print(growth.row())
    return not slow


def _badness(growth: Growth) -> tuple[bool, float]:
    return growth.is_slow, growth.factor


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--rule", help="this rule alone")
    parser.add_argument(
        "--input", default="", help="only inputs made to be slow with these words in their name"
    )
    parser.add_argument("--quick", action="store_true", help="one round, and no inputs made to be slow")
    arguments = parser.parse_args()
    if arguments.rule and arguments.rule not in GROUNDING:
        parser.error(f"no rule of grounding is called {arguments.rule}")
    rules = {arguments.rule: GROUNDING[arguments.rule]} if arguments.rule else GROUNDING
    gc.disable()  # as `onrecord check` has it
    fast = measure_claims(arguments.claims, rules)
    linear = arguments.quick or measure_growth(rules, arguments.input)
    return 0 if fast and linear else 1


if __name__ == "__main__":
    sys.exit(main())
