"""Load, resolve, check, render: the only place that composes the layers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from onrecord.check import Rejected, Verified, check
from onrecord.finding import Finding, Severity
from onrecord.loaders.disk import NOTHING, DiskFiles, list_folder
from onrecord.loaders.project import load_project, no_collecting
from onrecord.loaders.site import (
    BuiltSite,
    Configuration,
    load_configuration,
    load_documents,
    shown,
)
from onrecord.mistake import Mistake
from onrecord.model import Project
from onrecord.page import RESERVED
from onrecord.pages import addresses
from onrecord.resolve import resolve

if TYPE_CHECKING:
    from onrecord.fixing import Fixed
    from onrecord.handwritten import Document
    from onrecord.page import Page, Settings
    from onrecord.second_opinion import SecondOpinion
    from onrecord.site import Site


class Prepared(Struct, frozen=True):
    """A project that was checked and whose pages were made: all that a build or a comparison needs."""

    outcome: Verified
    site: Site


class Compared(Struct, frozen=True):
    """What the comparison of a finished site found, and how many pages were compared."""

    prepared: Prepared
    findings: tuple[Finding, ...]
    pages: int


def configure(root: Path, file: Path | None = None) -> Configuration:
    """What the project at ``root`` says of its site. Raises `Mistake` where that cannot be read."""
    if not root.is_dir():
        raise Mistake(f"there is no folder {root}")
    return load_configuration(root, os.environ, file)


def today(environment: Mapping[str, str]) -> str:
    """The date of the build, ISO 8601: that of ``SOURCE_DATE_EPOCH`` where it is set, else today's in UTC."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date().isoformat()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise Mistake("SOURCE_DATE_EPOCH is not a number of seconds") from error


def check_project(root: Path, second: SecondOpinion | None = None) -> Verified | Rejected:
    """Load and check the project at ``root``, the folder that holds ``facts/`` and ``seeds/``.

    Where it has a ``mkdocs.yml``, the hand-written pages are looked at too; no page is made. ``second`` is
    asked for a second opinion of each claim.
    """
    return check_configured(configure(root), second)


def check_configured(
    configuration: Configuration,
    second: SecondOpinion | None = None,
    instead: Mapping[str, bytes | None] = NOTHING,
) -> Verified | Rejected:
    """`check_project` for a project whose configuration was read.

    ``instead`` has contents of files in place of those on the disk, None for a file that is to go.
    """
    with no_collecting():
        outcome = check(resolve(_load(configuration, instead)), second)
    if configuration.file is None:
        return outcome
    from onrecord.site import missing_pages, taken_addresses, wrong_claims

    documents = load_documents(configuration)
    docs = shown(configuration.docs, configuration.root)
    findings = list(missing_pages(configuration.required(), documents, docs))
    explainers = [(e.id, e.at.path) for e in outcome.resolution.project.explainers if not e.draft]
    ours = (*RESERVED, *addresses({*(id for id, _ in explainers), *(each.path for each in documents)}))
    findings.extend(taken_addresses([*((name, "") for name in ours), *explainers], documents))
    if isinstance(outcome, Verified):
        findings.extend(wrong_claims(documents, outcome))
    return with_findings(outcome, findings)


def second_opinion(folder: Path) -> SecondOpinion:
    """The model in ``folder``, to be asked for a second opinion. Raises `Mistake` where there is none."""
    from onrecord.entailment import load

    return load(folder)


def _load(configuration: Configuration, instead: Mapping[str, bytes | None] = NOTHING) -> Project:
    """The project as of now: `SOURCE_DATE_EPOCH` dates a build, and cannot make a source's day be to come."""
    return load_project(configuration.root, configuration.facts, configuration.seeds, today({}), instead)


def with_findings(outcome: Verified | Rejected, more: Iterable[Finding]) -> Verified | Rejected:
    """The outcome with more findings in their order; an error among them rejects it."""
    more = list(more)
    if not more:
        return outcome
    findings = tuple(sorted((*outcome.findings, *more), key=Finding.sort_key))
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    summary = replace(outcome.summary, errors=errors, warnings=len(findings) - errors)
    if not errors:
        return replace(outcome, findings=findings, summary=summary)
    return Rejected(outcome.resolution, findings, summary, outcome.waived)


def findings_about(outcome: Verified | Rejected, paths: Sequence[Path], root: Path) -> tuple[Finding, ...]:
    """The findings about ``paths``, all without any. Raises `Mistake` for a path with nothing to check."""
    if not paths:
        return outcome.findings
    explainers = {explainer.id: explainer.at.path for explainer in outcome.resolution.project.explainers}
    asked = _asked(outcome, paths, root)

    def is_asked(finding: Finding) -> bool:
        places = [finding.location.path, explainers.get(finding.explainer, "")]
        places += [related.location.path for related in finding.related]
        return any(_covers(name, place) for name in asked for place in places if place)

    return tuple(finding for finding in outcome.findings if is_asked(finding))


def _asked(outcome: Verified | Rejected, paths: Sequence[Path], root: Path) -> list[str]:
    """``paths`` as they are called in the project. Raises `Mistake` for a path with nothing to check."""
    project = outcome.resolution.project
    known = {explainer.at.path for explainer in project.explainers}
    known |= {project.facts_directory.path, project.seeds_directory.path}
    known |= {source.at.path for source in project.corpus.sources.values()}
    known |= {source.text.path for source in project.corpus.sources.values() if source.text}
    known |= {finding.location.path for finding in outcome.findings}
    asked = []
    for path in paths:
        plain = Path(os.path.normpath(path))
        name = plain.relative_to(root).as_posix() if plain.is_relative_to(root) else None
        if name is None or not any(_covers(name, one) for one in known):
            raise Mistake(f"there is nothing to check in {path}")
        asked.append(name)
    return asked


