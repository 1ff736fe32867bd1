"""Two hundred claims on a source of a million characters: all there, and no dearer than few claims."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable
from functools import cache

from onrecord.app import make_site
from onrecord.page import Page, Settings
from pages import large
from pages.example import Made, verified

SETTINGS = Settings("1872-10-01", address="https://example.org/")
MILLION = 1_000_000


@cache
def pages(claims: int = large.CLAIMS) -> dict[str, Page]:
    return made(large.explainer(claims))


def made(*more: Made) -> dict[str, Page]:
    _, site = make_site(verified(*more, sources=(large.SOURCE,)), SETTINGS, ())
    return site.pages


def explainer(claims: int = large.CLAIMS) -> str:
    return pages(claims)["book-of-ashby"].html


def test_the_source_has_a_million_characters() -> None:
    assert large.SOURCE.text is not None
    assert len(large.SOURCE.text.content) > MILLION


def test_every_claim_has_its_number_and_its_evidence() -> None:
    html = explainer()
    homes = re.findall(r'<span class="or-claim" id="c-entry-(\d+)">', html)
    assert sorted(map(int, homes)) == list(range(1, large.CLAIMS + 1))
    opened = set(re.findall(r'class="or-number" popovertarget="(e-entry-\d+)"', html))
    assert opened == {f"e-entry-{number}" for number in range(1, large.CLAIMS + 1)}
    assert html.count('<div class="or-evidence"') == large.CLAIMS
    assert len(re.findall(r'<li id="evidence-entry-\d+" value="\d+">', html)) == large.CLAIMS


def test_no_id_stands_twice() -> None:
    for path in ("book-of-ashby", "sources/book"):
        ids = re.findall(r'\sid="([^"]*)"', pages()[path].html)
        assert len(ids) == len(set(ids)) > large.CLAIMS


def test_every_passage_is_marked_in_the_source() -> None:
    html = pages()["sources/book"].html
    assert len(re.findall(r'<mark [^>]*\bid="', html)) == large.CLAIMS
    assert html.count("Entry ") >= large.SENTENCES


def test_bytes_grow_with_the_claims_and_no_faster() -> None:
    few, many = len(explainer(100).encode()), len(explainer(200).encode())
    assert many < 2.05 * few
    assert many < 4000 * large.CLAIMS


def test_the_page_of_a_source_is_not_much_larger_than_the_source() -> None:
    assert large.SOURCE.text is not None
    assert len(pages()["sources/book"].html) < 1.6 * len(large.SOURCE.text.content)


def cheapest(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of the processor for ``work`` in its best round."""
    found = []
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


def test_two_hundred_claims_cost_twice_as_much_as_one_hundred() -> None:
    """A ratio: seconds mean nothing on a machine that does other things at once."""
    base = cheapest(lambda: made())
    few, many = (cheapest(lambda n=n: made(large.explainer(n))) - base for n in (50, 200))
    assert many < 4 * 1.5 * few
