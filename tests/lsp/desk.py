"""A bench with the example's project, and texts in which ``|`` is the cursor."""

from __future__ import annotations

import hashlib
from pathlib import Path

from gate.example import FACTS, write
from onrecord import app
from onrecord.language_server.bench import Bench, View
from onrecord.language_server.completion import Proposal, proposals
from onrecord.language_server.pointing import Pointed, pointed
from onrecord.text import Text

DAM = "facts/dam.yml"
CURSOR = "\N{BLACK VERTICAL RECTANGLE}"
NEW = FACTS + "  - id: new\n    text: The keeper lives beside the gate.\n    evidence:\n"


class Desk:
    """One open fact file of the example."""

    def __init__(self, root: Path) -> None:
        self.root = write(root)
        self.bench = Bench(app.configure(self.root))

    def put(self, marked: str) -> tuple[Text, int, View]:
        """Write a text; it, the offset of the cursor in it, and what the project is with it."""
        assert marked.count(CURSOR) <= 1
        self.bench.put(DAM, marked.replace(CURSOR, ""))
        return self.bench.texts[DAM], max(marked.find(CURSOR), 0), self.bench.view(DAM)

    def put_source(self, text: str) -> None:
        """Write another text for the source, with its metadata."""
        content = text.encode()
        (self.root / "seeds/report.txt").write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        metadata = f"id: report\nfile: report.txt\nsha256: {digest}\ntitle: Report\n"
        (self.root / "seeds/report.yml").write_text(metadata, "utf-8")

    def offered(self, marked: str) -> list[Proposal]:
        return proposals(*self.put(marked))

    def pointed(self, marked: str) -> Pointed | None:
        _, offset, view = self.put(marked)
        return pointed(view, offset)

    def rules(self, content: str) -> list[str]:
        _, _, view = self.put(content)
        return [finding.rule for finding in view.findings]


def taken(marked: str, proposal: Proposal) -> str:
    """The text with a proposal taken."""
    content = marked.replace(CURSOR, "")
    return content[: proposal.span.start] + proposal.written + content[proposal.span.end :]
