"""``onrecord init DIR``: a new site that passes the check and builds as it is."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import tempfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from onrecord import __version__
from onrecord.command import CLEAN, Answer, Command, Parser
from onrecord.mistake import Mistake

PACKAGE = "onrecord"
SKELETON = Path(__file__).parent.parent / "skeleton"
"""The files of a new site; what is called ``dot-`` here begins with a dot there."""


def _arguments(parser: Parser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="an empty or new folder")
    parser.add_argument("--name", default="", help="the site's name (default: that of the folder)")


def _init(options: argparse.Namespace) -> Answer:
    from onrecord.printable import printable

    target = Path(os.path.normpath(options.project.absolute() / options.folder))
    name = " ".join(options.name.split()) or target.name or "On Record"
    _refuse_used(target)
    try:
        made = _make(target, name)
    except OSError as error:
        raise Mistake(f"cannot make {target}: {error.strerror}") from error
    lines = [
        f"made: {target}, with {len(made)} files",
        "next, in that folder:",
        "  onrecord check            looks its example up in its source",
        "  onrecord build            makes the site, in site/",
        "  mkdocs serve              shows it while you write",
        "then write what docs/ asks for, and add your first source: onrecord source add FILE",
    ]
    return Answer(CLEAN, "".join(f"{printable(line)}\n" for line in lines))


def _refuse_used(target: Path) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise Mistake(f"{target} is not a folder")
    try:
        first = min((path.name for path in target.iterdir()), default="") if target.exists() else ""
    except OSError as error:
        raise Mistake(f"cannot read {target}: {error.strerror}") from error
    if first:
        raise Mistake(f"{target} is not empty, it holds {first}: name a new folder")


def _make(target: Path, name: str) -> list[Path]:
    """Write the site beside ``target`` and move it there whole; the files that it has."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as workplace:
        folder = Path(workplace) / "site"
        made = [_write(file, folder, name) for file in sorted(SKELETON.rglob("*")) if file.is_file()]
        if not target.exists():
            shutil.move(folder, target)
            return made
        _refuse_used(target)
        for path in sorted(folder.iterdir()):  # the folder itself stays: somebody may stand in it
            path.rename(target / path.name)
    return made


def _write(file: Path, folder: Path, name: str) -> Path:
    from onrecord.quotable import value_lines

    parts = file.relative_to(SKELETON).parts
    target = folder.joinpath(*(re.sub(r"^dot-", ".", part) for part in parts))
    content = file.read_bytes()
    if parts[0] in ("mkdocs.yml", "requirements.txt"):
        (line,) = value_lines("site_name", name)
        filled = content.decode().replace("site_name: @name@", line).replace("@requirement@", _requirement())
        content = filled.encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return target


def _requirement() -> str:
    """What installs this very On Record on another machine, as a line of ``requirements.txt``.

    Where it was installed from a repository or an address, that one is named (`PEP 610
    <https://peps.python.org/pep-0610/>`_): another package of our name may lie in an index.
    """
    package = f"{PACKAGE}[sources]"
    try:
        written = distribution(PACKAGE).read_text("direct_url.json")
    except PackageNotFoundError:
        written = None
    origin = json.loads(written or "{}")
    url = origin.get("url", "")
    within = f"#subdirectory={origin['subdirectory']}" if origin.get("subdirectory") else ""
    if repository := origin.get("vcs_info"):
        return f"{package} @ {repository['vcs']}+{url}@{repository['commit_id']}{within}"
    if url.startswith("https://"):
        return f"{package} @ {url}{within}"
    told = "# made with an On Record of this machine: say here where others get it\n" if url else ""
    return f"{told}{package}=={__version__}"


COMMAND = Command("make a new site that passes the check as it is", _init, _arguments)
