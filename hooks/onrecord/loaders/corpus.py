"""The corpus: each source's metadata brought together with its text, which is held to its fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.finding import Fix, Related
from onrecord.loaders.cited import stand_ins
from onrecord.loaders.edtf import Moment
from onrecord.loaders.metadata import Metadata, load_metadata
from onrecord.loaders.problems import Problems
from onrecord.loaders.source_texts import SourceTexts
from onrecord.loaders.suggest import asked, likeliest
from onrecord.loaders.takedowns import gone_for_good, takedown_problems
from onrecord.mending import instead
from onrecord.model import Explainer, Problem, Source
from onrecord.text import Location, Scalar, Text

METADATA_SUFFIX = ".yml"
_MOST_SUGGESTIONS = 50


class _Wanted(NamedTuple):
    """A file that a source needs: what it is for it, its name, and its digest."""

    source: Source
    noun: str
    name: Scalar
    digest: Scalar


class CorpusLoader:
    """Loads the sources of one project.

    ``files`` gives the bytes of a file by its path in the project, or raises OSError; ``names`` are those of
    the files in ``folder``, and ``refused`` those of what lies there and must not be read. ``explainers`` are
    those that cite the sources.
    """

    def __init__(
        self,
        files: Mapping[str, bytes],
        folder: str,
        names: list[str],
        refused: set[str],
        explainers: list[Explainer],
    ) -> None:
        self.problems: list[Problem] = []
        self._files = files
        self._folder = folder
        self._metadata_names = [name for name in names if name.endswith(METADATA_SUFFIX)]
        self._text_names = {name for name in names if not name.endswith(METADATA_SUFFIX)}
        self._refused = refused
        self._explainers = explainers
        self._texts = SourceTexts(files, folder, explainers)
        self._doubtful: set[str] = set()
        self._is_complete = not refused and bool(names)

    def load(self, last_day: Moment | None) -> dict[str, Source]:
        """Every source by id; nothing that is dated later than ``last_day`` is believed.

        Where some could not be read, what the explainers cite and is not there is stood in for by a source
        without a text: it may be one of those, and the fault is told already.
        """
        read = [self._read_metadata(name, last_day) for name in self._metadata_names]
        sources = self._by_id(read)
        unlisted = self._text_names - self._named(read).keys() - {entry.raw for entry in read if entry.raw}
        gone = gone_for_good(sources.values())
        wanted = (one for source in sources.values() for one in self._missing(source))
        missing = [one for one in wanted if str(one.digest) not in gone]
        self._refuse_missing(missing, unlisted)
        self._refuse_copies(sources)
        self.problems += takedown_problems(
            sources, self._folder, self._text_names, unlisted, self._texts.digest
        )
        if all(metadata.names_all for metadata in read):
            self._refuse_unlisted(unlisted)
        for id, source in sources.items():
            self._refuse_unknown_origins(source, sources)
            if source.taken_down is not None:
                continue
            if source.file in self._text_names and id not in self._doubtful:
                sources[id] = self._texts.with_text(source)
            if source.raw in self._text_names:
                self._texts.refuse_changed_raw(source)
        self.problems += self._texts.problems
        if self._is_complete and not unlisted:
            return sources
        return {**stand_ins(self._explainers), **sources}

    def _add(
        self,
        rule: str,
        message: str,
        location: Location,
        help: str,
        *related: Related,
        fix: Fix | None = None,
    ) -> None:
        self.problems.append(Problem(rule, message, location, help=help, related=related, fix=fix))

    def _read_metadata(self, name: str, last_day: Moment | None) -> Metadata:
        path, problems = f"{self._folder}/{name}", Problems()
        try:
            metadata = load_metadata(path, self._files[path], problems, last_day)
        except OSError as error:
            message, location = f"the file cannot be read: {error.strerror}", Location(Text(path, ""))
            problems.add("unreadable-file", message, location, help="see who may read it")
            metadata = Metadata(path, None, None)
        self.problems += problems.told()
        self._is_complete &= metadata.source is not None
        return metadata

    def _by_id(self, read: Iterable[Metadata]) -> dict[str, Source]:
        """The first source of each id; a second one is a problem, and then neither has a text."""
        sources: dict[str, Source] = {}
        for source in (metadata.source for metadata in read if metadata.source is not None):
            first = sources.setdefault(source.id, source)
            if first is not source:
                related = Related("the first one", first.id.at())
                message = f"there is another source {str(source.id)!r}"
                self._add("duplicate-id", message, source.id.at(), "give one of the two another id", related)
                self._doubtful.add(source.id)
        return sources

    def _named(self, read: Iterable[Metadata]) -> dict[str, Scalar]:
        """The texts that metadata name, with the first place; one that is named again is a problem."""
        named: dict[str, Scalar] = {}
        for file in (metadata.file for metadata in read if metadata.file is not None):
            first = named.setdefault(file, file)
            if first is not file:
                related = Related("the first one", first.at())
                help = "keep one of the two; a text counts as one source"
                message = f"the text {str(file)!r} has two metadata files"
                self._add("duplicate-source", message, file.at(), help, related)
        return named

    def _refuse_copies(self, sources: Mapping[str, Source]) -> None:
        """Add a problem for each source whose text is, byte for byte, that of another file's source."""
        first: dict[str, Source] = {}
        for source in sources.values():
            other = first.setdefault(str(source.sha256), source)
            if other is source or not source.sha256 or other.file == source.file:
                continue
            if other.taken_down is None and source.taken_down is None:
                related = Related("the first one", other.sha256.at())
                message = f"the text of {str(source.id)!r} is that of {str(other.id)!r}, byte for byte"
                help = "keep one of the two and quote from that; a text counts as one source"
                self._add("duplicate-source", message, source.sha256.at(), help, related)

    def _missing(self, source: Source) -> Iterator[_Wanted]:
        """What a source names and is not there: its text, and the file that this was extracted from."""
        if source.taken_down is not None:
            return
        wanted = [_Wanted(source, "text", source.file, source.sha256)]
        if source.raw and source.raw_sha256:
            wanted.append(_Wanted(source, "file", source.raw, source.raw_sha256))
        for one in wanted:
            if one.name != "" and one.name not in self._text_names and one.name not in self._refused:
                yield one

    def _refuse_missing(self, missing: list[_Wanted], unlisted: set[str]) -> None:
        """Add a problem for each missing file; one that was renamed is taken out of ``unlisted``."""
        by_digest = {self._texts.digest(name): name for name in unlisted} if missing else {}
        texts = self._text_names if len(missing) <= _MOST_SUGGESTIONS else set()
        for source, noun, name, digest in missing:
            renamed, meant = by_digest.get(digest), ""
            if renamed is not None:
                unlisted.discard(renamed)
                meant = renamed
                help = f"its {noun} lies in {renamed!r}: give it its old name, or write the new one here"
            elif name.endswith(METADATA_SUFFIX):
                help = f"name the file that holds the {noun}, not its metadata"
            else:
                meant = likeliest(name, texts if noun == "text" else unlisted)
                help = asked(meant) or f"put the {noun} back, exactly as it was"
            message = f"there is no {noun} {str(name)!r} in {self._folder}/"
            fix = instead(name, meant) if meant else None
            self._add("source-missing", message, name.at(), help, *self._texts.claims_on(source), fix=fix)

    def _refuse_unlisted(self, names: Iterable[str]) -> None:
        for name in sorted(names):
            location = Location(Text(f"{self._folder}/{name}", ""))
            metadata = f"{name.rpartition('.')[0] or name}{METADATA_SUFFIX}"
            help = f"write {metadata} with its id, file, sha256 and title, or take the text out"
            self._add("source-unlisted", "no metadata file names this text", location, help)

    def _refuse_unknown_origins(self, source: Source, sources: Mapping[str, Source]) -> None:
        for origin in source.derived_from:
            if origin == source.id:
                message, help = "a source cannot repeat itself", "name the source that it repeats"
                meant = ""
            elif origin not in sources and self._is_complete:
                message = f"there is no source {str(origin)!r}"
                meant = likeliest(origin, (id for id in sources if id != source.id))
                help = asked(meant) or "add that source, or say in 'note' what it repeats"
            else:
                continue
            fix = instead(origin, meant) if meant else None
            self._add("derived-from-unknown-source", message, origin.at(), help, fix=fix)
