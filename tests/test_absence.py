"""The search for words that a source is said not to contain."""

from __future__ import annotations

import pytest

from onrecord.absence import AbsenceSearch
from onrecord.lookup import Lookup
from onrecord.text import Text

CONTENT = (
    "The Taliban\u2019s flag was raised in Mos-\ncow. The U.N. did not speak. Human-rights groups were\n"
    "silent; the lawful owner of the STRASSE\u00ad bridge,\n\nwhich \ufb01rst opened in 2024, is not named. "
    "\u5927\u575d\u662f\u5b89\u5168\u7684"
)
SEARCH = AbsenceSearch(Lookup(Text("seeds/x.txt", CONTENT)))


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("Taliban", "Taliban"),
        ("taliban", "Taliban"),
        ("flag was raised", "flag was raised"),
        ("Moscow", "Mos-\ncow"),
        ("U.N.", "U.N."),
        ("rights", "rights"),
        ("human-rights", "Human-rights"),
        ("groups were silent", "groups were\nsilent"),
        ("law*", "lawful"),
        ("own* of", "owner of"),
        ("Stra\u00dfe", "STRASSE"),
        ("bridge, which", "bridge,\n\nwhich"),
        ("first", "\ufb01rst"),
        ("2024", "2024"),
        ("\u5b89\u5168", "\u5b89\u5168"),
        ("flag  was", "flag was"),
    ],
)
def test_present(term: str, found: str) -> None:
    span = SEARCH.find(term)
    assert span is not None
    assert CONTENT[span.start : span.end] == found


@pytest.mark.parametrize(
    "term", ["law", "UN", "own", "scow", "alib*", "202", "name", "raised in Kabul", "", "*"]
)
def test_absent(term: str) -> None:
    assert SEARCH.find(term) is None
