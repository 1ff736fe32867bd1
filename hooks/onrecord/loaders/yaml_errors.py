"""What the YAML parser cannot read, in plain words and at the place where it can be mended."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaml.error import MarkedYAMLError

from onrecord.excerpts import as_scalar
from onrecord.finding import Edit, Fix
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.mending import shown, without
from onrecord.text import Location, Span

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEGINS_WITH_SIGN = re.compile(r"(?:^|[:,\[{-]\s)\s*([*&!])")
_COMMENT = re.compile(r"(?<=\S)[ \t]+(#[^\r\n]*)")
_KEY_AND_VALUE = re.compile(r"([ ]*(?:- +)*)[a-z_]+: +([^\s'\"\[{|>&*!#%@`][^#\r\n]*?)[ \t\r]*")
_QUOTE_OR_BELOW = "put the whole value in quotation marks, or on the lines below a '>-'"
_BROKEN = "broken-yaml"


class _Said(NamedTuple):
    """What is wrong, where (offsets of code points), and what to do."""

    message: str
    start: int
    end: int
    help: str
    fix: Fix | None = None


def add_syntax_problem(problems: Problems, text: YamlText, error: Exception) -> None:
    """Add one problem for what the parser raised. The file is not read any further, so there is no second."""
    content = text.content
    if (found := _FORBIDDEN.search(content)) is not None:
        message = f"the file holds the character U+{ord(found[0]):04X}, which no YAML file may hold"
        help = "delete it; editors can show such characters"
        place = Location(text, Span(*found.span()))
        problems.add("unreadable-file", message, place, help=help, fix=without(place, "the character"))
        return
    if "maximum" in str(error):
        message, help = "lists and mappings stand too deep inside each other", "divide the file into several"
        problems.add("excessive-size", message, Location(text, Span(0, max(1, text.line_end(0)))), help=help)
        return
    said = _said(text, error)
    start = min(said.start, max(0, len(content.rstrip()) - 1))
    end = max(start + 1, said.end)
    place = Location(text, Span(start, min(end, len(content))))
    problems.add(_BROKEN, said.message, place, help=said.help, fix=said.fix)


def _said(text: YamlText, error: Exception) -> _Said:
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        reason = " ".join(str(error).split())[:120]
        return _Said(f"the file is no YAML: {reason}", 0, text.line_end(0), "mend it by the YAML rules")
    content, at = text.content, error.problem_mark.index
    context = error.context_mark.index if error.context_mark else at
    about, problem = error.context or "", error.problem or ""
    if content.startswith("\t", at) and ("tab" in problem or _begins_line(text, at)):
        return _Said("a tab stands where the line is indented", at, at + 1, "indent with spaces")
    if "quoted scalar" in about:
        return _in_quotes(text, context, at, problem)
    if "flow" in about:
        return _in_brackets(text, context, at)
    if "block scalar" in about:
        help = "begin the text on the line below, indented"
        return _Said(f"the text begins on the line of the {content[context]!r}", at, text.line_end(at), help)
    if "mapping values" in problem:
        return _second_colon(text, at)
    if "simple key" in about:
        if (cut := _cut_above(text, context)) is not None:
            return cut
        message = "this line is neither a key with a value nor part of the value above it"
        help = "put a colon and a space after the key, or indent the line deeper than the key of its value"
        return _Said(message, context, text.line_end(context), help)
    return _elsewhere(text, at, problem)


def _begins_line(text: YamlText, at: int) -> bool:
    """Whether nothing but blanks comes before ``at`` on its line."""
    return not text.content[text.line_begin(at) : at].strip()


def _cut_above(text: YamlText, at: int) -> _Said | None:
    """The comment that ends the value on the line above, where the line at ``at`` was to go on with it."""
    number = text.position(at).line
    start = text.line_start(max(1, number - 1))
    above = _COMMENT.search(text.content, start, start + len(text.line(number - 1)) if number > 1 else start)
    if above is None:
        return None
    message = "what follows a blank and '#' is a comment, so the value ends here and cannot go on below"
    return _Said(message, *above.span(1), _QUOTE_OR_BELOW)


def _in_quotes(text: YamlText, opening: int, at: int, problem: str) -> _Said:
    content = text.content
    if "escape" in problem or "hexa" in problem:
        backslash = max(content.rfind("\\", opening, at + 1), opening)
        shown = content[backslash : backslash + 2]
        help = r"write \\ for a backslash, or use single quotation marks, or put the text below a '>-'"
        return _Said(f"'{shown}' means nothing here", backslash, backslash + 2, help)
    help = "close it, or put the text without quotation marks on the lines below a '>-'"
    return _Said("this quotation mark is never closed", opening, opening + 1, help)


def _in_brackets(text: YamlText, opening: int, at: int) -> _Said:
    content = text.content
    if content[opening : opening + 1] not in ("[", "{"):
        opening = max(content.rfind("[", 0, at), content.rfind("{", 0, at))
    bracket = content[opening]
    closing = "]" if bracket == "[" else "}"
    if at >= len(content.rstrip()) or text.line_begin(at) > opening:
        help = f"close it with {closing!r}, or put a text that begins with {bracket!r} in quotation marks"
        message = f"this {bracket!r} is never closed, or a comma is missing after it"
        return _Said(message, opening, opening + 1, help)
    help = "put texts that hold brackets, commas or colons in quotation marks"
    return _Said(f"here a comma or {closing!r} is missing", at, text.line_end(at), help)


def _second_colon(text: YamlText, at: int) -> _Said:
    line = text.content[text.line_begin(at) : at]
    if re.search(r":\s", line):
        message = "a colon and a space in a value would make it a key"
        return _Said(message, at, at + 1, _QUOTE_OR_BELOW, _in_marks(text, at))
    message = "this key is indented deeper than the keys it belongs to"
    start = at - len(line.lstrip())
    return _Said(message, start, at + 1, "indent it like them; a value that goes on belongs below a '>-'")


def _in_marks(text: YamlText, at: int) -> Fix | None:
    """The value on the line at ``at`` in quotation marks, where it begins and ends on that line."""
    content = text.content
    start, end = text.line_begin(at), text.line_end(at)
    read = _KEY_AND_VALUE.fullmatch(content[start:end])
    below = content[end:].lstrip("\r\n")
    if read is None or len(below) - len(below.lstrip(" ")) > len(read[1]):
        return None
    span = Span(start + read.start(2), start + read.end(2))
    description = f"put {shown(read[2])} in quotation marks"
    return Fix(description, (Edit(text, span, as_scalar(read[2], bare=False)),))


def _elsewhere(text: YamlText, at: int, problem: str) -> _Said:
    content, end = text.content, text.line_end(at)
    line = content[text.line_begin(at) : at]
    shown = content[at : at + 1]
    if line.rstrip().endswith(("'", '"')):
        message = "text stands after the closing quotation mark"
        help = "put a value that holds quotation marks on the lines below a '>-'"
        return _Said(message, at, end, help)
    if shown and shown in "@`%*&!|>]},?-" and line.strip():
        return _Said(f"a value cannot begin with {shown!r}", at, at + 1, _QUOTE_OR_BELOW)
    if (begun := _BEGINS_WITH_SIGN.search(line)) is not None:
        start = at - len(line) + begun.start(1)
        return _Said(f"a value cannot begin with {content[start]!r}", start, start + 1, _QUOTE_OR_BELOW)
    if not line.strip():
        if (cut := _cut_above(text, at)) is not None:
            return cut
        message = "the line does not fit below the one above it"
        help = "check its indentation; a text that goes on over several lines belongs below a '>-'"
        return _Said(message, at, end, help)
    return _Said(f"from here on the file is no YAML ({problem})", at, end, _QUOTE_OR_BELOW)
