"""What search finds of a page, as HTML: headings whose ids are places on the page, and paragraphs below them.

The id of a paragraph is ``~`` and the language (BCP 47) of its words, so that a result can be shown in it.
That of a title is ``~``, its language, ``~`` and the kind of page: the index's own place for a kind is a
filter, and it writes filters in another order each time. A quotation is in it once for each explainer, at the
first claim that rests on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from onrecord.model import Quotation
from onrecord.rule import Rule
from onrecord.text import Span
from onrecord.view.claims import PrintedClaim
from onrecord.view.explanation import Block, Run, body, runs, title
from onrecord.view.published import FormerSource, PublishedExplainer, UsedSource

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3000-\u312f\u31a0-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\U00020000-\U0003ffff"
)
"""Characters of scripts without spaces between words, as in `onrecord.fold`: each is found by itself."""

_APART = re.compile(f"[{UNSPACED}]")
_DASH = re.compile("[\u2014\u2015\u2026](?=\\w)")
_LANGUAGE = re.compile("[A-Za-z0-9-]{1,35}")

_TITLE = Markup('<h1 id="{}~{}">{}</h1>\n')
_PLACE = Markup('<h2 id="{}">{}</h2>\n')
_PARAGRAPH = Markup('<p id="{}">{}</p>\n')


def indexed_explainer(entry: PublishedExplainer) -> str:
    """Title, description and every claim of an explainer, with its speakers and quotations."""
    language = entry.explainer.language
    seen: set[tuple[str, tuple[Span, ...]]] = set()
    parts = [_title("explainer", entry.title, language), *_said([entry.explainer.description], language)]
    for claim in entry.in_order():
        parts.append(_PLACE.format(f"c-{claim.id}", spaced(claim.claim.text)))
        parts += _said(["; ".join(tag.text for tag in claim.tags)], "en")
        parts += _said(["; ".join(_speakers(claim))], language)
        for passage in claim.passages:
            place = (str(passage.source.id), passage.spans)
            if place not in seen:
                parts += _said([passage.words], passage.language)
                parts += _said([passage.translation], language)
            seen.add(place)
    return "".join(parts)


def indexed_source(used: UsedSource) -> str:
    """Title, author and publisher of a source; its words are found at the claims that rest on them."""
    source = used.source
    signed = [source.author, source.publisher]
    return "".join([_title("source", source.title, source.language), *_said(signed, source.language)])


def indexed_former_source(former: FormerSource) -> str:
    """Title, author and publisher of a source that is gone or out of use, and why it was taken down."""
    source = former.source
    reason = str(source.taken_down.why) if source.taken_down else ""
    signed = [source.author, source.publisher]
    title = _title("former-source", source.title, source.language)
    return "".join([title, *_said(signed, source.language), *_said([reason], "en")])


def indexed_name(kind: str, name: str, also: Iterable[str] = (), language: str = "en") -> str:
    """What has only names: a person, a place or a topic, with the other names it goes by."""
    return "".join([_title(kind, name, language), *_said(["; ".join(also)], language)])


def indexed_withdrawal(claim: PrintedClaim) -> str:
    """A claim that was withdrawn, and why."""
    language = claim.explainer.language
    withdrawn = claim.claim.withdrawn
    reason = str(withdrawn.why) if withdrawn else ""
    return "".join([_title("withdrawn-claim", claim.claim.text, language), *_said([reason], language)])


def indexed_rule(rule: Rule) -> str:
    """A rule's name and its explanation."""
    parts = [_title("rule", f"Rule {rule.id}: {_text(runs(title(rule.explanation)))}", "en")]
    for number, block in enumerate(body(rule.explanation), 1):
        if block.kind == "heading":
            parts.append(_PLACE.format(f"part-{number}", _text(block.runs)))
        else:
            parts += _said(_words(block), "en")
    return "".join(parts)


def indexed_document(html: str, name: str) -> str:
    """A page written by hand, from its finished article; ``name`` is its title where the article has none."""
    heading = "" if "<h1" in html else Markup("<h1>{}</h1>\n").format(name)
    return f"{heading}{html}\n"


def spaced(text: str) -> str:
    """``text`` with spaces where one word ends and another begins without one, as search needs it."""
    if text.isascii():
        return text
    return _APART.sub(r" \g<0> ", _DASH.sub(r"\g<0> ", text))


def _title(kind: str, words: str, language: str) -> str:
    return _TITLE.format(_tongue(language), kind, spaced(words))


def _said(texts: Iterable[str | None], language: str) -> Iterator[str]:
    for text in texts:
        if text:
            yield _PARAGRAPH.format(_tongue(language), spaced(text))


def _tongue(language: str) -> str:
    return f"~{language}" if _LANGUAGE.fullmatch(language) else "~"


def _speakers(claim: PrintedClaim) -> Iterable[str]:
    """Whose words the claim and its quotations give, each once."""
    quoted = (str(entry.speaker or "") for entry in claim.claim.evidence if isinstance(entry, Quotation))
    return dict.fromkeys(name for name in (claim.speaker, *quoted) if name)


def _words(block: Block) -> Iterator[str]:
    yield _text(block.runs)
    yield from map(_text, block.items)
    yield block.code


def _text(parts: Iterable[Run]) -> str:
    return "".join(run.text for run in parts)
