"""The values that a key can choose from, each in a sentence."""

from __future__ import annotations

_BASES = {
    "stated": "The source says so itself.",
    "inferred": "We worked it out.",
}
VALUES: dict[str, dict[str, str]] = {
    "stance": {
        "supports": "The passage carries the claim (the default).",
        "partly": "The passage carries a part of the claim; not_covered says what it leaves open.",
        "disputes": "The passage says otherwise.",
        "context": "The passage neither carries nor disputes the claim; it helps to understand it.",
    },
    "support": {
        "together": "All quotations of the claim carry it jointly (the default).",
        "each": "Every quotation carries the claim alone.",
    },
    "date_basis": {
        "stated": _BASES["stated"],
        "inferred": f"{_BASES['inferred']} Then date_note has to say how.",
        "none": "Nothing says when; date_words can give the source's own words.",
    },
    "published_basis": _BASES,
    "mode": {
        "quoted": "The source has that person's words in quotation marks.",
        "paraphrased": "The source puts that person's words in its own.",
        "reported": "The source says that the person said so.",
    },
    "status": {
        "interpretation": "The claim is our reading of the source.",
        "contested": "The evidence pulls apart.",
    },
    "kind": {
        "person": "A human being.",
        "organisation": "A body of people: a state, a company, a committee.",
        "place": "Somewhere on the map.",
    },
    "of": {
        "topic": "A topic of explainers.",
        "entity": "A person, an organisation or a place.",
        "source": "A source: the id in its metadata.",
    },
    "show": {
        "timeline": "The claims that have a date, in the order of time.",
        "people": "The entities, with what is claimed of each.",
        "words": "Who said what.",
        "absences": "What the source does not say: the words that were searched for.",
        "source": "What is known of the sources.",
    },
    "publish": {
        "excerpts": "The site shows the sentences in use (the default).",
        "full": "The site shows the whole text, also as a file. Then rights has to say on what terms.",
    },
}
"""By the name of the key, then by the value."""
