"""What changed since a revision, as Markdown that is reviewed without opening a source."""
