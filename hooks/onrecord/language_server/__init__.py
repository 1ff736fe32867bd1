"""What an editor is told of fact files: a core that knows no protocol, and ``server``, which speaks it."""
