"""A small verified project that uses everything a page can show, made without files or a check.

Its sources are invented. Quotations are looked up by plain search, so that these tests stand on the
values that pages get and on nothing else.
"""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any

from onrecord.check import Summary, Verified
from onrecord.history import Correction, Retired, Update, Withdrawal
from onrecord.model import (
    Absence,
    Claim,
    ClaimsParagraph,
    Corpus,
    Derivation,
    EditorNote,
    Entity,
    Explainer,
    GeneratedBlock,
    Project,
    Quotation,
    Reference,
    Section,
    Source,
    Waiver,
)
from onrecord.resolve import AbsenceOutcome, Evidence, Resolution, ResolvedClaim
from onrecord.text import Location, Scalar, Span, Text

FACTS = Text("facts/dam.yml", "")
AT = Location(FACTS, Span(0, 0))

REPORT = """Report on the dam at Ashby

The committee visited the dam on 3 May. It found no cracks, "but the gate sticks." Its members were surprised.

Mr Byron, the keeper, said that the gate had stuck since spring. He denied that anybody had been warned.
The second line of this paragraph\u00a0was set by hand, “with care”.

Nothing else was looked at.
"""
ARABIC = "قالت اللجنة إن السد آمن. ولم تذكر البوابة.\n"
CHINESE = "委员会认为大坝是安全的。闸门没有被提到。\n"
LETTER = (
    "The gate stuck. We were told in spring, by post and (says the clerk) by telephone, and did nothing.\n"
)
HEBREW = "הוועדה מצאה שהסכר בטוח. השער לא הוזכר.\n\nהמים ירדו באביב של שנת 1871.\n"
JAPANESE = "委員会はダムが安全だと判断した。水門には触れていない。\n\n水位は春に下がった。\n"
LONG_WORD = "Ashby" + "upperandlowerweir" * 18
READINGS = " ".join(
    f"On day {day} the keeper read {30 + day * 7 % 23} inches at the upper post "
    f"and {12 + day * 5 % 11} inches at the lower."
    for day in range(1, 39)
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August")
OPENED = [f"The sluice was opened {number} times in {month}." for number, month in enumerate(MONTHS, 2)]
BUILT = (
    "The weir was built of oak in 1803, mended with stone in 1822 and raised by two feet in 1840, "
    "as the mason wrote."
)
MARK = f"The mark on the wall reads {LONG_WORD} and nothing else."
LEDGER = "\n\n".join([BUILT, READINGS, " ".join(OPENED), MARK]) + "\n"
"""What is hard to print: passages that overlap, a very long one, many of them, a word without an end."""
HOSTILE = '<script>alert("x")</script> & {{ 7 * 7 }} **bold** [x](javascript:alert(1)) \u2028 end.\n'


def words(value: str) -> Scalar:
    """``value`` as an author wrote it."""
    return Scalar(value, FACTS, 0, 0)


def many(*values: str) -> tuple[Scalar, ...]:
    return tuple(words(value) for value in values)


def source(name: str, title: str, content: str, **rest: Any) -> Source:
    plain = {key: rest.pop(key) for key in ("language", "publish", "derived_from") if key in rest}
    text = Text(f"seeds/{name}.txt", content)
    digest = hashlib.sha256(content.encode()).hexdigest()
    return Source(
        id=words(name),
        file=words(f"{name}.txt"),
        sha256=words(digest),
        title=words(title),
        at=Location(Text(f"seeds/{name}.yml", ""), Span(0, 0)),
        text=text,
        digest=digest,
        **plain,
        **{key: words(value) for key, value in rest.items()},
    )


SOURCES = {
    s.id: s
    for s in (
        source(
            "report",
            "Report on the dam",
            REPORT,
            published="1871-05",
            published_basis="inferred",
            dateline="Ashby, May",
            obtained="Typed from the printed report.",
            publish="full",
        ),
        source(
            "arabic",
            "تقرير السد",
            ARABIC,
            language="ar",
            author="لجنة السد",
            url="https://example.org/dam",
            published="1871-06-01",
            published_basis="stated",
        ),
        source("chinese", "大坝报告", CHINESE, language="zh", publisher="大坝报", url="javascript:alert(1)"),
        source(
            "letter",
            "A letter",
            LETTER,
            rights="The writer's heirs",
            note="One page.",
            archived="https://example.org/copy",
            retrieved="1871-06-30",
            derived_from=many("report", "lost"),
        ),
        source(
            "hebrew",
            "דוח הסכר",
            HEBREW,
            language="he",
            publisher="עיתון הסכר",
            published="1871-06?",
            published_basis="inferred",
            publish="full",
        ),
        source("japanese", "ダム報告書", JAPANESE, language="ja", author="ダム委員会"),
        source(
            "ledger",
            "The ledger of the weir",
            LEDGER,
            published="1841",
            published_basis="stated",
            publish="full",
        ),
        source("hostile", '<b>"Hostile"</b> & {{ title }}', HOSTILE, author="</dd><script>alert(2)</script>"),
    )
}


def quote(exact: str, name: str = "report", *pieces: str, **rest: Any) -> tuple[Quotation, Evidence]:
    """A quotation and its evidence; ``pieces`` are what an ellipsis leaves of it.

    ``found`` is its source where that is not one of `SOURCES`.
    """
    found = rest.pop("found", None) or SOURCES[name]
    assert found.text is not None
    spans, position = [], 0
    for piece in pieces or (exact,):
        start = found.text.content.index(piece, position)
        spans.append(Span(start, start + len(piece)))
        position = start + len(piece)
    foldings = rest.pop("foldings", ())
    stance = rest.pop("stance", "supports")
    refers = tuple(
        Reference(words(said), words(means), words(why), AT) for said, means, why in rest.pop("refers", ())
    )
    quotation = Quotation(
        exact=words(exact),
        source=words(name),
        at=AT,
        refers=refers,
        stance=stance,
        **{key: words(value) for key, value in rest.items()},
    )
    omitted = tuple(Span(a.end, b.start) for a, b in pairwise(spans))
    return quotation, Evidence(quotation, found, tuple(spans), foldings, omitted)


def absent(*terms: str, name: str = "report") -> tuple[Absence, AbsenceOutcome]:
    absence = Absence(many(*terms), words(name), AT)
    return absence, AbsenceOutcome(absence, SOURCES[name])


def correction(date: str, was: str, why: str) -> Correction:
    return Correction(words(date), words(was), words(why), AT)


SCALARS = ("date", "date_note", "date_words", "attributed_to", "as_of", "note")
LISTS = ("conflicts_with", "depends_on", "supersedes")


def claim(name: str, text: str, *evidence: tuple[Any, Any], **rest: Any) -> tuple[Claim, tuple[Any, ...]]:
    for key in SCALARS:
        if key in rest:
            rest[key] = words(rest[key])
    for key in LISTS:
        if key in rest:
            rest[key] = many(*rest[key])
    made = Claim(
        id=words(name), text=words(text), evidence=tuple(entry for entry, _ in evidence), at=AT, **rest
    )
    return made, tuple(outcome for _, outcome in evidence)


CLAIMS = [
    claim(
        "visited",
        "The committee visited the dam on 3 May.",
        quote("The committee visited the dam on 3 May."),
        date="1871-05-03?",
        date_basis="inferred",
        date_note="The year is that of the report.",
        date_words="on 3 May",
    ),
    claim(
        "no-cracks",
        "The committee found no cracks in the dam.",
        quote(
            'It found no cracks, "but the gate sticks."',
            refers=[("It", "the committee", "The sentence before names nothing else.")],
            foldings=("quotation-marks",),
        ),
        status="interpretation",
        corrections=(
            correction("1871-07-02", "There are no cracks.", "It said too much."),
            correction("1871-08-01", "No cracks were found.", "By whom was missing."),
        ),
        waivers=(Waiver(words("cut-before-contrast"), words("The contrast is the next claim."), AT),),
    ),
    claim(
        "gate-sticks",
        "The gate of the dam sticks.",
        quote("but the gate sticks."),
        quote("The gate stuck.", "letter", stance="partly", not_covered="whether it still does"),
        as_of="source",
        support="each",
    ),
    claim(
        "since-spring",
        "Mr Byron, the keeper, said that the gate had stuck since spring.",
        quote("Mr Byron, the keeper, said that the gate had stuck since spring.", speaker="Mr Byron"),
        attributed_to="Mr Byron",
        mode="paraphrased",
        date="1871-21",
        date_basis="stated",
    ),
    claim(
        "warned",
        "The writers were told in spring and did nothing.",
        quote(
            "We were told in spring … and did nothing.",
            "letter",
            "We were told in spring",
            "and did nothing.",
            refers=[("We", "the writers", "They sign the letter.")],
        ),
        status="contested",
        conflicts_with=["nobody-warned"],
        date_basis="none",
        date_words="in spring",
    ),
    claim(
        "nobody-warned",
        "Mr Byron denied that anybody had been warned.",
        quote("He denied that anybody had been warned.", refers=[("He", "Mr Byron", "He speaks before.")]),
        attributed_to="Mr Byron",
        mode="reported",
    ),
    claim(
        "by-hand",
        "One line was set by hand.",
        quote("The second line of this paragraph\u00a0was set by hand, “with care”.", foldings=("spaces",)),
    ),
    claim(
        "safe-arabic",
        "The committee said that the dam is safe.",
        quote(
            "قالت اللجنة إن السد آمن.",
            "arabic",
            translation="The committee said the dam is safe.",
            translated_by="the editors",
        ),
        attributed_to="The committee",
        mode="reported",
        as_of="1871-06",
    ),
    claim(
        "safe-chinese",
        "The committee holds that the dam is safe.",
        quote("委员会认为大坝是安全的。", "chinese"),
    ),
    claim(
        "two-languages",
        "Two reports in other languages call the dam safe.",
        derived=Derivation(many("safe-arabic", "safe-chinese"), words("Both say so."), AT),
        depends_on=["safe-arabic", "safe-chinese"],
    ),
    claim("no-river", "The river is not named.", absent("River", "Ash*", "stream")),
    claim("no-clerk", "No engineer is named.", absent("engineer", name="letter"), note="Nor is a mason."),
    claim(
        "hostile",
        '<img src=x onerror=alert(3)> & {{ 6 * 7 }} "quoted" **bold**',
        quote('<script>alert("x")</script> & {{ 7 * 7 }} **bold** [x](javascript:alert(1))', "hostile"),
        note="</div><script>alert(4)</script>",
    ),
    claim("not-placed", "Nothing else was looked at.", quote("Nothing else was looked at.")),
    claim(
        "surprised",
        'The committee said: "but the gate sticks".',
        quote("but the gate sticks.", speaker="The committee"),
        quote("Its members were surprised.", stance="context"),
        quote("He denied that anybody had been warned.", stance="disputes", speaker="Mr Byron"),
        attributed_to="The committee",
        mode="quoted",
        supersedes=["gate-sticks"],
    ),
    claim(
        "too-much",
        "The dam is safe for all time.",
        quote("It found no cracks"),
        withdrawn=Withdrawal(words("1871-09-01"), words("The passage does not say so."), AT),
    ),
]


def explainer() -> Explainer:
    body = [
        Section(
            words("What was found?"),
            (
                ClaimsParagraph(many("visited", "no-cracks", "gate-sticks"), AT),
                EditorNote(words("What was <not> looked at, we do not know."), AT),
                ClaimsParagraph(many("by-hand", "too-much", "hostile"), AT),
            ),
            AT,
            many("no-cracks"),
        ),
        Section(
            words("What was found?"),
            (ClaimsParagraph(many("safe-arabic", "safe-chinese", "two-languages", "no-cracks"), AT),),
            AT,
        ),
        Section(
            words("A heading that is rather too long for a table of contents"),
            (GeneratedBlock("people", AT), ClaimsParagraph(many("warned"), AT)),
            AT,
        ),
    ]
    return Explainer(
        id="dam",
        title=words("Is the dam safe?"),
        claims=tuple(made for made, _ in CLAIMS),
        at=AT,
        description=words("What a report, a letter and two translations say."),
        published=words("1871-07-01"),
        source=words("report"),
        answer=many("no-cracks", "gate-sticks", "too-much"),
        entities=(
            Entity(
                words("Mr Byron"),
                "person",
                AT,
                id=words("byron"),
                aliases=many("Byron"),
                role=words("since-spring"),
            ),
            Entity(words("the committee"), "organisation", AT, aliases=many("The committee")),
        ),
        sections=tuple(body),
        subject=many("the dam", "Ashby"),
        updates=(
            Update(words("1871-07-15"), words("A letter was added."), AT, many("warned", "gate-sticks")),
        ),
        retired=(
            Retired(words("cracks"), words("1871-07-03"), words("Merged."), AT, words("no-cracks")),
            Retired(words("ashby-dam"), words("1871-07-04"), words("A clearer name."), AT, words("dam")),
        ),
        rests_on=many("no-cracks"),
    )


def second() -> tuple[Explainer, list[tuple[Claim, tuple[Any, ...]]]]:
    """The smallest explainer: no sections, no answer, one claim."""
    claims = [claim("sticks", "The gate stuck.", quote("The gate stuck.", "letter"))]
    made = Explainer(
        id="gate",
        title=words("Does the gate stick?"),
        claims=tuple(entry for entry, _ in claims),
        at=Location(Text("facts/gate.yml", ""), Span(0, 0)),
    )
    return made, claims


def third() -> tuple[Explainer, list[tuple[Claim, tuple[Any, ...]]]]:
    """An explainer in a language that is written from right to left."""
    claims = [
        claim(
            "aman",
            "قالت اللجنة إن السد آمن.",
            quote(
                "قالت اللجنة إن السد آمن.", "arabic", refers=[("اللجنة", "لجنة السد", "هي كاتبة التقرير.")]
            ),
            status="interpretation",
            note="لم تذكر اللجنة السبب.",
        )
    ]
    made = Explainer(
        id="sadd",
        title=words("هل السد آمن؟"),
        claims=tuple(entry for entry, _ in claims),
        at=Location(Text("facts/sadd.yml", ""), Span(0, 0)),
        description=words("ما يقوله تقرير واحد."),
        published=words("1871-06-15"),
        source=words("arabic"),
        language="ar",
        answer=many("aman"),
        sections=(
            Section(
                words("ماذا قالت اللجنة؟"),
                (ClaimsParagraph(many("aman"), AT), EditorNote(words("هذا كل ما نعرفه."), AT)),
                AT,
            ),
        ),
    )
    return made, claims


def fourth() -> tuple[Explainer, list[tuple[Claim, tuple[Any, ...]]]]:
    """What is hard to print: two more languages, and passages that overlap, are long, many or the same."""
    claims = [
        claim("whole", "The mason wrote that the weir was built, mended and raised.", quote(BUILT, "ledger")),
        claim(
            "built",
            "The weir was built of oak in 1803 and mended with stone in 1822.",
            quote("The weir was built of oak in 1803, mended with stone in 1822", "ledger"),
            date="1803",
            date_basis="stated",
        ),
        claim(
            "mended",
            "The weir was mended with stone and raised by two feet.",
            quote("mended with stone in 1822 and raised by two feet in 1840", "ledger"),
            date="1822/1840",
            date_basis="stated",
        ),
        claim("raised", "The weir was raised in 1840.", quote("raised by two feet in 1840", "ledger")),
        claim("two-feet", "It was two feet that were added.", quote("raised by two feet in 1840", "ledger")),
        claim("read-daily", "The keeper read both posts on 38 days.", quote(READINGS, "ledger")),
        claim(
            "eight-months",
            "The sluice was opened in each of eight months.",
            *(quote(opened, "ledger") for opened in OPENED),
            support="together",
        ),
        claim(
            "mark", f"The mark reads {LONG_WORD}.", quote(f"reads {LONG_WORD} and nothing else.", "ledger")
        ),
        claim(
            "safe-hebrew",
            "A third committee found the dam safe.",
            quote(
                "הוועדה מצאה שהסכר בטוח.",
                "hebrew",
                translation="The committee found that the dam is safe.",
                translated_by="the editors",
                refers=[("הוועדה", "the third committee", "It signs the report.")],
            ),
            status="interpretation",
        ),
        claim(
            "fell-hebrew",
            "The water fell in spring.",
            quote("המים ירדו באביב של שנת 1871.", "hebrew", foldings=("spaces",)),
            quote("水位は春に下がった。", "japanese"),
            date="1871-21?",
            date_basis="inferred",
            date_note="Only one of the two names the year.",
            support="each",
            status="contested",
            conflicts_with=["safe-japanese"],
        ),
        claim(
            "safe-japanese",
            "A fourth committee judged the dam safe.",
            quote("委員会はダムが安全だと判断した。", "japanese"),
        ),
        claim("no-bridge", "No bridge is named in Japan.", absent("橋", "鉄橋*", name="japanese")),
    ]
    made = Explainer(
        id="weir",
        title=words("What does the ledger say of the weir?"),
        claims=tuple(entry for entry, _ in claims),
        at=Location(Text("facts/weir.yml", ""), Span(0, 0)),
        description=words("A ledger, a report in Hebrew and one in Japanese."),
        published=words("1871-05-01"),
        source=words("ledger"),
        answer=many("whole", "safe-hebrew"),
        sections=(
            Section(
                words("How was it built?"),
                (
                    ClaimsParagraph(many("whole", "built", "mended", "raised", "two-feet"), AT),
                    EditorNote(words(f"The mark {LONG_WORD} is copied letter by letter."), AT),
                    ClaimsParagraph(many("read-daily", "eight-months", "mark"), AT),
                ),
                AT,
            ),
            Section(
                words("What do the others say? אחרים 他"),
                (ClaimsParagraph(many("safe-hebrew", "fell-hebrew", "safe-japanese", "no-bridge"), AT),),
                AT,
            ),
        ),
    )
    return made, claims


Made = tuple[Explainer, list[tuple[Claim, tuple[Any, ...]]]]


def verified(*more: Made, sources: tuple[Source, ...] = ()) -> Verified:
    """The project as a check would hand it to pages: four explainers, and a draft nobody may see.

    ``more`` are further explainers, and ``sources`` theirs.
    """
    gate, gate_claims = second()
    draft = Explainer(
        id="draft", title=words("A draft"), claims=gate.claims, at=AT, source=words("report"), draft=True
    )
    made: list[Made] = [
        (explainer(), CLAIMS),
        (gate, gate_claims),
        third(),
        fourth(),
        (draft, gate_claims),
        *more,
    ]
    resolved = [ResolvedClaim(entry, one, outcomes) for entry, claims in made for one, outcomes in claims]
    corpus = Corpus({str(found.id): found for found in (*SOURCES.values(), *sources)})
    project = Project(tuple(entry for entry, _ in made), corpus, (), Text("facts", ""), Text("seeds", ""))
    return Verified(
        Resolution(project, tuple(resolved)),
        (),
        Summary(len(made), len(resolved), 0, 0, len(corpus.sources), {}, 0, 0),
    )
