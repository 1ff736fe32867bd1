"""Load a project: fact files, source texts and their metadata. (Thin line: to be made strict.)"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import yaml

from onrecord.model import (
    Absence, Claim, ClaimsParagraph, Corpus, Derivation, EditorNote, Entity, Explainer, GeneratedBlock,
    Project, Quotation, Reference, Section, Source,
)
from onrecord.text import Location, Scalar, Span, Text


def load_project(root: Path, facts: str = "facts", seeds: str = "seeds") -> Project:
    sources = {}
    for path in sorted((root / seeds).glob("*.yml")):
        text = Text(f"{seeds}/{path.name}", path.read_text("utf-8"))
        node = yaml.load(text.content, yaml.BaseLoader)
        here = Location(text, Span(0, 0))
        file = root / seeds / node["file"]
        data = file.read_bytes()
        known = {k: _scalar(v, text) for k, v in node.items() if k in Source.__struct_fields__ and isinstance(v, str)}
        for plain in ("language", "publish"):
            if plain in known:
                known[plain] = str(known[plain])
        sources[node["id"]] = Source(
            **known, at=here, text=Text(f"{seeds}/{node['file']}", data.decode("utf-8")),
            digest=hashlib.sha256(data).hexdigest(),
        )
    explainers = []
    for path in sorted((root / facts).glob("*.yml")):
        text = Text(f"{facts}/{path.name}", path.read_text("utf-8"))
        explainers.append(_explainer(path.stem, yaml.load(text.content, yaml.BaseLoader), text))
    return Project(tuple(explainers), Corpus(sources), (), Text(facts, ""), Text(seeds, ""))


def _scalar(value: str, text: Text) -> Scalar:
    start = max(text.content.find(value), 0)
    return Scalar(value, text, start, start + len(value))


def _many(value: Any, text: Text) -> tuple[Scalar, ...]:
    return tuple(_scalar(v, text) for v in ([value] if isinstance(value, str) else value or []))


def _pick(node: dict[str, Any], keys: str, text: Text) -> dict[str, Any]:
    return {k: _scalar(node[k], text) for k in keys.split() if k in node}


def _explainer(stem: str, node: dict[str, Any], text: Text) -> Explainer:
    at = Location(text, Span(0, 0))
    claims = []
    for c in node["claims"]:
        evidence: list[Quotation | Absence] = []
        for e in c.get("evidence", []):
            if "absent" in e:
                evidence.append(Absence(_many(e["absent"], text), _pick(e, "source", text).get("source"), at))
                continue
            evidence.append(Quotation(
                exact=_scalar(e["quote"], text), source=_pick(e, "source", text).get("source"), at=at,
                refers=tuple(Reference(_scalar(r["words"], text), _scalar(r["means"], text),
                                       _scalar(r["why"], text) if "why" in r else None, at)
                             for r in e.get("refers", [])),
                stance=e.get("stance", "supports"),
                **_pick(e, "prefix suffix line speaker not_covered translation translated_by", text)))
        derived = c.get("derived")
        claims.append(Claim(
            evidence=tuple(evidence), at=at,
            derived=Derivation(_many(derived["from"], text), _scalar(derived["how"], text), at) if derived else None,
            date_basis=c.get("date_basis", ""), mode=c.get("mode", ""), status=c.get("status", ""),
            conflicts_with=_many(c.get("conflicts_with"), text), depends_on=_many(c.get("depends_on"), text),
            supersedes=_many(c.get("supersedes"), text),
            **_pick(c, "id text date date_note date_words attributed_to as_of note", text)))
    sections = []
    for s in node.get("sections", []):
        body: list[Any] = []
        for b in s["body"]:
            if "claims" in b:
                body.append(ClaimsParagraph(_many(b["claims"], text), at))
            elif "editor" in b:
                body.append(EditorNote(_scalar(b["editor"], text), at))
            else:
                body.append(GeneratedBlock(b["show"], at))
        sections.append(Section(_scalar(s["heading"], text), tuple(body), at, _many(s.get("rests_on"), text)))
    entities = tuple(Entity(_scalar(e["name"], text), e["kind"], at, aliases=_many(e.get("aliases"), text),
                            role=_pick(e, "role", text).get("role"), id=_pick(e, "id", text).get("id"))
                     for e in node.get("entities", []))
    return Explainer(id=stem, claims=tuple(claims), at=at, answer=_many(node.get("answer"), text),
                     subject=_many(node.get("subject"), text), entities=entities, sections=tuple(sections),
                     **_pick(node, "title description published source", text))
