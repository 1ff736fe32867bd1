"""What a page says of itself: its figures, its caveat, and what was and was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from onrecord.ground.repeating import Origins, independent
from onrecord.model import Explainer, Source
from onrecord.view.claims import PrintedClaim
from onrecord.view.dates import when
from onrecord.view.published import PublishedExplainer, sources_of
from onrecord.view.tags import is_inferred
from onrecord.view.words import capitalised, count, listed, percent


class Figures(Struct, frozen=True):
    """How much stands on what: numbers of claims, quotations and searches, all counted from the page.

    ``foldings`` counts the quotations that needed each folding, ``exact`` those that needed none;
    ``repeating`` are the sources that only repeat others of them, ``sources`` all.
    """

    sources: int
    repeating: int
    claims: int
    quoting: int
    searching: int
    derived: int
    quotations: int
    exact: int
    foldings: dict[str, int]
    terms: int
    interpretations: int
    contested: int
    inferred: int
    glosses: int


def figures(claims: Iterable[PrintedClaim], origins: Origins) -> Figures:
    """Count ``claims`` and what they rest on; ``origins`` tells which sources repeat others."""
    claims = list(claims)
    passages = [passage for claim in claims for passage in claim.passages]
    foldings: Counter[str] = Counter(name for passage in passages for name in passage.foldings)
    sources = {str(source.id) for claim in claims for source in sources_of(claim)}
    return Figures(
        sources=len(sources),
        repeating=len(sources) - len(set(independent(sources, origins).values())),
        claims=len(claims),
        quoting=sum(bool(claim.passages) for claim in claims),
        searching=sum(bool(claim.searches) for claim in claims),
        derived=sum(claim.claim.derived is not None for claim in claims),
        quotations=len(passages),
        exact=sum(not passage.foldings for passage in passages),
        foldings=dict(sorted(foldings.items())),
        terms=sum(len(search.terms) for claim in claims for search in claim.searches),
        interpretations=sum(claim.claim.status == "interpretation" for claim in claims),
        contested=sum(claim.claim.status == "contested" for claim in claims),
        inferred=sum(is_inferred(claim.claim) for claim in claims),
        glosses=sum(len(passage.refers) for passage in passages),
    )


def strip(entry: PublishedExplainer, counted: Figures) -> list[tuple[str, str]]:
    """The provenance strip: label and value, every figure counted; the day alone where no claim is left."""
    items = []
    if counted.claims:
        items = [
            ("Rests on", rests_on(counted.sources, counted.repeating)),
            ("Claims", f"{counted.claims:,}"),
            ("Looked up", looked_up(counted)),
            ("As of", written_in(entry.sources)),
        ]
    if entry.updated:
        label = "Published" if entry.updated == entry.explainer.published else "Last change"
        items.append((label, when(entry.updated).words))
    return items


def rests_on(sources: int, repeating: int) -> str:
    """How many sources there are, the repeating ones apart: ``1 source and 1 that only repeats it``."""
    own = sources - repeating
    if not repeating:
        return count(own, "source")
    verb = "repeats" if repeating == 1 else "repeat"
    return f"{count(own, 'source')} and {repeating:,} that only {verb} {'it' if own == 1 else 'others'}"


def looked_up(counted: Figures) -> str:
    """The state of the check: ``78 quotations are in the source, 85 terms are not``."""
    where = "the source" if counted.sources == 1 else "their sources"
    said = []
    if counted.quotations:
        are = "is" if counted.quotations == 1 else "are"
        said.append(f"{count(counted.quotations, 'quotation')} {are} in {where}")
    if counted.terms:
        are = "is" if counted.terms == 1 else "are"
        said.append(f"{count(counted.terms, 'term')} {are} not" + ("" if said else f" in {where}"))
    return ", ".join(said)


def written_in(sources: Iterable[Source]) -> str:
    """When the sources were written, as far as their metadata says."""
    sources = list(sources)
    dated = sorted({str(source.published) for source in sources if source.published}, key=_order)
    if not dated:
        return "undated"
    first, last = when(dated[0]).words, when(dated[-1]).words
    inferred = any(source.published_basis == "inferred" for source in sources)
    others = ", others undated" if any(not source.published for source in sources) else ""
    if len(dated) > 1:
        return f"{first} to {last}{', in part inferred by us' if inferred else ''}{others}"
    said = f"{first.removeprefix('probably ')}, a date we inferred" if inferred else first
    return f"{said}{others}"


def _order(date: str) -> tuple[int, int, int]:
    return when(date).order


def caveat(entry: PublishedExplainer) -> str:
    """The warning in view: how few sources, what is unknown of them, and that nothing else was checked."""
    if not entry.claims:
        return (
            "Every claim of this page was withdrawn. What they said, since when and why: see the corrections."
        )
    if len(entry.sources) == 1:
        known = ", ".join(["One source", *_unknown(entry.sources[0])])
        return f"{known}. Nothing here was checked against the world outside it."
    counted_as = independent((source.id for source in entry.sources), entry.origins)
    own = len(set(counted_as.values()))
    carried, resting = _carried_by_one(entry, counted_as)
    beginning = capitalised(rests_on(len(counted_as), len(counted_as) - own))
    if own > 1 and carried > 0.8 * resting:
        beginning = f"One source supports {percent(carried, resting)} of the claims"
    elif own == 1:
        beginning = beginning.replace("1", "One", 1)
    return f"{beginning}. Nothing here was checked against the world outside them."


def _carried_by_one(entry: PublishedExplainer, counted_as: Mapping[str, str]) -> tuple[int, int]:
    """How many claims the most used source carries alone or with others, and how many rest on sources."""
    used = [{counted_as[str(source.id)] for source in sources_of(claim)} for claim in entry.claims.values()]
    times = Counter(name for names in used for name in names)
    return max(times.values(), default=0), sum(bool(names) for names in used)


def _unknown(source: Source) -> Iterator[str]:
    if not source.published:
        yield "undated"
    elif source.published_basis == "inferred" or any(c in str(source.published) for c in "?~%"):
        yield "its date inferred"
    asked = {"outlet": source.publisher, "web address": source.url}
    if missing := [name for name, known in asked.items() if not known]:
        yield f"no {' and no '.join(missing)} given"


def checked(counted: Figures, sentences: dict[str, str]) -> Iterator[str]:
    """What the program checked on the page; ``sentences`` say each folding in plain words."""
    if not counted.claims:
        yield "Nothing: every claim of this page was withdrawn."
        return
    one = counted.sources == 1
    found = f"{capitalised(_were(counted.quotations, 'quotation'))} looked up and found: "
    differing = counted.quotations - counted.exact
    rest = f", {differing:,} with a difference in type that does not count" if differing else ""
    yield f"{found}{counted.exact:,} letter for letter{rest}."
    for name, times in counted.foldings.items():
        yield f"{count(times, 'quotation')}: {sentences.get(name, name)}"
    if counted.searching:
        yield (
            f"For {count(counted.searching, 'claim')} about what is not said, "
            f"{_were(counted.terms, 'term')} searched for, and none occurs."
        )
    yield f"The {'source is' if one else 'sources are'} unchanged, byte for byte."


def _were(number: int, name: str) -> str:
    return f"{count(number, name)} {'was' if number == 1 else 'were'}"


def judged(counted: Figures, explainer: Explainer) -> Iterator[str]:
    """What people judged and the page marks as such."""
    if explainer.subject:
        yield (
            f"That the whole page is about {listed(list(map(str, explainer.subject)))}: a claim may add "
            f"{'this name' if len(explainer.subject) == 1 else 'these names'} where its passage leaves "
            f"{'it' if len(explainer.subject) == 1 else 'them'} out"
        )
    if counted.derived:
        yield f"{count(counted.derived, 'claim')} worked out from other claims, with the working"
    if counted.interpretations:
        yield f"{count(counted.interpretations, 'claim')} that are our reading, marked so in the sentence"
    if counted.contested:
        yield f"{count(counted.contested, 'claim')} marked as contested"
    if counted.inferred:
        yield f"{count(counted.inferred, 'date')} inferred, with the reasoning"
    if counted.glosses:
        yield f"{count(counted.glosses, 'word or phrase', 'words or phrases')} explained in square brackets"


def summary(counted: Figures) -> str:
    """One line for a card: ``40 claims from 1 source``."""
    return f"{count(counted.claims, 'claim')} from {rests_on(counted.sources, counted.repeating)}"
