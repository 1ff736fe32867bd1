"""The language server: the protocol's requests, answered by the core. It writes no file."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from traceback import format_exc
from typing import BinaryIO, NamedTuple

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from onrecord import __version__, app
from onrecord.language_server.actions import actions
from onrecord.language_server.bench import Bench
from onrecord.language_server.completion import proposals
from onrecord.language_server.files import path_in, project_of
from onrecord.language_server.formatting import layout_edits
from onrecord.language_server.hover import shown
from onrecord.language_server.keys import explained
from onrecord.language_server.pointing import Pointed, pointed
from onrecord.language_server.wire import Wire, file_of
from onrecord.mistake import Mistake
from onrecord.printable import printable, safe_lines
from onrecord.text import Location, Text

_SHORTEST_WAIT = 0.05
_LONGEST_WAIT = 2.0
_LOG = logging.getLogger(__name__)


class OpenFile(NamedTuple):
    """An open document of a project."""

    bench: Bench
    path: str
    wire: Wire

    @property
    def text(self) -> Text:
        """What is written in it."""
        return self.bench.texts[self.path]

    def pointed(self, position: types.Position) -> Pointed | None:
        """What is written at a place of it."""
        return pointed(self.bench.view(self.path), self.wire.offset(self.text, position))


class Server(LanguageServer):
    """One editor's server. Documents come whole, because others count lines otherwise than we do."""

    def __init__(self) -> None:
        super().__init__("onrecord", __version__, types.TextDocumentSyncKind.Full)
        self.documents: dict[str, OpenFile] = {}
        self._benches: dict[Path, Bench] = {}
        self._pending: asyncio.Task[None] | None = None
        self._wait = _SHORTEST_WAIT

    def open(self, uri: str, content: str) -> None:
        """Take in a document that was opened; one that belongs to no project is passed over."""
        file = file_of(uri)
        root = project_of(file) if file is not None else None
        if file is None or root is None:
            return
        try:
            bench = self._bench(root)
        except Mistake as mistake:
            message = printable(str(mistake))
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))
            return
        path = path_in(bench.configuration.root, file)
        if path is not None and bench.files.holds(path):
            self.documents[uri] = OpenFile(bench, path, self._wire(bench))
            self.change(uri, content)

    def change(self, uri: str, content: str) -> None:
        """Take in what a document has now, and check soon: when nothing was typed for a moment."""
        if uri in self.documents:
            document = self.documents[uri]
            document.bench.put(document.path, content)
            self.check_soon()

    def close(self, uri: str) -> None:
        """Let go of a document; its findings go with it."""
        document = self.documents.pop(uri, None)
        if document is not None:
            document.bench.put(document.path, None)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
            self.check_soon()

    def check_soon(self) -> asyncio.Task[None]:
        """Check all open documents after a moment, as long as the last check took, unless asked again."""
        if self._pending is not None:
            self._pending.cancel()
        self._pending = asyncio.get_running_loop().create_task(self._check())
        return self._pending

    async def _check(self) -> None:
        await asyncio.sleep(self._wait)
        began = perf_counter()
        try:
            for uri, document in list(self.documents.items()):
                self._tell(uri, document)
        except Exception:  # nobody waits for this task: what it raised would be lost
            _LOG.error("a bug in On Record: the check failed\n%s", safe_lines(format_exc()))
            message = "On Record could not check the open files; its log says why"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))
        self._wait = min(max(_SHORTEST_WAIT, perf_counter() - began), _LONGEST_WAIT)

    def _tell(self, uri: str, document: OpenFile) -> None:
        found = document.bench.view(document.path).findings
        open_document = self.workspace.text_documents.get(uri)
        version = open_document.version if open_document is not None else None
        diagnostics = [document.wire.diagnostic(finding) for finding in found]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def _bench(self, root: Path) -> Bench:
        if root not in self._benches:
            self._benches[root] = Bench(app.configure(root))
        return self._benches[root]

    def _wire(self, bench: Bench) -> Wire:
        asked = self.client_capabilities.text_document
        formats = asked.hover.content_format if asked is not None and asked.hover is not None else None
        agreed = self.server_capabilities.position_encoding or types.PositionEncodingKind.Utf16
        encoding = types.PositionEncodingKind(agreed).value
        configuration = bench.configuration
        has_markdown = types.MarkupKind.Markdown in (formats or ())
        completion = asked.completion if asked is not None else None
        item = completion.completion_item if completion is not None else None
        has_snippets = bool(item and item.snippet_support)
        return Wire(configuration.root, encoding, configuration.address, has_markdown, has_snippets)


def made() -> Server:
    """A server with all that it answers."""
    server = Server()
    _follow_documents(server)
    _offer(server)
    _point(server)
    return server


def _follow_documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _opened(_: Server, asked: types.DidOpenTextDocumentParams) -> None:
        server.open(asked.text_document.uri, asked.text_document.text)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(_: Server, asked: types.DidChangeTextDocumentParams) -> None:
        if asked.content_changes:
            server.change(asked.text_document.uri, asked.content_changes[-1].text)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _saved(_: Server, asked: types.DidSaveTextDocumentParams) -> None:
        server.check_soon()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(_: Server, asked: types.DidCloseTextDocumentParams) -> None:
        server.close(asked.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _files_changed(_: Server, asked: types.DidChangeWatchedFilesParams) -> None:
        server.check_soon()


def _offer(server: Server) -> None:
    options = types.CompletionOptions(trigger_characters=[" ", ":", "[", ",", "'", '"'])

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, options)
    def _complete(_: Server, asked: types.CompletionParams) -> types.CompletionList | None:
        document = server.documents.get(asked.text_document.uri)
        if document is None:
            return None
        text, view = document.text, document.bench.last_view(document.path)
        offset = document.wire.offset(text, asked.position)
        return document.wire.completion(proposals(text, offset, view), text, offset)

    fixes = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, fixes)
    def _code_actions(_: Server, asked: types.CodeActionParams) -> list[types.CodeAction] | None:
        document = server.documents.get(asked.text_document.uri)
        if document is None:
            return None
        view, wire = document.bench.view(document.path), document.wire
        return [wire.action(each) for each in actions(view, wire.span(document.text, asked.range))]

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def _lay_out(_: Server, asked: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        document = server.documents.get(asked.text_document.uri)
        if document is None:
            return None
        is_metadata = document.path.startswith(f"{document.bench.configuration.seeds}/")
        edits = layout_edits(document.text, is_metadata=is_metadata)
        return [document.wire.edit(edit) for edit in edits]


def _point(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def _hover(_: Server, asked: types.HoverParams) -> types.Hover | None:
        document = server.documents.get(asked.text_document.uri)
        if document is None:
            return None
        found = document.pointed(asked.position)
        if found is not None:
            return document.wire.hover(shown(found.means), found.scalar.at())
        text, view = document.text, document.bench.last_view(document.path)
        key = explained(text, document.wire.offset(text, asked.position), view)
        return document.wire.hover(key.lines, Location(text, key.span)) if key is not None else None

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def _definition(_: Server, asked: types.DefinitionParams) -> types.Location | None:
        document = server.documents.get(asked.text_document.uri)
        if document is None:
            return None
        found = document.pointed(asked.position)
        return document.wire.location(found.leads_to) if found is not None and found.leads_to else None


def serve(stdin: BinaryIO, stdout: BinaryIO, server: Callable[[], Server] = made) -> None:
    """Answer one editor until it says that it leaves, or is gone."""
    server().start_io(stdin, stdout)
