"""The site around the claims: what ``mkdocs.yml`` says of it, and its hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct

from onrecord.mistake import Mistake
from onrecord.page import Settings
from onrecord.text import Text

if TYPE_CHECKING:
    from onrecord.handwritten import Document

NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml")
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
OPTIONS = ("facts", "seeds", "method", "policy", "about", "branch")


class Configuration(Struct, frozen=True):
    """What a site says of itself.

    ``root`` is the project's folder and ``docs`` that of the hand-written pages. ``target`` is where the
    finished site goes. ``facts`` and ``seeds`` are relative to ``root``. ``method``, ``policy`` and ``about``
    are the addresses of pages that readers must be able to reach; an empty one is not asked for.
    """

    root: Path
    docs: Path
    target: Path
    file: Path | None = None
    name: str = "On Record"
    address: str = ""
    repository: str = ""
    branch: str = "main"
    facts: str = "facts"
    seeds: str = "seeds"
    method: str = ""
    policy: str = ""
    about: str = ""

    def settings(self, today: str) -> Settings:
        """The same for pages; ``today`` is an ISO 8601 date."""
        return Settings(
            today=today,
            repository=self.repository.rstrip("/"),
            branch=self.branch,
            name=self.name,
            address=f"{self.address.rstrip('/')}/" if self.address else "",
            method=self.method,
            policy=self.policy,
        )

    def required(self) -> tuple[str, ...]:
        """The addresses of pages that must be there and say something."""
        return tuple(path for path in (self.method, self.policy, self.about) if path)


DEFAULTS = {"method": "how-we-check", "policy": "corrections-policy", "about": "about"}
"""Where a site has the pages that readers must be able to reach, unless it says otherwise."""


def load_configuration(root: Path, environment: Mapping[str, str], file: Path | None = None) -> Configuration:
    """Read ``mkdocs.yml`` of the project at ``root``, or ``file``; a project without one has no site.

    ``!ENV`` is looked up in ``environment``; other tags are passed over, and nothing is executed. Raises
    `Mistake` where the file cannot be read.
    """
    file = file or next((root / name for name in NAMES if (root / name).is_file()), None)
    if file is None:
        return Configuration(root, root / "docs", root / "site")
    keys = _read(file, environment, 0)
    options = {**DEFAULTS, **_options(keys)}
    extra = keys.get("extra")
    repository = extra.get("repository") if isinstance(extra, dict) else None
    return Configuration(
        root=root,
        docs=file.parent / _text(keys.get("docs_dir"), "docs"),
        target=file.parent / _text(keys.get("site_dir"), "site"),
        file=file,
        name=_text(keys.get("site_name"), "On Record"),
        address=_text(keys.get("site_url"), ""),
        repository=_text(repository, ""),
        **options,
    )


def load_keys(file: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    """All that ``mkdocs.yml`` says, with what it inherits. Raises `Mistake` where it cannot be read."""
    return _read(file, environment, 0)


def _options(keys: dict[str, Any]) -> dict[str, str]:
    """Our own options: those of the plugin where it is on, else ``extra: {onrecord: ...}``."""
    plugins = keys.get("plugins")
    listed = plugins if isinstance(plugins, list) else [plugins] if isinstance(plugins, dict) else []
    chosen: object = None
    for entry in listed:
        if isinstance(entry, dict) and "onrecord" in entry:
            chosen = entry["onrecord"]
    extra = keys.get("extra")
    if chosen is None and "onrecord" not in listed and isinstance(extra, dict):
        chosen = extra.get("onrecord")
    return chosen_options(chosen) if isinstance(chosen, dict) else {}


def chosen_options(chosen: dict[str, Any]) -> dict[str, str]:
    """Those of our options that a mapping holds; anything else in it is passed over."""
    return {name: str(chosen[name]).strip("/") for name in OPTIONS if chosen.get(name) is not None}


def _text(value: object, default: str) -> str:
    return value if isinstance(value, str) and value else default


def _read(file: Path, environment: Mapping[str, str], depth: int) -> dict[str, Any]:
    try:
        loader = _Loader(file.read_text("utf-8-sig"))
        loader.environment = environment
        keys: object = loader.get_single_data()
    except OSError as error:
        raise Mistake(f"cannot read {file}: {error.strerror}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Mistake(f"cannot understand {file}: {' '.join(str(error).split())}") from error
    if not isinstance(keys, dict):
        raise Mistake(f"cannot understand {file}: it holds no settings")
    parent = keys.pop("INHERIT", None)
    if isinstance(parent, str) and depth < 8:
        return _merged(_read(file.parent / parent, environment, depth + 1), keys)
    return keys


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    made = dict(below)
    for name, value in above.items():
        old = made.get(name)
        made[name] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return made


class _Loader(yaml.SafeLoader):
    """YAML with ``!ENV``; a value under any other tag is nothing."""

    environment: Mapping[str, str] = {}


def _from_environment(loader: _Loader, node: yaml.Node) -> object:
    """``!ENV NAME`` or ``!ENV [NAME, OTHER, default]``: the first that is set, else the default."""
    if isinstance(node, yaml.ScalarNode):
        names, default = [str(node.value)], None
    elif isinstance(node, yaml.SequenceNode) and node.value:
        *before, last = node.value
        names = [str(child.value) for child in before] or [str(last.value)]
        default = loader.construct_object(last) if before else None
    else:
        return None
    return next((loader.environment[name] for name in names if name in loader.environment), default)


_Loader.add_constructor("!ENV", _from_environment)
_Loader.add_multi_constructor("!", lambda _loader, _suffix, _node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda _loader, _suffix, _node: None)


def load_documents(configuration: Configuration) -> tuple[Document, ...]:
    """The hand-written pages below the folder of documents, by address; none where there is no folder."""
    from onrecord.handwritten import Document
    from onrecord.site import address

    files = {path.relative_to(configuration.docs).as_posix(): path for path in _markdown(configuration.docs)}
    documents = []
    for name, path in files.items():
        try:
            content = path.read_bytes().decode("utf-8-sig", "replace")
        except OSError as error:
            raise Mistake(f"cannot read {path}: {error.strerror}") from error
        text = Text(shown(path, configuration.root), content)
        documents.append(Document(address(name, files.keys()), name, text))
    return tuple(sorted(documents, key=lambda document: document.path))


def shown(path: Path, root: Path) -> str:
    """``path`` as findings name it: relative to the project, with ``/``, where it lies in it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _markdown(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.suffix.lower() in MARKDOWN and path.is_file():
            yield path


class BuiltSite:
    """The files of a finished site, by their names below its folder, read one at a time.

    ``pages`` are the names of its HTML files, ``files`` of all of them.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = (path for path in folder.rglob("*") if path.is_file())
        self.files = sorted(path.relative_to(folder).as_posix() for path in files)
        self.pages = [name for name in self.files if name.endswith(".html")]

    def page(self, file: str) -> str:
        """The text of a page; what is no UTF-8 is read as U+FFFD, and so as a change."""
        return self.content(file).decode("utf-8", "replace")

    def content(self, file: str) -> bytes:
        """The bytes of a file."""
        return (self.folder / file).read_bytes()
