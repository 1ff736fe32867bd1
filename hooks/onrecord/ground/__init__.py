"""Grounding: whether a claim says what its quotations say, one kind of assertion a module."""
