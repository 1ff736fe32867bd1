"""The rules: add one by adding a file with a ``RULE``."""
