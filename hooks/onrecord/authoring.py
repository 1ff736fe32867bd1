"""A project at hand while somebody writes: its sources, its explainers, and files checked before they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from onrecord import app
from onrecord.alterations import carries_meaning
from onrecord.check import Rejected, Verified
from onrecord.finding import Finding, Severity
from onrecord.inserting import claim_edit, section_edit
from onrecord.languages import language_of
from onrecord.loaders.decoding import read_mapping
from onrecord.loaders.nodes import YamlMapping, YamlSequence
from onrecord.loaders.notation import edited
from onrecord.loaders.problems import Problems
from onrecord.loaders.site import Configuration
from onrecord.mistake import Mistake
from onrecord.model import Explainer, Project, Source
from onrecord.quotable import Entry
from onrecord.text import Scalar, slug, untaken

_WORDS_IN_ID = 5
_MOST_NAMED = 8


class Drafted(Struct, frozen=True):
    """A fact file as it would be, and the claim that is new in it, which begins at ``line``.

    ``findings`` are those that the project has with it and has not without it; ``outcome`` is the check of
    the whole project. ``lines`` are the claim as it stands there.
    """

    path: str
    content: bytes
    claim: str
    findings: tuple[Finding, ...]
    outcome: Verified | Rejected
    line: int = 0
    lines: tuple[str, ...] = ()
    old: bytes = b""

    @property
    def passes(self) -> bool:
        """Whether it brings no error with it, so that it may be written."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


class Desk(Struct, frozen=True):
    """A project, and what the check says of it as it is."""

    configuration: Configuration
    outcome: Verified | Rejected

    @property
    def project(self) -> Project:
        """The project as it was loaded."""
        return self.outcome.resolution.project

    def sources(self, id: str | None = None) -> list[Source]:
        """The sources with a text, sorted by id; only the one called ``id`` where that is given."""
        known = {str(key): one for key, one in self.project.corpus.sources.items() if one.text is not None}
        if not known:
            raise Mistake(f"there is no source in {self.configuration.seeds}/: add one first")
        if id is not None and id not in known:
            raise Mistake(f"there is no source {id!r} that can be read; there is {listed(known)}")
        return [known[key] for key in sorted(known) if id is None or key == id]

    def explainer(self, name: str) -> Explainer:
        """The explainer with this id, or in this file."""
        id = Path(name).stem if name.endswith(".yml") else name
        known = {explainer.id: explainer for explainer in self.project.explainers}
        if id not in known:
            raise Mistake(f"there is no explainer {name!r} that can be read; there is {listed(known)}")
        return known[id]

    def path(self, id: str) -> str:
        """Where the explainer with this id has its file."""
        return f"{self.configuration.facts}/{id}.yml"

    def drafted(self, id: str, content: str, claim: str, old: bytes = b"") -> Drafted:
        """What the check says of the whole project with ``content`` as the file of an explainer."""
        path, encoded = self.path(id), content.encode()
        outcome = app.check_configured(self.configuration, instead={path: encoded})
        before = Counter(map(_identity, self.outcome.findings))
        findings = []
        for finding in outcome.findings:
            before[_identity(finding)] -= 1
            if before[_identity(finding)] < 0:
                findings.append(finding)
        draft = Drafted(path, encoded, claim, tuple(findings), outcome, old=old)
        return _with_lines(draft, outcome.resolution.project, id)


def desk(configuration: Configuration) -> Desk:
    """The project of this configuration, checked as it is."""
    return Desk(configuration, app.check_configured(configuration))


def draft_claim(
    at: Desk, explainer: Explainer, entry: Entry, text: str, *, id: str = "", section: str = ""
) -> Drafted:
    """The file of ``explainer`` with a claim that rests on ``entry``, and with its id in a section."""
    path = explainer.at.path
    old = _read(at.configuration.root / path, path)
    yaml, file = read_mapping(path, old, Problems(explainer.id))
    if file is None:
        raise Mistake(f"cannot read {path}: onrecord check says why")
    taken = {str(one.id) for one in explainer.claims} | {str(one.id) for one in explainer.retired}
    named = id or free_id(text, entry.source, taken)
    if named in taken:
        raise Mistake(f"{path} has or had a claim {named!r}: an id is permanent, so take another")
    evidence = [field for field in entry.fields if field != ("source", explainer.source)]
    edits = [claim_edit(yaml, file, [("id", named), ("text", text)], evidence)]
    if section:
        edits.append(section_edit(yaml, file, section, named))
    elif explainer.sections:
        headings = ", ".join(repr(str(one.heading)) for one in explainer.sections)
        raise Mistake(f"say with --section where on the page it is to stand: {headings}")
    content = edited(yaml.content, edits)
    _refuse_other_changes(path, file, content)
    mark = "\ufeff" if old.startswith(b"\xef\xbb\xbf") else ""
    return at.drafted(explainer.id, mark + content, named, old)


def _refuse_other_changes(path: str, before: YamlMapping, content: str) -> None:
    """Raise `Mistake` where the insertion would change how anything else in the file is read."""
    _, after = read_mapping(path, content.encode(), Problems())
    claims = after.get("claims") if after else None
    if (
        after is None
        or not isinstance(claims, YamlSequence)
        or claims[:-1] != before["claims"]
        or any(after.get(key) != value for key, value in before.items() if key not in ("claims", "sections"))
    ):
        raise Mistake(f"{path} is written in a way that a claim has to be put into by hand")


def free_id(text: str, source: Source, taken: Iterable[str] = ()) -> str:
    """An id made of the first words of a claim that carry meaning, which nothing in ``taken`` has."""
    language = language_of(source.language)
    words = [word.strip(".,;:!?\"'()[]\u2018\u2019\u201c\u201d") for word in text.split()]
    telling = [word for word in words if word and carries_meaning(word.lower(), language)]
    made = slug(" ".join((telling or words)[:_WORDS_IN_ID]))
    return untaken(made, set(taken))


def listed(names: Iterable[str]) -> str:
    """Names in a sentence, the first eight of them."""
    every = sorted(names)
    more = f" and {len(every) - _MOST_NAMED} more" if len(every) > _MOST_NAMED else ""
    return ", ".join(every[:_MOST_NAMED]) + more if every else "none"


def _read(file: Path, path: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Mistake(f"cannot read {path}: {error.strerror}") from error


def _identity(finding: Finding) -> tuple[str, str, str, str, str]:
    """What stays of a finding when lines are put in above it."""
    return (finding.rule, finding.message, finding.explainer, finding.claim, finding.location.path)


def _with_lines(draft: Drafted, project: Project, id: str) -> Drafted:
    made = [
        claim
        for explainer in project.explainers
        if explainer.id == id
        for claim in explainer.claims
        if str(claim.id) == draft.claim
    ]
    if not made or made[0].at.start is None:
        return draft
    text, first = made[0].at.text, made[0].at.start.line
    ends = [end.line for entry in made[0].evidence for scalar in _scalars(entry) if (end := scalar.at().end)]
    lines = tuple(text.line(number) for number in range(first, max(ends, default=first) + 1))
    return Drafted(
        draft.path, draft.content, draft.claim, draft.findings, draft.outcome, first, lines, draft.old
    )


def _scalars(entry: Struct) -> list[Scalar]:
    values = [getattr(entry, name) for name in entry.__struct_fields__]
    return [value for value in values if isinstance(value, Scalar)]
