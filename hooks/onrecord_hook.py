"""MkDocs events to On Record: the hook of this site, and the plugin ``onrecord`` for others.

The only file that knows the site generator. The gate is `on_pre_build`: there an error leaves the last good
site alone, and everything is rendered there too; the later events only put finished HTML into place.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import date
from html import escape, unescape
from pathlib import Path
from posixpath import relpath
from typing import Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from onrecord.app import Prepared, prepare
from onrecord.check import Rejected
from onrecord.handwritten import fill, with_reachable_tables
from onrecord.head import with_head
from onrecord.loaders.site import DEFAULTS, OPTIONS, Configuration, chosen_options
from onrecord.markup import ids
from onrecord.mistake import Mistake
from onrecord.page import Heading
from onrecord.page import Page as GeneratedPage
from onrecord.preview import banner, placeholders
from onrecord.printable import printable, safe_lines
from onrecord.publish import write_exports
from onrecord.report import in_one_line
from onrecord.searching import indexed, program, write_index
from onrecord.site import Site
from onrecord.view.indexed import indexed_document

NAME = "onrecord"
STYLES = "assets/onrecord/onrecord.css"
TEMPLATES = Path(__file__).parent / "onrecord" / "theme"
log = get_plugin_logger(NAME)


class Options(Config):
    """The plugin's options: folders beside ``mkdocs.yml``, addresses of pages (empty: not asked for)."""

    facts = config_options.Type(str, default="facts")
    seeds = config_options.Type(str, default="seeds")
    method = config_options.Type(str, default=DEFAULTS["method"])
    policy = config_options.Type(str, default=DEFAULTS["policy"])
    about = config_options.Type(str, default=DEFAULTS["about"])
    branch = config_options.Type(str, default="main")


class _Build:
    """One build: what the check came to and what the pages are; made anew for each."""

    def __init__(self, config: MkDocsConfig, options: dict[str, str], *, serving: bool) -> None:
        self.serving = serving
        self.configuration = _configuration(config, options)
        self.outcome: Prepared | Rejected | None = None
        self.by_name: dict[str, GeneratedPage] = {}
        self.banner = ""
        self.is_dated = False
        self.written: dict[str, str] = {}

    def gate(self) -> None:
        """Check and render everything. Raises PluginError with every finding, except while serving."""
        self.outcome = _prepared(self.configuration)
        if isinstance(self.outcome, Prepared):
            site = self.outcome.site
            self.by_name = {name: site.pages[path] for path, name in site.source_names().items()}
            self.is_dated = any(_day(page.updated) for page in site.pages.values())
            for finding in self.outcome.outcome.findings:
                log.info(in_one_line(finding))
            return
        told = [in_one_line(finding) for finding in self.outcome.findings]
        if not self.serving:
            raise PluginError("\n".join(told))
        for line in told:
            log.error(line)
        self.banner = banner(self.outcome.findings)
        self.by_name = {f"{page.path}.md": page for page in placeholders(self.outcome)}

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        docs = Path(config.docs_dir).as_posix()
        for name, page in self.by_name.items():
            if files.get_file_from_path(name) is not None:
                continue  # only while serving a rejected project: the gate refuses it otherwise
            file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            if page.edit_path:
                file.edit_uri = relpath((self.configuration.root / page.edit_path).as_posix(), docs)
            files.append(file)

    def link_pages(self, nav: Navigation, files: Files) -> None:
        """Give the pages outside the navigation the section above them and their neighbours."""
        pages = {
            made.path: file.page
            for name, made in self.by_name.items()
            if (file := files.get_file_from_path(name)) is not None and file.page is not None
        }
        in_nav = {id(page) for page in nav.pages}
        for made in self.by_name.values():
            page = pages.get(made.path)
            if page is None or id(page) in in_nav:
                continue
            above = [pages[path].parent for _, path in made.trail if path in pages]
            page.parent = next((parent for parent in reversed(above) if parent is not None), None)
            page.previous_page = pages.get(made.previous)
            page.next_page = pages.get(made.next)

    def content(self, html: str, page: Page) -> str:
        """The HTML of a page: generated, or written by hand with what it asks for put in."""
        made = self.by_name.get(page.file.src_uri) if page.file.generated_by else None
        self._date(page, made.updated if made else "")
        if made is None:
            if isinstance(self.outcome, Prepared):
                return self._filled(html, page, self.outcome.site)
            return self.banner + html
        _describe(page, made)
        return made.html

    def _filled(self, html: str, page: Page, site: Site) -> str:
        """A page written by hand with what it asks for put in; search finds it without that."""
        path = page.url.strip("/")
        bare = fill(html, path, dict.fromkeys(site.insertions, lambda _page: ""))
        self.written[path] = indexed_document(bare, unescape(str(page.title or "")))
        return fill(with_reachable_tables(html), path, site.insertions)

    def finished(self, html: str, page: Page | None) -> str:
        """A whole page, with what machines read in its head and the rules for what it may load and run.

        While serving there are no such rules: the engine reloads pages by a script of its own.
        """
        made = self.by_name.get(page.file.src_uri) if page and page.file.generated_by else None
        site = self.outcome.site if isinstance(self.outcome, Prepared) else None
        path = made.path if made else page.url.strip("/") if page else None
        head = site.heads.get(path, "") if site and path is not None else ""
        return with_head(html, head, policy=not self.serving, compiles=bool(made and made.compiles))

    def write(self, folder: Path) -> None:
        """Write the files for machines and the search index into the finished site."""
        if isinstance(self.outcome, Prepared):
            write_exports(self.outcome.site, folder)
            try:
                write_index({**indexed(self.outcome.site), **self.written}, folder)
            except Mistake as mistake:
                raise PluginError(printable(str(mistake))) from mistake

    def _date(self, page: Page, updated: str) -> None:
        """The day of a page's last change; none where it is not known, rather than the day of the build.

        MkDocs needs one page with a date: without any, it keeps its own.
        """
        if self.is_dated:
            page.update_date = _day(updated)


