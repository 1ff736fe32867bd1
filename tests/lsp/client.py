"""An editor's side of the protocol: the real server as a process, spoken to over its standard streams."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from gate.running import environment

PROGRAM = Path(sys.executable).with_name("onrecord")
LONGEST = 60
"""Seconds after which an answer is given up; one takes a fraction of a second."""


class Editor(LanguageClient):
    """A client that keeps what it is told."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: list[str] = []
        self.versions: dict[str, int] = {}

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _told(found: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(found)

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def _message(shown: types.ShowMessageParams) -> None:
            self.messages.append(shown.message)

    @property
    def process(self) -> asyncio.subprocess.Process:
        assert self._server is not None
        return self._server

    def open(self, file: Path, content: str | None = None) -> str:
        uri = file.as_uri()
        content = file.read_text("utf-8") if content is None else content
        self.versions[uri] = 1
        document = types.TextDocumentItem(uri, "yaml", 1, content)
        self.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return uri

    def change(self, uri: str, content: str) -> None:
        self.versions[uri] += 1
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[uri], uri),
                [types.TextDocumentContentChangeWholeDocument(content)],
            )
        )

    async def findings(self, uri: str) -> list[types.Diagnostic]:
        """What is told of the newest version of a document."""
        while True:
            found = await asyncio.wait_for(self.told.get(), LONGEST)
            if found.uri == uri and found.version == self.versions[uri]:
                return list(found.diagnostics)


@asynccontextmanager
async def editing(
    root: Path,
    encodings: list[str] | None = None,
    hovers: list[types.MarkupKind] | None = None,
    snippets: bool | None = None,
) -> AsyncIterator[Editor]:
    """An editor with the server running, which is told to leave at the end, and then is gone."""
    editor = Editor()
    await editor.start_io(str(PROGRAM), "lsp", cwd=root, env=environment())
    asked = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=encodings),
        text_document=types.TextDocumentClientCapabilities(
            hover=types.HoverClientCapabilities(content_format=hovers),
            completion=types.CompletionClientCapabilities(
                completion_item=types.ClientCompletionItemOptions(snippet_support=snippets)
            ),
        ),
    )
    await editor.initialize_async(types.InitializeParams(asked, root_uri=root.as_uri()))
    editor.initialized(types.InitializedParams())
    try:
        yield editor
        await editor.shutdown_async(None)
    finally:
        editor.exit(None)
        await asyncio.wait_for(editor.process.wait(), LONGEST)
        await editor.stop()


def place(content: str, words: str) -> types.Position:
    """Where ``words``, which stand in ``content`` once, begin; both without astral characters before."""
    assert content.count(words) == 1, f"{words!r} stands {content.count(words)} times"
    before = content[: content.index(words)]
    return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)


def applied(content: str, edits: list[types.TextEdit]) -> str:
    """``content`` with ``edits`` made; for texts without astral characters."""
    lines = content.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]

    def begins(edit: types.TextEdit) -> tuple[int, int]:
        return edit.range.start.line, edit.range.start.character

    for edit in sorted(edits, key=begins, reverse=True):
        start = starts[edit.range.start.line] + edit.range.start.character
        end = starts[edit.range.end.line] + edit.range.end.character
        content = content[:start] + edit.new_text + content[end:]
    return content
