"""Former names of topics, entities and sources: not in use again, and leading to what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.finding import Related
from onrecord.history import FormerName
from onrecord.loaders.cited import cited
from onrecord.loaders.suggest import asked, likeliest
from onrecord.mending import instead
from onrecord.model import Explainer, Problem, Source
from onrecord.text import Scalar, slug


def former_name_problems(explainers: Iterable[Explainer], sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Yield a problem for each former name that something has now, or that leads to nothing."""
    explainers = list(explainers)
    known: dict[str, set[str]] = {
        "topic": {slug(topic) for explainer in explainers for topic in explainer.topics},
        "entity": {entity.key for explainer in explainers for entity in explainer.entities},
        "source": set(map(str, sources)),
    }
    # A source may be kept without a page: nothing cites it any more.
    paged = {str(id) for _, id in cited(explainers) if id in sources}
    paged |= {id for id, one in sources.items() if one.taken_down}
    first: dict[tuple[str, str], Scalar] = {}
    became = {(one.of, str(one.id)): one.replaced_by for each in explainers for one in each.former_names}
    for explainer in explainers:
        for former in explainer.former_names:
            name = (former.of, str(former.id))
            here = first.setdefault(name, former.id)
            if here is not former.id:
                message = f"the former name {str(former.id)!r} is told already"
                related = (Related("the first time", here.at()),)
                help = "take one of the two out"
                yield Problem("duplicate-id", message, former.id.at(), help, related, explainer=explainer.id)
            elif former.id in (paged if former.of == "source" else known[former.of]):
                message = (
                    f"there is a {former.of} {str(former.id)!r} again, so its address cannot lead elsewhere"
                )
                help = "take this entry out, or give what has the name now another one"
                yield Problem("duplicate-id", message, former.id.at(), help, explainer=explainer.id)
            elif former.replaced_by is not None and former.replaced_by not in known[former.of]:
                newest = _newest(former, became)
                names = {newest} & known[former.of] or known[former.of]
                yield _nowhere(former, former.replaced_by, names, explainer, is_newest=newest in names)


def _newest(former: FormerName, became: Mapping[tuple[str, str], Scalar | None]) -> str:
    """What something is called now that had other names since; empty where these lead round in a circle."""
    name, seen = former.replaced_by, {str(former.id)}
    while name is not None and (former.of, str(name)) in became:
        if str(name) in seen:
            return ""
        seen.add(str(name))
        name = became[former.of, str(name)]
    return "" if name is None else str(name)


def _nowhere(
    former: FormerName, replaced_by: Scalar, known: set[str], explainer: Explainer, *, is_newest: bool
) -> Problem:
    message = f"there is no {former.of} {str(replaced_by)!r} that the old address could lead to"
    meant = next(iter(known)) if is_newest else likeliest(replaced_by, known)
    help = asked(meant) or "write the id as it stands in the address, or leave 'replaced_by' out"
    if is_newest:
        help = f"write {meant!r}, which it became: each former name leads to the newest"
    fix = instead(replaced_by, meant) if meant else None
    return Problem("former-name-to-nowhere", message, replaced_by.at(), help, fix=fix, explainer=explainer.id)
