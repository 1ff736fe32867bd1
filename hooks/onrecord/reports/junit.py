"""For build services: JUnit XML, in which each claim is a test that holds or fails.

See [Checks in other repositories](ci.md#elsewhere).
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from msgspec import Struct

from onrecord.finding import Finding, Severity
from onrecord.printable import printable, safe_line
from onrecord.report import NOT_CHECKED, Account, Report, Style, in_one_line, what_was_done
from onrecord.reports.text import finding_as_text

PROJECT = "the project"
"""The suite of what is about no explainer: the sources, the hand-written pages, the finished site."""

_PLAIN = Style()


class _Case(Struct):
    """What was found about one claim, or about one file where it is about no claim."""

    errors: list[Finding]
    warnings: list[Finding]
    waived: list[Finding]


Suites = dict[str, dict[str, _Case]]


def write(account: Account, style: Style) -> str:
    """One ``testsuite`` for each explainer and one for the rest, in the form that Jenkins and GitLab read.

    A claim is a ``testcase``; what is about no claim is one by its file. Errors make it fail, warnings and
    reviewed exceptions stand in its output. The project's suite says in a case of its own what was done, so
    that no run is without a test. There is no clock in it: every ``time`` is 0.
    """
    suites = _suites(account)
    root = ElementTree.Element("testsuites", {"name": "On Record"})
    _count(root, [case for cases in suites.values() for case in cases.values()], 1)
    for name, cases in suites.items():
        suite = ElementTree.SubElement(root, "testsuite", {"name": printable(name)})
        _count(suite, [*cases.values()], 1 if name == PROJECT else 0)
        if name == PROJECT:
            said = what_was_done(account) + ([] if account.errors else [NOT_CHECKED])
            _output(_case(suite, name, "what was checked"), said)
        for about, case in cases.items():
            _fill(_case(suite, name, about), case)
    ElementTree.indent(root, " ")
    written: bytes = ElementTree.tostring(root, encoding="us-ascii", xml_declaration=True)
    return written.decode("ascii") + "\n"


def _suites(account: Account) -> Suites:
    """The cases of each suite, the project's first and then by name."""
    found: Suites = {PROJECT: {}}
    for finding in account.findings:
        case = _case_of(found, finding)
        (case.errors if finding.severity is Severity.ERROR else case.warnings).append(finding)
    for finding in account.waived:
        _case_of(found, finding).waived.append(finding)
    for explainer, claim in account.clean:
        found.setdefault(explainer, {}).setdefault(claim, _Case([], [], []))
    names = sorted(found, key=lambda name: (name != PROJECT, name))
    return {name: dict(sorted(found[name].items())) for name in names}


def _case_of(found: Suites, finding: Finding) -> _Case:
    about = finding.claim or finding.location.path
    return found.setdefault(finding.explainer or PROJECT, {}).setdefault(about, _Case([], [], []))


def _count(element: ElementTree.Element, cases: list[_Case], more: int) -> None:
    failures = sum(bool(case.errors) for case in cases)
    element.attrib |= {"tests": str(len(cases) + more), "failures": str(failures), "errors": "0", "time": "0"}


def _case(suite: ElementTree.Element, name: str, about: str) -> ElementTree.Element:
    attributes = {"classname": printable(name), "name": printable(about), "time": "0"}
    return ElementTree.SubElement(suite, "testcase", attributes)


def _fill(element: ElementTree.Element, case: _Case) -> None:
    """One failure at most, as build services read no second one: it is called by the first error."""
    if case.errors:
        first, *others = case.errors
        more = f" (and {len(others)} more)" if others else ""
        attributes = {"type": printable(first.rule), "message": printable(first.message) + more}
        failure = ElementTree.SubElement(element, "failure", attributes)
        failure.text = "\n" + "\n".join(finding_as_text(finding, _PLAIN) for finding in case.errors)
    said = [finding_as_text(finding, _PLAIN) for finding in case.warnings]
    said.extend(safe_line(f"a reviewer granted an exception: {in_one_line(one)}") for one in case.waived)
    if said:
        _output(element, said)


def _output(element: ElementTree.Element, lines: Iterable[str]) -> None:
    ElementTree.SubElement(element, "system-out").text = "\n" + "\n".join(lines) + "\n"


REPORT = Report(write)
