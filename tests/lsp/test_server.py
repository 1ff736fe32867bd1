"""The language server, driven by a client over its standard streams."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from gate.example import FACTS, change, content_of, write
from gate.running import environment
from lsp.client import LONGEST, PROGRAM, Editor, applied, editing, place
from onrecord import app
from onrecord.cli import main
from onrecord.language_server.bench import Bench
from onrecord.language_server.server import OpenFile, made
from onrecord.language_server.wire import Wire

DAM = "facts/dam.yml"
NEW = FACTS + "  - id: new\n    text: The keeper lives beside the gate.\n    evidence:\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "project")


def run(talk: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(talk, 3 * LONGEST))


def document(uri: str) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(uri)


async def completed(
    editor: Editor, uri: str, content: str, after: str, unique: str = ""
) -> list[types.CompletionItem]:
    """What is offered right behind ``after``; ``unique`` begins with it and stands in the content once."""
    at = place(content, unique or after)
    at.character += len(after)
    answer = await editor.text_document_completion_async(types.CompletionParams(document(uri), at))
    assert isinstance(answer, types.CompletionList)
    return list(answer.items)


def test_what_is_typed_is_checked_and_nothing_is_written(root: Path) -> None:
    before = content_of(root)

    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM)
            assert await editor.findings(uri) == []
            wrong = FACTS.replace("quote: The committee visited", "quote: The committee inspected")
            editor.change(uri, wrong)
            (finding,) = await editor.findings(uri)
            assert finding.severity == types.DiagnosticSeverity.Error
            assert str(finding.code).startswith("quotation-")
            assert finding.source == "onrecord"
            assert finding.range.start.line == place(wrong, "quote: The committee inspected").line
            assert finding.related_information
            assert {each.location.uri for each in finding.related_information} == {
                (root / "seeds/report.txt").as_uri()
            }
            editor.change(uri, FACTS)
            assert await editor.findings(uri) == []

    run(talk())
    assert content_of(root) == before


def test_only_the_last_of_many_changes_has_to_be_right(root: Path) -> None:
    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM)
            for length in range(1, 40):
                editor.change(uri, FACTS[: -len(FACTS) // length])
            editor.change(uri, FACTS)
            assert await editor.findings(uri) == []

    run(talk())


def test_what_is_on_the_disk_is_read_again(root: Path) -> None:
    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM)
            assert await editor.findings(uri) == []
            change(root / "seeds/report.txt", "3 May", "4 May")
            editor.text_document_did_save(types.DidSaveTextDocumentParams(document(uri)))
            assert "source-missing" not in {each.code for each in await editor.findings(uri)}
            metadata = editor.open(root / "seeds/report.yml")
            assert [each.code for each in await editor.findings(metadata)] == ["source-changed"]

    run(talk())


def test_the_address_of_a_rule_is_told_where_the_site_has_one(root: Path) -> None:
    change(root / "mkdocs.yml", "site_name: Dams\n", "site_name: Dams\nsite_url: https://dams.example/x/\n")

    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM, FACTS.replace("[visited]", "[visitet]"))
            (finding,) = await editor.findings(uri)
            assert finding.code_description is not None
            assert finding.code_description.href == f"https://dams.example/x/rules/{finding.code}/"

    run(talk())


def test_a_sentence_of_the_source_is_completed(root: Path) -> None:
    typed = NEW + "      - quote: keeper county\n"

    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM, typed)
            assert await editor.findings(uri)
            (item,) = await completed(editor, uri, typed, "quote: keeper county")
            assert item.label.startswith("It was built for $7 billion")
            assert isinstance(item.text_edit, types.TextEdit)
            editor.change(uri, applied(typed, [item.text_edit]))
            assert not [f for f in await editor.findings(uri) if str(f.code).startswith("quotation-not")]

    run(talk())


def test_names_are_completed(root: Path) -> None:
    typed = NEW + (
        "      - quote: The gate was opened\n        source: repo\n"
        "    depends_on: [visi]\n    waivers:\n      - {rule: name-not, reason: none}\n"
    )

    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM, typed)
            for after, labels in (
                ("source: repo\n", ["report"]),
                ("depends_on: [visi", ["visited"]),
                ("rule: name-not", ["name-not-in-evidence"]),
                ("reason: n", []),
            ):
                items = await completed(editor, uri, typed, after.rstrip("\n"), after)
                assert [item.label for item in items] == labels

    run(talk())


@pytest.mark.parametrize("snippets", [True, False])
def test_keys_and_entries_are_completed(root: Path, snippets: bool) -> None:
    typed = NEW + "      - \n"

    async def talk() -> None:
        async with editing(root, hovers=[types.MarkupKind.Markdown], snippets=snippets) as editor:
            uri = editor.open(root / DAM, typed)
            offered = await completed(editor, uri, typed, "      - ", "      - \n")
            items = {item.label: item for item in offered}
            quote, entry = items["quote"], items["quotation from another source"]
            assert (quote.kind, entry.kind) == (
                types.CompletionItemKind.Property,
                types.CompletionItemKind.Snippet,
            )
            assert isinstance(quote.documentation, types.MarkupContent)
            assert quote.documentation.value.startswith("The source\\'s own words\\. Required\\.")
            assert "`quote: The committee found that the dam was safe.`" in quote.documentation.value
            assert isinstance(entry.text_edit, types.TextEdit)
            assert entry.insert_text_mode == types.InsertTextMode.AsIs
            if snippets:
                assert entry.insert_text_format == types.InsertTextFormat.Snippet
                assert entry.text_edit.new_text.startswith("source: ${1:its-id}\n        quote: ${2:")
            else:
                assert entry.insert_text_format is None
                assert entry.text_edit.new_text.startswith("source: its-id\n        quote: The words")
            made = applied(typed, [entry.text_edit])
            assert made.endswith("    evidence:\n      - source: " + entry.text_edit.new_text[8:] + "\n")

    run(talk())


def test_a_document_is_laid_out(root: Path) -> None:
    title = "title: What does the report say of the dam?\n"
    mixed = FACTS.replace(title, "").replace("[visited]\n", f"[visited]  \n\n\n{title}").rstrip("\n")

    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM, mixed)
            asked = types.DocumentFormattingParams(document(uri), types.FormattingOptions(2, True))
            edits = await editor.text_document_formatting_async(asked)
            assert edits
            assert applied(mixed, list(edits)) == FACTS
            assert max(edit.range.end.line for edit in edits) >= FACTS.count("\n") - 1
            editor.change(uri, FACTS)
            assert not await editor.text_document_formatting_async(asked)
            editor.change(uri, "title: [\n")
            assert not await editor.text_document_formatting_async(asked)
            uri = editor.open(root / "seeds/report.yml", "title: T\nid: report\n")
            asked = types.DocumentFormattingParams(document(uri), types.FormattingOptions(2, True))
            (moved,) = await editor.text_document_formatting_async(asked) or []
            assert moved.range.start.line == 0

    run(talk())


def test_hover_over_a_key_explains_it(root: Path) -> None:
    async def talk() -> None:
        async with editing(root, hovers=[types.MarkupKind.Markdown]) as editor:
            uri = editor.open(root / DAM)
            at = place(FACTS, "evidence:\n      - quote: It was")
            hover = await editor.text_document_hover_async(types.HoverParams(document(uri), at))
            assert hover is not None
            assert isinstance(hover.contents, types.MarkupContent)
            assert hover.contents.value.startswith("The passages it rests on")
            assert hover.range == types.Range(at, types.Position(at.line, at.character + len("evidence")))

    run(talk())


def test_hover_and_definition_lead_into_the_source(root: Path) -> None:
    async def talk() -> None:
        async with editing(root, hovers=[types.MarkupKind.Markdown, types.MarkupKind.PlainText]) as editor:
            uri = editor.open(root / DAM)
            at = place(FACTS, "the hills.\n        source")
            hover = await editor.text_document_hover_async(types.HoverParams(document(uri), at))
            assert hover is not None
            assert isinstance(hover.contents, types.MarkupContent)
            assert hover.contents.kind == types.MarkupKind.Markdown
            assert "line 7" in hover.contents.value
            assert "**The gate was opened twice" in hover.contents.value
            found = await editor.text_document_definition_async(types.DefinitionParams(document(uri), at))
            assert isinstance(found, types.Location)
            assert found.uri == (root / "seeds/report.txt").as_uri()
            assert found.range.start == types.Position(6, 0)
            at = place(FACTS, "visited]")
            found = await editor.text_document_definition_async(types.DefinitionParams(document(uri), at))
            assert isinstance(found, types.Location)
            assert (found.uri, found.range.start) == (uri, place(FACTS, "visited\n"))
            at = place(FACTS, "report\nanswer")
            found = await editor.text_document_definition_async(types.DefinitionParams(document(uri), at))
            assert isinstance(found, types.Location)
            assert found.uri == (root / "seeds/report.yml").as_uri()
            nothing = types.Position(6, 0)
            assert await editor.text_document_hover_async(types.HoverParams(document(uri), nothing)) is None

    run(talk())


def test_fixes_are_offered_and_mend_what_they_are_offered_for(root: Path) -> None:
    typed = FACTS.replace("id: cost", "id: cost\u200b")

    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM, typed)
            findings = await editor.findings(uri)
            asked = [each for each in findings if each.code == "invisible-character"]
            assert asked
            actions = await editor.text_document_code_action_async(
                types.CodeActionParams(document(uri), asked[0].range, types.CodeActionContext(asked))
            )
            assert actions
            every = [each for each in actions if isinstance(each, types.CodeAction)]
            (action,) = [each for each in every if each.is_preferred]
            assert action.kind == types.CodeActionKind.QuickFix
            assert action.edit is not None
            assert action.edit.changes is not None
            editor.change(uri, applied(typed, list(action.edit.changes[uri])))
            assert await editor.findings(uri) == []

    run(talk())


@pytest.mark.parametrize(
    ("right", "wrong", "rule", "title"),
    [
        ("quote: The committee visited", "quote: The committee inspected", "quotation-altered",
         "write 'visited' instead of 'inspected'"),
        ("answer: [visited]", "answer: [visitde]", "unknown-claim", "write 'visited' instead of 'visitde'"),
        ("    evidence:", "    evidense:", "unknown-key", "write 'evidence' instead of 'evidense'"),
    ],
)  # fmt: skip
def test_what_changes_words_is_offered_and_not_preferred(
    root: Path, right: str, wrong: str, rule: str, title: str
) -> None:
    typed = FACTS.replace(right, wrong, 1)
    assert typed != FACTS

    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM, typed)
            asked = [each for each in await editor.findings(uri) if each.code == rule]
            actions = await editor.text_document_code_action_async(
                types.CodeActionParams(document(uri), asked[0].range, types.CodeActionContext(asked))
            )
            every = [each for each in actions or [] if isinstance(each, types.CodeAction)]
            (action,) = [each for each in every if each.title == title]
            assert action.kind == types.CodeActionKind.QuickFix
            assert not action.is_preferred
            assert action.diagnostics
            assert action.diagnostics[0].code == rule
            assert action.edit is not None
            assert action.edit.changes is not None
            assert applied(typed, list(action.edit.changes[uri])) == FACTS

    run(talk())


@pytest.mark.parametrize(("encoding", "column"), [(None, 2), ("utf-16", 2), ("utf-8", 4), ("utf-32", 1)])
def test_columns_are_counted_in_the_units_agreed_on(root: Path, encoding: str | None, column: int) -> None:
    """The answer names an unknown claim behind a character that takes one, two or four units."""
    typed = FACTS.replace("answer: [visited]", "answer: ['\U0001f4dc', visited]")

    async def talk() -> None:
        async with editing(root, encodings=[encoding] if encoding else None) as editor:
            uri = editor.open(root / DAM, typed)
            finding = (await editor.findings(uri))[0]
            assert finding.range.start.character == len("answer: [")
            assert finding.range.end.character == len("answer: [") + len("''") + column
            after = types.Position(finding.range.end.line, finding.range.end.character + len(", vis"))
            found = await editor.text_document_definition_async(types.DefinitionParams(document(uri), after))
            assert isinstance(found, types.Location)
            assert found.range.start == place(typed, "visited\n")
            assert finding.range.end.character < after.character

    run(talk())


def test_what_belongs_to_no_project_is_passed_over(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yml").write_text("a: b\n", "utf-8")
    (root / "docs" / "notes.yml").write_text("a: b\n", "utf-8")

    async def talk() -> None:
        async with editing(root) as editor:
            for other in (tmp_path / "elsewhere.yml", root / "docs" / "notes.yml"):
                uri = editor.open(other)
                asked = types.HoverParams(document(uri), types.Position(0, 0))
                assert await editor.text_document_hover_async(asked) is None
            untitled = types.TextDocumentItem("untitled:Untitled-1", "yaml", 1, "title: x\n")
            editor.text_document_did_open(types.DidOpenTextDocumentParams(untitled))
            uri = editor.open(root / DAM)
            assert await editor.findings(uri) == []
            assert editor.told.empty()
            assert editor.messages == []

    run(talk())


def test_settings_that_cannot_be_read_are_told(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: [", "utf-8")

    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM)
            asked = types.HoverParams(document(uri), types.Position(0, 0))
            assert await editor.text_document_hover_async(asked) is None
            assert len(editor.messages) == 1
            assert "mkdocs.yml" in editor.messages[0]

    run(talk())


def test_a_closed_document_has_no_findings(root: Path) -> None:
    async def talk() -> None:
        async with editing(root) as editor:
            uri = editor.open(root / DAM, "title: x\n")
            assert await editor.findings(uri)
            editor.text_document_did_close(types.DidCloseTextDocumentParams(document(uri)))
            told = await asyncio.wait_for(editor.told.get(), LONGEST)
            assert (told.uri, list(told.diagnostics)) == (uri, [])

    run(talk())


def test_the_server_leaves_when_it_is_told_to(root: Path) -> None:
    left: list[int | None] = []

    async def talk() -> None:
        async with editing(root) as editor:
            await editor.findings(editor.open(root / DAM))
        left.append(editor.process.returncode)

    run(talk())
    assert left == [0]


def test_the_server_leaves_when_its_editor_is_gone(root: Path) -> None:
    gone = subprocess.run(
        [PROGRAM, "lsp", "--stdio"],
        cwd=root,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=LONGEST,
        check=False,
    )
    assert (gone.returncode, gone.stdout) == (0, b"")


def test_without_the_protocol_one_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("onrecord.language_server.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    monkeypatch.setitem(sys.modules, "pygls", None)
    assert main(["lsp"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "pip install 'onrecord[lsp]'" in said.err


def test_no_other_folder_can_be_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(root), "lsp"]) == 2
    assert "leave -C out" in capsys.readouterr().err


def test_a_bug_of_ours_is_told_and_not_lost(
    root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    server, told = made(), list[str]()
    document = OpenFile(Bench(app.configure(root)), DAM, Wire(root, "utf-16"))
    server.documents["file:///facts/dam.yml"] = document
    monkeypatch.setattr(server, "window_show_message", lambda shown: told.append(shown.message))

    def view(path: str) -> None:
        raise RuntimeError("a \x1b[31m bug")

    monkeypatch.setattr(document.bench, "view", view)

    async def talk() -> None:
        await server.check_soon()

    run(talk())
    assert told == ["On Record could not check the open files; its log says why"]
    assert r"a \x1b[31m bug" in caplog.text
    assert "\x1b" not in caplog.text