def _covers(name: str, path: str) -> bool:
    return name in (".", path) or path.startswith(f"{name}/")


def prepare(configuration: Configuration) -> Prepared | Rejected:
    """Check the project and make every page, in memory; nothing is written."""
    outcome = check_configured(configuration)
    if isinstance(outcome, Rejected):
        return outcome
    site, findings = _render(outcome, configuration)
    if findings:
        rejected = with_findings(outcome, findings)
        assert isinstance(rejected, Rejected)
        return rejected
    return Prepared(outcome, site)


def _render(verified: Verified, configuration: Configuration) -> tuple[Site, list[Finding]]:
    from onrecord.site import taken_addresses, wrong_insertions

    documents = load_documents(configuration)
    made, site = make_site(verified, configuration.settings(today(os.environ)), documents)
    findings = list(taken_addresses([(page.path, page.edit_path) for page in made], documents))
    findings.extend(wrong_insertions(site.documents, site.insertions.keys()))
    return site, findings


def make_site(
    verified: Verified, settings: Settings, documents: tuple[Document, ...]
) -> tuple[list[Page], Site]:
    """Every page, export and head of ``verified``; ``documents`` are the hand-written pages.

    The list has all pages that were made, and so two of one address where there are such.
    """
    from onrecord import exports, pages
    from onrecord.discover import discover
    from onrecord.export import ExportKind
    from onrecord.head_links import links_of
    from onrecord.page import Page, PageKind
    from onrecord.site import Site

    export_kinds = discover(exports, "EXPORT_KIND", ExportKind).values()
    page_kinds = discover(pages, "PAGE_KIND", PageKind).values()
    settings = replace(settings, offers=tuple(offer for kind in export_kinds for offer in kind.offers))
    made = [page for kind in page_kinds for page in kind.pages(verified, settings)]
    insertions = dict(entry for kind in page_kinds for entry in kind.insertions(verified, settings))
    files = {export.path: export for kind in export_kinds for export in kind.exports(verified, settings)}
    written = [Page(document.path, "", "") for document in documents]
    heads = {page.path: links_of(page, settings, files.keys()) for page in (*written, *made)}
    for kind in export_kinds:
        for path, html in kind.heads(verified, settings):
            heads[path] = heads.get(path, "") + html
    return made, Site({page.path: page for page in made}, insertions, documents, settings, files, heads)


def render_project(configuration: Configuration, target: Path) -> int | Rejected:
    """Write every page below ``target`` as a file that any engine can build; how many, or why none."""
    from onrecord.publish import write_markdown

    prepared = prepare(configuration)
    if isinstance(prepared, Rejected):
        return prepared
    return write_markdown(prepared.site, configuration.docs, target)


def verify_site(configuration: Configuration, folder: Path, name: Path | None = None) -> Compared | Rejected:
    """Load, check and render once more, and compare the finished site in ``folder`` with that.

    Findings call the folder ``name`` where that is given.
    """
    from onrecord.verify import differences

    if not folder.is_dir():
        raise Mistake(f"there is no folder {folder}")
    prepared = prepare(configuration)
    if isinstance(prepared, Rejected):
        return prepared
    built = BuiltSite(folder)
    called = shown(name or folder, configuration.root)
    found = differences(prepared.site, built, called)
    return Compared(prepared, tuple(sorted(found, key=Finding.sort_key)), len(built.pages))


def build_site(configuration: Configuration, target: Path, *, strict: bool) -> Compared | Rejected:
    """Check, build with MkDocs beside ``target``, compare, and only then switch the new site in.

    On any failure, and where something differs, ``target`` stays as it was. With ``strict`` a warning of
    MkDocs is a failure. Raises `Mistake` and `EngineFailed`.
    """
    from onrecord.engine import run
    from onrecord.publish import building, switch

    if configuration.file is None:
        raise Mistake(f"there is no mkdocs.yml in {configuration.root}")
    prepared = prepare(configuration)
    if isinstance(prepared, Rejected):
        return prepared
    with building(target) as workplace:
        run(configuration.file, workplace, strict=strict)
        compared = verify_site(configuration, workplace.folder, target)
        if isinstance(compared, Compared) and not compared.findings:
            try:
                switch(workplace.folder, target)
            except OSError as error:
                raise Mistake(f"cannot put the site in {target}: {error.strerror}") from error
        return compared


def fix_configured(
    configuration: Configuration, paths: Sequence[Path] = (), second: SecondOpinion | None = None
) -> Fixed:
    """Make all safe fixes in the files of ``paths``, in any without one, and write what came of them.

    Raises `Mistake` for a path with nothing to check, and where a file cannot be written.
    """
    from onrecord.fixing import fixed
    from onrecord.loaders.writing import rewrite

    root = configuration.root
    outcome = check_configured(configuration, second)
    asked = _asked(outcome, paths, root)
    files = DiskFiles(root, *(list_folder(root, name) for name in (configuration.facts, configuration.seeds)))
    done = fixed(
        outcome,
        files,
        lambda instead: check_configured(configuration, second, instead),
        lambda path: not asked or any(_covers(name, path) for name in asked),
    )
    rewrite(root, {path: (done.originals[path], content) for path, content in done.files.items()})
    return done
