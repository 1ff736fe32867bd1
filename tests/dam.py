"""A small project about a dam, on which the examples of the rules run."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

REPORT = (
    "The dam was built in 1962 and holds back 2,100 tons of water. In March, the gate was opened by hand.\n"
    "\n"
    "People had asked about the dam all winter. In May, the committee examined it and found no cracks. "
    "The committee found that the dam was safe. It is not true that the wall leaks in autumn.\n"
    "\n"
    'The wall is sound, but the gate sticks. The clerk wrote, "The gate has to be mended before the frost." '
    "Until the gate is mended, the clerk will not fill the lake. In June, the gate was opened by hand.\n"
)
REPORT_METADATA = """\
id: report
file: report.txt
sha256: \u2026
title: Report on the dam
"""
CLAIMS = """\
title: The dam
source: report
claims:
  - id: safe
    text: The committee found that the dam was safe.
    evidence:
      - quote: The committee found that the dam was safe.
"""
DEFAULT_SEEDS = {"seeds/report.txt": REPORT, "seeds/report.yml": REPORT_METADATA}
DEFAULT_FACTS = {"facts/dam.yml": CLAIMS}
_FILE = re.compile(r"^file: (.+)$", re.MULTILINE)
_DIGEST_LEFT_OPEN = "sha256: \u2026"


def write_project(root: Path, files: Mapping[str, str]) -> dict[str, str]:
    """Write ``files`` (content by path) below ``root``, and give back all that was written.

    Where none of them is in ``seeds/``, the report on the dam is the only source; where none is in
    ``facts/``, there is one claim. ``sha256: \u2026`` stands for the digest of the text that is named.
    """
    written = dict(files)
    if not any(path.startswith("seeds/") for path in files):
        written |= DEFAULT_SEEDS
    if not any(path.startswith("facts/") for path in files):
        written |= DEFAULT_FACTS
    for path, content in written.items():
        if _DIGEST_LEFT_OPEN in content and (named := _FILE.search(content)):
            text = written[f"seeds/{named[1]}"].encode()
            written[path] = content.replace(_DIGEST_LEFT_OPEN, f"sha256: {hashlib.sha256(text).hexdigest()}")
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(written[path].encode("utf-8"))
    return written
