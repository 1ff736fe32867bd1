"""The rules for what was published before: it is corrected or withdrawn in the open, and never just gone."""

from __future__ import annotations

from onrecord.rule import Rule
from onrecord.site_rules import about_the_site

PUBLISHED_CLAIM_CHANGED = about_the_site(
    "published-claim-changed",
    "A published claim says something else, and no correction says so.",
    "Compares with an earlier revision: a claim that was published then and now has another text or other\n"
    "quotations needs a new entry under `corrections:` whose `was` is what it said before.",
    "Somebody may have quoted the claim. Who comes back must find what it said, since when it says\n"
    "something else, and why.",
    "Add an entry to the claim's `corrections:`. `was` is the text as it was published. Where only the\n"
    "wording or a quotation moved and nothing was wrong, add `minor: true`: it then stands in the claim's\n"
    "history alone.",
)
PUBLISHED_CLAIM_REMOVED = about_the_site(
    "published-claim-removed",
    "A published claim is gone, and its address with it.",
    "Compares with an earlier revision: a claim that was published then must still be there, be\n"
    "`withdrawn`, or be listed under `retired:`.",
    "The address of a claim is quoted in other places, and must say what became of it.",
    "Put the claim back and give it `withdrawn:` with a date and a reason, or list its id under `retired:`.",
)
PUBLISHED_EXPLAINER_REMOVED = about_the_site(
    "published-explainer-removed",
    "A published explainer is gone, and its address with it.",
    "Compares with an earlier revision: an explainer that was published then must still be there and be no\n"
    "draft, or be the former name of another one (`retired:` with `replaced_by` naming that).",
    "Its address and those of its claims are quoted in other places.",
    "Put the file back and withdraw its claims, or have the new file name the old one under `retired:`.",
)
PUBLISHED_SOURCE_CHANGED = about_the_site(
    "published-source-changed",
    "A source is another text now, or gone.",
    "Compares with an earlier revision: a source that was there then must have the same bytes now, under\n"
    "the same id. Only one that no published claim ever cited may be gone. A source that was taken down\n"
    "keeps its id and its fingerprint.",
    "Its claims were written, reviewed and published on the old text.",
    "Put the old text back, and add the new one as a source of its own, with an id of its own. Then change\n"
    "the claims one by one. A text that has to go is taken down: its metadata stay.",
)
PUBLISHED_NAME_REMOVED = about_the_site(
    "published-name-removed",
    "The page of a topic, an entity or a source is gone, and its address with it.",
    "Compares with an earlier revision: a topic, an entity or a source that had a page then must have one\n"
    "now, or its id must stand under `former_names:` of an explainer.",
    "Its address is in bookmarks, in search engines and in other pages.",
    "Put it back, or name the old id under `former_names:` with a date and a reason, and with\n"
    "`replaced_by:` where another page takes its place.",
)

REVISION_RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in (
        *(PUBLISHED_CLAIM_CHANGED, PUBLISHED_CLAIM_REMOVED),
        *(PUBLISHED_EXPLAINER_REMOVED, PUBLISHED_SOURCE_CHANGED, PUBLISHED_NAME_REMOVED),
    )
}
"""These rules, by id."""
