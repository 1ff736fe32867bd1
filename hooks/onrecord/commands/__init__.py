"""The commands of the command line: add one by adding a file with a ``COMMAND``."""
