"""A claim that somebody proposes: its YAML, and what the check says of it in its explainer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from onrecord.check import check
from onrecord.closest import closest
from onrecord.excerpts import as_yaml, pointed
from onrecord.finding import Finding, Severity
from onrecord.languages import language_of
from onrecord.loaders.claims import LONGEST_EVIDENCE
from onrecord.loaders.facts import load_explainer
from onrecord.loaders.problems import Problems
from onrecord.lookup import Lookup
from onrecord.match import match
from onrecord.model import Claim, Explainer, Project, Quotation, Source
from onrecord.outcome import Match
from onrecord.printable import printable
from onrecord.resolve import resolve
from onrecord.text import Location, Scalar, Span, Text, name_key, slug, untaken

_WORDS_IN_ID = 6
_FOR_EDITORS = {"claim-in-no-section"}
_PARTS = re.compile(r"[/#?&=\s]+")
_QUOTED = re.compile(r"[\"'“”„«»‘’](.+)[\"'“”„«»‘’]", re.DOTALL)


class Passage(Struct, frozen=True):
    """Where words stand in a source, and how to quote them: in the source's own characters if that can be."""

    source: Source
    spans: tuple[Span, ...]
    words: str

    @property
    def place(self) -> str:
        """The place as ``seeds/report.txt:3:41``."""
        return pointed(self.source, self.spans[0])


class Proposed(Struct, frozen=True):
    """A proposed claim: the YAML to paste into ``file``, what is ``missing``, and what the check found.

    ``near`` is the closest passage where the words are not in the source.
    """

    file: str = ""
    yaml: str = ""
    missing: tuple[str, ...] = ()
    passage: Passage | None = None
    near: Passage | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def passes(self) -> bool:
        """Whether it could be published as it is."""
        errors = any(finding.severity is Severity.ERROR for finding in self.findings)
        return bool(self.yaml) and not self.missing and not errors


def propose(project: Project, answers: Mapping[str, str]) -> Proposed:
    """What becomes of a claim described by ``answers``, which are those of the form for proposals."""
    missing = [f"the {name}" for name in ("claim", "quotation") if not answers[name]]
    if missing:
        return Proposed(missing=tuple(missing))
    explainer = explainer_named(project, answers["explainer"])
    source, passage = _evidence(project, answers["source"], answers["quotation"])
    if explainer is None:
        missing.append("the explainer: there is no page of this name yet, and editors have to choose one")
    if source is None:
        missing.append("the source: it is not among ours, and its text has to be added first")
    if project.problems:
        missing.append("a look by editors: files of ours cannot be read as they are now")
    words = passage.words if passage else answers["quotation"]
    yaml = "\n".join(_lines(answers, _free_id(answers["claim"], explainer), words, source))
    file = explainer.at.path if explainer else ""
    if source is None:
        return Proposed(file, yaml, tuple(missing))
    near = None if passage else _near(source, words)
    return Proposed(file, yaml, tuple(missing), passage, near, _checked(project, explainer, yaml))


# What the answers name


def explainer_named(project: Project, name: str) -> Explainer | None:
    """The explainer with this id or title, or with its id in this address."""
    parts, wanted = set(_PARTS.split(name)), name_key(name)
    for explainer in project.explainers:
        if wanted and wanted in (explainer.id, name_key(explainer.title)):
            return explainer
    return next((explainer for explainer in project.explainers if explainer.id in parts), None)


def claim_named(project: Project, name: str) -> tuple[Explainer, Claim] | None:
    """The claim whose id stands in an address, beside that of its explainer."""
    parts = [part for part in _PARTS.split(name) if part]
    for explainer in project.explainers:
        known = {str(claim.id): claim for claim in explainer.claims}
        for before, after in pairwise(parts):
            if before == explainer.id and after in known:
                return explainer, known[after]
    return None


def _evidence(project: Project, name: str, words: str) -> tuple[Source | None, Passage | None]:
    """The source that is named, or else the only one that has the words; and where they stand in it."""
    source = _source_named(project, name)
    if source is not None:
        return source, passage_of(words, source)
    found = [passage for one in project.corpus.sources.values() if (passage := passage_of(words, one))]
    return (found[0].source, found[0]) if len(found) == 1 else (None, None)


def _source_named(project: Project, name: str) -> Source | None:
    wanted = name_key(name).rstrip("/")
    parts = set(_PARTS.split(name))
    for source in project.corpus.sources.values():
        names = (source.id, source.title, source.file, source.url, source.archived)
        if wanted and wanted in (name_key(one).rstrip("/") for one in names if one):
            return source
    return next((one for one in project.corpus.sources.values() if str(one.id) in parts), None)


