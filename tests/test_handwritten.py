"""What a hand-written page asks for is found where it asks, and put in without becoming Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from onrecord.handwritten import (
    Document,
    asked,
    fill,
    fill_markdown,
    is_block,
    left_over,
    literal,
    unbroken,
    with_reachable_tables,
)
from onrecord.markup import ids, is_hidden_at, pieces, repeated_ids, running_text
from onrecord.text import Text


def names(text: str) -> list[tuple[str, bool]]:
    return [(found.name, found.alone) for found in asked(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[counts]]", [("counts", True)]),
        ("# A\n\n[[counts]]\n\nB\n", [("counts", True)]),
        ("A\n[[counts]]\n", [("counts", False)]),
        ("It says [[dam/cost]] here.", [("dam/cost", False)]),
        ("- [[counts]]\n", [("counts", False)]),
        ("  [[counts]]\n", [("counts", False)]),
        ("[[dam/cost]] and [[dam/two]]", [("dam/cost", False), ("dam/two", False)]),
        ("[[Explainers]]", [("Explainers", True)]),
        ("Write `[[counts]]` so.", []),
        ("Write ``a ` [[counts]]`` so.", []),
        ("<code>[[counts]]</code>", []),
        ("<!-- [[counts]] -->", []),
        ("```\n[[counts]]\n```\n", []),
        ("~~~~ text\n```\n[[counts]]\n~~~\n~~~~\n[[counts]]", [("counts", False)]),
        ("A\n\n    [[counts]]\n", []),
        ("- A\n\n    [[dam/cost]]\n", [("dam/cost", False)]),
        ("---\ntitle: '[[counts]]'\n---\n\n[[counts]]\n", [("counts", True)]),
        ("[[1]](https://example.org) and [[a]][b]", []),
        ("&#91;[counts]]", []),
        ("[[]] [[\n]]", []),
        ("A\r\n\r\n[[counts]]\r\n\r\nB", [("counts", True)]),
    ],
)
def test_where_a_page_asks(text: str, expected: list[tuple[str, bool]]) -> None:
    assert names(text) == expected
    for found in asked(text):
        assert text[found.span.start : found.span.end] == f"[[{found.name}]]"


INSERTIONS = {
    "counts": lambda page: f'<p class="n">at {page or "home"}\n\n  3</p>',
    "dam/cost": lambda _: (
        '<span title="a*b*">The *dam* &amp; _gate_ &lt;b&gt; [x](y) `c` ~~d~~ {: #e } :f: it\'s</span>'
    ),
}


def test_it_is_put_into_html() -> None:
    html = (
        "<p>[[counts]]</p>\n<p>A [[dam/cost]] b [[gone/x]]</p>\n<pre><code>[[counts]]</code></pre>\n"
        "<p>[[counts]] x</p>"
        '\n<p title="[[dam/cost]]">c</p><!-- [[dam/cost]] --><script>a[[0]]</script>'
    )
    filled = fill(html, "how", INSERTIONS)
    assert filled.startswith('<p class="n">at how')
    assert filled.count("The *dam*") == 1
    assert '<p title="[[dam/cost]]">' in filled
    assert "<code>[[counts]]</code>" in filled
    assert [filled[span.start : span.end] for span in left_over(filled)] == ["[[gone/x]]", "[[counts]]"]
    assert (is_block("counts"), is_block("dam/cost")) == (True, False)


EXTENSIONS = ["attr_list", "footnotes", "tables", "smarty", "md_in_html", "admonition", "abbr", "def_list"]


@pytest.mark.parametrize("extensions", [[], EXTENSIONS])
def test_markdown_does_not_act_on_it(extensions: list[str]) -> None:
    document = Document(
        "how", "how.md", Text("docs/how.md", "It says [[dam/cost]] here.\n\n[[counts]]\n\nEnd `[[counts]]`.")
    )
    html = markdown(fill_markdown(document, INSERTIONS), extensions=extensions)
    expected = [piece.text for name in ("dam/cost", "counts") for piece in pieces(INSERTIONS[name]("how"))]
    found = [piece.text for piece in pieces(html)]
    first = found.index(expected[0])
    assert found[first : first + 3] == expected[:3]
    assert "".join(expected[3:]) in "".join(found)
    assert "<code>[[counts]]</code>" in html


@given(text=st.text(alphabet="ab *_`~[](){}<>&#!:-+.\\/|^=$@'\"\n1", max_size=60))
def test_any_text_passes_markdown_unchanged(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    inside = literal(f'<span lang="en">{escaped}</span>')
    html = markdown(f"Before {inside} after.", extensions=EXTENSIONS)
    found = [piece.text for piece in pieces(html)]
    position = found.index('<span lang="en">')
    wanted = [piece.text for piece in pieces(f'<span lang="en">{escaped}</span>')]
    assert found[position : position + len(wanted)] == wanted


@given(text=st.text(alphabet="ab \n\t\r<>", max_size=60))
def test_unbroken_html_has_no_blank_line_and_means_the_same(text: str) -> None:
    html = f"<pre>{text.replace('<', '&lt;').replace('>', '&gt;')}</pre>"
    made = unbroken(html)
    assert not re.search(r"\n[ \t\r]*\n", made)
    assert [piece.text for piece in pieces(made)] == [piece.text for piece in pieces(html)]


def test_pieces_are_the_same_in_any_spelling() -> None:
    one = "<P CLASS='a' id=b hidden>x&amp;y &#65;<br/></p><!--c-->"
    other = '<p hidden="" id="b" class="a">x&#38;y A<br></p><!--c-->'
    assert [piece.text for piece in pieces(one)] == [piece.text for piece in pieces(other)]
    assert [one[piece.start] for piece in pieces(one)] == ["<", "x", "<", "<", "<"]
    changed = [
        "<p>x</p>",
        "<p>x </p>",
        "<p>X</p>",
        '<p id="">x</p>',
        "<div>x</div>",
        "<p><!--x--></p>",
        "<p>x<br></p>",
    ]
    assert len({"".join(piece.text for piece in pieces(html)) for html in changed}) == len(changed)


@given(html=st.text(alphabet="<>ab/!-=\"' \n&;#1", max_size=80))
def test_any_bytes_can_be_read(html: str) -> None:
    for piece in pieces(html):
        assert 0 <= piece.start <= len(html)
    for span in running_text(html):
        assert 0 <= span.start < span.end <= len(html)
    repeated_ids(html)
    ids(html)
    is_hidden_at(html, len(html))


def test_ids() -> None:
    html = "<p id=a></p><p id='b' class=x></p><p ID=\"a\"></p><i data-id='a'></i> id=\"b\" "
    html += "<!-- <p id=c><p id=c> -->"
    assert ids("<p id=a><p id='b'>") == {"a", "b"}
    assert [name for name, _ in repeated_ids(html)] == ["a"]
    assert html[repeated_ids(html)[0][1] :].startswith('<p ID="a">')


def test_an_empty_page() -> None:
    def words(text: str) -> int:
        return Document("a", "a.md", Text("docs/a.md", text)).words()

    assert words("---\ntitle: A long title of many words\n---\n\n# Heading words\n\n<div>\n</div>\n") == 0
    assert words("One *two* three.") == 3


def test_tables_can_be_reached_by_keys() -> None:
    html = markdown(
        "| a | b |\n|---|--:|\n| 1 | `<table>` |\n\n- x\n\n| c |\n|---|\n| 2 |\n", extensions=["tables"]
    )
    reachable = with_reachable_tables(html)
    assert len(re.findall(r'<div class="or-wide"[^>]* tabindex="0"><table>', reachable)) == 2
    assert len(re.findall("</table></div>", reachable)) == 2
    assert re.sub(r'<div class="or-wide"[^>]*>|</div>', "", reachable) == html
