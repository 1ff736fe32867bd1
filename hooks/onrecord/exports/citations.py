"""Citations of an explainer and of its sources: BibTeX and CSL-JSON.

A date that is uncertain, or that we inferred, is never given as a plain year: CSL-JSON gets it in words with
``circa``, BibTeX in a note.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

from onrecord.check import Verified
from onrecord.export import Export, ExportKind
from onrecord.page import Offer, Settings
from onrecord.view.citing import Cited, cited_explainer, cited_source
from onrecord.view.fingerprint import fingerprint
from onrecord.view.published import PublishedExplainer, published

_BIB, _CSL = "cite.bib", "cite.json"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPES = {
    **{char: f"\\{char}" for char in "#$%&_"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # BibTeX counts braces even behind a backslash: these two are written so that every count comes out even.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
}
_SPECIAL = re.compile(r"[#$%&_\\~^{}]")
_IN_ADDRESSES = "-._~:/?#[]@!$&'()*+,;=%"
"""What stays in an address: the letters of RFC 3986. None of them is a brace or a backslash."""


def exports(verified: Verified, settings: Settings) -> Iterator[Export]:
    """``cite.bib`` and ``cite.json`` beside each explainer."""
    for entry in published(verified).explainers:
        cited = list(_cited(entry, settings))
        yield Export(f"{entry.path}/{_BIB}", "\n".join(map(bibtex, cited)).encode())
        items = json.dumps([csl(one) for one in cited], ensure_ascii=False, indent=1)
        yield Export(f"{entry.path}/{_CSL}", f"{items}\n".encode())


def _cited(entry: PublishedExplainer, settings: Settings) -> Iterator[Cited]:
    yield cited_explainer(entry, settings, fingerprint(entry))
    yield from map(cited_source, entry.sources)


def in_bibtex(text: str) -> str:
    """``text`` in a BibTeX field: LaTeX prints it as it is, and its braces are balanced."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text)


def bibtex(cited: Cited) -> str:
    """An entry of BibTeX. The second pair of braces keeps styles from taking names apart and letters down."""
    date = cited.certain
    fields = {
        "author": f"{{{{{in_bibtex(cited.author)}}}}}" if cited.author else "",
        "title": f"{{{{{in_bibtex(cited.title)}}}}}",
        "publisher": f"{{{{{in_bibtex(cited.publisher)}}}}}" if cited.publisher else "",
        "year": f"{{{date[0]}}}" if date else "",
        "month": _MONTHS[date[1] - 1] if len(date) > 1 else "",
        "day": f"{{{date[2]}}}" if len(date) > 2 else "",
        "url": f"{{{quote(cited.url, safe=_IN_ADDRESSES)}}}" if cited.url else "",
        "language": f"{{{in_bibtex(cited.language)}}}",
        "note": f"{{{in_bibtex('; '.join(_notes(cited)))}}}",
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.id},", *lines, "}", ""])


def _notes(cited: Cited) -> Iterator[str]:
    if cited.date_words and not cited.certain:
        yield f"published {cited.date_words}"
    yield from cited.notes


def csl(cited: Cited) -> dict[str, object]:
    """An item of CSL-JSON."""
    made: dict[str, object] = {
        "id": cited.id,
        "type": cited.type,
        "title": cited.title,
        "author": [{"literal": cited.author}] if cited.author else None,
        "container-title": cited.container,
        "publisher": cited.publisher,
        "issued": _date(cited),
        "accessed": {"date-parts": [list(cited.accessed)]} if cited.accessed else None,
        "URL": quote(cited.url, safe=_IN_ADDRESSES),
        "version": cited.version,
        "language": cited.language,
        "note": "; ".join(cited.notes),
    }
    return {key: value for key, value in made.items() if value}


def _date(cited: Cited) -> dict[str, object] | None:
    if cited.certain:
        return {"date-parts": [list(cited.certain)]}
    if not cited.date_words:
        return None
    return {"literal": cited.date_words, **({"circa": True} if cited.circa else {})}


EXPORT_KIND = ExportKind(
    offers=(
        Offer("explainer", _BIB, "Citations (BibTeX)", "application/x-bibtex", "describedby"),
        Offer(
            "explainer",
            _CSL,
            "Citations (CSL-JSON)",
            "application/vnd.citationstyles.csl+json",
            "describedby",
        ),
    ),
    exports=exports,
)
