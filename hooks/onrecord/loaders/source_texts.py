"""The texts of sources and the files they were extracted from, held to their fingerprints."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from onrecord.finding import Note, Related
from onrecord.loaders.cited import cited
from onrecord.loaders.decoding import LARGEST_SOURCE, Fault, decode
from onrecord.model import Claim, Explainer, Problem, Source
from onrecord.text import Location, Text


class SourceTexts:
    """The files of the sources of one project; ``problems`` are those of the files that were looked at.

    ``files`` gives the bytes of a file by its path in the project, or raises OSError; ``explainers`` are
    those that cite the sources in ``folder``.
    """

    def __init__(self, files: Mapping[str, bytes], folder: str, explainers: Iterable[Explainer]) -> None:
        self.problems: list[Problem] = []
        self._files = files
        self._folder = folder
        self._explainers = explainers
        self._claims: dict[str, list[Claim]] | None = None

    def digest(self, name: str) -> str:
        """The SHA-256 of a file of the folder, in lower-case hexadecimal; empty where it cannot be read."""
        try:
            return hashlib.sha256(self._files[f"{self._folder}/{name}"]).hexdigest()
        except OSError:
            return ""  # what nobody names is told as such

    def with_text(self, source: Source) -> Source:
        """The source with its text, or without where that is not what was registered, or no text."""
        path = f"{self._folder}/{source.file}"
        content = self._content(path)
        if isinstance(content, Fault):
            self._refuse_unreadable(source, content)
            return source
        digest = hashlib.sha256(content).hexdigest()
        if digest != source.sha256:
            self._refuse_changed(source, digest)
            return replace(source, digest=digest)
        decoded = _decoded(path, content)
        if isinstance(decoded, Fault):
            self._refuse_unreadable(source, decoded)
            return replace(source, digest=digest)
        return replace(source, digest=digest, text=Text(path, decoded, content))

    def refuse_changed_raw(self, source: Source) -> None:
        """Add a problem where the file that the text was extracted from is another; else it is not read."""
        name, registered = source.raw, source.raw_sha256
        if name is None or registered is None:
            return
        digest = self.digest(name)
        if digest != registered:
            rule = "source-changed" if digest else "source-unreadable"
            message = f"the file {str(name)!r}, which the text was extracted from, is not the one registered"
            help = "put it back; another file is another source" if digest else "see who may read it"
            problem = Problem(rule, message, registered.at(), help, self.claims_on(source))
            self.problems.append(problem)

    def claims_on(self, source: Source) -> tuple[Related, ...]:
        """Each claim that rests on a source, once, as findings name it."""
        if self._claims is None:
            self._claims = {}
            for claim, id in cited(self._explainers):
                claims = self._claims.setdefault(id, [])
                if not claims or claims[-1] is not claim:
                    claims.append(claim)
        return tuple(
            Related(f"the claim {str(claim.id)!r} rests on it", claim.id.at())
            for claim in self._claims.get(source.id, ())
        )

    def _content(self, path: str) -> bytes | Fault:
        """The bytes of a text, or why they are not looked at."""
        try:
            content = self._files[path]
        except OSError as error:
            message, help = f"the text cannot be read: {error.strerror}", "see who may read it"
            return Fault(message, Location(Text(path, "")), help)
        if len(content) > LARGEST_SOURCE:
            message, help = (
                f"the text has more than {LARGEST_SOURCE:,} bytes",
                "divide it into several sources",
            )
            return Fault(message, Location(Text(path, "")), help)
        return content

    def _refuse_unreadable(self, source: Source, fault: Fault) -> None:
        problem = Problem(
            "source-unreadable", fault.message, fault.location, fault.help, self.claims_on(source)
        )
        self.problems.append(problem)

    def _refuse_changed(self, source: Source, digest: str) -> None:
        if source.sha256.start == source.sha256.end:
            return  # told already: there is none, or what is there is no fingerprint
        touched = self.claims_on(source)
        rest = "1 claim rests on it" if len(touched) == 1 else f"{len(touched)} claims rest on it"
        problem = Problem(
            "source-changed",
            f"the text in {str(source.file)!r} is not the one that was registered; {rest}",
            source.sha256.at(),
            help="put the text back; if it has to change, check each claim and write its new fingerprint",
            related=touched,
            notes=(Note("here", str(source.sha256)), Note("file", digest)),
        )
        self.problems.append(problem)


def _decoded(path: str, content: bytes) -> str | Fault:
    """The text, or why it is none."""
    decoded = decode(path, content)
    if isinstance(decoded, str) and (not decoded or decoded.isspace()):
        help = "put the source's text in, or take the source out"
        return Fault("there is nothing in this text", Location(Text(path, "")), help)
    return decoded
