"""What an editor says of a key of the files that authors write."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from onrecord.excerpts import as_scalar


class Key(NamedTuple):
    """A key in a sentence, the same as in ``docs/writing-claims.md``, with a value as it may be written.

    The value is what a reader of YAML 1.2 takes it for: a number where it looks like one.
    """

    says: str
    example: Any

    @property
    def written(self) -> str:
        """The example as it may stand in a file, on one line."""
        return _written(self.example)


def _written(example: Any) -> str:
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {_written(value)}" for key, value in example.items()) + "}"
    if isinstance(example, list):
        return "[" + ", ".join(map(_written, example)) + "]"
    return as_scalar(example) if isinstance(example, str) else json.dumps(example)
