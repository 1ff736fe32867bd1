"""PDFs of several producers: what is printed can be quoted, and paragraphs stay apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission, EncryptionMethod

from extraction.reading import found, missing, read, text
from onrecord.extractor import cleaned
from onrecord.mistake import Mistake

COLUMNS = (Path(__file__).parent / "files" / "columns.pdf").read_bytes()
PRINTED = (
    "The committee visited the dam on 3 May and walked along its whole length.",
    "It was built for $7 billion by the county, and the keeper lives beside the gate.",
    "An official of the water administration, whose office files an extraordinarily detailed statement every "
    'first week, confirmed that "the findings are final".',
    "The affected waterworks were inspected afterwards; their efficiency is sufficient.",
    "A well-known engineer called the long-awaited refurbishment a fundamentally misunderstood undertaking "
    "and asked for interdepartmental responsibility.",
    "Two hairline cracks were found near the north abutment, and both of them had been known for years.",
    "The gauge by the lower bridge was broken all summer.",
    "The rest of the administration's correspondence concerns institutionalised maintenance procedures",
    "the parliamentary commission's representatives disagreed considerably.1",
    "1The county's own account says the same of the year before.",
    "Between 2019 and 2024 the reservoir lost 1,200 litres a day, or -0.42 per cent.",
    "Its floodgates overflowed five times, and the offshore barrier withstood every one of the difficult "
    "winters without a fissure.",
    '"Nobody slept that night, and the water stood at the third step."',
    "What the county's engineers inferred from the measurements is disputed by the shipping company, whose "
    "affidavit was filed in the office of the sheriff.",
    "The refitting of the lifting mechanism was difficult, insufficiently financed and officially "
    "unaffordable.",
    "Its chairwoman has refused to comment on the allegations, which she called unsubstantiated.",
    "the telecommunications infrastructure was reinforced",
    "The last sentence of the report stands on the second page, near its end.",
)


TYPESET = (
    "The first officer of the gate was found sufficiently skilful, and the parish affirmed his difficult "
    "office in the flat country below the mill.",
    "He confined himself to the efficient conduct of the offices, and never differed from the final "
    "resolution of the afflicted families.",
    '"It is a difficult affair," he wrote -- and nobody contradicted him -- "to find a specification for so '
    'fluctuating a flow."',
    "1The letter is kept in the office of the parish, with five others of the same year.",
    "The administration of the waterworks was nevertheless considered extraordinarily satisfactory by the "
    "representatives of the neighbouring communities.",
    "Between 1869-1871 the flow of the river was measured on 214 mornings.",
    "The measurements were made independently by the schoolmaster and by two correspondents of the "
    "geographical institution, whose instruments had been manufactured in different workshops.",
    "Their differences did not exceed 3% of the average.",
    "No representative of the county superintended the measurements, although an invitation had been sent in "
    "good time and was acknowledged by the superintendent himself.",
)
OFFICE = (
    "The ferry was officially offered to the first five families of the island in the difficult winter of "
    "1868, and none of them refused.",
    "Its efficient offices were sufficiently affluent to afford a ferryman, a baffled clerk and a fiddle for "
    "the final festivities.",
    'The representatives of the neighbourhood confidently interpreted the regulations: "Nobody crosses after '
    'nightfall -- and nobody waits."',
    "A self-confident, well-informed traveller nevertheless crossed the river on 3 May, at a fare of "
    "\u00a37 000, which the administration considered extraordinarily unsatisfactory.1",
    "1 The receipt is kept in the office of the flotilla.",
    "After the flood of 1871 the correspondence between the superintendents was interrupted for eighteen "
    "months.",
    "Their differences concerned the responsibility for the fortifications, whose reconstruction had been "
    "insufficiently financed, and the compensation of the inhabitants of the flat country below the mill.",
    "The measurements were published independently by two correspondents of the geographical institution.",
    "They differ by -0.42 per cent, or by 1,200 litres a day, and both of them affirm that the ferry's "
    "offshore buffer withstood every one of the fierce waves without a fissure.",
    "An unaffiliated mathematician recalculated the difficult flow figures afterwards.",
    "His chairwoman refused to comment on the allegations, which she called unsubstantiated and "
    "fundamentally misunderstood.",
    "The telecommunications infrastructure, such as it was, consisted of a bell, a rope and a flagstaff; the "
    "bell is lost, and the rope was cut into five lengths for the keeper's grandchildren.",
    "What became of the flagstaff is not known in the office, where three different people have been asked.",
    "The last sentence of the chronicle stands on its second page, in the other column.",
)


def test_what_is_printed_in_columns_can_be_quoted() -> None:
    assert missing(text("pdf", COLUMNS), PRINTED) == {}


def test_what_a_typesetter_of_formulas_printed_can_be_quoted() -> None:
    """Made by pdfTeX (``files/latex.tex``): ligatures, words cut at line ends, a footnote."""
    extracted = text("pdf", (Path(__file__).parent / "files" / "latex.pdf").read_bytes())
    assert missing(extracted, TYPESET) == {}
    assert "\n\n1The letter is kept in the office" in extracted


def test_what_a_word_processor_printed_can_be_quoted() -> None:
    """Made by LibreOffice (``files/office.rtf``): ligatures, soft hyphens, two columns, a footnote."""
    extracted = read("pdf", (Path(__file__).parent / "files" / "office.pdf").read_bytes())
    assert extracted.title == "The keepers of the ferry"
    assert missing(cleaned(extracted.text), OFFICE) == {}


def test_it_gives_its_title() -> None:
    assert read("pdf", COLUMNS).title == "Report on the dam at Ashby"


@pytest.mark.parametrize(
    ("ends", "begins"),
    [
        ("Ashby", "The committee visited"),
        ("final”.", "The gate was opened"),
        ("responsibility.", "What was found"),
        ("What was found", "• Two hairline"),
    ],
)
def test_headings_and_indented_paragraphs_stand_apart(ends: str, begins: str) -> None:
    assert f"{ends}\n\n{begins}" in text("pdf", COLUMNS)


def test_nothing_inside_a_paragraph_is_taken_apart() -> None:
    inside = next(part for part in text("pdf", COLUMNS).split("\n\n") if "Nobody slept" in part)
    assert inside.startswith("Between 2019")
    assert inside.endswith("officially un-\naffordable.")


def test_a_note_between_two_columns_divides_no_sentence() -> None:
    extracted = text("pdf", COLUMNS)
    assert "winters without a\nfissure." in extracted
    assert "affordable.\n\n1The county\u2019s own account says the same of\nthe year before.\n\n" in extracted


def test_what_is_not_printed_is_not_found() -> None:
    invented = "The committee never visited the dam on 3 May."
    assert missing(text("pdf", COLUMNS), [invented]).keys() == {invented}


def made(write: Callable[[FPDF], None]) -> bytes:
    pdf = FPDF()
    pdf.set_font("times", size=11)
    pdf.add_page()
    write(pdf)
    return bytes(pdf.output())


def test_paragraphs_that_only_an_indentation_begins() -> None:
    lines = [
        "    The gate was opened twice.",
        "The snow had melted before.",
        "    The keeper was told late.",
        "He lives beside the gate.",
        "His wife kept the diary.",
    ]

    def write(pdf: FPDF) -> None:
        for number, line in enumerate(lines):
            pdf.text(20 + 5 * line.startswith(" "), 30 + 5 * number, line.strip())

    extracted = text("pdf", made(write))
    assert "melted before.\n\nThe keeper" in extracted
    assert "told late.\nHe lives" in extracted


def test_lines_of_a_list_stay_together() -> None:
    def write(pdf: FPDF) -> None:
        words = [
            "- Two cracks were found in the",
            "north wall.",
            "- The gauge was broken all",
            "summer long.",
        ]
        for number, line in enumerate(words):
            pdf.text(20 + 4 * (number % 2), 30 + 5 * number, line)

    extracted = text("pdf", made(write))
    quotations = ["Two cracks were found in the north wall.", "The gauge was broken all summer long."]
    assert missing(extracted, quotations) == {}


def test_wide_space_between_lines_ends_a_paragraph() -> None:
    def write(pdf: FPDF) -> None:
        for height, line in (
            (30, "The gate was"),
            (35, "opened twice."),
            (45, "The keeper was"),
            (50, "told."),
        ):
            pdf.text(20, height, line)

    assert text("pdf", made(write)) == "The gate was\nopened twice.\n\nThe keeper was\ntold.\n"


def test_pages_follow_each_other() -> None:
    def write(pdf: FPDF) -> None:
        pdf.text(20, 30, "The gate was opened")
        pdf.add_page()
        pdf.text(20, 30, "twice in the spring.")

    assert found(text("pdf", made(write)), ["The gate was opened twice in the spring."]) == {
        "The gate was opened twice in the spring.": "The gate was opened\ntwice in the spring."
    }


def test_a_page_number_divides_no_sentence() -> None:
    def write(pdf: FPDF) -> None:
        pdf.text(20, 30, "The gate was opened")
        pdf.text(100, 280, "- 7 -")
        pdf.add_page()
        pdf.text(20, 30, "twice in the spring.")
        pdf.text(100, 280, "- 8 -")

    assert text("pdf", made(write)) == "The gate was opened\ntwice in the spring.\n\n- 7 -\n\n- 8 -\n"


def test_a_locked_one_is_refused() -> None:
    def write(pdf: FPDF) -> None:
        pdf.text(20, 30, "The gate was opened.")
        pdf.set_encryption("owner", "reader", EncryptionMethod.RC4, permissions=AccessPermission.none())

    with pytest.raises(Mistake, match="password"):
        read("pdf", made(write))


def test_one_of_pictures_is_refused() -> None:
    with pytest.raises(Mistake, match=r"no text in it.*OCR"):
        read("pdf", made(lambda pdf: pdf.rect(20, 20, 50, 50)))


@pytest.mark.parametrize("content", [b"", b"no PDF", COLUMNS[:2000], b"%PDF-1.7\n" + b"\0" * 500])
def test_a_broken_one_is_refused(content: bytes) -> None:
    with pytest.raises(Mistake):
        read("pdf", content)
