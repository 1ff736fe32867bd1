"""Firefox as a person has it, driven through its own remote protocol (Marionette), with nothing to download.

A message is ``length:[type, id, name or error, content]``; the commands are those of W3C WebDriver.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

PROGRAMS = ("firefox-esr", "firefox")
QUIET = {
    "marionette.port": 0,
    "app.update.auto": False,
    "app.normandy.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "datareporting.healthreport.uploadEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
PATIENCE = 60
"""Seconds until Firefox must listen, and until it must answer."""
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_COMPLAINTS = """
return Services.console.getMessageArray()
  .filter(m => m instanceof Ci.nsIScriptError && m.sourceName.startsWith(arguments[0]))
  .filter(m => !(m.flags & Ci.nsIScriptError.warningFlag) || /CSP/.test(m.category))
  .map(m => `${m.category}: ${m.errorMessage}`);
"""


def program() -> str | None:
    """The path of Firefox, None where there is none."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


class Firefox:
    """A window of Firefox, without a screen; ``script`` tells whether pages may run scripts."""

    def __init__(self, *, script: bool = True) -> None:
        found = program()
        assert found is not None
        self._profile = tempfile.TemporaryDirectory(prefix="onrecord-firefox-")
        settings = {**QUIET, "javascript.enabled": script}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items()]
        Path(self._profile.name, "user.js").write_text("".join(lines), "utf-8")
        arguments = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
        self._process = subprocess.Popen(
            [found, *arguments, "--profile", self._profile.name],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._socket = socket.create_connection(("127.0.0.1", self._port()), PATIENCE)
        self._answers = self._socket.makefile("rb")
        self._number = 0
        self._read()
        self.tell("WebDriver:NewSession")

    def _port(self) -> int:
        """The port that Firefox chose: it writes it down when it listens."""
        file = Path(self._profile.name, "MarionetteActivePort")
        end = time.monotonic() + PATIENCE
        while not (file.exists() and file.read_text()):
            assert self._process.poll() is None, "Firefox has ended"
            assert time.monotonic() < end, "Firefox does not listen"
            time.sleep(0.05)
        return int(file.read_text())

    def _read(self) -> Any:
        length = b""
        while (character := self._answers.read(1)) != b":":
            assert character, "Firefox says nothing more"
            length += character
        return json.loads(self._answers.read(int(length)))

    def tell(self, command: str, **content: Any) -> Any:
        """Send a command and give back what Firefox answers. Raises RuntimeError where that is an error."""
        self._number += 1
        message = json.dumps([0, self._number, command, content]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, number, error, answer = self._read()
        assert number == self._number
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return answer.get("value") if isinstance(answer, dict) else answer

    def open(self, address: str) -> None:
        """Go to a page and wait until it is loaded."""
        self.tell("WebDriver:Navigate", url=address)

    def find(self, selector: str) -> str:
        """The first element that a CSS selector matches."""
        return str(self.tell("WebDriver:FindElement", using="css selector", value=selector)[_ELEMENT])

    def is_shown(self, selector: str) -> bool:
        return bool(self.tell("WebDriver:IsElementDisplayed", id=self.find(selector)))

    def text(self, selector: str) -> str:
        """The text of an element as a reader sees it."""
        return str(self.tell("WebDriver:GetElementText", id=self.find(selector)))

    def click(self, selector: str) -> None:
        self.tell("WebDriver:ElementClick", id=self.find(selector))

    def press(self, key: str) -> None:
        """Press a key: a character, or one of WebDriver's for keys without one."""
        steps = [{"type": step, "value": key} for step in ("keyDown", "keyUp")]
        self.tell("WebDriver:PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": steps}])

    def evaluate(self, script: str, *values: Any) -> Any:
        """Run a script beside the page's own, which works where the page's may not run."""
        return self.tell("WebDriver:ExecuteScript", script=script, args=list(values))

    def complaints(self, address: str) -> list[str]:
        """Errors and refusals by policy that Firefox has noted for pages of a site."""
        self.tell("Marionette:SetContext", value="chrome")
        try:
            return list(self.evaluate(_COMPLAINTS, address))
        finally:
            self.tell("Marionette:SetContext", value="content")

    def close(self) -> None:
        """End the browser; its profile goes with it."""
        self._socket.close()
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._profile.cleanup()
