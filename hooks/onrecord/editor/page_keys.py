"""The keys of a fact file beside its claims, each in a sentence and with an example."""

from __future__ import annotations

from onrecord.editor.key import Key

PAGE_KEYS = {
    "a fact file": {
        "title": Key("The page's title: a question or a label. Required.", "Is the dam safe?"),
        "description": Key(
            "One sentence under the title and for search engines.", "What the committee's report says."
        ),
        "published": Key("The day the page first appeared.", "2026-11-24"),
        "source": Key("The source of every quotation on the page that names none.", "report"),
        "language": Key("The language the page is written in; English if absent.", "en"),
        "draft": Key("`true` keeps the page checked and unpublished.", example=True),
        "subject": Key(
            "Names the whole page is about, which a claim may use where its quotation leaves them "
            "out. Any other name must stand in a quotation, be declared under `refers`, or be another "
            "name of an entity that does.",
            ["the dam"],
        ),
        "topics": Key(
            "Names under which readers find the page beside others, at most 60 characters each. Same "
            "name, same topic: capitals do not count. A topic sorts and says nothing: names and "
            "numbers in it must stand in the claims.",
            ["Dams"],
        ),
        "rests_on": Key(
            "Claims that the title and description rest on, where those say something.", ["safe"]
        ),
        "answer": Key("The claims of the short answer, at most 60 words together.", ["safe", "cracks"]),
        "claims": Key(
            "The claims. Required.",
            [
                {
                    "id": "safe",
                    "text": "The committee found that the dam was safe.",
                    "evidence": [{"quote": "The committee found that the dam was safe."}],
                }
            ],
        ),
        "entities": Key("Who is who.", [{"name": "Ada Byron", "kind": "person"}]),
        "sections": Key(
            "What is printed in which order; without it, all claims in the file's order.",
            [{"heading": "What was found?", "body": [{"claims": ["safe"]}]}],
        ),
        "updates": Key(
            "Changes to the page that readers should know of.",
            [{"date": "2026-12-01", "what": "A second source added."}],
        ),
        "retired": Key(
            "Addresses that were published once and stay.",
            [{"id": "safe-in-may", "date": "2026-12-01", "why": "Merged into another claim."}],
        ),
        "former_names": Key(
            "Old names of topics, entities and sources that had an address, which leads on.",
            [{"of": "topic", "id": "dams", "date": "2026-12-01", "why": "A clearer name."}],
        ),
    },
    "an entity": {
        "name": Key("The name as the page uses it. Required.", "Ada Byron"),
        "kind": Key("`person`, `organisation` or `place`. Required.", "person"),
        "id": Key(
            "What it is known by in addresses, made of the name if absent. The same id on other pages "
            "means the same person, organisation or place.",
            "ada-byron",
        ),
        "aliases": Key("Other names for the same.", ["Byron", "Ms Byron"]),
        "role": Key("The claim that says who or what it is.", "byron-chairs"),
    },
    "a section": {
        "heading": Key("A question or a label. Required.", "What was found?"),
        "rests_on": Key("The claims a heading rests on, where it says something.", ["safe"]),
        "body": Key(
            "The paragraphs, in order. Required.", [{"claims": ["inspected", "safe"]}, {"show": "timeline"}]
        ),
    },
    "a paragraph of claims": {
        "claims": Key("A paragraph of claims, printed in this order.", ["inspected", "safe"]),
    },
    "an editor's paragraph": {
        "editor": Key("A remark in our own voice, shown as such.", "The report is our only source."),
    },
    "a block": {
        "show": Key(
            "A block made from the claims: `timeline`, `people`, `words` (who said what), `absences` "
            "or `source`.",
            "timeline",
        ),
    },
    "an update": {
        "date": Key("The day of the change. Required.", "2026-12-01"),
        "what": Key("What changed. Required.", "A second source added."),
        "claims": Key("The claims it touched.", ["safe"]),
    },
    "an entry of 'retired'": {
        "id": Key("The claim that was removed, or the old name of the explainer. Required.", "safe-in-may"),
        "date": Key("Since when. Required.", "2026-12-01"),
        "why": Key("Why. Required.", "Merged into another claim."),
        "replaced_by": Key("Where to look instead.", "safe"),
    },
    "an entry of 'former_names'": {
        "of": Key("What had the name: `topic`, `entity` or `source`. Required.", "topic"),
        "id": Key("The old name, as it stands in the address. Required.", "dams"),
        "date": Key("Since when it is no more. Required.", "2026-12-01"),
        "why": Key("Why it is no more. Required. Printed.", "A clearer name."),
        "replaced_by": Key("The name that leads on, as it stands in the address.", "reservoirs"),
    },
}
