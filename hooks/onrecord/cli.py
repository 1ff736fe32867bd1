"""The command line: exit status 0 clean, 1 findings, 2 usage or environment, 3 a bug of ours."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NoReturn

from msgspec import Struct

from onrecord import __version__, app, reports
from onrecord.check import Rejected, Verified
from onrecord.finding import Finding
from onrecord.loaders.site import Configuration
from onrecord.mistake import Mistake
from onrecord.printable import printable
from onrecord.report import Account, Report, counted
from onrecord.terminal import complain, own_up, say, style, summarise_step

CLEAN, FINDINGS, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
EPILOGUE = """\
exit status: 0 clean, 1 findings, 2 wrong usage or environment, 3 a bug of On Record itself.
The site's name, address and repository are read from mkdocs.yml (site_name, site_url, extra: repository)."""


class Answer(Struct, frozen=True):
    """What a command comes to: its exit status, its text, and the report that made it, where one did."""

    status: int
    text: str
    report: Report | None = None
    account: Account | None = None


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        raise Mistake(f"{message} ({self.prog} --help says more)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    try:
        return _run(arguments)
    except Mistake as mistake:
        complain(str(mistake))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        own_up(error)
        return BUG


def run() -> NoReturn:
    """The program ``onrecord``: `main`, and then out at once.

    To take all modules apart again, as Python does at its end, takes longer than to check a small project.
    """
    gc.disable()
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # what could not be written is told already
            if stream is not None:
                stream.flush()
    os._exit(status)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as leaving:  # --help and --version, which argparse has written already
        answer = Answer(int(leaving.code or 0), "")
    else:
        command: Callable[[argparse.Namespace], Answer] = options.command
        answer = command(options)
    say(answer.text)
    if answer.report and answer.account:
        summarise_step(answer.report, answer.account, os.environ)
    return answer.status


def _parser() -> _Parser:
    parser = _Parser(
        prog="onrecord",
        description="Checks that every claim stands on words in its source, and builds the site.",
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"onrecord {__version__}")
    parser.add_argument(
        *("-C", "--project"),
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the project's folder (default: here)",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = _command(commands, "check", _check, "check all claims against their sources; changes nothing")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="show findings of these only")
    _add_format(check)
    check.add_argument("--strict", action="store_true", help="fail on warnings too")
    check.add_argument(
        "--entailment",
        type=Path,
        metavar="DIR",
        help="ask the model in this folder for a second opinion; it can only warn",
    )
    build = _command(commands, "build", _build, "check, build, compare what was built, and switch it in")
    build.add_argument("--site", type=Path, metavar="DIR", help="where (default: site_dir of mkdocs.yml)")
    build.add_argument("--strict", action="store_true", help="fail on warnings of MkDocs too")
    render = _command(
        commands, "render", _render, "write all pages as files that any site generator can build"
    )
    render.add_argument("folder", type=Path, metavar="DIR", help="an empty or new folder")
    verify = _command(commands, "verify", _verify, "compare a finished site with what the claims make")
    verify.add_argument("folder", type=Path, metavar="SITE", help="the folder of the finished site")
    _add_format(verify)
    diff = _command(commands, "diff", _diff, "compare with what was published at an earlier revision")
    diff.add_argument("revision", metavar="REV", help="a commit, branch or tag that git knows, such as main")
    _add_format(diff)
    rule = _command(commands, "rule", _rule, "explain a rule, or list all of them")
    rule.add_argument("name", nargs="?", metavar="NAME", help="the rule's name, as findings print it")
    for command in (check, build, render, verify, diff):
        command.add_argument("--config", type=Path, metavar="FILE", help="settings (default: mkdocs.yml)")
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    command: Callable[[argparse.Namespace], Answer],
    what: str,
) -> _Parser:
    parser = commands.add_parser(name, help=what, description=what.capitalize() + ".", allow_abbrev=False)
    parser.set_defaults(command=command)
    return parser


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=_formats(), default="text", help="how findings are written")


def _formats() -> list[str]:
    return sorted(module.name for module in iter_modules(reports.__path__))


def _configuration(options: argparse.Namespace) -> Configuration:
    file: Path | None = getattr(options, "config", None)
    if file is not None and not file.is_file():
        raise Mistake(f"there is no file {file}")
    return app.configure(options.project.absolute(), file.absolute() if file else None)


