"""What `onrecord add` ends with."""

from __future__ import annotations

from cli.cases import Case

SAID = "--quote 'The gate was opened twice in the spring'"
CASES = (
    Case(0, f"add dam {SAID} --text 'The gate was opened twice in the spring.'"),
    Case(1, f"add dam {SAID} --text 'The gate was opened on 4 June 1871.'"),
    Case(1, "add dam --quote 'helicopters over Helsinki' --text 'The gate was opened twice in the spring.'"),
    Case(2, f"add weir {SAID} --text 'The gate was opened twice in the spring.'"),
)
