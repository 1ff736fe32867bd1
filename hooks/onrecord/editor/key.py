"""What an editor says of a key of the files that authors write."""

from __future__ import annotations

from typing import Any, NamedTuple


class Key(NamedTuple):
    """A key in a sentence, the same as in ``docs/writing-claims.md``, with a value as it may be written.

    The value is what a reader of YAML 1.2 takes it for: a number where it looks like one.
    """

    says: str
    example: Any
