"""Load, resolve, check, render: the only place that composes the layers."""

from __future__ import annotations

from pathlib import Path

from onrecord.check import Rejected, Verified, check
from onrecord.loaders.project import load_project
from onrecord.resolve import resolve


def check_project(root: Path) -> Verified | Rejected:
    """Load and check the project at ``root``, the folder that holds ``facts/`` and ``seeds/``."""
    return check(resolve(load_project(root)))
