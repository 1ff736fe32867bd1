"""The command line. (Thin line.)"""

from __future__ import annotations

import sys
from pathlib import Path

from onrecord.app import check_project
from onrecord.check import Verified


def main() -> int:
    """Check the project in the current folder."""
    outcome = check_project(Path.cwd())
    for finding in outcome.findings:
        print(finding.rule, finding.message, finding.location.path, finding.location.start, file=sys.stderr)
    print(outcome.summary)
    return 0 if isinstance(outcome, Verified) else 1
