"""The project's own hook, given the example of the page tests instead of a checked project.

It is loaded here once more under another name, so that nothing of it is changed for other tests.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from browser.building import prepared

HOOK = Path(__file__).parent.parent.parent / "hooks" / "onrecord_hook.py"
SENTENCE = "A sentence with [[dam/visited]] in it.\n\n"


_chosen = ["example"]


def _load() -> ModuleType:
    specification = importlib.util.spec_from_file_location("onrecord_hook_of_the_example", HOOK)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    vars(module)["prepare"] = lambda configuration: prepared(_chosen[0], configuration)
    return module


_hook = _load()
on_startup = _hook.on_startup
on_pre_build = _hook.on_pre_build
on_files = _hook.on_files
on_nav = _hook.on_nav
on_page_content = _hook.on_page_content
on_post_page = _hook.on_post_page
on_post_template = _hook.on_post_template
on_post_build = _hook.on_post_build


def on_config(config: Any) -> Any:
    """Begin a build of the example that the configuration names."""
    _chosen[0] = config.extra["example"]
    return _hook.on_config(config)


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Have the home page print a claim inside a sentence."""
    return markdown.replace("[[counts]]", SENTENCE + "[[counts]]") if page.is_homepage else markdown
