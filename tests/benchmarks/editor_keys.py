"""Every key of our files, asked of the YAML language server that Visual Studio Code and others run.

For each key at its place, in a file that names its schema on its first line, the server must offer the key
and explain it. It needs Node.js:

    npm install --prefix DIR yaml-language-server
    python tests/benchmarks/editor_keys.py DIR/node_modules/yaml-language-server/bin/yaml-language-server
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from onrecord.editor.schema import KEYS, schema
from onrecord.loaders.facts import EXPLAINER
from onrecord.loaders.metadata import METADATA
from onrecord.loaders.shapes import is_list, shapes_below
from onrecord.loaders.walk import Shape

LONGEST = 60
"""Seconds after which an answer is given up."""


class Place(NamedTuple):
    """Where a mapping of a shape stands: the lines above it, and how its first key begins."""

    schema: str
    shape: Shape
    lines: str
    lead: str


def places(
    name: str, root: Shape, shape: Shape, above: tuple[str, ...] = (), lines: str = "", lead: str = ""
) -> Iterator[Place]:
    """Every place that a key can have, the outermost first."""
    yield Place(name, shape, lines, lead)
    for key, field in shape.fields.items():
        way = (*above, key)
        dash = "- " if is_list((root,), way) else ""
        for below in shapes_below(field.read):
            yield from places(name, root, below, way, f"{lines}{lead}{key}:\n", f"{' ' * len(lead)}  {dash}")


class Editor(LanguageClient):
    """An editor that has no settings of its own."""

    def __init__(self) -> None:
        super().__init__("editor", "1")

        @self.feature(types.WORKSPACE_CONFIGURATION)
        def _settings(asked: types.ConfigurationParams) -> list[Any]:
            yaml = {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}}
            return [yaml if item.section == "yaml" else {} for item in asked.items]

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _told(_: types.PublishDiagnosticsParams) -> None:
            """What is wrong with a file of one key is not asked."""


async def asked(editor: Editor, folder: Path, number: int, place: Place, key: str) -> tuple[bool, bool]:
    """Whether the server offers ``key`` at ``place``, and whether it explains it there."""
    folder_name = {"facts": "facts", "source": "seeds"}[place.schema]
    uri = (folder / folder_name / f"file-{number}.yml").as_uri()
    line = f"# yaml-language-server: $schema=../.vscode/{place.schema}.schema.json\n"
    content = f"{line}{place.lines}{place.lead}"
    at = types.Position(content.count("\n"), len(place.lead))
    document = types.TextDocumentItem(uri, "yaml", 1, content)
    editor.text_document_did_open(types.DidOpenTextDocumentParams(document))
    name = types.TextDocumentIdentifier(uri)
    told = await editor.text_document_completion_async(types.CompletionParams(name, at))
    items = told.items if isinstance(told, types.CompletionList) else told or []
    says = KEYS[place.shape.noun][key].says
    is_offered = any(item.label == key and _holds(item.documentation, says) for item in items)
    change = types.TextDocumentContentChangeWholeDocument(f"{content}{key}: x\n")
    versioned = types.VersionedTextDocumentIdentifier(2, uri)
    editor.text_document_did_change(types.DidChangeTextDocumentParams(versioned, [change]))
    over = types.Position(at.line, at.character + 1)
    hover = await editor.text_document_hover_async(types.HoverParams(name, over))
    return is_offered, hover is not None and _holds(hover.contents, says)


def _holds(told: object, says: str) -> bool:
    """Whether what an editor shows holds a sentence; servers write the same Markdown in several ways."""
    shown = getattr(told, "value", told)
    return _letters(says) in _letters(str(shown))


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))


async def measure(server: str) -> int:
    """Ask about every key, print what is missing and the figures, and return how many are missing."""
    every = [*places("facts", EXPLAINER, EXPLAINER), *places("source", METADATA, METADATA)]
    wanted = [(place, key) for place in every for key in KEYS[place.shape.noun]]
    offered = explained = 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / ".vscode").mkdir()
        for name in ("facts", "source"):
            (folder / ".vscode" / f"{name}.schema.json").write_bytes(schema(name))
        editor = Editor()
        await editor.start_io("node", server, "--stdio")
        capabilities = types.ClientCapabilities(
            workspace=types.WorkspaceClientCapabilities(configuration=True),
            text_document=types.TextDocumentClientCapabilities(
                completion=types.CompletionClientCapabilities(
                    completion_item=types.ClientCompletionItemOptions(
                        snippet_support=True, documentation_format=[types.MarkupKind.Markdown]
                    )
                ),
                hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
            ),
        )
        await editor.initialize_async(types.InitializeParams(capabilities, root_uri=folder.as_uri()))
        editor.initialized(types.InitializedParams())
        for number, (place, key) in enumerate(wanted):
            answer = await asyncio.wait_for(asked(editor, folder, number, place, key), LONGEST)
            offered += answer[0]
            explained += answer[1]
            if not all(answer):
                print(f"{place.shape.noun}: {key}: offered {answer[0]}, explained {answer[1]}")
        await editor.shutdown_async(None)
        editor.exit(None)
        await editor.stop()
    print(f"keys offered {offered} of {len(wanted)}, explained {explained} of {len(wanted)}")
    return 2 * len(wanted) - offered - explained


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(1 if asyncio.run(measure(sys.argv[1])) else 0)
