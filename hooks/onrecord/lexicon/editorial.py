"""How a language speaks of the page itself: the numbers that editors count their own things by."""

from __future__ import annotations

from msgspec import Struct


class Editorial(Struct, frozen=True):
    """The words of an editor's own voice; all in small letters."""

    small: frozenset[str] = frozenset()
    """Numbers that as often point at what stands beside (*two readings*) as they count other things."""
    own_things: frozenset[str] = frozenset()
    """What a page has of its own, and counts without a source (*claims*, *passages*)."""
    pointers: frozenset[str] = frozenset()
    """Words before the number of a place in a source or on the page (*line 12*)."""