# The words in the source


def passage_of(words: str, source: Source) -> Passage | None:
    """Where ``words`` stand in a source, also without marks that were put around them, or None."""
    if source.text is None or not words.strip() or len(words) > LONGEST_EVIDENCE:
        return None
    lookup, language = Lookup(source.text), language_of(source.language)
    for tried in _readings(words):
        outcome = match(_quotation(tried), source.text, lookup, language)
        if not isinstance(outcome, Match):
            continue
        if len(outcome.spans) > 1:
            return Passage(source, outcome.spans, tried)
        own = source.text.content[slice(*outcome.spans[0])]
        sliced = " ".join(own.split())
        again = match(_quotation(sliced), source.text, lookup, language)
        is_same = isinstance(again, Match) and again.spans == outcome.spans
        return Passage(source, outcome.spans, sliced if is_same else tried)
    return None


def _readings(words: str) -> Iterator[str]:
    yield words
    lines = [line.removeprefix(">").strip() for line in words.strip().splitlines()]
    unquoted = " ".join(lines)
    if unquoted != words:
        yield unquoted
    if inside := _QUOTED.fullmatch(unquoted):
        yield inside[1]


def _quotation(words: str) -> Quotation:
    text = Text("", words)
    return Quotation(exact=Scalar(words, text, 0, len(words)), source=None, at=Location(text))


def _near(source: Source, words: str) -> Passage | None:
    near = closest(words, source)
    if near is None or not near.is_near or source.text is None:
        return None
    return Passage(source, (near.span,), " ".join(source.text.content[slice(*near.span)].split()))


# The claim as YAML, and checked


def _free_id(claim: str, explainer: Explainer | None) -> str:
    """An id made of the first words of a claim that its explainer has not had yet."""
    made = slug(" ".join(claim.split()[:_WORDS_IN_ID]))
    taken: set[str] = set()
    if explainer:
        taken = {str(claim.id) for claim in explainer.claims} | {str(old.id) for old in explainer.retired}
    return untaken(made, taken)


def _lines(answers: Mapping[str, str], id: str, words: str, source: Source | None) -> Iterator[str]:
    """The claim as an entry of ``claims:``, each value on one line."""
    yield f"  - id: {id}"
    yield f"    {_value('text', answers['claim'])}"
    if answers["date"]:
        yield f"    {_value('date', answers['date'])}"
    yield "    evidence:"
    yield f"      - {_value('quote', words)}"
    if source is not None:
        yield f"        source: {source.id}"
    if answers["speaker"]:
        yield f"        {_value('speaker', answers['speaker'])}"


def _value(key: str, value: str) -> str:
    """``key: value`` in which nothing acts and nothing is unseen, in double quotation marks if need be."""
    plain = " ".join(value.split())
    if printable(plain) == plain:
        return as_yaml(key, plain)
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'{key}: "{printable(escaped)}"'


def _checked(project: Project, explainer: Explainer | None, yaml: str) -> tuple[Finding, ...]:
    """What the check finds with the claim that it did not find without it."""
    id = explainer.id if explainer else "proposed"
    problems = Problems(id)
    content = f"title: A claim\nclaims:\n{yaml}\n"
    loaded = load_explainer("the proposed claim", id, content.encode("utf-8", "replace"), problems)
    if problems.told() or loaded is None or not loaded.claims:
        return tuple(problem.finding(Severity.ERROR) for problem in problems.told())
    before = {_known(finding) for finding in check(resolve(project)).findings}
    after = check(resolve(_with(project, explainer, loaded))).findings
    return tuple(found for found in after if _known(found) not in before and found.rule not in _FOR_EDITORS)


def _with(project: Project, explainer: Explainer | None, proposed: Explainer) -> Project:
    if explainer is None:
        return replace(project, explainers=(*project.explainers, proposed))
    # What is odd in a text is looked for only where its file has odd characters: the claim's are part of it.
    whole = Text(explainer.at.path, explainer.at.text.content + proposed.at.text.content)
    grown = replace(
        explainer,
        claims=(*explainer.claims, *proposed.claims),
        at=Location(whole, explainer.at.span),
    )
    explainers = tuple(grown if one is explainer else one for one in project.explainers)
    return replace(project, explainers=explainers)


def _known(finding: Finding) -> tuple[str, str, str, Span | None]:
    return finding.rule, finding.message, finding.location.path, finding.location.span
