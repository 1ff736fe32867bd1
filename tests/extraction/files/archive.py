"""Makes ``wget.warc.gz`` anew: serves the page of ``test_html`` on this machine, and has GNU Wget archive it.

Run it with ``python -m extraction.files.archive FOLDER`` in ``tests``; the page is chunked and compressed,
and Wget comes to it by a redirect.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from extraction.test_html import CMS


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Example", ""

    def do_GET(self) -> None:
        if self.path == "/post":
            self.send_response(200)
            for name, value in (
                ("Content-Type", "text/html; charset=utf-8"),
                ("Content-Encoding", "gzip"),
                ("Transfer-Encoding", "chunked"),
            ):
                self.send_header(name, value)
            self.end_headers()
            packed = gzip.compress(CMS.encode(), mtime=0)
            for start in range(0, len(packed), 500):
                chunk = packed[start : start + 500]
                self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.send_response(302)
            self.send_header("Location", "/post")
            self.send_header("Content-Length", "0")
            self.end_headers()


def main(folder: str) -> None:
    with HTTPServer(("localhost", 8017), _Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        command = [
            "wget",
            "--quiet",
            "--no-proxy",
            "--compression=gzip",
            "--delete-after",
            "--warc-file=wget",
        ]
        subprocess.run([*command, "http://localhost:8017/"], cwd=folder, check=True)
        server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1])
