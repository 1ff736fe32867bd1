"""Kinds of exports: add one by adding a file with an ``EXPORT_KIND``."""
