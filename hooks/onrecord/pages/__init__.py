"""Verified project to pages, one kind of page a file."""
