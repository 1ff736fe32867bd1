"""For people: each finding with its line, why, and one next step; then what was checked."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from onrecord.finding import Finding, Severity
from onrecord.printable import cells, escaped, is_shown, printable
from onrecord.report import NOT_CHECKED, Account, Report, Style, place, remarks, what_was_done
from onrecord.text import Location

LONGEST = 800
"""How many characters of a message or note are shown."""

RED, YELLOW, GREEN, BLUE, BOLD = "31;1", "33;1", "32", "34;1", "1"
TAB = "    "


def write(account: Account, style: Style) -> str:
    """Every finding with its source line, then what was done and what was not checked."""
    parts = [finding_as_text(finding, style) for finding in account.findings]
    closing = what_was_done(account)
    if not account.errors:
        closing.append(NOT_CHECKED)
    parts.append("\n".join(closing))
    return "\n".join(parts) + "\n"


def finding_as_text(finding: Finding, style: Style) -> str:
    """One finding, over several lines."""
    return "\n".join(_finding(finding, style)) + "\n"


def _finding(finding: Finding, style: Style) -> Iterator[str]:
    colour = RED if finding.severity is Severity.ERROR else YELLOW
    code = _painted(f"{finding.severity}[{printable(finding.rule)}]", colour, style)
    yield f"{code}: {_painted(_short(finding.message), BOLD, style)}"
    lines = list(_source(finding.location, colour, style))
    gutter = lines[0].index("|") if lines else 2
    yield _painted(" " * (gutter - 1) + "--> ", BLUE, style) + printable(place(finding.location))
    yield from (_gutter(line, gutter, style) for line in lines)
    notes = [(printable(label), _short(text)) for label, text in remarks(finding)]
    if finding.fix and finding.fix.safe:  # what else is offered is the step that the help names
        notes.append(("fix", finding.fix.description))
    if finding.help:
        notes.append(("help", finding.help))
    widest = max((cells(label) for label, _ in notes), default=0)
    for label, text in notes:
        padded = label + " " * (widest - cells(label))
        tinted = _painted(padded, GREEN if label == "help" else BOLD, style)
        yield f"{' ' * gutter}= {tinted}: {_short(text)}"


def _short(text: str) -> str:
    return printable(text if len(text) <= LONGEST else text[:LONGEST] + " ...")


def _painted(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text


def _gutter(line: str, width: int, style: Style) -> str:
    return _painted(line[: width + 1], BLUE, style) + line[width + 1 :] if style.colour else line


def _source(location: Location, colour: str, style: Style) -> Iterator[str]:
    """The lines of the span with carets under it, each behind a gutter; the first four at most."""
    start, end = location.start, location.end
    if start is None or end is None or not location.text.content:
        return
    last = end.line - 1 if end.column == 1 and end.line > start.line else end.line
    numbers = range(start.line, last + 1)
    shown = [*numbers] if len(numbers) <= 4 else [*numbers[:2], 0, numbers[-1]]
    width = len(str(last)) + 1
    blank = " " * width + "|"
    yield blank
    for number in shown:
        if not number:
            yield blank + " ..."
            continue
        line = location.text.line(number)
        first = start.column - 1 if number == start.line else len(line) - len(line.lstrip())
        until = end.column - 1 if number == end.line else len(line.rstrip())
        cut = _cut(line, first, max(until, first), max(style.width - width - 2, 20))
        carets = _painted("^" * cut.carets, colour, style)
        yield f"{number:<{width}}| {cut.shown}".rstrip()
        yield f"{blank} {' ' * cut.before}{carets}"


class _Cut(Struct, frozen=True):
    """A source line as it is shown: the columns before the carets and how many carets there are."""

    shown: str
    before: int
    carets: int


def _cut(line: str, start: int, end: int, width: int) -> _Cut:
    """``line`` in at most ``width`` columns around ``[start, end)``, every character made visible."""
    begin = 0
    if len(line) > width or cells(line) > width:
        begin = max(0, min(start - width // 3, len(line) - width // 2))
    room = width - (3 if begin else 0)
    pieces = ["..."] if begin else []
    columns, before, carets = len("".join(pieces)), 0, 0
    for index in range(begin, len(line)):
        char = line[index]
        piece = TAB if char == "\t" else _piece(line, index)
        wide = cells(piece)
        if room - wide < (3 if index + 1 < len(line) else 0):
            pieces.append("...")
            break
        if index == start:
            before = columns
        if start <= index < end:
            carets += wide
        pieces.append(piece)
        columns += wide
        room -= wide
    else:
        if start >= len(line):
            before = columns
    return _Cut("".join(pieces), before, max(carets, 1))


def _piece(line: str, index: int) -> str:
    """The character at ``index`` as `printable` would show it in its line."""
    char = line[index]
    if char == "#" and index and printable(line[index - 1 : index + 2]) != line[index - 1 : index + 2]:
        return escaped(char)
    return char if is_shown(char) else escaped(char)


REPORT = Report(write)
