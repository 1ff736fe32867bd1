"""What the page about the language server says can be pasted."""

from __future__ import annotations

import json
import re
import tomllib

from onrecord.commands.lsp import COMMAND
from source_tree import ROOT

PAGE = (ROOT / "docs" / "editor-server.md").read_text("utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


def test_the_settings_of_editors_can_be_read() -> None:
    package = json.loads(block("json"))
    assert f"{package['name']}-{package['version']}.vsix" in block("console")
    assert f"./{package['main'].removeprefix('./')}" == "./client.js"
    settings = tomllib.loads(block("toml"))
    server = settings["language-server"]["onrecord"]
    assert [server["command"], *server["args"]] == ["onrecord", "lsp"]


def test_every_editor_starts_the_command() -> None:
    assert COMMAND.what
    assert 'command: "onrecord", args: ["lsp"]' in block("js")
    assert 'cmd = { "onrecord", "lsp" }' in block("lua")