def _day(updated: str) -> str:
    """``updated`` where it is a day that a sitemap can hold: MkDocs packs it as seconds since 1970."""
    try:
        return updated if date.fromisoformat(updated).year >= 1971 else ""
    except ValueError:
        return ""


def _prepared(configuration: Configuration) -> Prepared | Rejected:
    """Prepare, with every other failure in a form that MkDocs can print: it prints exceptions raw."""
    try:
        program()
        return prepare(configuration)
    except Mistake as mistake:
        raise PluginError(printable(str(mistake))) from mistake
    except Exception as error:
        told = safe_lines("".join(traceback.format_exception(error))).rstrip()
        raise PluginError(f"this is a bug in On Record, not in your files:\n{told}") from None


def _configuration(config: MkDocsConfig, options: dict[str, str]) -> Configuration:
    if not config.use_directory_urls:
        raise PluginError("On Record's links need use_directory_urls: true in mkdocs.yml")
    file = Path(config.config_file_path)
    repository = config.extra.get("repository")
    return Configuration(
        root=file.parent,
        docs=Path(config.docs_dir),
        target=Path(config.site_dir),
        file=file,
        name=config.site_name,
        address=config.site_url or "",
        repository=repository if isinstance(repository, str) else "",
        **options,
    )


def _describe(page: Page, made: GeneratedPage) -> None:
    """Title, description, table of contents and date; themes print the first two unescaped."""
    title = escape(made.title)
    if "title" not in vars(page):  # the navigation may have its own word for it
        page.title = title
    page.meta["title"] = title
    page.meta["description"] = escape(made.description or made.title)
    page.toc = get_toc(_tokens(made.headings))
    page.present_anchor_ids = ids(made.html)


def _tokens(headings: tuple[Heading, ...]) -> list[Any]:
    """Headings in the nested form in which Markdown's extension hands them to MkDocs."""
    roots: list[Any] = []
    above: list[Any] = []
    for heading in headings:
        name = escape(heading.text)
        token = {"level": heading.level, "id": heading.id, "name": name, "html": name, "children": []}
        while above and above[-1]["level"] >= heading.level:
            above.pop()
        (above[-1]["children"] if above else roots).append(token)
        above.append(token)
    return roots


class OnRecordPlugin(BasePlugin[Options]):
    """The check and the pages as an installable plugin; keeps nothing from one build to the next."""

    def __init__(self) -> None:
        self._serving = False
        self._build: _Build | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is served: then findings are shown, and do not stop the build."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin a build with the plugin's options."""
        return self.begin(config, {name: str(self.config[name]).strip("/") for name in OPTIONS})

    def begin(self, config: MkDocsConfig, options: dict[str, str]) -> MkDocsConfig:
        """Begin a build: have claims and sources watched while serving, and add the pages' style sheet.

        Style sheet, search form and the page for unknown addresses are made for one theme; any other shows
        the pages in its own way. A site's own ``custom_dir`` comes first. Columns of tables get their
        alignment as an attribute: a style in the element would be refused by the page's policy.
        """
        config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
        self._build = _Build(config, options, serving=self._serving)
        for name in (self._build.configuration.facts, self._build.configuration.seeds):
            folder = str(self._build.configuration.root / name)
            if Path(folder).is_dir() and folder not in config.watch:
                config.watch.append(folder)
        if config.theme.name == "material" and STYLES not in config.extra_css:
            config.extra_css.insert(0, STYLES)
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(TEMPLATES))
        return config

    def stand_aside(self) -> None:
        """Do nothing in this build: the plugin is on and does it."""
        self._build = None

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check everything and make every page, before MkDocs touches the site's folder."""
        if self._build:
            self._build.gate()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Announce the generated pages."""
        if self._build:
            self._build.add_files(files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Link the generated pages with their neighbours."""
        if self._build:
            self._build.link_pages(nav, files)
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the finished HTML in, past Markdown."""
        return self._build.content(html, page) if self._build else html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Finish the head of a page."""
        return self._build.finished(output, page) if self._build else output

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Finish the head of a page that is no document, such as the one for unknown addresses."""
        if self._build is None or not template_name.endswith(".html"):
            return output_content
        return self._build.finished(output_content, None)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files for machines beside the pages."""
        if self._build:
            self._build.write(Path(config.site_dir))


_hook = OnRecordPlugin()
on_startup: Callable[..., None] = _hook.on_startup
on_pre_build: Callable[..., None] = _hook.on_pre_build
on_files: Callable[..., Files] = _hook.on_files
on_nav: Callable[..., Navigation] = _hook.on_nav
on_page_content: Callable[..., str] = _hook.on_page_content
on_post_page: Callable[..., str] = _hook.on_post_page
on_post_template: Callable[..., str] = _hook.on_post_template
on_post_build: Callable[..., None] = _hook.on_post_build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin a build with the options under ``extra: {onrecord: ...}``, unless the plugin is on."""
    if NAME in config.plugins:
        _hook.stand_aside()
        return config
    chosen = config.extra.get(NAME)
    given = chosen_options(chosen) if isinstance(chosen, dict) else {}
    return _hook.begin(config, {**DEFAULTS, **given})
