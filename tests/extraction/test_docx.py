"""Word documents: what is read in them can be quoted, notes at the end, and what was deleted is gone."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest

from extraction.reading import missing, read, text
from onrecord.mistake import Mistake

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTES = (
    f'<w:footnotes xmlns:w="{MAIN}"><w:footnote w:id="7"><w:p><w:r><w:t>The county says the same in its own '
    "account.</w:t></w:r></w:p></w:footnote></w:footnotes>"
)
DELETED = (
    f'<w:p xmlns:w="{MAIN}"><w:r><w:t>The gate was </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>'
    'never </w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>often</w:t></w:r></w:ins><w:r>'
    '<w:t xml:space="preserve"> opened</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r>'
    "<w:r><w:t>, they</w:t><w:noBreakHyphen/>"
    "<w:t>say re</w:t><w:softHyphen/><w:t>peatedly.</w:t></w:r></w:p>"
)


def document() -> bytes:
    made = docx.Document()
    made.add_heading("Report on the dam at Ashby", 1)
    paragraph = made.add_paragraph("The committee\tvisited the dam ")
    paragraph.add_run("on 3 May").bold = True
    paragraph.add_run(".\nIt walked along its whole length.")
    for words in ("Two cracks were found.", "The gauge was broken."):
        made.add_paragraph(words, style="List Bullet")
    table = made.add_table(2, 2)
    for cell, words in zip(table._cells, ("Year", "Litres lost", "2025", "1,200 a day"), strict=True):
        cell.text = words
    made.element.body.insert(2, docx.oxml.parse_xml(DELETED))
    content = BytesIO()
    made.save(content)
    return with_notes(content.getvalue())


def with_notes(content: bytes) -> bytes:
    """The document with a part of footnotes, which the library that makes it does not know."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/_rels/document.xml.rels":
                note = f'<Relationship Id="n" Type="{kind}" Target="footnotes.xml"/></Relationships>'
                part = part.replace(b"</Relationships>", note.encode())
            new.writestr(name, part)
        new.writestr("word/footnotes.xml", NOTES)
    return changed.getvalue()


def test_what_is_read_can_be_quoted() -> None:
    quotations = (
        "The committee visited the dam on 3 May.",
        "It walked along its whole length.",
        "The gate was often opened, they-say repeatedly.",
        "Two cracks were found.",
        "2025 1,200 a day",
        "The county says the same in its own account.",
    )
    assert missing(text("docx", document()), quotations) == {}


def test_its_layout() -> None:
    extracted = text("docx", document())
    assert extracted.startswith("Report on the dam at Ashby\n\n")
    assert (
        "Two cracks were found.\nThe gauge was broken.\n\nYear\tLitres lost\n2025\t1,200 a day\n" in extracted
    )
    assert "never" not in extracted
    assert "[1]" not in extracted
    assert "\u2191" not in extracted


def archive(**parts: bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return content.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"\xd0\xcf\x11\xe0 an old .doc", archive(a=b"x"), document()[:5000]]
)
def test_what_is_no_document_is_refused(content: bytes) -> None:
    with pytest.raises(Mistake, match="no Word document"):
        read("docx", content)


def test_what_unpacks_without_end_is_refused() -> None:
    with pytest.raises(Mistake, match="unpacks to more than"):
        read("docx", archive(bomb=bytes(300 << 20)))
