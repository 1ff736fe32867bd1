"""What somebody wrote into a form on GitHub, read from the Markdown that GitHub makes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

PROPOSAL = {
    "explainer": "Explainer",
    "claim": "Claim",
    "quotation": "Quotation",
    "source": "Source",
    "speaker": "Speaker",
    "date": "Date",
}
"""The fields of the form "Propose a claim": id and heading, in their order."""
REPORT = {
    "claim": "Address of the claim",
    "wrong": "What is wrong",
    "words": "Words of the source",
    "instead": "What you would write",
}
"""The fields of the form "Report a claim"."""

LONGEST_BODY = 300_000
"""The most bytes of an issue's text: GitHub takes 65,536 characters."""
_NO_ANSWER = "_No response_"
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*")


def read_form(body: str, fields: Mapping[str, str]) -> dict[str, str] | None:
    """The answers by the ids of ``fields``, an empty one where there is none; None for another text.

    A heading counts where it comes after those of the fields before it, and never inside a block of code.
    """
    sections = _sections(body.replace("\r\n", "\n").replace("\r", "\n").split("\n"), list(fields.values()))
    if next(iter(fields.values())) not in sections:
        return None
    return {id: _answer(sections.get(heading, [])) for id, heading in fields.items()}


def _sections(lines: list[str], headings: list[str]) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    fence = ""
    for line in lines:
        if fence:
            fence = "" if line.strip() == fence else fence
        elif line.startswith("### ") and (heading := line[4:].strip()) in headings:
            del headings[: headings.index(heading) + 1]
            current = sections[heading] = []
            continue
        elif not any(map(str.strip, current)) and (opened := _FENCE.fullmatch(line)):
            fence = opened[1]
        current.append(line)
    return sections


def _answer(lines: list[str]) -> str:
    """What stands under a heading, without the fence around it."""
    text = "\n".join(lines).strip()
    if text == _NO_ANSWER:
        return ""
    first, _, rest = text.partition("\n")
    opened = _FENCE.fullmatch(first)
    if opened is None or not rest:
        return text
    inside, _, last = rest.rpartition("\n")
    return (inside if last.strip() == opened[1] else rest).strip()
