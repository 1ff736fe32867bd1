"""Ask Lighthouse about a finished site: ``python lighthouse.py SITE PROGRAM PATH...``.

``PROGRAM`` is Lighthouse's command (``npm install lighthouse``). Pages are served compressed, as hosts do,
from this machine. For each page, on a phone and on a desktop, it prints the four scores, what was transferred
(KiB), the shift of the layout, and the audits that found something.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu"


class Compressing(http.server.SimpleHTTPRequestHandler):
    """Serves files as hosts of static sites do: text compressed, with a time to live."""

    def do_GET(self) -> None:
        """Answer with the file, compressed where it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content, kind = path.read_bytes(), self.guess_type(path)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", "max-age=600")
        if kind.startswith(("text/", "application/")):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def ask(program: str, url: str, device: str) -> dict:
    """Lighthouse's report on ``url``; ``device`` is mobile or desktop."""
    options = ["--preset=desktop"] if device == "desktop" else []
    chromium = shutil.which("chromium") or "chromium"
    run = subprocess.run(
        [program, url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}", *options],
        capture_output=True,
        check=True,
        env={**os.environ, "CHROME_PATH": chromium},
    )
    return json.loads(run.stdout)


def describe(report: dict) -> str:
    """Scores, transfer, shift and failed audits in a line."""
    scores = " ".join(f"{round(100 * report['categories'][name]['score']):3}" for name in CATEGORIES)
    audits = report["audits"]
    transferred = audits["total-byte-weight"]["numericValue"] / 1024
    shift = audits["cumulative-layout-shift"]["numericValue"]
    asked = {ref["id"] for name in CATEGORIES for ref in report["categories"][name]["auditRefs"]}
    failed = [
        name for name in sorted(asked) if audits[name]["score"] is not None and audits[name]["score"] < 0.9
    ]
    return f"{scores} | {transferred:6.1f} KiB | CLS {shift:.3f} | {' '.join(failed)}"


def main() -> None:
    """Serve the site and ask about each page."""
    folder, program, *paths = sys.argv[1:]
    handler = functools.partial(Compressing, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for path in paths:
            for device in ("mobile", "desktop"):
                report = ask(program, f"http://127.0.0.1:{server.server_port}/{path}", device)
                print(f"{path or '/'} {device}: {describe(report)}", flush=True)
        server.shutdown()


if __name__ == "__main__":
    main()
