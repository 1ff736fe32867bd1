"""Makes a new site that passes the check and builds as it is.

- 0: it is made.
- 2: the folder is not empty, or cannot be made.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from onrecord import __version__
from onrecord.command import CLEAN, Answer, Command, Parser
from onrecord.mistake import Mistake

PACKAGE = "onrecord"
_YAML_TEXT = "tag:yaml.org,2002:str"
SKELETON = Path(__file__).parent.parent / "skeleton"
"""The files of a new site; what is called ``dot-`` here begins with a dot there."""


def _arguments(parser: Parser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="an empty or new folder")
    parser.add_argument("--name", default="", help="the site's name; otherwise that of the folder")


def _init(options: argparse.Namespace) -> Answer:
    from onrecord.printable import printable

    target = Path(os.path.normpath(options.project.absolute() / options.folder))
    name = " ".join(options.name.split()) or target.name or "On Record"
    try:
        _refuse_used(target)
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
    first = min((path.name for path in target.iterdir()), default="") if target.exists() else ""
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
        _fill(target, folder)
    return made


def _fill(target: Path, folder: Path) -> None:
    """Move all that is in ``folder`` into ``target``, or nothing. That one is empty, and stays itself."""
    paths = sorted(folder.iterdir())
    try:
        for path in paths:  # each on its own, because somebody may stand in the folder
            path.rename(target / path.name)
    except BaseException:
        for path in paths:
            if (target / path.name).exists():
                (target / path.name).rename(path)
        raise


def _write(file: Path, folder: Path, name: str) -> Path:
    parts = file.relative_to(SKELETON).parts
    target = folder.joinpath(*(re.sub(r"^dot-", ".", part) for part in parts))
    content = file.read_bytes()
    if parts[0] in ("mkdocs.yml", "requirements.txt"):
        filled = content.decode().replace("@requirement@", _requirement())
        content = filled.replace("site_name: @name@", _site_name(name)).encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return target


def _site_name(name: str) -> str:
    """The line that names the site: a text also where it looks like a number, a date or a yes."""
    import yaml

    from onrecord.excerpts import as_scalar
    from onrecord.quotable import value_lines

    (line,) = value_lines("site_name", name)
    reader: Any = yaml.SafeLoader("")
    is_bare = line == f"site_name: {name}"
    if is_bare and reader.resolve(yaml.ScalarNode, name, (True, False)) != _YAML_TEXT:
        return f"site_name: {as_scalar(name, bare=False)}"
    return line


def _requirement() -> str:
    """What installs this very On Record on another machine, as a line of ``requirements.txt``.

    Where it was installed from a repository or an address, that one is named (`PEP 610
    <https://peps.python.org/pep-0610/>`_): another package of our name may lie in an index.
    """
    from importlib.metadata import PackageNotFoundError, distribution

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
