"""What the checker knows of a language, one file each."""
