"""Saved web pages: what readers see can be quoted, and what stands around it stays out."""

from __future__ import annotations

import pytest

from extraction.reading import missing, read, text
from onrecord.mistake import Mistake

CMS = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The dam &amp; the gate
 - Ashby Post</title><style>.x{color:red}</style><script>var words = "Tracking words";</script></head>
<body class="post"><a class="skip" hidden href="#m">Skip</a>
<header><div>Ashby Post</div><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div id="wrap"><main id="m"><article><header><h1>The dam and the gate</h1>
<p class="by">By <a href="/ada">Ada Byron</a></p></header>
<!-- an editor's remark -->
<p>The <b>committee</b> visited the dam on 3&nbsp;May and walked along its whole&shy; length.</p>
<p>An of&shy;fi&shy;cial of the water ad&shy;min&shy;is&shy;tra&shy;tion con&shy;firmed:
&ldquo;The findings are final&rdquo;&nbsp;&mdash; and <em>nothing</em>
else.<br>It cost&thinsp;&pound;7&thinsp;000.</p>
<script>write("Evil words")</script><noscript>Turn scripts on</noscript>
<p style="color: red; DISPLAY : none">Hidden words.</p><div style="visibility:hidden">More hidden.</div>
<ul><li>Two cracks were <i>found</i> in the wall.</li> <li>The gauge was broken.</li></ul>
<table><thead><tr><th>Year</th><th>Litres lost</th></tr></thead>
<tbody><tr><td>2025</td><td>1,200 a day</td></tr></tbody></table>
<pre>gate   open
gate   shut</pre>
<figure><img src="x.png" alt="A picture"><figcaption>The gate in the spring of the year.</figcaption></figure>
<aside>The keeper lives beside the gate.</aside>
<details><summary>Method</summary><p>We asked the county twice.</p></details>
<p>5 &lt; 7 &amp; H<sub>2</sub>O, re<wbr>opened, <span>one</span><span>word</span>
and <span> two </span> <b> words </b>.</p>
<button>Share this</button></article></main></div>
<aside>Read also: another story</aside><footer>All rights reserved</footer></body></html>"""
SEEN = (
    "The committee visited the dam on 3 May and walked along its whole length.",
    'An official of the water administration confirmed: "The findings are final" -- and nothing else.',
    "It cost \u00a37 000.",
    "Two cracks were found in the wall.",
    "The gauge was broken.",
    "2025 1,200 a day",
    "The gate in the spring of the year.",
    "The keeper lives beside the gate.",
    "We asked the county twice.",
    "5 < 7 & H2O, reopened, oneword and two words .",
)


def test_what_is_seen_can_be_quoted() -> None:
    assert missing(text("html", CMS.encode()), SEEN) == {}


@pytest.mark.parametrize(
    "words",
    [
        *("Skip", "Home", "Ashby Post", "Tracking", "remark", "Evil", "Turn scripts", "Hidden", "hidden"),
        *("A picture", "Share", "Read also", "rights", "color"),
    ],
)
def test_what_is_not_seen_or_stands_around_stays_out(words: str) -> None:
    assert words not in text("html", CMS.encode())


def test_paragraphs_lines_and_cells() -> None:
    extracted = text("html", CMS.encode())
    assert extracted.startswith("The dam and the gate\n\nBy Ada Byron\n\nThe committee visited")
    assert "nothing else.\nIt cost" in extracted
    assert "in the wall.\nThe gauge was broken.\n\nYear\tLitres lost\n2025\t1,200 a day\n\n" in extracted
    assert "gate   open\ngate   shut\n\n" in extracted


def test_it_gives_its_title() -> None:
    assert read("html", CMS.encode()).title == "The dam & the gate - Ashby Post"


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<ul><li>One<li><p>Two<p>Three</ul>", "One\n\nTwo\n\nThree\n"),
        ("<p>One<p>Two", "One\n\nTwo\n"),
        ("<main>A</main><main>B</main>", "A\n\nB\n"),
        ("<h1>Head</h1><main>A</main>", "Head\n\nA\n"),
        ("<header><h1>Head</h1></header><p>A<footer>Foot</footer>", "Head\n\nA\n"),
        ("<article><footer>Signed</footer></article>", "Signed\n"),
        ("<div role=navigation>Menu</div>A", "A\n"),
        ("<table><tr><td>a<td><td>c<tr><td><td>b</table>", "a\t\tc\n\tb\n"),
        ("<table><tr><td><p>a</p><p>b</p><td><p>c</table>", "a\n\nb\n\nc\n"),
        ("A<dialog>B</dialog><dialog open>C</dialog>", "A\n\nC\n"),
        ("<ruby>A<rp>(</rp><rt>B</rt></ruby>", "AB\n"),
        ("<select><option>x</select><textarea>y</textarea><svg><text>z</text></svg>A", "A\n"),
        ("<template><p>x</p></template>\n\n A\n B ", "A B\n"),
        ("&#0;&#x80;A&#xD800;", "\ufffd\u20acA\ufffd\n"),
        ("<frameset>", "\n"),
    ],
)
def test_small_pages(page: str, wanted: str) -> None:
    assert text("html", page.encode()) == wanted


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="ISO-8859-1">', "cp1252"),
        ("<meta charset=windows-1252>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso-8859-15"),
        ("<meta charset=utf-16>", "utf-8"),
        ("", "utf-8"),
        ("<meta charset=latin1>", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_the_encoding_that_it_names(declared: str, encoding: str) -> None:
    page = f"<html><head>{declared}</head><p>The caf\u00e9 took 5 \u20ac."
    assert text("html", page.encode(encoding)) == "The caf\u00e9 took 5 \u20ac.\n"


@pytest.mark.parametrize(
    "content",
    [
        b"<p>caf\xe9",
        b"<meta charset=nonsense><p>caf\xe9",
        b"<meta charset=rot13><p>x",
        b"<meta charset=base64><p>x",
        b"<meta charset=utf-8><p>\xff",
        b"\xff\xfe\x00\xd8",
    ],
)
def test_another_encoding_than_it_names_is_refused(content: bytes) -> None:
    with pytest.raises(Mistake, match="save it anew"):
        read("html", content)


def test_a_page_nested_without_end_is_read() -> None:
    depth = 3000
    assert text("html", ("<div>" * depth + "deep").encode()) == "deep\n"


MAGAZINE = """<!doctype html><html lang="en" class="no-js"><head><meta charset="utf-8">
<title>The ferry | Ashby Weekly</title>
<style>.label{text-transform:uppercase} .gone{display:none}</style></head>
<body><div id="consent" role="dialog" aria-modal="true">
<p>We value your privacy.</p><button>Agree</button></div>
<div role="banner"><a href="/">Ashby Weekly</a></div><div role="navigation"><a href="/a">Archive</a></div>
<div class="layout"><article><header><p class="label">Report</p><h1>The fer&shy;ry</h1></header>
<p class="lead"><span>T</span><span>he ferry</span> was of&shy;fered to the first
\ufb01ve families in 1868.</p>
<aside class="pull"><blockquote>\u201cNobody waits.\u201d</blockquote></aside>
<p>The clerk answered: \u201cNobody crosses after night&shy;fall\u201d,
wrote<wbr>&nbsp;Ada<!-- who? -->&nbsp;Byron
on<br>the 3<sup>rd</sup> of May.</p>
<figure><picture><source srcset="x"><img alt="A boat"></picture><figcaption>The ferry in the
spring of <time datetime="1871">1871</time>.</figcaption></figure>
<p>In <ruby>Ashby<rp> (</rp><rt>ash-bee</rt><rp>)</rp></ruby> the fare of
1868 is <span hidden>not </span>known.</p>
<div class="ad" aria-hidden="true" style="display:none">Buy a boat</div><nav>Share this</nav></article>
<div role="complementary"><h2>Most read</h2></div></div><div role="contentinfo">Imprint</div></body></html>"""
WORDS = (
    "The ferry was offered to the first five families in 1868.",
    'The clerk answered: "Nobody crosses after nightfall", wrote Ada Byron on the 3rd of May.',
    '"Nobody waits."',
    "The ferry in the spring of 1871.",
    "the fare of 1868 is known.",
)


def test_a_template_with_banners_and_pulled_quotes() -> None:
    extracted = text("html", MAGAZINE.encode())
    assert missing(extracted, WORDS) == {}
    for around in ("Archive", "Weekly", "A boat", "Buy", "Share", "Most read", "Imprint", "Agree", "who?"):
        assert around not in extracted


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000,
        "<ul><li>" * 20_000,
        "<div><!--</div>-->" * 20_000,
        "<div title='</div>'>" * 20_000,
        "<div><script></div></script>" * 20_000,
        "".join(f"<p><b id={number}>x" for number in range(5_000)),
        "<p>" * 2_000_001,
        f"<div {' '.join(f'a{number}' for number in range(20_000))}>",
    ],
    ids=lambda page: page[:16],
)
def test_tags_without_end_are_refused_before_they_are_read(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(name: str) -> None:
        pytest.fail(f"{name} was asked")

    monkeypatch.setattr("onrecord.extraction.html.library", fail)
    with pytest.raises(Mistake, match="too many, or nested too deeply"):
        read("html", page.encode())


def test_a_long_page_is_read() -> None:
    drawing = '<svg><path d="M 1 2 3"/><g><path/></g></svg>'
    part = f'<div><b>x</b>{drawing}<img src=a/b><a name="x"><a href=x>y</a></div>'
    assert text("html", (part * 20_000 + "<p>x" * 20_000).encode()).endswith("x\n\nx\n")


def test_what_stands_beside_the_content_of_a_deep_page() -> None:
    """The place of each part is known without a look at all that it stands in."""
    page = "<div>" * 3_000 + "<aside>x</aside>" * 3_000 + "<p>y</p>"
    assert text("html", page.encode()) == "y\n"
