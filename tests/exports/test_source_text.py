"""The text of a source as a file: its own bytes, and only where the whole of it may be shown."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec.structs import replace

from onrecord.app import check_project
from onrecord.check import Verified
from onrecord.exports.source_text import EXPORT_KIND
from onrecord.page import Settings
from pages.example import SOURCES, claim, quote, second, source, verified

SETTINGS = Settings("1871-10-01")
# A byte order mark, line ends of three kinds, and letters that have two spellings.
HARD = "\ufeffThe gate stuck.\r\nCafe\u0301 and caf\u00e9\rend \U0001f600\u2028.\n"


def test_only_what_is_published_whole_is_a_file() -> None:
    made = {export.path: export.content for export in EXPORT_KIND.exports(verified(), SETTINGS)}
    whole = {name for name, one in SOURCES.items() if one.publish == "full"}
    assert {"report", "hebrew"} <= whole
    assert set(made) == {f"sources/{name}/text.txt" for name in whole}


def test_a_file_has_the_bytes_that_its_fingerprint_is_of(tmp_path: Path) -> None:
    """From the disk through the check to the file, nothing is changed, not even what nobody sees."""
    content = HARD.encode()
    digest = hashlib.sha256(content).hexdigest()
    for path, text in {
        "seeds/letter.txt": content,
        "seeds/letter.yml": f"id: letter\nfile: letter.txt\nsha256: {digest}\ntitle: A letter\n"
        "publish: full\nrights: Written for this test.\n".encode(),
        "facts/gate.yml": b"title: The gate\nsource: letter\nclaims:\n  - id: stuck\n"
        b"    text: The gate stuck.\n    evidence:\n      - quote: The gate stuck.\n",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(text)
    project = check_project(tmp_path)
    assert isinstance(project, Verified), project.findings
    (made,) = EXPORT_KIND.exports(project, SETTINGS)
    assert made.content == content
    assert hashlib.sha256(made.content).hexdigest() == digest


def test_a_source_that_no_claim_uses_is_no_file() -> None:
    unused = source("unused", "Unused", "Nothing.\n", publish="full")
    entry = replace(second()[0], id="more", claims=(claim("a", "A.", quote("The gate stuck.", "letter"))[0],))
    made = verified((entry, [claim("a", "A.", quote("The gate stuck.", "letter"))]), sources=(unused,))
    assert not [export for export in EXPORT_KIND.exports(made, SETTINGS) if "unused" in export.path]
