"""Safe fixes put into the files of a project: typography alone, checked again before anything is written.

Nothing here reads or writes a file. What is made is a new content for some of the files, of which a check by
the same rules found that no file has more errors than before.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from onrecord.characters import unseen
from onrecord.check import Rejected, Verified
from onrecord.finding import Edit, Fix, Severity
from onrecord.fold import fold
from onrecord.loaders.nodes import Node
from onrecord.loaders.notation import edited
from onrecord.loaders.places import YamlText
from onrecord.loaders.problems import Problems
from onrecord.loaders.yaml import parse
from onrecord.mistake import Mistake
from onrecord.retyping import retypings
from onrecord.text import changed

MOST_ROUNDS = 8
"""How often what is left is looked at again. Two rounds are what any file needed yet."""

Outcome = Verified | Rejected
Contents = Mapping[str, bytes]


class Fixed(Struct, frozen=True):
    """What came of the fixes: the outcome of the check with them, and the new content of each changed file.

    ``originals`` has what those files held before. ``places`` counts the edits, ``left`` the fixes that were
    not made, because a file would have had more errors with them.
    """

    outcome: Outcome
    files: dict[str, bytes] = {}
    originals: dict[str, bytes] = {}
    places: int = 0
    left: int = 0


def fixed(
    outcome: Outcome,
    files: Contents,
    check_again: Callable[[Contents], Outcome],
    is_wanted: Callable[[str], bool] = lambda path: True,
) -> Fixed:
    """Make all safe fixes that ``outcome`` allows, until there are none left.

    ``files`` are the project's files as they were checked, and ``check_again`` checks it with some of them
    replaced. ``is_wanted`` says which files may be changed, by their paths.
    """
    done = Fixed(outcome)
    for _ in range(MOST_ROUNDS):
        step = _Step(done, files, check_again)
        step.add(_apart(fix for fix in safe_fixes(done.outcome) if _touches_only(fix, is_wanted)))
        done = step.done()
        if not step.made:
            break
    return done


def safe_fixes(outcome: Outcome) -> Iterator[Fix]:
    """The safe fixes of all findings, and then the quotations to be typed as their sources have them."""
    for finding in outcome.findings:
        if finding.fix is not None and finding.fix.safe:
            yield finding.fix
    yield from retypings(outcome.resolution)


def applied(fixes: list[Fix]) -> dict[str, str]:
    """The content of each file that ``fixes``, none of which overlap, change."""
    edits: dict[str, list[Edit]] = {}
    for fix in fixes:
        for edit in fix.edits:
            edits.setdefault(edit.text.path, []).append(edit)
    return {path: edited(inside[0].text.content, inside) for path, inside in edits.items()}


def has_the_same_words(before: YamlText, after: YamlText) -> bool:
    """Whether two contents of a YAML file hold the same keys and values but for typography."""
    one, other = parse(before, Problems()), parse(after, Problems())
    return one is not None and other is not None and list(_words(one)) == list(_words(other))


class _Step:
    """The fixes of one round, which all edit the same contents."""

    def __init__(self, before: Fixed, files: Contents, check_again: Callable[[Contents], Outcome]) -> None:
        self.before = before
        self.files = files
        self.check_again = check_again
        self.made: list[Fix] = []
        self.left = 0
        self._outcome = before.outcome
        self._contents: dict[str, bytes] = {}
        self._originals = dict(before.originals)

    def add(self, fixes: list[Fix]) -> None:
        """Make ``fixes`` as well; where they do harm together, those of them that do none."""
        if not fixes or self._try([*self.made, *fixes]):
            return
        if len(fixes) == 1:
            self.left += 1
            return
        half = len(fixes) // 2
        self.add(fixes[:half])
        self.add(fixes[half:])

    def done(self) -> Fixed:
        """What came of it."""
        before = self.before
        places = sum(len(fix.edits) for fix in self.made)
        files = {**before.files, **self._contents}
        return Fixed(self._outcome, files, self._originals, before.places + places, self.left)

    def _try(self, fixes: list[Fix]) -> bool:
        contents = {}
        texts = {edit.text.path: edit.text for fix in fixes for edit in fix.edits}
        for path, content in applied(fixes).items():
            before = texts[path]
            if type(before) is not YamlText or not has_the_same_words(before, YamlText(path, content)):
                return False
            contents[path] = self._encoded(before, content)
        outcome = self.check_again({**self.before.files, **contents})
        if _errors(outcome) - _errors(self.before.outcome):
            return False
        self.made, self._outcome, self._contents = fixes, outcome, contents
        return True

    def _encoded(self, before: YamlText, content: str) -> bytes:
        """The bytes of a new content; a mark of the byte order before it stays."""
        encoded = before.content.encode()
        held = self.before.files.get(before.path) or self.files[before.path]
        if held not in (encoded, BOM_UTF8 + encoded):
            raise Mistake(f"{before.path} changed while it was being checked: run this again")
        self._originals.setdefault(before.path, held)
        return held[: len(held) - len(encoded)] + content.encode()


def _touches_only(fix: Fix, is_wanted: Callable[[str], bool]) -> bool:
    return all(is_wanted(edit.text.path) for edit in fix.edits)


def _apart(fixes: Iterable[Fix]) -> list[Fix]:
    """Those of ``fixes`` that do not overlap with one before them; the others come up again."""
    taken: set[tuple[str, int]] = set()
    kept = []
    for fix in fixes:
        own = {
            (edit.text.path, at)
            for edit in fix.edits
            for at in range(edit.span.start, max(edit.span.end, edit.span.start + 1))
        }
        if taken.isdisjoint(own):
            taken |= own
            kept.append(fix)
    return kept


def _errors(outcome: Outcome) -> Counter[str]:
    """How many errors there are in each file."""
    return Counter(
        finding.location.path for finding in outcome.findings if finding.severity is Severity.ERROR
    )


def _words(node: Node) -> Iterator[str]:
    """The keys of a file and the letters and digits of its values, in order, with the ends of lists."""
    if isinstance(node, str):
        yield _letters(node)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield f"{key}:"
            yield from _words(value)
    else:
        yield "["
        for value in node:
            yield from _words(value)
        yield "]"


def _letters(value: str) -> str:
    """The letters and digits of a value, whatever type they are set in."""
    seen = changed(value, [(oddity.span, "") for oddity in unseen(value)])
    return "".join(filter(str.isalnum, fold(seen).text))
