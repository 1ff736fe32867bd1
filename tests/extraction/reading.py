"""What an extractor makes of a file, and which quotations of its visible text are then found in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib import import_module

from onrecord.extractor import Extracted, Extractor, cleaned
from onrecord.loaders.project import load_files
from onrecord.quotable import value_lines
from onrecord.resolve import Evidence, Unresolved, resolve


def extractor(name: str) -> Extractor:
    found = import_module(f"onrecord.extraction.{name}").EXTRACTOR
    assert isinstance(found, Extractor)
    return found


def read(name: str, content: bytes) -> Extracted:
    extracted = extractor(name).extract(content)
    assert isinstance(extracted, Extracted)
    return extracted


def text(name: str, content: bytes) -> str:
    return cleaned(read(name, content).text)


def found(text: str, quotations: Iterable[str]) -> dict[str, str]:
    """The words of ``text`` that each quotation was found at; why it was not found, for the others."""
    seed = text.encode()
    metadata = f"id: it\nfile: it.txt\nsha256: {hashlib.sha256(seed).hexdigest()}\ntitle: It\n"
    lines = ["title: What does it say?", "source: it", "claims:"]
    for number, quotation in enumerate(quotations):
        lines += [f"  - id: c{number}", "    text: It says so.", "    evidence:"]
        first, *rest = value_lines("quote", quotation)
        lines += [f"      - {first}", *(f"        {line}" for line in rest)]
    facts = ("\n".join(lines) + "\n").encode()
    project = load_files({"facts/it.yml": facts, "seeds/it.yml": metadata.encode(), "seeds/it.txt": seed})
    assert not project.problems, project.problems
    told = {}
    for claim in resolve(project).claims:
        (outcome,) = claim.evidence
        if isinstance(outcome, Evidence):
            told[str(outcome.quotation.exact)] = " ".join(text[slice(*span)] for span in outcome.spans)
        else:
            assert isinstance(outcome, Unresolved)
            told[str(outcome.quotation.exact)] = f"not found: {outcome.reason}"
    return told


def missing(text: str, quotations: Iterable[str]) -> dict[str, str]:
    """The quotations that were not found, and why."""
    return {words: why for words, why in found(text, quotations).items() if why.startswith("not found: ")}