def _check(options: argparse.Namespace) -> Answer:
    configuration = _configuration(options)
    if not any(
        os.path.lexists(configuration.root / name) for name in (configuration.facts, configuration.seeds)
    ):
        raise Mistake(f"there is no project in {configuration.root}: it has no facts/ and no seeds/")
    second = app.second_opinion(options.entailment) if options.entailment else None
    outcome = app.check_configured(configuration, second)
    shown = app.findings_about(outcome, [path.absolute() for path in options.paths], configuration.root)
    account = _account(outcome, shown)
    failed = account.errors or (options.strict and account.warnings)
    return _answer(FINDINGS if failed else CLEAN, options.format, account)


def _account(outcome: Verified | Rejected, findings: tuple[Finding, ...]) -> Account:
    shown = Account(findings, outcome.summary)
    elsewhere = outcome.summary.errors - shown.errors if findings != outcome.findings else 0
    return Account(findings, outcome.summary, outcome.waived, elsewhere)


def _build(options: argparse.Namespace) -> Answer:
    configuration = _configuration(options)
    target = options.site.absolute() if options.site else configuration.target
    try:
        compared = app.build_site(configuration, target, strict=options.strict)
    except app.EngineFailed as failure:
        from onrecord.printable import safe_lines

        kept = f"onrecord: the site is not built; {printable(str(target))} is as it was"
        return Answer(FINDINGS, f"{safe_lines(str(failure)).rstrip()}\n{kept}\n")
    done = f"built: {target}" if not isinstance(compared, Rejected) and not compared.findings else ""
    return _compared(compared, "text", done)


def _verify(options: argparse.Namespace) -> Answer:
    return _compared(app.verify_site(_configuration(options), options.folder.absolute()), options.format)


def _compared(compared: app.Compared | Rejected, form: str, done: str = "") -> Answer:
    if isinstance(compared, Rejected):
        return _answer(FINDINGS, form, _account(compared, compared.findings))
    outcome, site = compared.prepared.outcome, compared.prepared.site
    compared_with = (
        f"compared: {counted(len(site.pages), 'page')} made from claims and "
        f"{counted(len(site.documents), 'page')} written by hand, "
        f"with {counted(compared.pages, 'finished page')}"
    )
    deeds = (compared_with, done) if done else (compared_with,)
    account = Account((*compared.findings, *outcome.findings), outcome.summary, outcome.waived, deeds=deeds)
    return _answer(FINDINGS if compared.findings else CLEAN, form, account)


def _render(options: argparse.Namespace) -> Answer:
    try:
        written = app.render_project(_configuration(options), options.folder.absolute())
    except OSError as error:
        raise Mistake(f"cannot write {options.folder}: {error.strerror}") from error
    if isinstance(written, Rejected):
        return _answer(FINDINGS, "text", _account(written, written.findings))
    return Answer(CLEAN, f"written: {counted(written, 'page')} in {printable(str(options.folder))}\n")


def _diff(options: argparse.Namespace) -> Answer:
    outcome, commit, changes = app.compare_revision(_configuration(options), options.revision)
    kinds = {name: getattr(changes, name) for name in changes.__struct_fields__}
    told = ", ".join(f"{len(claims):,} {name}" for name, claims in kinds.items())
    named = [f"{name}: {', '.join(claims)}" for name, claims in kinds.items() if claims]
    deeds = (f"claims since {commit[:12]}: {told}", *named)
    account = Account(outcome.findings, outcome.summary, outcome.waived, deeds=deeds)
    return _answer(FINDINGS if isinstance(outcome, Rejected) else CLEAN, options.format, account)


def _rule(options: argparse.Namespace) -> Answer:
    from onrecord.check import all_rules
    from onrecord.revision_rules import REVISION_RULES
    from onrecord.site_rules import SITE_RULES

    rules = {**all_rules(), **SITE_RULES, **REVISION_RULES}
    if options.name is None:
        widest = max(len(name) for name in rules)
        lines = [
            f"{name:<{widest}}  {rule.severity:<7}  {_sentence(rule.explanation)}"
            for name, rule in sorted(rules.items())
        ]
        return Answer(CLEAN, "\n".join(lines) + "\n")
    rule = rules.get(options.name)
    if rule is None:
        from difflib import get_close_matches

        close = get_close_matches(options.name, rules, n=1)
        raise Mistake(f"there is no rule {options.name!r}" + (f"; did you mean {close[0]}?" if close else ""))
    return Answer(CLEAN, f"{rule.id} ({rule.severity})\n\n{rule.explanation.strip()}\n")


def _sentence(explanation: str) -> str:
    return " ".join(explanation.strip().partition("\n\n")[0].split())


def _answer(status: int, form: str, account: Account) -> Answer:
    report = import_module(f"{reports.__name__}.{form}").REPORT
    assert isinstance(report, Report)
    return Answer(status, report.write(account, style(os.environ)), report, account)
