"""Make the picture in the README from a built site: an explainer with one piece of evidence open.

    python tests/screenshot.py site

The picture goes to ``docs/assets/screenshot.png``. Give an explainer and a claim to show others.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import shutil
import struct
import sys
import threading
import zlib
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "assets" / "screenshot.png"
SIZE = {"width": 1280, "height": 800}
LARGEST = 150_000
"""Bytes: a README is read over slow lines too."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: there is a picture to be taken."""


def main() -> int:
    """Take the picture; 1 where it came out too large, 2 without a browser."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--explainer", default="russia-recognises-taliban")
    parser.add_argument("--claim", default="terror-list")
    parser.add_argument("--picture", type=Path, default=PICTURE)
    asked = parser.parse_args()
    browser = next((found for name in ("chromium", "google-chrome") if (found := shutil.which(name))), None)
    if browser is None:
        print("there is no Chromium: install it (apt-get install chromium)", file=sys.stderr)
        return 2
    serve = functools.partial(_Quiet, directory=str(asked.site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        page.goto(f"http://127.0.0.1:{server.server_port}/{asked.explainer}/")
        _take(page, asked.claim, asked.picture)
        chromium.close()
        server.shutdown()
    size = asked.picture.stat().st_size
    print(f"{asked.picture}: {size:,} bytes")
    return 0 if size < LARGEST else 1


def _take(page: Page, claim: str, picture: Path) -> None:
    """Open the claim's evidence with its sentence in the middle of the upper half."""
    place = page.locator(f"#c-{claim}")
    place.evaluate("e => scrollBy(0, e.getBoundingClientRect().top - 330)")
    page.locator(f"#c-{claim} ~ button[popovertarget=e-{claim}]").first.click()
    page.wait_for_timeout(300)
    picture.write_bytes(in_few_colours(page.screenshot(type="png")))


def in_few_colours(png: bytes) -> bytes:
    """A picture with 8 bits of red, green and blue again with its 256 most frequent: much smaller."""
    width, height = struct.unpack(">II", png[16:24])
    rows = _rows(png, width, height)
    times = Counter(row[at : at + 3] for row in rows for at in range(0, len(row), 3))
    palette = [colour for colour, _ in times.most_common(256)]
    numbers = {colour: palette.index(_nearest(colour, palette)) for colour in times}
    lines = b"".join(b"\0" + bytes(numbers[row[at : at + 3]] for at in range(0, len(row), 3)) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [
        (b"IHDR", header),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    ]
    return png[:8] + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _rows(png: bytes, width: int, height: int) -> list[bytes]:
    """The rows of a picture that Chromium made (8 bits, red, green, blue), without their filters."""
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    filtered = zlib.decompress(packed)
    size = width * 3 + 1
    assert len(filtered) == size * height, "not a picture with 8 bits of red, green and blue"
    rows = [bytes(size - 1)]
    for start in range(0, len(filtered), size):
        rows.append(_row(filtered[start], bytearray(filtered[start + 1 : start + size]), rows[-1]))
    return rows[1:]


def _row(kind: int, row: bytearray, above: bytes) -> bytes:
    """A row without its filter: what PNG (RFC 2083, section 6) predicts each byte from is added back."""
    for at in range(len(row)):
        left, up, corner = (row[at - 3], above[at], above[at - 3]) if at > 2 else (0, above[at], 0)
        row[at] = (row[at] + (0, left, up, (left + up) // 2, _paeth(left, up, corner))[kind]) & 255
    return bytes(row)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))


def _nearest(colour: bytes, palette: list[bytes]) -> bytes:
    return min(palette, key=lambda other: sum((a - b) ** 2 for a, b in zip(colour, other, strict=True)))


if __name__ == "__main__":
    sys.exit(main())
