"""What authors write and sources are, as frozen values that know where they stand."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import asdict

from onrecord.finding import Finding, Fix, Note, Related, Severity
from onrecord.history import Correction, FormerName, Retired, Takedown, Update, Withdrawal
from onrecord.text import Location, Scalar, Text, slug


class Problem(Struct, frozen=True):
    """What a loader could not read: becomes a finding of the rule named ``rule``."""

    rule: str
    message: str
    location: Location
    help: str = ""
    related: tuple[Related, ...] = ()
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None
    explainer: str = ""
    claim: str = ""

    def finding(self, severity: Severity) -> Finding:
        """The problem as a finding of its rule."""
        return Finding(severity=severity, **asdict(self))


class Source(Struct, frozen=True):
    """A document under ``seeds/``: immutable text, the digest of its bytes, and metadata.

    ``sha256`` is the digest of the bytes as they lie on disk, 64 lower-case hexadecimal digits.
    ``text`` is None where the source was taken down, and where the file is missing or cannot be read (a
    problem says why). ``raw`` is the file that the text was extracted from, ``raw_sha256`` its digest, and
    ``extracted_by`` what did it.
    """

    id: Scalar
    file: Scalar
    sha256: Scalar
    title: Scalar
    at: Location
    text: Text | None = None
    digest: str = ""
    author: Scalar | None = None
    publisher: Scalar | None = None
    published: Scalar | None = None
    published_basis: Scalar | None = None
    dateline: Scalar | None = None
    language: str = "en"
    url: Scalar | None = None
    archived: Scalar | None = None
    retrieved: Scalar | None = None
    obtained: Scalar | None = None
    raw: Scalar | None = None
    raw_sha256: Scalar | None = None
    extracted_by: Scalar | None = None
    rights: Scalar | None = None
    publish: str = "excerpts"
    excerpts_reason: Scalar | None = None
    derived_from: tuple[Scalar, ...] = ()
    note: Scalar | None = None
    taken_down: Takedown | None = None


class Corpus(Struct, frozen=True):
    """All sources, by id."""

    sources: dict[str, Source]


class Reference(Struct, frozen=True):
    """What words of a quotation stand for, and why we read them so."""

    words: Scalar
    means: Scalar
    why: Scalar | None
    at: Location


class Quotation(Struct, frozen=True):
    """The exact words an author says a source contains, and how to find them.

    ``prefix`` and ``suffix`` are the words immediately around them; ``source`` is a source's id.
    """

    exact: Scalar
    source: Scalar | None
    at: Location
    prefix: Scalar | None = None
    suffix: Scalar | None = None
    line: Scalar | None = None
    speaker: Scalar | None = None
    refers: tuple[Reference, ...] = ()
    stance: str = "supports"
    not_covered: Scalar | None = None
    translation: Scalar | None = None
    translated_by: Scalar | None = None

    @property
    def supports(self) -> bool:
        """Whether it is to carry the claim, wholly or in part: it neither disputes it nor is mere context."""
        return self.stance in ("supports", "partly")


class Absence(Struct, frozen=True):
    """Words an author says a source does not contain (``*`` at a word's end stands for any ending)."""

    terms: tuple[Scalar, ...]
    source: Scalar | None
    at: Location


class Derivation(Struct, frozen=True):
    """How a claim is worked out from other claims of the same explainer."""

    claims: tuple[Scalar, ...]
    how: Scalar
    at: Location


class Waiver(Struct, frozen=True):
    """A reviewed exception to one rule on one claim, with a reason that readers see.

    ``reviewed`` is the fingerprint of the words that the reviewer saw, as `onrecord.ground.waiving` makes it.
    """

    rule: Scalar
    reason: Scalar
    at: Location
    reviewed: Scalar | None = None


class Claim(Struct, frozen=True):
    """One sentence we publish, with its evidence."""

    id: Scalar
    text: Scalar
    evidence: tuple[Quotation | Absence, ...]
    at: Location
    derived: Derivation | None = None
    date: Scalar | None = None
    date_basis: str = ""
    date_note: Scalar | None = None
    date_words: Scalar | None = None
    attributed_to: Scalar | None = None
    mode: str = ""
    as_of: Scalar | None = None
    status: str = ""
    support: str = "together"
    note: Scalar | None = None
    conflicts_with: tuple[Scalar, ...] = ()
    depends_on: tuple[Scalar, ...] = ()
    supersedes: tuple[Scalar, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    reread: Scalar | None = None

    @property
    def taken_down_source(self) -> Scalar | None:
        """The id of the source whose takedown it was withdrawn for: it has no evidence then."""
        return None if self.withdrawn is None else self.withdrawn.source


class Entity(Struct, frozen=True):
    """A person, organisation or place the page names; ``role`` is the id of the claim that says who."""

    name: Scalar
    kind: str
    at: Location
    id: Scalar | None = None
    aliases: tuple[Scalar, ...] = ()
    role: Scalar | None = None

    @property
    def key(self) -> str:
        """What it is known by on all pages: its id, or one made of its name."""
        return slug(self.name) if self.id is None else str(self.id)


class ClaimsParagraph(Struct, frozen=True):
    """A paragraph of claims, printed in this order, each with its evidence marker."""

    claims: tuple[Scalar, ...]
    at: Location


class EditorNote(Struct, frozen=True):
    """A paragraph in our own voice, plain text, shown as such."""

    text: Scalar
    at: Location


class GeneratedBlock(Struct, frozen=True):
    """A block worked out from the claims: ``timeline``, ``people``, ``words``, ``absences`` or ``source``."""

    kind: str
    at: Location


class Section(Struct, frozen=True):
    """A heading (a question or a label) and the paragraphs under it."""

    heading: Scalar
    body: tuple[ClaimsParagraph | EditorNote | GeneratedBlock, ...]
    at: Location
    rests_on: tuple[Scalar, ...] = ()


class Explainer(Struct, frozen=True):
    """One published page, from one fact file; its id is the file's name without ``.yml``.

    ``topics`` are the names under which readers find it beside others.
    """

    id: str
    title: Scalar
    claims: tuple[Claim, ...]
    at: Location
    description: Scalar | None = None
    published: Scalar | None = None
    source: Scalar | None = None
    language: str = "en"
    answer: tuple[Scalar, ...] = ()
    subject: tuple[Scalar, ...] = ()
    topics: tuple[Scalar, ...] = ()
    entities: tuple[Entity, ...] = ()
    sections: tuple[Section, ...] = ()
    updates: tuple[Update, ...] = ()
    retired: tuple[Retired, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    rests_on: tuple[Scalar, ...] = ()
    draft: bool = False


class Project(Struct, frozen=True):
    """All that was loaded: explainers, the corpus, and what could not be read.

    ``facts_directory`` and ``seeds_directory`` stand for the two folders in findings about them.
    """

    explainers: tuple[Explainer, ...]
    corpus: Corpus
    problems: tuple[Problem, ...]
    facts_directory: Text
    seeds_directory: Text
