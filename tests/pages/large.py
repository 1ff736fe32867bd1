"""An explainer of 200 claims on one source of a million characters, all of them counted out."""

from __future__ import annotations

from onrecord.model import ClaimsParagraph, EditorNote, Explainer, Section
from onrecord.text import Location, Span, Text
from pages.example import AT, Made, claim, many, quote, source, words

CLAIMS = 200
SENTENCES = 10_000
PLACES = ("gate", "sluice", "weir", "mill", "quay", "lock", "ford")
GOODS = ("barrels of lime", "cords of oak", "bags of grain", "loads of clay", "coils of rope")


def sentence(number: int) -> str:
    """The sentence of the book with this number, from 1: no two are the same."""
    place, goods = PLACES[number % 7], GOODS[number % 5]
    return (
        f"Entry {number}: on day {number // 30 + 1} the keeper of the {place} at Ashby counted "
        f"{number * 37 % 911 + 2} {goods} in the shed, which were paid for."
    )


def book() -> str:
    """The source's text: five sentences to a paragraph."""
    sentences = [sentence(number) for number in range(1, SENTENCES + 1)]
    return "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, SENTENCES, 5)) + "\n"


SOURCE = source(
    "book", "The keeper's book", book(), published="1872", published_basis="stated", publish="full"
)


def explainer(claims: int = CLAIMS) -> Made:
    """An explainer of so many claims, ten to a section, that are spread over the whole source."""
    step = SENTENCES // claims
    made = []
    for number in range(1, claims + 1):
        said = sentence(number * step)
        text = f"In entry {number * step} the keeper {said.partition(' the keeper ')[2]}"
        rest = {"date": f"{1800 + number % 70}", "date_basis": "stated"} if number % 10 == 0 else {}
        status = "interpretation" if number % 25 == 0 else ""
        made.append(claim(f"entry-{number}", text, quote(said, "book", found=SOURCE), status=status, **rest))
    names = [str(one.id) for one, _ in made]
    sections = tuple(
        Section(
            words(f"What is in part {at // 10 + 1}?"),
            (ClaimsParagraph(many(*names[at : at + 10]), AT), EditorNote(words("Ten of many."), AT)),
            AT,
        )
        for at in range(0, claims, 10)
    )
    return Explainer(
        id="book-of-ashby",
        title=words("What does the keeper's book say?"),
        claims=tuple(one for one, _ in made),
        at=Location(Text("facts/book-of-ashby.yml", ""), Span(0, 0)),
        description=words("A long book, entry by entry."),
        published=words("1872-01-01"),
        source=words("book"),
        answer=many(*names[:2]),
        sections=sections,
    ), made
