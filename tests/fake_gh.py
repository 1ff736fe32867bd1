"""A program that is called as ``gh api`` is, and answers from a file: ``python fake_gh.py FOLDER api ...``.

``state.json`` in FOLDER has ``pulls`` (``later`` of each is what asking for that one alone finds changed),
``issues``, ``comments`` (each ``on`` one of those) and ``refused``, the beginnings of requests that fail.
Every request is added to the file ``asked``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

REPOSITORY = "somebody/dams"
TOKEN = "the-token-of-the-job"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
BOT = "github-actions[bot]"
LONGEST_COMMENT = 65_536
A_PAGE = 2
"""How many entries a page of an answer has: of more, each page is a list of its own."""


def main() -> None:
    """Answer one request; what GitHub would refuse ends with a message and the status 1."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("command", choices=["api"])
    parser.add_argument("path")
    parser.add_argument("--paginate", action="store_true")
    parser.add_argument("--method", default="GET")
    parser.add_argument("--input", type=Path)
    asked = parser.parse_args()
    file = asked.folder / "state.json"
    state = json.loads(file.read_text("utf-8"))
    request = f"{asked.method} {asked.path}"
    with (asked.folder / "asked").open("a") as log:
        log.write(f"{request}\n")
    if os.environ.get("GH_TOKEN") != TOKEN or any(map(request.startswith, state["refused"])):
        sys.exit(f"gh: {request}: HTTP 502")
    body = json.loads(asked.input.read_text("utf-8"))["body"] if asked.input else ""
    if len(body) > LONGEST_COMMENT:
        sys.exit("gh: the body is too long: HTTP 422")
    answer = answered(state, asked.method, asked.path, body)
    file.write_text(json.dumps(state), "utf-8")
    step = A_PAGE if asked.paginate else 100
    pages = [answer]
    if isinstance(answer, list):
        pages = [answer[start : start + step] for start in range(0, len(answer), step)] or [[]]
    for page in pages:
        sys.stdout.write(json.dumps(page))


def answered(state: dict[str, Any], method: str, path: str, body: str) -> Any:
    """What GitHub says; a comment is made or changed in ``state``."""
    place = path.removeprefix(f"repos/{REPOSITORY}/").partition("?")[0].split("/")
    match method, place:
        case "GET", ["pulls"]:
            return [pull for pull in state["pulls"] if pull["state"] == "open"]
        case "GET", ["pulls", number]:
            (pull,) = (pull for pull in state["pulls"] if pull["number"] == int(number))
            return pull | pull["later"]
        case "GET", ["issues", number]:
            (issue,) = (issue for issue in state["issues"] if issue["number"] == int(number))
            return issue
        case "GET", ["issues", number, "comments"]:
            return [comment for comment in state["comments"] if comment["on"] == int(number)]
        case "POST", ["issues", number, "comments"]:
            id = 1 + len(state["comments"])
            new = {"id": id, "on": int(number), "user": {"login": BOT}, "body": body}
            state["comments"].append(new)
            return new
        case "PATCH", ["issues", "comments", id]:
            (comment,) = (comment for comment in state["comments"] if comment["id"] == int(id))
            comment["body"] = body
            return comment
    sys.exit(f"gh: {method} {path}: HTTP 404")


if __name__ == "__main__":
    main()
