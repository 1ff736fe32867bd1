"""The formats that sources come in: add one by adding a file with an ``EXTRACTOR``."""
