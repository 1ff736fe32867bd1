"""Whose words a text gives, who is named for them, and what is told where a claim has it otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ground.attribution import Attribution, Manner, attributions, words_in
from onrecord.ground.comparison import Comparison, Passage, compared
from onrecord.ground.reading import Reading
from onrecord.ground.reported import told_as_facts
from onrecord.ground.speakers import Speaker, is_named_in, may_be_same, must_differ, speaker_of
from onrecord.ground.whose_words import changed_speakers, unknown_speakers
from onrecord.languages import all_languages
from onrecord.lexicon.reporting import Reporting
from onrecord.model import Claim, Entity, Explainer, Quotation, Reference, Source
from onrecord.text import Location, Scalar, Span, Text

ENGLISH = all_languages()["en"]
assert ENGLISH.lexicon is not None
KNOWN = ENGLISH.lexicon.reporting or Reporting()


def handed_over(text: str) -> list[Attribution]:
    return list(attributions(Reading(text, ENGLISH)))


def named(found: Attribution, text: str) -> str:
    return text[found.speaker[0].start : found.speaker[-1].end] if found.speaker else ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The clerk said that the gate was stuck.", "The clerk"),
        ("Anna Berg has repeatedly said that the gate was stuck.", "Anna Berg"),
        ("The gate was stuck, the clerk said.", "the clerk"),
        ('"The gate is stuck," Mr. Hale said.', "Mr. Hale"),
        ('"The gate is stuck," said Anna Berg, who keeps the key.', "Anna Berg"),
        ("According to the Water Board, the gate was stuck.", "the Water Board"),
        ("The gate was stuck, according to Anna Berg.", "Anna Berg"),
        ("Villagers called the gate a disgrace.", "Villagers"),
        ("The gate was called a disgrace by Tom Hale.", "Tom Hale"),
        ("Tom Hale described the gate as a disgrace.", "Tom Hale"),
        ("The board accused Tom Hale of neglect.", "The board"),
        ("The board praised the keeper and said that the gate was sound.", "The board"),
        ("BERG: The gate is stuck.", "BERG"),
        ("\u201cThe gate is stuck.\u201d \u2014 Anna Berg", "Anna Berg"),
    ],
)
def test_a_speaker_is_found(text: str, who: str) -> None:
    assert who in [named(found, text) for found in handed_over(text) if found.sure]


@pytest.mark.parametrize(
    "text",
    [
        "The gate was mended in March.",
        "The United States mended the gate.",
        "The report of the board was long.",
        "They wanted to say nothing.",
        "A lake called Mere lies behind the dam.",
    ],
)
def test_where_nobody_speaks_nobody_is_found(text: str) -> None:
    assert not [found for found in handed_over(text) if found.manner is not Manner.MENTIONS]


def test_what_is_somebodys_ends_where_the_sentence_turns() -> None:
    text = "The clerk believes that the wall leaks, but the board measured the lake."
    (found,) = [one for one in handed_over(text) if one.manner is Manner.THINKS]
    words = {word.word for word in words_in(Reading(text, ENGLISH), found.contents)}
    assert {"wall", "leaks"} <= words
    assert not {"board", "lake"} & words


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    text = '"The gate is stuck," Anna Berg said. "Nobody came."'
    found = handed_over(text)[0]
    assert [text[span.start : span.end] for span in found.quoted] == [
        '"The gate is stuck,"',
        '"Nobody came."',
    ]


# Names


def who(text: str) -> Speaker:
    return speaker_of(text, ENGLISH, KNOWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Berg", "Anna Berg"),
        ("Mrs Berg", "Water Board chairwoman Anna Berg (Ind.)"),
        ("Anna Berg, the keeper of the gate", "Berg"),
        ("the Water Board", "The Board"),
        ("Iceland", "the Icelandic Water Board"),
        ("the U.N.", "United Nations"),
        ("board members", "members of the board"),
    ],
)
def test_names_that_may_be_the_same(one: str, other: str) -> None:
    assert may_be_same(who(one), who(other))
    assert not must_differ(who(one), who(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg", "Tom Hale"),
        ("Anna Berg", "Karl Berg"),
        ("the Norwegian government", "the Norwegian Water Ministry"),
        ("Sweden", "Norwegian leaders"),
    ],
)
def test_names_that_are_two(one: str, other: str) -> None:
    assert must_differ(who(one), who(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg", "she"),
        ("Anna Berg", "the chairwoman"),
        ("the keeper", "Tom Hale"),
        ("Anna Berg", "a spokeswoman"),
        ("Tom Hale", "Anna Berg's old rival"),
        ("Analysts", "Experts"),
    ],
)
def test_names_of_which_nobody_can_tell(one: str, other: str) -> None:
    assert not may_be_same(who(one), who(other))
    assert not must_differ(who(one), who(other))


def test_a_surname_names_somebody_in_a_text() -> None:
    words = Reading("The keeper, Mrs Berg, was away.", ENGLISH).words
    assert is_named_in(who("Anna Berg"), words)
    assert not is_named_in(who("Anna Hale"), words)


# Speakers in the claim's text


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Tom Hale said the wall leaks in autumn.", "Anna Berg said that the wall leaks in autumn."),
        ("Tom Hale called the gate a disgrace.", "Anna Berg called the gate a disgrace."),
        (
            "The wall leaks in autumn, according to Sweden.",
            "Norwegian engineers say the wall leaks in autumn.",
        ),
        ('The mayor, Tom Hale, wept. Tom Hale called it "a sad day".', 'Anna Berg called it "a sad day".'),
        ("Iran said the wall leaks in autumn.", "Iraq said the wall leaks in autumn."),
        (
            "The Treasury Department said the wall leaks in autumn.",
            "The State Department said the wall leaks in autumn.",
        ),
    ],
)
def test_a_changed_speaker_is_told(claim: str, passage: str) -> None:
    (found,) = changed_speakers(compared(claim, (passage,)))
    assert "the quotation to" in found.message
    assert found.places


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Berg said the wall leaks in autumn.", "Anna Berg said that the wall leaks in autumn."),
        ("Tom Hale said the wall leaks in autumn.", "He said that the wall leaks in autumn."),
        ("Tom Hale said the wall leaks in autumn.", "The wall leaks in autumn."),
        ("The report says the wall leaks in autumn.", "Anna Berg said that the wall leaks in autumn."),
        ("Tom Hale praised the keeper.", "Anna Berg praised Tom Hale and the keeper."),
        ("The Kremlin said the wall leaks in autumn.", "Dmitry Orlov said the wall leaks in autumn."),
        ("London said the wall leaks in autumn.", "The British government said the wall leaks in autumn."),
        ("The ministry of Dams said the wall leaks.", "Anna Berg said the wall leaks."),
        ("Hale said the wall leaks in autumn.", "Anna Berg said the wall leaks in autumn. Hale said so too."),
        ("The Fed said the wall leaks in autumn.", "The Federal Bank said the wall leaks in autumn."),
    ],
)
def test_the_same_speaker_or_an_unknown_one_is_not(claim: str, passage: str) -> None:
    assert not list(changed_speakers(compared(claim, (passage,))))


# Speakers that are declared

LETTERS = (
    "Anna Berg keeps the gate. Tom Hale keeps the mill.\n\n"
    '"The gate is stuck again," Anna Berg wrote in May. She added that nobody had come.\n\n'
    '"That is the board\'s affair."\n\n'
    "The keeper of the bridge is called Olsen.\n\n"
    + "Nothing else is known of that year.\n\n" * 6
    + 'Much later Ida Lund spoke of "a quiet year".\n'
)


def declared(
    words: str, name: str, *, refers: tuple[str, str] | None = None, alias: tuple[str, str] | None = None
) -> Comparison:
    """A claim with a speaker declared for words of the letters."""
    text = Text("seeds/letters.txt", LETTERS)
    facts = Text("facts/x.yml", "")

    def scalar(value: str) -> Scalar:
        return Scalar(value, facts, 0, 0)

    start = LETTERS.index(words)
    span = Span(start, start + len(words))
    at = Location(facts)
    reference = (
        tuple(Reference(scalar(a), scalar(b), None, at) for a, b in (refers,) if refers) if refers else ()
    )
    quotation = Quotation(exact=scalar(words), source=None, at=at, refers=reference)
    claim = Claim(
        id=scalar("c"), text=scalar("So it was."), evidence=(quotation,), at=at, attributed_to=scalar(name)
    )
    entities = (Entity(scalar(alias[0]), "person", at, aliases=(scalar(alias[1]),)),) if alias else ()
    page = Explainer(id="x", title=scalar("t"), claims=(claim,), at=at, entities=entities)
    source = Source(
        id=scalar("l"),
        file=scalar("l"),
        sha256=scalar(""),
        title=scalar("Letters"),
        at=at,
        author=scalar("Jo Moe"),
    )
    passage = Passage(Reading(words, ENGLISH), Location(text, span), source, quotation)
    return Comparison(page, claim, (passage,), ENGLISH)


def told(comparison: Comparison) -> list[str]:
    return [found.message for found in (*changed_speakers(comparison), *unknown_speakers(comparison))]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The gate is stuck again", "Anna Berg"),
        ("The gate is stuck again", "Mrs Berg"),
        ("nobody had come", "Anna Berg"),
        ("That is the board's affair.", "Anna Berg"),
        ("That is the board's affair.", "Olsen"),
        ("The gate is stuck again", "the letters"),
        ("The gate is stuck again", "Jo Moe"),
        ("The gate is stuck again", "the source"),
    ],
)
def test_a_speaker_that_may_be_right_passes(words: str, name: str) -> None:
    assert told(declared(words, name)) == []


@pytest.mark.parametrize(
    ("words", "name", "says"),
    [
        ("The gate is stuck again", "Tom Hale", "to 'Anna Berg'"),
        ("nobody had come", "Ida Lund", "not named near"),
        ("a quiet year", "Tom Hale", "Tom Hale"),
        ("The gate is stuck again", "Vera Quist", "whom the source does not name"),
    ],
)
def test_a_wrong_speaker_is_told(words: str, name: str, says: str) -> None:
    (message,) = told(declared(words, name))
    assert name in message
    assert says in message


def test_an_alias_is_no_other_speaker() -> None:
    words = "The gate is stuck again"
    assert told(declared(words, "the Old Keeper"))
    assert told(declared(words, "the Old Keeper", alias=("Anna Berg", "the Old Keeper"))) == []


def test_a_pronoun_stands_for_whom_the_author_says() -> None:
    assert told(declared("nobody had come", "Tom Hale")) == []
    assert told(declared("nobody had come", "Tom Hale", refers=("She", "Anna Berg")))
    assert told(declared("nobody had come", "Anna Berg", refers=("She", "Anna Berg"))) == []


# Reported words told as facts


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The gate has to be mended soon.", 'The clerk wrote, "The gate has to be mended soon."'),
        ("The gate is a public disgrace.", "Villagers called the gate a public disgrace."),
        ("The wall leaks badly in autumn.", "Critics claim that the wall leaks badly in autumn."),
        ("The keeper is guilty of gross neglect.", "The board accused the keeper of gross neglect."),
        ("The wall was badly built.", "Tom Hale believes that the wall was badly built."),
        ("The lake will dry up.", "Campaigners said that the lake would dry up."),
        ("The gate is a disgrace.", "Villagers called it a disgrace."),
        ("The tax will ruin small mills.", "Critics said the tax would ruin small mills."),
        ("The painting is a forgery.", "Two experts suspect that the painting is a forgery."),
    ],
)
def test_an_opinion_told_as_a_fact(claim: str, passage: str) -> None:
    assert len(list(told_as_facts(compared(claim, (passage,))))) == 1


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The clerk wrote that the gate has to be mended.", 'The clerk wrote, "The gate has to be mended."'),
        ("Villagers think the gate a public disgrace.", "Villagers called the gate a public disgrace."),
        ("The gate was mended in May.", "The board announced that the gate was mended in May."),
        ("The gate was mended in May.", 'The gate, "a disgrace" to Tom Hale, was mended in May.'),
        ("The keeper wrote a letter.", 'The keeper wrote a letter: "The gate sticks."'),
        ("The wall leaks.", "Tom Hale believes that the wall leaks. The wall leaks."),
        ("The lake holds 3 tons.", "The lake, called Mere, holds 3 tons."),
        ("Digging was hard work.", "He had never thought that digging was hard work."),
        ("Digging was hard work.", "Nobody had believed until then that digging was hard work."),
        ("She needed to act.", "She had felt the need to act."),
        ("The gate will hold all winter.", "The clerk said that the gate would hold all winter."),
        ("The mill will open on Monday.", "Officials said that the mill would open on Monday."),
        ("The storm is called Agnes.", "Forecasters called the storm Agnes."),
        ("The album is titled Night Mills.", 'The band called the album "Night Mills".'),
    ],
)
def test_what_keeps_its_speaker_or_is_the_texts_own_is_not(claim: str, passage: str) -> None:
    assert not list(told_as_facts(compared(claim, (passage,))))


PARTS = (
    "Anna Berg said the gate is , . \" ' \u2014 : that called a disgrace according to she believes It by and"
)
WORDS = st.lists(st.sampled_from(PARTS.split()), min_size=1, max_size=14)


@given(WORDS)
def test_any_words_can_be_read_and_a_claim_agrees_with_itself(words: list[str]) -> None:
    text = " ".join(words)
    for found in handed_over(text):
        for span in found.contents:
            assert 0 <= span.start <= span.end <= len(text)
    assert not list(changed_speakers(compared(text, (text,))))


def test_long_texts_take_time_in_proportion() -> None:
    text = 'Anna Berg said, "It is so." ' * 2000
    assert len(handed_over(text)) >= 2000
