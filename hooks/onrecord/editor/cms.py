"""The configuration of a content management system in the browser, made of the schemas for editors.

It is the file ``config.yml`` of Sveltia CMS: fact files and sources' metadata as forms. Each change is a pull
request, in which the check runs. Sources' texts are no part of it, so nobody can change them there.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from onrecord.editor.schema import schema
from onrecord.editor.widgets import SOURCES, fields
from onrecord.loaders.names import ID, LONGEST_ID
from onrecord.loaders.site import Configuration, shown
from onrecord.mistake import Mistake

Json = dict[str, Any]

HIDDEN = frozenset({"id", "file", "sha256", "raw", "raw_sha256", "extracted_by", "taken_down"})
"""Keys of a source's metadata that belong to its bytes: commands write them."""
_REPOSITORY = re.compile(r"https://(github|gitlab)\.com/((?:[\w.-]+/)+[\w.-]+?)(?:\.git)?/?")
_HEAD = "# Made by `onrecord schema cms`: make it again when you install another version.\n"


def cms_configuration(site: Configuration, repository: str) -> bytes:
    """``config.yml`` for ``site``, whose files are kept at the address ``repository``: always the same bytes.

    Raises `Mistake` where the address is none of a place that the system can write to.
    """
    made: Json = {
        "backend": _backend(repository, site.branch),
        "publish_mode": "editorial_workflow",
    }
    if site.address:
        made["site_url"] = site.address
    made |= {
        "app_title": site.name,
        "media_folder": f"{shown(site.docs, site.root)}/assets",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": LONGEST_ID},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": [_explainers(site.facts), _sources(site.seeds)],
    }
    return (
        _HEAD + yaml.dump(made, Dumper=_Dumper, sort_keys=False, width=2_000, allow_unicode=True)
    ).encode()


def _backend(repository: str, branch: str) -> Json:
    if not repository:
        raise Mistake("mkdocs.yml does not say where the files are kept: add 'extra: {repository: ...}'")
    place = _REPOSITORY.fullmatch(repository)
    if place is None:
        raise Mistake(f"{repository!r} is no repository at https://github.com/ or https://gitlab.com/")
    host, path = place.groups()
    from_forks = {"open_authoring": True, "auth_scope": "public_repo"} if host == "github" else {}
    return {"name": host, "repo": path, "branch": branch, **from_forks}


def _explainers(folder: str) -> Json:
    form = f"^(?:{ID.pattern})$"
    help = "small letters a to z and digits, in parts joined by single hyphens"
    slug = {
        "template": "{{title}}",
        "editable": ["create"],
        "hint": "The page's address and the file's name. It stays as it is once the page is published.",
        "pattern": [form, help],
    }
    return {
        **_collection("facts", "Explainers", "explainer", folder),
        "create": True,
        "duplicate": False,
        "slug": slug,
        "fields": fields(json.loads(schema("facts"))),
    }


def _sources(folder: str) -> Json:
    return {
        **_collection(SOURCES, "Sources", "source", folder),
        "create": False,
        "fields": fields(json.loads(schema("source")), HIDDEN),
    }


def _collection(name: str, label: str, singular: str, folder: str) -> Json:
    made = {"name": name, "label": label, "label_singular": singular, "folder": folder}
    return {**made, "extension": "yml", "format": "yml", "delete": False}


class _Dumper(yaml.SafeDumper):
    """YAML that is read alike by versions 1.1 and 1.2, without aliases."""

    def ignore_aliases(self, _value: Any) -> bool:
        return True


def _str(dumper: _Dumper, text: str) -> yaml.Node:
    """A text; one that begins with no letter stands in quotation marks, as it may be a number in YAML 1.2."""
    style = None if text[:1].isalpha() else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _str)
