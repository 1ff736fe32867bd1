"""Findings for people and machines, one format a file."""
