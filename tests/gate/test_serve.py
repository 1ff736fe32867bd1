"""While the site is served a mistake is shown on the pages and in the log, and goes when it is mended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gate.example import change, write
from gate.running import environment

PATIENCE = 40.0
"""Seconds after which something that was to happen is taken not to happen."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    def __init__(self, root: Path, log: Path) -> None:
        self.log = log
        port = free_port()
        self.address = f"http://127.0.0.1:{port}/"
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [Path(sys.executable).with_name("mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"],
                cwd=root,
                env=environment(),
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def get(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            with error:
                return f"status {error.code}"
        except (OSError, urllib.error.URLError):
            return ""

    def until(self, path: str, wanted: Callable[[str], bool]) -> str:
        """The page at ``path`` as soon as it is as wanted."""
        end = time.monotonic() + PATIENCE
        page = self.get(path)
        while not wanted(page):
            assert self.process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < end, self.log.read_text("utf-8") + page[-2000:]
            time.sleep(0.2)
            page = self.get(path)
        return page


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "project")


@pytest.fixture
def served(project: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Served]:
    if getattr(request, "param", ""):
        change(project / "facts" / "dam.yml", "quote: The committee", "quote: A <b>committee</b>")
    server = Served(project, tmp_path / "log")
    yield server
    server.process.terminate()
    server.process.wait(20)


def test_a_mistake_is_shown_and_goes_when_mended(project: Path, served: Served) -> None:
    facts = project / "facts" / "dam.yml"
    good = served.until("dam/", lambda page: "or-explainer" in page)
    assert "would not be built" not in good
    change(facts, "quote: The committee visited", "quote: A <b>committee</b> visited")
    page = served.until("dam/", lambda page: "would not be built" in page)
    assert "error[quotation-" in page
    assert "&lt;b&gt;committee&lt;/b&gt;" in page
    assert "<b>committee" not in page
    assert "or-explainer" not in page
    about = served.get("about/")
    assert 'role="alert"' in about
    assert "nobody but the tests" in about
    assert served.get("claims/dam/cost/") == "status 404"
    assert "facts/dam.yml:10:16: error[quotation-" in served.log.read_text("utf-8")
    change(facts, "quote: A <b>committee</b> visited", "quote: The committee visited")
    again = served.until("dam/", lambda page: "or-explainer" in page)
    assert "would not be built" not in again
    assert "alert" not in served.get("about/")


@pytest.mark.parametrize("served", ["broken from the start"], indirect=True)
def test_a_first_build_with_a_mistake_is_served(project: Path, served: Served) -> None:
    served.until("about/", lambda page: 'role="alert"' in page)
    change(project / "facts" / "dam.yml", "quote: A <b>committee</b>", "quote: The committee")
    served.until("dam/", lambda page: "or-explainer" in page)


def test_a_seed_is_watched(project: Path, served: Served) -> None:
    served.until("dam/", lambda page: "or-explainer" in page)
    seed = project / "seeds" / "report.txt"
    seed.write_bytes(seed.read_bytes().replace(b"along its whole", b"along the whole"))
    served.until("dam/", lambda page: "would not be built" in page)
    assert os.getpid() != served.process.pid
