"""Odd characters are told in what authors write, and honest ones of any language are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.authored import Authored, odd_texts, unusual_texts
from onrecord.characters import Kind, Oddity, character_name, is_plain, place_in_words, unseen
from onrecord.lookalikes import lookalikes
from onrecord.model import Claim, Corpus, Explainer, Project, Quotation, Source
from onrecord.text import Location, Scalar, Text

FACTS = Text("facts/example.yml", "")
AT = Location(FACTS)


def oddities(text: str, known: str = "") -> list[Oddity]:
    if is_plain(text):
        return []
    return sorted((*unseen(text), *lookalikes(text, known)), key=lambda odd: odd.span)


HONEST = {
    "Arabic": "قال الوزير: «إنّ العلاقات ممتازة» في ٣ تموز ٢٠٢٥.",
    "Arabic with direction marks": "هذا كتابٌ جميلٌ\u200f (PDF)\u200f.",
    "Persian joiners": "می\u200cخواهم این کتاب\u200cها را بخوانم، ۱٬۲۰۰ نفر (۱۲٫۵٪).",
    "Persian with a Latin word": "بیماری COVID-19 در ۵ درصد",
    "Urdu": "اُردو میں ’یہ‘ کتاب ہے۔",
    "Hindi joiners": "क\u094d\u200dष और र\u094d\u200dय, २०२५ में ₹५ करोड़",
    "Sinhala joiner": "ශ\u0dca\u200dරී ලංකාව",
    "Malayalam joiner": "അവന\u0d4d\u200d",
    "Tamil digits": "தமிழ் மொழி – ௧௨௩",
    "Hebrew points and marks": "שָׁלוֹם עֲלֵיכֶם, אמר ה-FBI ב־2025; דוח מס׳ 5 של צה״ל",
    "Khmer spaces nobody sees": "ខ្ញុំ\u200bចូលចិត្ត\u200bភាសាខ្មែរ",
    "Burmese spaces nobody sees": "မြန်မာ\u200bဘာသာ",
    "Thai digits": "ภาษาไทย พ.ศ. ๒๕๖๘",
    "Mongolian selector": "ᠮᠣᠩᠭᠣᠯ\u180eᠠ",
    "Japanese full-width forms": "これは『テスト』です。データーの２０２０年版、第一回、ＮＨＫ",
    "Chinese ratio and numbers": "比例为3∶1。一、二：“一带一路”，CO₂减排30%。",
    "Korean": "한국어로 “안녕하세요”, ㈜삼성, 5㎏",
    "Russian with Latin words": "Кремль сообщил, что сайт Facebook и США писали: «а как с этим?»",
    "Serbian with a transcription": "Београд (Beograd) је главни град Србије.",
    "Greek with a transcription": "Ο Κώστας είπε: «ο ήλιος» στην Αθήνα (Athens).",
    "Armenian": "Հայաստանի Հանրապետություն։",
    "Cherokee": "ᎣᏏᏲ ᏣᎳᎩ",
    "Turkish": "İstanbul'da ışık ılıktı; Iğdır",
    "Vietnamese": "Tiếng Việt: Đường đến nhà thờ Lớn",
    "Vietnamese, letters and marks apart": "Tie\u0302\u0301ng Vie\u0323\u0302t",
    "Yoruba": "ẹ̀kọ́ àti ọ̀rọ̀",
    "Hawaiian and Arabic letters transcribed": "ʻOkina, Hawaiʻi, Qurʼān, Baʿath",
    "Salish": "xʷməθkʷəy̓əm (Musqueam)",
    "phonetic script": "It is said /ˈrʌʃə/ or [ˈtɑːlɪbæn].",
    "Greek letters of science": "TNF-α, β-blockers, IFNγ, μm, ΔT = 3 K, 5 Ω, NF-κB, hν, kΩ, η² = 4, ρgh, γδ",
    "raised and lowered digits": "H₂O, CO₂, 10⁵ m² (½ of it), E = mc², 3 × 10⁻⁶, xᵢ, O(n²), 1ˢᵗ, Mᵐᵉ",
    "signs of mathematics": "−5 °C; x ≤ 5; a ≠ b; ∀x ∈ ℝ, ℓ = 3; √2; ∂f/∂x; f′(x)",
    "typography": "§ 5, № 7, “quoted” ‘this’ – and — so … € 5, ¥100, 5‰, 3′ 4″, ™ ® © † ‡ •, 1990–1995",
    "French spaces": "«\u00a0Bonjour\u00a0», dit-il\u202f; 35\u202f000\u00a0€",
    "Latin letters of other languages": "Łódź, Æsir, Straße, naïve, þorn, Əliyev, Ǆ, ĳssel",
    "Roman numerals": "Henry Ⅷ, chapter Ⅳ",
    "emoji": "👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 👩🏽\u200d⚕\ufe0f 1\ufe0f\u20e3 ❤\ufe0f\u200d🔥",
    "signs shown as emoji": "☪\ufe0f ‼\ufe0f ©\ufe0f ↔\ufe0f Ⓜ\ufe0f",
    "flags": "🇬🇧 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "Braille": "⠠⠃⠗⠁⠊⠇⠇⠑\u2800⠞⠑⠭⠞",
    "words of several scripts": "The Greek λόγος, the Russian мир and the Hebrew שלום are words.",
    "ideographic variant": "葛\U000e0100城市",
    "plain": "The dam was safe.",
}


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST)
def test_honest_text_is_let_through(text: str) -> None:
    assert oddities(text) == []


ODD = {
    "zero-width space": ("no\u200bt safe", Kind.INVISIBLE, "\u200b"),
    "soft hyphen": ("go\u00advern", Kind.INVISIBLE, "\u00ad"),
    "word joiner": ("no\u2060t", Kind.INVISIBLE, "\u2060"),
    "byte order mark": ("$7\ufeff0", Kind.INVISIBLE, "\ufeff"),
    "joiner between digits": ("$7\u200d0", Kind.INVISIBLE, "\u200d"),
    "joiner in a Latin word": ("no\u200ct", Kind.INVISIBLE, "\u200c"),
    "filler": ("\u3164\u3164 safe", Kind.INVISIBLE, "\u3164\u3164"),
    "blank of Braille": ("safe\u2800", Kind.INVISIBLE, "\u2800"),
    "selector after a letter": ("sa\ufe0ffe", Kind.INVISIBLE, "\ufe0f"),
    "tags": ("safe\U000e0061\U000e0062", Kind.INVISIBLE, "\U000e0061\U000e0062"),
    "grapheme joiner": ("no\u034ft", Kind.INVISIBLE, "\u034f"),
    "annotation": ("safe\ufff9x", Kind.INVISIBLE, "\ufff9"),
    "Khmer space in English": ("sa\u200bfe", Kind.INVISIBLE, "\u200b"),
    "override": ("$\u202e09", Kind.BIDIRECTIONAL, "\u202e"),
    "isolate": ("\u2067dam\u2069", Kind.BIDIRECTIONAL, "\u2067"),
    "mark in English": ("the\u200f dam", Kind.BIDIRECTIONAL, "\u200f"),
    "mark between digits": ("שלום 1\u200f2", Kind.BIDIRECTIONAL, "\u200f"),
    "bell": ("safe\x07", Kind.CONTROL, "\x07"),
    "escape": ("\x1b[31m", Kind.CONTROL, "\x1b"),
    "line separator": ("a\u2028b", Kind.CONTROL, "\u2028"),
    "next line": ("a\u0085b", Kind.CONTROL, "\u0085"),
    "private use": ("a\ue000", Kind.CONTROL, "\ue000"),
    "no character": ("a\ufdd0", Kind.CONTROL, "\ufdd0"),
    "half a pair": ("a\ud800", Kind.CONTROL, "\ud800"),
    "Cyrillic in a word": ("The d\u0430m", Kind.LOOKALIKE, "\u0430"),
    "a Cyrillic word": ("he \u0441\u043e\u0440 it", Kind.LOOKALIKE, "\u0441\u043e\u0440"),
    "a Greek capital": ("\u0391thens", Kind.LOOKALIKE, "\u0391"),
    "omicron": ("nο dam", Kind.LOOKALIKE, "ο"),
    "Armenian": ("օnly", Kind.LOOKALIKE, "օ"),
    "Lisu": ("ꓣussia", Kind.LOOKALIKE, "ꓣ"),
    "Latin in a Cyrillic word": ("Прaвда", Kind.LOOKALIKE, "a"),
    "Cyrillic for a digit": ("$\u0417 here", Kind.LOOKALIKE, "\u0417"),
    "Cyrillic for zero": ("1\u041e0 men", Kind.LOOKALIKE, "\u041e"),
    "bold letters": ("𝐧𝐨𝐭 safe", Kind.LOOKALIKE, "𝐧𝐨𝐭"),
    "circled letters": ("ⓝⓞⓣ safe", Kind.LOOKALIKE, "ⓝⓞⓣ"),
    "squared letters": ("🄽🄾🅃 safe", Kind.LOOKALIKE, "🄽🄾🅃"),
    "raised letters": ("ᶰᵒᵗ safe", Kind.LOOKALIKE, "ᶰᵒᵗ"),
    "small capitals": ("ᴅᴀᴍ here", Kind.LOOKALIKE, "ᴅᴀᴍ"),
    "full width": ("ｎｏｔ safe", Kind.LOOKALIKE, "ｎｏｔ"),
    "circled digit": ("⑨ tons", Kind.LOOKALIKE, "⑨"),
    "ligature": ("e\ufb00ect", Kind.LOOKALIKE, "\ufb00"),
    "digit of another script": ("$\u0669 here", Kind.LOOKALIKE, "\u0669"),
    "digits of two scripts": ("في 1\u0669 تموز", Kind.LOOKALIKE, "\u0669"),
    "stroke through": ("n\u0336o", Kind.LOOKALIKE, "\u0336"),
    "circle around": ("n\u20e0o", Kind.LOOKALIKE, "\u20e0"),
    "heap of marks": ("n\u0301\u0302\u0303\u0304o", Kind.LOOKALIKE, "\u0301\u0302\u0303\u0304"),
    "dot leader": ("1\u20245 tons", Kind.LOOKALIKE, "\u2024"),
    "division slash": ("7\u22155", Kind.LOOKALIKE, "\u2215"),
    "space that shows a dash": ("a\u1680b", Kind.LOOKALIKE, "\u1680"),
    "sound mark as a dash": ("A\u30fcB", Kind.LOOKALIKE, "\u30fc"),
    "click for an exclamation": ("No\u01c3", Kind.LOOKALIKE, "\u01c3"),
}


@pytest.mark.parametrize(("text", "kind", "odd"), ODD.values(), ids=ODD)
def test_an_odd_character_is_told_where_it_stands(text: str, kind: Kind, odd: str) -> None:
    first, *_ = oddities(text)
    assert (first.kind, text[slice(*first.span)]) == (kind, odd)
    assert character_name(odd[0]) in first.message


def test_what_a_source_prints_may_be_repeated_if_it_can_be_seen() -> None:
    assert oddities("the d\u0430m", "All of the d\u0430m was safe.") == []
    assert oddities("𝐧𝐨𝐭 safe", "It is 𝐧𝐨𝐭 safe.") == []
    assert [odd.kind for odd in oddities("the d\u0430m", "All of the dam was safe.")] == [Kind.LOOKALIKE]
    assert [odd.kind for odd in oddities("no\u200bt", "It is no\u200bt safe.")] == [Kind.INVISIBLE]
    assert [odd.kind for odd in oddities("\u202edam", "\u202edam")] == [Kind.BIDIRECTIONAL]


@pytest.mark.parametrize(
    ("text", "known", "odd"),
    [
        ("It froze $7\u2079 billion.", "It froze $7 billion.", "\u2079"),
        ("It froze $7\u00bd billion.", "It froze $7 billion.", "\u00bd"),
        ("It froze $\u22127 billion.", "It froze $7 billion.", "\u2212"),
        ("It grew 10\u2075 times.", "It grew 10\u2075 times.", ""),
        ("It was \u22125 degrees.", "It was -5 degrees.", ""),
        ("It was 2\u00bd feet.", "It was two and a half feet.", ""),
        ("It was 5 m\u00b2 wide.", "It was 5 square metres wide.", ""),
        ("5\u22123 is two.", "Take 3 from 5, and 3 is left.", ""),
    ],
)
def test_a_small_sign_may_not_change_a_number_of_the_evidence(text: str, known: str, odd: str) -> None:
    assert [text[slice(*found.span)] for found in oddities(text, known)] == [odd] * bool(odd)


@given(st.text())
def test_spans_are_of_the_text_and_in_order(text: str) -> None:
    for found in (list(unseen(text)), list(lookalikes(text)), list(lookalikes(text, text))):
        end = 0
        for odd in found:
            assert end <= odd.span.start < odd.span.end <= len(text)
            end = odd.span.end


@given(st.text())
def test_nothing_is_odd_in_a_plain_text(text: str) -> None:
    if is_plain(text):
        assert [*unseen(text), *lookalikes(text)] == []


def test_long_texts_of_odd_characters_come_to_an_end() -> None:
    assert len(oddities("\u0430b " * 20_000, "dam " * 1000)) == 20_000
    assert len(oddities("n\u20e0" * 20_000)) == 20_000


def test_a_place_is_told_by_the_word_before() -> None:
    assert place_in_words("The dam\u200b", 7) == "after 'dam'"
    assert place_in_words("\u200bThe dam", 0) == "at the beginning"
    assert character_name("\x07") == "U+0007 BELL"
    assert character_name("\ue000") == "U+E000 private-use character"


def scalar(value: str) -> Scalar:
    return Scalar(value, FACTS, 0, len(value))


def test_all_that_authors_write_is_looked_at() -> None:
    odd = scalar("d\u0430m")
    quotation = Quotation(exact=odd, source=odd, at=AT, prefix=odd, speaker=odd)
    claim = Claim(id=scalar("c"), text=odd, evidence=(quotation,), at=AT, note=odd, depends_on=(odd,))
    explainer = Explainer(id="e", title=odd, claims=(claim,), at=AT, subject=(odd,))
    source = Source(id=scalar("s"), file=scalar("f"), sha256=scalar("0"), title=odd, at=AT, author=odd)
    honest = Explainer(id="h", title=scalar("Не так"), claims=(), at=AT)
    project = Project((explainer, honest), Corpus({"s": source}), (), FACTS, FACTS)
    found = unusual_texts(project)
    assert sorted((one.explainer, one.claim, one.source) for one in found) == sorted(
        [("e", "", "")] * 2 + [("h", "", "")] + [("e", "c", "")] * 7 + [("", "", "s")] * 2
    )
    asked: list[Authored] = []

    def known(authored: Authored) -> str:
        asked.append(authored)
        return "d\u0430m" if authored.source else ""

    assert len(list(odd_texts(project, known))) == 9
    assert asked == [one for one in found if one.explainer != "h"]
