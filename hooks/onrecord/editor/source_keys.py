"""The keys of a source's metadata, each in a sentence and with an example."""

from __future__ import annotations

from onrecord.editor.key import Key

SOURCE_KEYS = {
    "a source's metadata": {
        "id": Key("The source's permanent name. Required.", "report"),
        "file": Key("The text's file, in the same folder. Required.", "report.txt"),
        "sha256": Key(
            "The fingerprint of its bytes: what `sha256sum seeds/report.txt` prints. Required.",
            "98e787eb2a8830445ac3fe3e3cf2aa73a5f04f00b8c59b62892bb5caae8fb31f",
        ),
        "title": Key("Its title. Required.", "Report on the dam"),
        "author": Key("Who signed it.", "Ada Byron"),
        "publisher": Key("Who published it.", "The committee"),
        "published": Key("When, as far as known.", "2026-05"),
        "published_basis": Key("Whether that is stated in the source or inferred by us.", "stated"),
        "dateline": Key("Its dateline, as printed.", "London, May 4:"),
        "language": Key("Its language; English if absent.", "en"),
        "url": Key("Where it can be read.", "https://example.org/report"),
        "archived": Key("Where a copy is kept.", "https://example.org/copy"),
        "retrieved": Key("When we took the text.", "2026-11-20"),
        "obtained": Key("How we got it.", "Typed from the printed report."),
        "raw": Key("The file that the text was extracted from, in the same folder.", "report.pdf"),
        "raw_sha256": Key(
            "Its fingerprint. Goes with `raw`.",
            "03ab0b5d7cd2b1e0dd0d0cd6bd5f2b7c6a1e4c1c5f7e3a9d8b2f4e6a0c1d3f57",
        ),
        "extracted_by": Key("What extracted the text, with its version.", "pypdfium2 5.15.2, clean-up 1"),
        "rights": Key(
            "Who owns it, on what terms we quote. Must be there with `publish: full`.", "Crown copyright"
        ),
        "publish": Key(
            "`excerpts` (default): the site shows the sentences in use; `full`: the whole text, also "
            "as a file.",
            "full",
        ),
        "excerpts_reason": Key(
            "Why so much is quoted, where the excerpts add up to 90 % of the text or more. Printed.",
            "Each sentence is evidence of a claim.",
        ),
        "derived_from": Key(
            "The sources it merely repeats, so that it does not count as a second one.", ["wire"]
        ),
        "note": Key("A remark for readers.", "The last page is missing."),
        "taken_down": Key(
            "Since when and why its text is gone for good. Its files are deleted, and no claim rests on it.",
            {"date": "2026-12-01", "why": "Its publisher asked for it."},
        ),
    },
    "'taken_down'": {
        "date": Key("Since when the text is gone. Required.", "2026-12-01"),
        "why": Key("Why the text is gone. Required. Printed.", "Its publisher asked for it."),
    },
}
