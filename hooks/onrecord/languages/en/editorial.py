"""The words of an editor's own voice in English."""

from __future__ import annotations

from onrecord.language import words
from onrecord.lexicon.editorial import Editorial

EDITORIAL = Editorial(
    small=words("zero one two"),
    own_things=words(
        "claim claims quotation quotations quote quotes source sources passage passages sentence sentences",
        "paragraph paragraphs line lines word words phrase phrases term terms letter letters mark marks",
        "question questions answer answers reading readings meaning meanings sense senses way ways thing",
        "things point points part parts section sections chapter chapters page pages heading headings",
        "headline headlines article articles report reports text texts document documents file files",
        "version versions edition editions name names spelling spellings verb verbs noun nouns wording",
        "wordings expression expressions statement statements note notes remark remarks reason reasons",
        "search searches entry entries step steps correction corrections update updates link links",
        "explanation explanations interpretation interpretations possibility possibilities case cases",
        "kind kinds sort sorts place places speaker speakers account accounts exception exceptions",
    ),
    pointers=words("line lines page pages paragraph paragraphs section chapter claim claims note sentence"),
)
