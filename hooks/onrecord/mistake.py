"""The operator's mistake, such as a folder that is not there: one line on standard error, exit status 2."""

from __future__ import annotations


class Mistake(Exception):
    """Something the person who runs the command has to change; the message is one line."""
