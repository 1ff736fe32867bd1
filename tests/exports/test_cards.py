"""Cards: small, the same every time, with the title where the typeface has its letters."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from onrecord.exports.cards import EXPORT_KIND, claims_of, is_drawn, picture
from onrecord.page import Settings
from onrecord.view.addresses import CARD, CARD_SIZE
from onrecord.view.published import published
from pages.example import verified

SETTINGS = Settings("1871-10-01")
WORDS = "40 claims, each with "
TITLE = "Is the dam safe?"
YELLOW = (253, 243, 201)


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def rows_of_ink(png: bytes, top: int, bottom: int) -> int:
    """How many rows between two heights have anything dark in them."""
    strip = opened(png).convert("L").crop((72, top, CARD_SIZE[0] - 72, bottom))
    return sum(min(strip.crop((0, y, strip.width, y + 1)).getextrema()) < 128 for y in range(strip.height))


def test_every_explainer_has_a_card_and_the_site_one() -> None:
    made = [export.path for export in EXPORT_KIND.exports(verified(), SETTINGS)]
    assert made == [*(f"{entry.path}/{CARD}" for entry in published(verified()).explainers), CARD]
    assert "draft/card.png" not in made


def test_a_card_is_a_small_picture_of_the_right_size() -> None:
    for export in EXPORT_KIND.exports(verified(), SETTINGS):
        image = Image.open(BytesIO(export.content))
        assert (image.format, image.size, image.mode) == ("PNG", CARD_SIZE, "P")
        assert len(export.content) < 25_000


def test_the_same_words_make_the_same_bytes() -> None:
    assert picture(TITLE, WORDS, "On Record") == picture(TITLE, WORDS, "On Record")
    assert picture(TITLE, WORDS, "On Record") != picture("Is the gate safe?", WORDS, "On Record")
    assert picture(TITLE, WORDS, "On Record") != picture(TITLE, "41 claims, each with ", "On Record")
    assert picture(TITLE, WORDS, "On Record") != picture(TITLE, WORDS, "Off Record")


def test_the_words_of_a_source_are_yellow() -> None:
    colours = {colour for _, colour in opened(picture(TITLE, WORDS, "On Record")).getcolors(1 << 20) or []}
    assert YELLOW in colours


@pytest.mark.parametrize(
    "title", ["Ist der Damm sicher – heute?", "Είναι ασφαλές;", "Безопасна ли плотина?", "Đập có ổn không?"]
)
def test_a_title_in_letters_of_the_typeface_is_drawn(title: str) -> None:
    assert is_drawn(title)
    assert rows_of_ink(picture(title, WORDS, "On Record"), 170, 480) > 30


@pytest.mark.parametrize(
    "title", ["هل السد آمن؟", "大坝安全吗", "האם הסכר בטוח?", "Is it safe \U0001f30a", "", " "]
)
def test_a_card_goes_without_a_title_that_cannot_be_drawn(title: str) -> None:
    assert not is_drawn(title)
    assert picture(title, WORDS, "On Record") == picture("", WORDS, "On Record")
    assert rows_of_ink(picture(title, WORDS, "On Record"), 170, 480) > 20


@pytest.mark.parametrize("title", [TITLE, "word " * 12, "word " * 200, "w" * 300, "A " + "w" * 200])
def test_a_title_of_any_length_keeps_clear_of_what_is_below(title: str) -> None:
    card = picture(title, WORDS, "On Record")
    assert rows_of_ink(card, 490, 510) == 0
    assert len(card) < 25_000


def test_one_claim_and_many() -> None:
    said = {entry.path: claims_of(entry) for entry in published(verified()).explainers}
    assert said["gate"] == "1 claim, with "
    assert said["dam"] == "15 claims, each with "
