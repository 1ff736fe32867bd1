"""Findings for people and machines: add a format by adding a file with a ``REPORT``."""
