"""A small project with a site, written to disk: one explainer, one source, the pages a site must have."""

from __future__ import annotations

import hashlib
from pathlib import Path

from source_tree import ROOT

SEED = """Report on the dam at Ashby

The committee visited the dam on 3 May and walked along its whole length.

It was built for $7 billion by the county, and the keeper lives beside the gate.

The gate was opened twice in the spring, before the snow had melted in the hills.
"""

FACTS = """title: What does the report say of the dam?
description: A report on a dam, sentence by sentence.
published: 2026-05-04
source: report
answer: [visited]
claims:
  - id: visited
    text: The committee visited the dam on 3 May and walked along its whole length.
    evidence:
      - quote: The committee visited the dam on 3 May and walked along its whole length.
  - id: cost
    text: The dam was built for $7 billion by the county.
    evidence:
      - quote: It was built for $7 billion by the county, and the keeper lives beside the gate.
        refers:
          - {words: It, means: The dam, why: The sentence before is about the dam.}
  - id: opened
    text: The gate was opened twice in the spring, before the snow had melted in the hills.
    evidence:
      - quote: The gate was opened twice in the spring, before the snow had melted in the hills.
        source: report
"""

PAGES = {
    "index.md": "# Home\n\nWhat this site is about, in a sentence or two.\n\n[[explainers]]\n\n[[counts]]\n",
    "how-we-check.md": (
        "# How we check\n\nA program looks for the words of each claim in the source it names.\n\n"
        "For instance: [[dam/cost]] More is in [the list of rules](rules/index.md), and `[[this]]` is code.\n"
    ),
    "corrections-policy.md": (
        "# Corrections policy\n\nMistakes are corrected in the open, beside the claim that was wrong.\n\n"
        "[[latest-corrections]]\n"
    ),
    "about.md": "# About\n\nThis site is made for tests, and nobody but the tests ever reads a word of it.\n",
}

CONFIGURATION = f"""site_name: Dams
theme: {{name: material, font: false}}
hooks:
  - {ROOT.as_posix()}/hooks/onrecord_hook.py
nav:
  - Home: index.md
  - Rules: rules/index.md
  - Method: how-we-check.md
  - Policy: corrections-policy.md
  - About: about.md
validation:
  nav: {{omitted_files: warn, not_found: warn, absolute_links: warn}}
  links: {{not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}}
"""


def files() -> dict[str, bytes]:
    """The project as a mapping of paths to bytes."""
    seed = SEED.encode()
    metadata = (
        f"id: report\nfile: report.txt\nsha256: {hashlib.sha256(seed).hexdigest()}\n"
        "title: Report on the dam\nlanguage: en\npublish: full\nrights: Written for these tests.\n"
    )
    made = {
        "seeds/report.txt": seed,
        "seeds/report.yml": metadata.encode(),
        "facts/dam.yml": FACTS.encode(),
        "mkdocs.yml": CONFIGURATION.encode(),
    }
    return made | {f"docs/{name}": text.encode() for name, text in PAGES.items()}


def write(root: Path) -> Path:
    """Write the project below ``root``, which is returned."""
    for name, content in files().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def change(file: Path, old: str, new: str) -> None:
    """Replace ``old``, which must be in ``file`` once, by ``new``."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_bytes(text.replace(old, new).encode())


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
