"""The keys of a claim and of its evidence, each in a sentence and with an example."""

from __future__ import annotations

from onrecord.editor.key import Key

CLAIM_KEYS = {
    "a claim": {
        "id": Key("The claim's permanent name, unique in the file and never used again. Required.", "safe"),
        "text": Key(
            "The sentence we print, in at most 1,000 characters. Required. It should make sense alone.",
            "The committee found that the dam was safe.",
        ),
        "evidence": Key(
            "The passages it rests on (together at most 20,000 characters), or words that are absent. "
            "Required, unless `derived`.",
            [{"quote": "The committee found that the dam was safe."}],
        ),
        "derived": Key(
            "Other claims of the page it is worked out from, and how.",
            {"from": ["begun", "opened"], "how": "1962 minus 1958 is four years."},
        ),
        "support": Key(
            "`together` (default): all its quotations carry it jointly; `each`: every one does alone.", "each"
        ),
        "date": Key(
            "When the thing happened, as far as known: `2025`, `2025-04`, `2025-04-17`, with `?` "
            "where uncertain, `2021-08/..` where it goes on.",
            "2025-04",
        ),
        "date_basis": Key(
            "`stated` by the source, `inferred` by us (then `date_note` is required), or `none`.", "inferred"
        ),
        "date_note": Key(
            "The reasoning for an inferred date. Printed.", "The report is of May and says last month."
        ),
        "date_words": Key("The source's own words for the time.", "last month"),
        "as_of": Key(
            "For what is true only for a while: `source` (when the source was written) or a date.", "source"
        ),
        "attributed_to": Key("Who asserts it, if not the source itself.", "the committee"),
        "mode": Key("How that person's words reach us: `quoted`, `paraphrased` or `reported`.", "quoted"),
        "status": Key(
            "`interpretation` where the claim is our reading, `contested` where the evidence pulls apart.",
            "interpretation",
        ),
        "note": Key("A remark for readers. Printed.", "The report does not say which dam."),
        "depends_on": Key("Claims that this one falls with.", ["inspected"]),
        "conflicts_with": Key("Claims it does not agree with.", ["cracks"]),
        "supersedes": Key("Claims it takes the place of.", ["safe-in-may"]),
        "waivers": Key(
            "Exceptions to a rule, each with a reason that readers see and the fingerprint of the "
            "words that were reviewed.",
            [
                {
                    "rule": "cut-before-contrast",
                    "reason": "The contrast is quoted in the next claim.",
                    "reviewed": "3f9a1c02",
                }
            ],
        ),
        "corrections": Key(
            "What it said before, when it changed and why. `minor` where only the wording moved: it "
            "then stands in the claim's history alone.",
            [
                {
                    "date": "2026-12-01",
                    "was": "The dam was safe.",
                    "why": "It left out who says so.",
                    "minor": False,
                }
            ],
        ),
        "withdrawn": Key(
            "Since when and why it is no longer made; the address stays. With `source`, where that was "
            "taken down, `evidence` is left out.",
            {"date": "2026-12-01", "why": "Its source was taken down.", "source": "report"},
        ),
        "reread": Key(
            "The day somebody last read the claim again because one that it leans on had changed. Printed.",
            "2026-12-02",
        ),
    },
    "a quotation": {
        "quote": Key("The source's own words. Required.", "The committee found that the dam was safe."),
        "source": Key("The source's id, where it is not the page's default.", "report"),
        "prefix": Key("The words right before, where the quotation stands more than once.", "In May"),
        "suffix": Key("The words right after.", "The river"),
        "line": Key("The line of the source it begins on, another way to say which place is meant.", 12),
        "refers": Key(
            "What words of the quotation stand for, and why you read them so.",
            [{"words": "it", "means": "the dam", "why": "The sentence before names nothing else."}],
        ),
        "speaker": Key("Whose words they are, where the source quotes somebody.", "the committee"),
        "stance": Key("`supports` (default), `partly`, `disputes` or `context`.", "partly"),
        "not_covered": Key("With `partly`: what the passage leaves open.", "the year"),
        "translation": Key(
            "The passage in the page's language; `quote` stays in the original.", "The dam is safe."
        ),
        "translated_by": Key("Who translated it.", "the editors"),
    },
    "an entry with 'absent'": {
        "absent": Key(
            "Words the source does not contain, in any case; `*` at a word's end stands for any ending.",
            ["crack*", "leak*", "safety margin"],
        ),
        "source": Key("The source's id, where it is not the page's default.", "report"),
    },
    "an entry of 'refers'": {
        "words": Key("Words of the quotation, as they stand there. Required.", "it"),
        "means": Key("What they stand for. Required.", "the dam"),
        "why": Key("Why you read them so. Printed.", "The sentence before names nothing else."),
    },
    "'derived'": {
        "from": Key("The claims it is worked out from, in the same file. Required.", ["begun", "opened"]),
        "how": Key("The working, in words. Required. Printed.", "1962 minus 1958 is four years."),
    },
    "a waiver": {
        "rule": Key("The rule's name, as findings print it. Required.", "cut-before-contrast"),
        "reason": Key(
            "Why the finding may stand. Required. Printed.", "The contrast is quoted in the next claim."
        ),
        "reviewed": Key(
            "The fingerprint of the words that were read: leave it away, and `onrecord check` shows "
            "the line to write.",
            "3f9a1c02",
        ),
    },
    "a correction": {
        "date": Key("The day of the correction. Required.", "2026-12-01"),
        "was": Key("The sentence as it stood before. Required. Printed.", "The dam was safe."),
        "why": Key("What was wrong with it. Required. Printed.", "It left out who says so."),
        "minor": Key(
            "`true` where only the wording moved: it then stands in the claim's history alone.",
            example=False,
        ),
    },
    "'withdrawn'": {
        "date": Key("Since when the claim is no longer made. Required.", "2026-12-01"),
        "why": Key("Why it is no longer made. Required. Printed.", "The passage does not say so."),
        "source": Key("The source that was taken down, where that is why.", "report"),
    },
}
