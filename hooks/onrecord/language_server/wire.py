"""Values of the core as the types of the protocol."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from msgspec import Struct

from onrecord.finding import Edit, Finding, Severity
from onrecord.language_server.actions import Action
from onrecord.language_server.completion import Kind, Proposal
from onrecord.language_server.hover import Line, markdown, plain
from onrecord.language_server.keys import filled
from onrecord.language_server.positions import Point, extent, offset
from onrecord.language_server.rules import page_of
from onrecord.printable import printable
from onrecord.text import Location, Span, Text

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
}
_KINDS = {
    Kind.SENTENCE: types.CompletionItemKind.Text,
    Kind.SOURCE: types.CompletionItemKind.File,
    Kind.RULE: types.CompletionItemKind.EnumMember,
    Kind.CLAIM: types.CompletionItemKind.Reference,
    Kind.CHOICE: types.CompletionItemKind.EnumMember,
    Kind.KEY: types.CompletionItemKind.Property,
    Kind.ENTRY: types.CompletionItemKind.Snippet,
}
_NOWHERE = types.Range(types.Position(0, 0), types.Position(0, 0))


def file_of(uri: str) -> Path | None:
    """The file that an address of an editor names; None where it names something else."""
    parts = urlsplit(uri)
    path = unquote(parts.path)
    if parts.scheme != "file" or parts.netloc or not path or "\0" in path:
        return None
    drive = path[1:3]
    return Path(path[1:] if drive[1:] == ":" and drive[0].isalpha() else path)


class Wire(Struct, frozen=True):
    """How one project's values are told to one editor: in its units, as what it can show."""

    root: Path
    encoding: str
    site: str = ""
    has_markdown: bool = False
    has_snippets: bool = False

    def offset(self, text: Text, position: types.Position) -> int:
        """The offset of a place in ``text``."""
        return offset(text, Point(position.line, position.character), self.encoding)

    def span(self, text: Text, range: types.Range) -> Span:
        """A range of ``text`` as a span."""
        return Span(self.offset(text, range.start), self.offset(text, range.end))

    def range(self, location: Location) -> types.Range:
        """Where a location is; the beginning of a file that is meant as a whole."""
        if location.span is None:
            return _NOWHERE
        start, end = extent(location.text, location.span, self.encoding)
        return types.Range(types.Position(*start), types.Position(*end))

    def location(self, location: Location) -> types.Location:
        """A place in a file of the project."""
        return types.Location((self.root / location.path).as_uri(), self.range(location))

    def diagnostic(self, finding: Finding) -> types.Diagnostic:
        """A finding with what it says, what helps, and the places that explain it."""
        said = [finding.message, *(f"{note.label}: {note.text}" for note in finding.notes)]
        if finding.help:
            said.append(f"help: {finding.help}")
        page = page_of(finding.rule, self.site)
        return types.Diagnostic(
            range=self.range(finding.location),
            message="\n".join(map(printable, said)),
            severity=_SEVERITIES[finding.severity],
            code=finding.rule,
            code_description=types.CodeDescription(page) if page else None,
            source="onrecord",
            related_information=[
                types.DiagnosticRelatedInformation(self.location(each.location), printable(each.message))
                for each in finding.related
            ],
        )

    def completion(self, proposals: list[Proposal], text: Text, offset: int) -> types.CompletionList:
        """Proposals in their order; the editor is to ask again at each key, and to sort out none itself."""
        items = [self._item(number, proposal, text, offset) for number, proposal in enumerate(proposals)]
        return types.CompletionList(is_incomplete=True, items=items)

    def _item(self, number: int, proposal: Proposal, text: Text, offset: int) -> types.CompletionItem:
        is_entry = proposal.kind is Kind.ENTRY
        is_snippet = is_entry and self.has_snippets
        written = filled(proposal.written) if is_entry and not is_snippet else proposal.written
        return types.CompletionItem(
            label=proposal.label,
            kind=_KINDS[proposal.kind],
            detail=proposal.detail,
            documentation=self._content(proposal.about) if proposal.about else None,
            sort_text=f"{number:05}",
            filter_text=text.content[proposal.span.start : offset] or None,
            insert_text_format=types.InsertTextFormat.Snippet if is_snippet else None,
            insert_text_mode=types.InsertTextMode.AsIs if "\n" in written else None,
            text_edit=types.TextEdit(self.range(Location(text, proposal.span)), written),
        )

    def hover(self, lines: list[Line], at: Location) -> types.Hover:
        """What is shown over a value or a key."""
        return types.Hover(self._content(lines), self.range(at))

    def _content(self, lines: Iterable[Line]) -> types.MarkupContent:
        kind = types.MarkupKind.Markdown if self.has_markdown else types.MarkupKind.PlainText
        return types.MarkupContent(kind, markdown(lines) if self.has_markdown else plain(lines))

    def edit(self, edit: Edit) -> types.TextEdit:
        """A change of a file."""
        return types.TextEdit(self.range(Location(edit.text, edit.span)), edit.replacement)

    def action(self, action: Action) -> types.CodeAction:
        """A fix as a change of files."""
        changes = {
            (self.root / path).as_uri(): [self.edit(edit) for edit in edits]
            for path, edits in action.edits.items()
        }
        return types.CodeAction(
            title=printable(action.title),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self.diagnostic(action.finding)] if action.finding is not None else None,
            is_preferred=action.safe,
            edit=types.WorkspaceEdit(changes=changes),
        )
