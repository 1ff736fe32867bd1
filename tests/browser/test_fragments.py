"""Addresses of passages in the original, followed by a real browser."""

from __future__ import annotations

from html import escape

import pytest
from playwright.sync_api import Browser

from onrecord.text import Span
from onrecord.view.fragments import text_fragment
from pages.example import source

ORIGINAL = "http://original.example/report"
GATES = " ".join(
    f"The keeper opened gate number {n} and wrote it down, A&B, up-stream." for n in range(1, 20)
)
DAYS = "".join(f"第{n}天，守堰人打开闸门，并把这件事写在账簿里。" for n in range(1, 30))
LIME = " ".join(f"في اليوم {n} عدّ حارس السد عشرين برميلا من الجير." for n in range(1, 20))
FILLING = "".join(f"<p>Paragraph {n} of nothing at all.</p>" for n in range(150))
PLACE = "document.getElementById('there').getBoundingClientRect()"


@pytest.mark.parametrize(
    ("language", "before", "passage"),
    [
        ("en", "", f"{GATES} and went home."),
        ("en", "In autumn, by contrast, ", "the gate stuck in May."),
        ("zh", "", DAYS),
        ("ar", "", LIME),
        ("he", "", "הוועדה מצאה שהסכר בטוח."),
        ("ja", "", "委員会はダムが安全だと判断した。"),
    ],
    ids=["long", "twice", "chinese", "arabic", "hebrew", "japanese"],
)
def test_a_browser_goes_to_the_passage(browser: Browser, language: str, before: str, passage: str) -> None:
    first, there = "In March the gate stuck in May.", before + passage
    content = f"{first}\n\n{there}\n"
    start = content.rindex(passage)
    found = source("x", "X", content, url=ORIGINAL, language=language)
    address = text_fragment(found, Span(start, start + len(passage)))
    document = (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Report</title>'
        f'<p>{first}</p>{FILLING}<p id="there">{escape(there)}</p>{FILLING}'
    )
    with browser.new_context(viewport={"width": 800, "height": 600}) as context:
        page = context.new_page()
        page.route("**/*", lambda route: route.fulfill(body=document, content_type="text/html"))
        page.goto(address)
        page.wait_for_function("scrollY > 0")
        top, bottom = page.evaluate(f"[{PLACE}.top, {PLACE}.bottom]")
        assert bottom > 0
        assert top < 600
