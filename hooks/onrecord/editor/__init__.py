"""What an editor knows of the files that authors write: every key, what it says, and what it may hold."""
