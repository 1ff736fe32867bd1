"""Counts, names, languages and the fixed terms of the model in a reader's words."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Claim, Explainer, Quotation

RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"])
RIGHT_TO_LEFT_SCRIPTS = frozenset(["adlm", "arab", "hebr", "nkoo", "syrc", "thaa"])

LANGUAGES = {
    **{"ar": "Arabic", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek"},
    **{"en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew"},
    **{"hi": "Hindi", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese"},
    **{"ko": "Korean", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto"},
    **{"pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "sw": "Swahili"},
    **{"th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese"},
}
STANCES = {
    "supports": "",
    "partly": "Supports the claim in part",
    "disputes": "Disputes the claim",
    "context": "Context: does not carry the claim by itself",
}
CARRYING = frozenset(["supports", "partly"])
STATUSES = {"interpretation": "our reading", "contested": "contested"}
SUPERSEDED = "superseded"
EXCEPTED = "exception to a rule"
STATUS_SENTENCES = {
    "interpretation": "Our reading: the source can be read in more than one way.",
    "contested": "Contested: what the source says pulls in two directions, or sources do.",
}


def count(number: int, singular: str, plural: str = "") -> str:
    """``1 claim``, ``2 claims``, ``2,977 characters``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def capitalised(text: str) -> str:
    """``text`` with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def percent(part: int, whole: int) -> str:
    """``91%``: rounded, but never up to 100% or down to 0% where that would be wrong."""
    share = round(100 * part / whole) if whole else 0
    if part and not share:
        return "under 1%"
    return f"{99 if share == 100 and part < whole else share}%"


def opening(text: str) -> str:
    """The first words of ``text``, for names of links and buttons."""
    words = text.split()
    first = " ".join(words[:7])
    if len(first) > 60:
        return first[:48] + "…"
    return first if len(words) <= 7 else first.rstrip(",;:") + "…"


def direction(language: str) -> str:
    """``rtl`` or ``ltr`` for a BCP 47 language tag."""
    tags = language.lower().split("-")
    if any(tag in RIGHT_TO_LEFT_SCRIPTS for tag in tags[1:]):
        return "rtl"
    return "rtl" if tags[0] in RIGHT_TO_LEFT and "latn" not in tags and "cyrl" not in tags else "ltr"


def language_name(tag: str) -> str:
    """``English`` for ``en``, ``English (en-GB)`` for ``en-GB``; a tag that is not known stands as it is."""
    name = LANGUAGES.get(tag.lower().partition("-")[0], "")
    if not name:
        return tag
    return f"{name} ({tag})" if "-" in tag else name


def voice(claim: Claim, quotation: Quotation) -> str:
    """Whose words a quotation holds, as a sentence part: ``the source's own words`` and the like.

    Where the quotation names no speaker, the claim's attribution holds for passages that carry the claim;
    how that person's words reach us (``mode``) is said of nobody else's.
    """
    attributed = str(claim.attributed_to or "")
    who = str(quotation.speaker or "") or (attributed if quotation.stance in CARRYING else "")
    if not who:
        return "the source’s own words"
    match claim.mode if who.casefold() == attributed.casefold() or not attributed else "":
        case "quoted":
            return f"words of {who}, in quotation marks in the source"
        case "paraphrased":
            return f"{who}, in the source’s paraphrase"
    return f"{who}, as the source reports it"


def last_change(explainer: Explainer) -> str:
    """The latest date the page itself states for a change to it (ISO 8601), empty where there is none."""
    dates = [str(explainer.published or "")]
    dates.extend(update.date for update in explainer.updates)
    dates.extend(retired.date for retired in explainer.retired)
    for claim in explainer.claims:
        dates.extend(correction.date for correction in claim.corrections)
        if claim.withdrawn:
            dates.append(claim.withdrawn.date)
    return max(dates)
