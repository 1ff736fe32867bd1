"""The claims and sources of the canonical export, field by field.

What an author did not give has no key; lists are always there. Text of a source stands only inside the
quotations (`Quotation.found`), so that the export holds no more of a source than the source's page shows.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType


def one_of(*values: str) -> Meta:
    """That a string is one of ``values``."""
    return Meta(extra_json_schema={"enum": list(values)})


Id = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Ids = tuple[Id, ...]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Path = Annotated[str, Meta(pattern="^([a-z0-9-]+/)+$")]
Words = Annotated[str, Meta(min_length=1)]
Number = Annotated[int, Meta(ge=1)]
Offset = Annotated[int, Meta(ge=0)]
Extent = tuple[Offset, Offset]


class Value(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the export: nothing stands in it that is not described here."""


class AsOf(Value, frozen=True):
    """As of when a claim holds. Whether it still does was not checked."""

    words: Annotated[Words, Meta(description="In words: '4 July 2025, a date we inferred'.")]
    basis: Annotated[
        str,
        one_of("claim", "source", "evidence"),
        Meta(
            description="claim: a date that the authors give for the claim. source: the authors say that it "
            "holds when the source was written. evidence: they say nothing, so it is when what it rests on "
            "was written."
        ),
    ]
    date: Annotated[
        Words | UnsetType, Meta(description="The date that the authors give, in EDTF (levels 0 and 1).")
    ] = UNSET


class Date(Value, frozen=True):
    """When what a claim tells of happened, and how we know."""

    basis: Annotated[
        str,
        one_of("stated", "inferred", "given", "none"),
        Meta(
            description="stated: the source says so. inferred: we worked it out (see note). given: nobody "
            "says how it is known. none: the source gives no date."
        ),
    ]
    edtf: Annotated[
        Words | UnsetType, Meta(description="The date in EDTF (levels 0 and 1). '?', '~' and '%' mark doubt.")
    ] = UNSET
    words: Annotated[Words | UnsetType, Meta(description="The same date in words, its doubt included.")] = (
        UNSET
    )
    source_words: Annotated[Words | UnsetType, Meta(description="How the source puts it.")] = UNSET
    note: Annotated[Words | UnsetType, Meta(description="How the date was got.")] = UNSET


class Reference(Value, frozen=True):
    """What words of a quotation stand for, as we read them."""

    words: Annotated[Words, Meta(description="Words of the quotation.")]
    means: Annotated[Words, Meta(description="Whom or what they mean.")]
    why: Annotated[Words | UnsetType, Meta(description="Why we read them so.")] = UNSET


class Quotation(Value, frozen=True):
    """Words of a source that a claim rests on. That they stand there was checked, not that they are right."""

    source: Annotated[Id, Meta(description="The id of the source.")]
    page: Annotated[
        Annotated[str, Meta(pattern="^([a-z0-9-]+/)+#s-[0-9]+-[0-9]+$")],
        Meta(description="The passage on the source's page, below the site's root."),
    ]
    line: Annotated[Number, Meta(description="The line of the source's file on which it begins, from 1.")]
    spans: Annotated[
        Annotated[tuple[Extent, ...], Meta(min_length=1)],
        Meta(
            description="Where its pieces stand in the source's text, in order: [start, end) in Unicode code "
            "points from 0. Several where an ellipsis leaves out what lies between them."
        ),
    ]
    found: Annotated[
        Words, Meta(description="The source's own words at these places, with ' […] ' between the pieces.")
    ]
    exact: Annotated[
        Words,
        Meta(
            description="The words as the author typed them: the same but for foldings, ellipses and glosses."
        ),
    ]
    language: Annotated[Words, Meta(description="The language of the source (BCP 47).")]
    stance: Annotated[
        str,
        one_of("supports", "partly", "disputes", "context"),
        Meta(description="What the quotation does for the claim. Only the first two carry it."),
    ]
    voice: Annotated[Words, Meta(description="Whose words they are, as readers see it.")]
    foldings: Annotated[
        tuple[Words, ...],
        Meta(description="Differences in type between 'found' and 'exact' that do not count, by name."),
    ]
    refers: Annotated[tuple[Reference, ...], Meta(description="What words of it stand for.")]
    speaker: Annotated[
        Words | UnsetType, Meta(description="Whose words the source says they are, as the author names them.")
    ] = UNSET
    not_covered: Annotated[Words | UnsetType, Meta(description="What of the claim it does not carry.")] = (
        UNSET
    )
    translation: Annotated[Words | UnsetType, Meta(description="In the language of the explainer.")] = UNSET
    translated_by: Annotated[Words | UnsetType, Meta(description="Who translated it.")] = UNSET


class Search(Value, frozen=True):
    """Words that were searched for in a source and do not occur there."""

    source: Annotated[Id, Meta(description="The id of the source.")]
    terms: Annotated[
        Annotated[tuple[Words, ...], Meta(min_length=1)],
        Meta(description="The words; '*' at a word's end stands for any ending."),
    ]


class Derivation(Value, frozen=True):
    """How a claim is worked out from other claims."""

    claims: Annotated[Ids, Meta(description="The claims it is worked out from.")]
    how: Annotated[Words, Meta(description="The working.")]


class Waiver(Value, frozen=True):
    """A reviewed exception to one rule."""

    rule: Annotated[Id, Meta(description="The id of the rule.")]
    reason: Annotated[Words, Meta(description="Why a reviewer let the claim stand.")]
    objection: Annotated[Words | UnsetType, Meta(description="What the rule objects to.")] = UNSET


