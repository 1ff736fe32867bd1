"""A Word document: its paragraphs, lists, tables and notes; nothing that was deleted or commented."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from onrecord.extraction.html import shown_text
from onrecord.extractor import Extracted, Extractor, library
from onrecord.mistake import Mistake

_LARGEST = 256 << 20
# The numbers that lead to notes, and the arrows back: no words of the document.
_NOTE_LINKS = ", ".join(f'a[id^="{kind}-ref-"], a[href^="#{kind}-ref-"]' for kind in ("footnote", "endnote"))
_NO_DOCUMENT = "it is no Word document (.docx): open it in a word processor and save it as one"


def _extract(content: bytes) -> Extracted:
    mammoth = library("mammoth")
    try:
        with ZipFile(BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _LARGEST:
                raise Mistake(f"it unpacks to more than {_LARGEST:,} bytes: divide it into several")
        pictures = mammoth.images.img_element(lambda picture: {"src": ""})
        made = mammoth.convert_to_html(BytesIO(content), convert_image=pictures, id_prefix="")
    except BadZipFile as error:
        raise Mistake(_NO_DOCUMENT) from error
    except (KeyError, ValueError, SyntaxError, AttributeError, OSError) as error:
        raise Mistake(f"{_NO_DOCUMENT} ({type(error).__name__})") from error
    return Extracted(shown_text(f"<body>{made.value}", _NOTE_LINKS).text)


EXTRACTOR = Extractor(
    (".docx",),
    "a Word document",
    _extract,
    "mammoth",
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
)
