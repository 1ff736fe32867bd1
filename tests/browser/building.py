"""The site that browsers look at: built once for all tests, and served on this machine alone."""

from __future__ import annotations

import atexit
import functools
import http.server
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from msgspec.structs import replace

from onrecord.app import Prepared, make_site
from onrecord.check import Verified
from onrecord.history import FormerName, Takedown, Withdrawal
from onrecord.loaders.site import Configuration, load_configuration, load_documents
from onrecord.model import Explainer
from onrecord.site import Site
from pages import hostile, large, naughty
from pages.example import AT, Made, claim, many, quote, source, verified, words

ROOT = Path(__file__).parent.parent.parent
CONFIGURATION = """
INHERIT: {root}/mkdocs.yml
docs_dir: {root}/docs
site_dir: {site}
theme: {{custom_dir: {root}/overrides}}
hooks: [{root}/tests/browser/example_hook.py]
watch: []
extra: {{example: {example}}}
"""


def _smuggled() -> Verified:
    more = hostile.smuggled(naughty.ALL, naughty.ADDRESSES)
    return verified(*(one.made for one in more), sources=tuple(s for one in more for s in one.sources))


def _topical() -> Made:
    """The smallest explainer that readers find under a topic."""
    claims = [claim("no-gate", "In Hebrew there is no gate.", quote("השער לא הוזכר.", "hebrew"))]
    return Explainer(
        id="no-gate",
        title=words("Is there a gate in Hebrew?"),
        claims=tuple(made for made, _ in claims),
        at=AT,
        topics=many("Dams and weirs", "Old books"),
    ), claims


LETTER = replace(
    source("keeper", "A letter from the keeper", "The keeper saw water rise."),
    text=None,
    digest="",
    taken_down=Takedown(words("1871-09-01"), words("Its writer asked for it."), AT),
)


def _taken_down() -> Made:
    """An explainer of which nothing is left: its one source was taken down, and its topic renamed before."""
    why = Withdrawal(words("1871-09-01"), words("The letter was taken down."), AT, source=words("keeper"))
    claims = [claim("water", "The keeper saw water rise.", withdrawn=why)]
    day, name = words("1871-08-01"), words("A clearer name.")
    named = FormerName("topic", words("rivers"), day, name, AT, replaced_by=words("weirs"))
    return Explainer(
        id="keeper",
        title=words("What did the keeper see?"),
        claims=tuple(made for made, _ in claims),
        at=AT,
        topics=many("Weirs"),
        former_names=(named,),
    ), claims


EXAMPLES: dict[str, Callable[[], Verified]] = {
    "example": lambda: verified(
        hostile.explainer(), _topical(), _taken_down(), sources=(*hostile.SOURCES, LETTER)
    ),
    "large": lambda: verified(large.explainer(), sources=(large.SOURCE,)),
    "naughty": _smuggled,
}
"""What sites are made from: the example of the page tests, with one thing more in each."""


def prepared(example: str, configuration: Configuration) -> Prepared:
    """The example in the place of a project that was checked."""
    outcome = EXAMPLES[example]()
    _, site = make_site(outcome, configuration.settings("1871-10-01"), load_documents(configuration))
    # MkDocs cannot write a site map that is older than 1970, and the example is.
    pages = {path: replace(page, updated="") for path, page in site.pages.items()}
    return Prepared(outcome, replace(site, pages=pages))


@functools.cache
def expected(example: str = "example") -> Site:
    """What the site of an example was made of, once more."""
    folder = built(example).parent
    return prepared(example, load_configuration(folder, {}, folder / "mkdocs.yml")).site


@functools.cache
def built(example: str = "example") -> Path:
    """The folder of a site in the project's theme, made from one of `EXAMPLES`."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-site-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    configuration = folder / "mkdocs.yml"
    settings = CONFIGURATION.format(root=ROOT, site=folder / "site", example=example)
    configuration.write_text(settings, "utf-8")
    build(load_config(str(configuration)))
    return folder / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the tests speak."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which ``folder`` is served while the context lasts."""
    serve = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
