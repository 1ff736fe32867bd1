"""On Record: a static generator for fact-checked explainers, and the checker that gates it."""

__version__ = "0.1.0"
