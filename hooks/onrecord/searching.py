"""The search index: what search finds of each page, in small files of which a browser reads what it needs.

Pagefind makes it (a program in the wheel of ``pagefind_bin``); the same pages give the same bytes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from json import JSONDecodeError, loads
from pathlib import Path
from urllib.parse import quote

from onrecord.mistake import Mistake
from onrecord.printable import printable
from onrecord.site import Site

FOLDER = "pagefind"
"""Where the index lies below the site's root."""
ENTRY = f"{FOLDER}/pagefind-entry.json"
"""The file with which every search begins."""
LANGUAGE = "en"
"""Words are cut to their stems as in this language; in another they are found as they are written."""

_WANTED = (
    *("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "pagefind.*.pf_meta"),
    *(f"wasm.{LANGUAGE}.pagefind", "fragment", "index"),
)
_PAGE = '<!doctype html><html lang="{}"><body data-pagefind-body>\n{}</body></html>\n'


def program() -> Path:
    """The program that makes the index. Raises `Mistake` where this system has none."""
    try:
        from pagefind_bin import get_executable

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        found = shutil.which("pagefind")
    if found is None:
        raise Mistake("the search index needs Pagefind: install pagefind_bin, or put pagefind on the path")
    return Path(found)


def indexed(site: Site) -> dict[str, str]:
    """What search finds of each generated page, as HTML, by the page's path."""
    return {path: page.index for path, page in site.pages.items() if page.index}


def write_index(entries: Mapping[str, str], folder: Path) -> None:
    """Write the index of ``entries`` (HTML by the page's path) below ``folder``, in the place of an old one.

    Raises `Mistake` where the program is missing or fails.
    """
    target = folder / FOLDER
    if target.is_dir():
        shutil.rmtree(target)
    with tempfile.TemporaryDirectory(prefix=".search-", dir=folder.resolve()) as work:
        pages, made = Path(work) / "pages", Path(work) / "made"
        _write_pages(entries, pages)
        _run(pages, made)
        target.mkdir()
        for name in _wanted(made):
            (made / name).replace(target / name)


def pages_of(entry: bytes) -> int:
    """How many pages an index has that begins with ``entry``; 0 where that is no such file."""
    try:
        languages = loads(entry)["languages"].values()
        return sum(int(language["page_count"]) for language in languages)
    except (JSONDecodeError, UnicodeDecodeError, AttributeError, KeyError, TypeError, ValueError):
        return 0


def _write_pages(entries: Mapping[str, str], folder: Path) -> None:
    """Write each page as a file that is called like its path, which is quicker than a folder for each."""
    files = {folder / f"{quote(path) or 'index'}.html": html for path, html in entries.items()}
    for parent in sorted({file.parent for file in files}):
        parent.mkdir(parents=True, exist_ok=True)
    for file, html in files.items():
        file.write_bytes(_PAGE.format(LANGUAGE, html).encode("utf-8", "replace"))


def _run(pages: Path, made: Path) -> None:
    """Run the program in a folder and an environment in which it finds no settings of anybody's."""
    run = subprocess.run(
        [
            *(program(), "--site", pages, "--output-path", made),
            *("--force-language", LANGUAGE, "--silent"),
        ],
        cwd=pages.parent,
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if run.returncode or not (made / Path(ENTRY).name).is_file():
        said = " ".join(printable(run.stdout.decode("utf-8", "replace")).split())
        raise Mistake(f"Pagefind could not make the search index: {said or run.returncode}")


def _wanted(made: Path) -> Iterator[str]:
    """What a search asks for, files and folders; the program also makes pages and styles that nobody uses."""
    for pattern in _WANTED:
        yield from sorted(found.name for found in made.glob(pattern))