class Correction(Value, frozen=True):
    """A change to a published claim."""

    date: Annotated[Day, Meta(description="When it was corrected.")]
    was: Annotated[Words, Meta(description="What the claim said before.")]
    now: Annotated[Words, Meta(description="What it said after.")]
    why: Annotated[Words, Meta(description="Why.")]
    minor: Annotated[bool, Meta(description="Whether it moved words and mended nothing.")]


class Claim(Value, frozen=True):
    """One sentence we publish, with its evidence: quotations, searches, or claims it is worked out from."""

    id: Annotated[Id, Meta(description="Permanent, and never used again within the explainer.")]
    number: Annotated[Number, Meta(description="Its number on the page. It can change; the id cannot.")]
    page: Annotated[Path, Meta(description="Its own page, below the site's root.")]
    text: Annotated[Words, Meta(description="The sentence, in the language of the explainer.")]
    status: Annotated[
        str,
        one_of("ok", "interpretation", "contested", "superseded"),
        Meta(
            description="ok: nothing is remarked. interpretation: our reading, others are possible. "
            "contested: what the source says, or what sources say, pulls two ways. superseded: other claims "
            "took its place. None of them says that the claim is true."
        ),
    ]
    tags: Annotated[
        tuple[Words, ...],
        Meta(description="What is printed beside the claim wherever it stands: quote it along."),
    ]
    as_of: Annotated[AsOf, Meta(description="As of when it holds.")]
    quotations: Annotated[tuple[Quotation, ...], Meta(description="The words of sources it rests on.")]
    searches: Annotated[tuple[Search, ...], Meta(description="What was searched for and not found.")]
    support: Annotated[
        str,
        one_of("together", "each"),
        Meta(description="Whether several quotations carry the claim together, or each alone."),
    ]
    depends_on: Annotated[Ids, Meta(description="Claims it falls with.")]
    conflicts_with: Annotated[
        Ids, Meta(description="Claims it does not agree with, said by either of the two.")
    ]
    supersedes: Annotated[Ids, Meta(description="Claims whose place it takes.")]
    superseded_by: Annotated[Ids, Meta(description="Claims that took its place.")]
    waivers: Annotated[tuple[Waiver, ...], Meta(description="Exceptions to rules, each with its reason.")]
    corrections: Annotated[tuple[Correction, ...], Meta(description="What was corrected, oldest first.")]
    date: Annotated[
        Date | UnsetType, Meta(description="When what it tells of happened, where anything is said of that.")
    ] = UNSET
    derived: Annotated[
        Derivation | UnsetType, Meta(description="How it is worked out from other claims.")
    ] = UNSET
    speaker: Annotated[
        Words | UnsetType,
        Meta(description="Who asserts it, where that is one speaker and not the source itself."),
    ] = UNSET
    attributed_to: Annotated[Words | UnsetType, Meta(description="Who the author says asserts it.")] = UNSET
    mode: Annotated[
        str | UnsetType,
        one_of("reported", "paraphrased", "quoted"),
        Meta(description="How the words of whoever asserts it reach us through the source."),
    ] = UNSET
    note: Annotated[
        Words | UnsetType, Meta(description="A remark of the authors that is printed with it.")
    ] = UNSET
    reread: Annotated[
        Day | UnsetType, Meta(description="When it was read again after a change to a claim it leans on.")
    ] = UNSET


class Source(Value, frozen=True):
    """A source the claims rest on, as its metadata describe it. Nothing of its text stands here."""

    id: Annotated[Id, Meta(description="Its id on this site.")]
    page: Annotated[Path, Meta(description="Its page, below the site's root.")]
    title: Annotated[Words, Meta(description="Its title, as it gives it.")]
    language: Annotated[Words, Meta(description="Its language (BCP 47).")]
    sha256: Annotated[Digest, Meta(description="The SHA-256 of its file, byte for byte.")]
    characters: Annotated[Offset, Meta(description="The length of its text in Unicode code points.")]
    publish: Annotated[
        str,
        one_of("excerpts", "full"),
        Meta(description="What of its text the site shows: the sentences that claims rest on, or all of it."),
    ]
    derived_from: Annotated[Ids, Meta(description="Sources that it only repeats.")]
    author: Annotated[Words | UnsetType, Meta(description="Who signed it.")] = UNSET
    publisher: Annotated[Words | UnsetType, Meta(description="Who published it.")] = UNSET
    published: Annotated[
        Words | UnsetType, Meta(description="When, in EDTF (levels 0 and 1). '?', '~' and '%' mark doubt.")
    ] = UNSET
    published_basis: Annotated[
        Words | UnsetType, Meta(description="stated: the source says when. inferred: we worked it out.")
    ] = UNSET
    dateline: Annotated[Words | UnsetType, Meta(description="Its dateline, as it gives it.")] = UNSET
    url: Annotated[Words | UnsetType, Meta(description="Where it was published. Not checked.")] = UNSET
    archived: Annotated[Words | UnsetType, Meta(description="Where a copy is kept. Not checked.")] = UNSET
    retrieved: Annotated[Words | UnsetType, Meta(description="When we fetched it.")] = UNSET
    obtained: Annotated[Words | UnsetType, Meta(description="How we got it.")] = UNSET
    rights: Annotated[Words | UnsetType, Meta(description="What is known of the rights to it.")] = UNSET
    excerpts_reason: Annotated[
        Words | UnsetType, Meta(description="Why its excerpts may be nearly the whole of its text.")
    ] = UNSET
    note: Annotated[Words | UnsetType, Meta(description="What else is known of it.")] = UNSET


class Content(Value, frozen=True):
    """What the fingerprint of an explainer is made of."""

    claims: Annotated[tuple[Claim, ...], Meta(description="The claims on the page, by their numbers.")]
    sources: Annotated[tuple[Source, ...], Meta(description="The sources they rest on.")]
