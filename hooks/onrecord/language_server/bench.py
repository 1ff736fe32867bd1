"""One project while its files are being written: checked again when anything changed."""

from __future__ import annotations

from msgspec import Struct

from onrecord.app import today
from onrecord.check import Rejected, Verified, check
from onrecord.finding import Finding
from onrecord.language_server.files import ProjectFiles
from onrecord.loaders.project import load_listed, no_collecting
from onrecord.loaders.site import Configuration
from onrecord.model import Explainer, Source
from onrecord.resolve import Resolution, resolve
from onrecord.text import Text


class View(Struct, frozen=True):
    """One file of a project that was checked: what an editor asks about."""

    path: str
    resolution: Resolution
    findings: tuple[Finding, ...]

    @property
    def sources(self) -> dict[str, Source]:
        """The sources of the project by id."""
        return self.resolution.project.corpus.sources

    @property
    def explainer(self) -> Explainer | None:
        """The explainer in the file, where it is a fact file that can be read."""
        found = (each for each in self.resolution.project.explainers if each.at.path == self.path)
        return next(found, None)


class Bench:
    """A project with its open documents. Nothing is written."""

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.files = ProjectFiles(configuration.root, configuration.facts, configuration.seeds)
        self.texts: dict[str, Text] = {}
        self._outcome: Verified | Rejected | None = None

    def put(self, path: str, content: str | None) -> None:
        """Let ``content`` be what is written in the open document at ``path``; None where it was closed."""
        if content is None:
            self.texts.pop(path, None)
            self.files.put(path, None)
        else:
            self.texts[path] = Text(path, content)
            self.files.put(path, content.encode("utf-8", "surrogatepass"))

    def view(self, path: str) -> View:
        """The file at ``path`` as of now: the project is checked where anything in it has changed."""
        if self.files.look() or self._outcome is None:
            with no_collecting():
                project = load_listed(self.files, *self.files.folders, today({}))
                self._outcome = check(resolve(project))
        return self._seen(path, self._outcome)

    def last_view(self, path: str) -> View:
        """The file at ``path`` as of the last check, where there was one: sources seldom change."""
        return self.view(path) if self._outcome is None else self._seen(path, self._outcome)

    def _seen(self, path: str, outcome: Verified | Rejected) -> View:
        findings = tuple(finding for finding in outcome.findings if finding.location.path == path)
        return View(path, outcome.resolution, findings)
