"""Prose of our own with the typography of print, and quotations of it as careless people type them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from unicodedata import normalize

SENTENCES = """\
The harbour master’s log for that winter runs to 212 pages — most of them in pencil.
“The ice came early,” he wrote, “and nobody in the town was ready for it.”
Between 1871 and 1874 the ferry crossed the sound 35\u00a0000 times without a single loss.
The committee – all of them shipowners – refused to mend the northern breakwater.
At dawn the thermometer on the customs house read −17 degrees, the lowest figure of the century.
Mrs\u00a0Aldous kept the café by the fish market, and it was there that the strike began.
She is said to have told the inspector: “You may close the door… but not the street.”
The dockers’ wives carried soup across the frozen basin every evening until the end of March.
No more than 4\u00a0% of the cargo was lost, although the papers spoke of a disaster.
The pilot’s daughter, who was nine, rang the fog bell for eleven hours.
“Ring it,” her father had shouted, “as long as you can’t see the island!”
The lighthouse keepers’ cottage stood on the spit — a low, white house with a tarred roof.
Its cellar flooded twice a year, and the officials in the capital were never told.
In the archive the letters are filed under 1880–1885, together with the bills of the rope works.
The naïve façade of the chapel was painted by a sailor whose name is lost.
He asked for no fee; a coat, a blanket and “something hot” were enough for him.
The old quay was twelve feet wide — too narrow, as the engineer’s report said, for the new cranes.
A fish-smoker named Ottley bought the ruined warehouse for £45 and the debts that went with it.
The women’s guild collected 1\u00a0200 signatures for a second lifeboat.
“It’s a scandal,” said the curate, “that a town of sailors should beg for a boat.”
The first efficient pump was fitted in the spring of 1890 and worked until the flood.
Nobody knows who lit the beacon on the night of the wreck…
The official inquiry sat for three days, heard nineteen witnesses, and found no fault with the crew.
The mate – a Swede – had warned the captain’s brother of the shoal.
The final sentence of the report is underlined: “Let the channel be marked.”
The buoys were laid in May, and the fishermen’s quarrel with the council was over.
On some evenings you can still hear the old men argue about it — and about the price of rope.
The school’s roof was lifted by the storm and set down, whole, in the vicar’s orchard.
Sand filled the churchyard to the height of a child’s shoulder.
“We dug for a week,” the sexton recalled, “and then we let it be.”
The railway reached the town in 1902; the last coach left it eleven days later.
Coal was dear that year, and the baker burned driftwood from the northern shore.
The mayor’s speech lasted two hours – and was printed at the town’s expense.
Dr\u00a0Penhallow’s field notes mention the terns on 14\u00a0June and not again.
The colour of the water changed from green to brown within an afternoon.
A ship’s carpenter found the cannon beneath the floor of his own workshop.
It had been cast in 1640—or so the faded letters on its barrel seemed to say.
“I have no use for it,” he told the museum, “unless you buy me a new floor.”
The museum’s only room was above the chandler’s shop, and it smelled of tar.
Visitors signed a book; the earliest entry is that of a schoolmaster from Aldwick.
The council organised a ball in honour of the engineers, who did not come.
The band played until four, and the honoured guests’ chairs stayed empty.
From the hill one counts 27 masts — fewer, the pilot says, than in any year since the war.
The salt works closed for the winter and never opened their gates again.
The town’s finances were “in a most delicate condition”, as the clerk put it.
A neighbour remembered the flat fields behind the sea wall before they were drowned.
The tide – the highest in living memory – stopped a hand’s breadth below the sill.
In the register the child is called Zoë, and the stone above her grave says Zoe.
The bell was recast in 1911 from the metal of the old one, with its crack and all.
“There it hangs,” the guide book ends, “and on a still day you may hear it at sea.”
""".splitlines()
"""Fifty sentences, each as somebody should type it who types what the source has."""

INVENTED = [
    f"{subject} {rest}"
    for subject in (
        "The harbour commission of the southern district",
        "A retired captain with a wooden leg",
        "Every second household near the market",
        "The newspaper’s correspondent in the capital",
        "An insurance clerk from the next county",
        "The governor’s younger sister",
        "Several merchants of the tea trade",
        "The widow who owned the brewery",
        "A committee of seven carpenters",
        "The bishop’s private secretary",
    )
    for rest in (
        "sold three lighthouses to a foreign bank before breakfast.",
        "voted against the tunnel because of the noise of its fans.",
        "taught parrots to recite the multiplication table in Latin.",
        "demanded that umbrellas be taxed by the weight of their handles.",
        "planted four hundred walnut trees along the disused canal.",
    )
]
"""Fifty sentences that nobody wrote in any source."""

_LIGATURES = (("ffi", "\ufb03"), ("ffl", "\ufb04"), ("fi", "\ufb01"), ("fl", "\ufb02"), ("ff", "\ufb00"))
_KEYBOARD = {
    "’": ["'", "\u2018", "`"],
    "“": ['"', "\u201e", "\u00ab"],
    "”": ['"', "\u201c"],
    " — ": [" -- ", " \u2013 ", " --- "],
    " – ": [" - ", " -- ", " \u2014 "],
    "—": ["--", "---"],
    "–": ["-"],
    "…": ["...", ". . ."],
    "−": ["-"],
    "\u00a0": [" ", "\u202f", "  "],
    ", ": [",  ", ",\u00a0"],
    "é": ["e\u0301"],
    "ë": ["e\u0308"],
    "ï": ["i\u0308"],
    "ç": ["c\u0327"],
    "é ": ["e\u0301 "],
}
_SPELLINGS = (
    *(("our", "or"), ("ise", "ize"), ("grey", "gray"), ("ll", "l"), ("ea", "ee"), ("ou", "uo")),
    *(
        ("ck", "k"),
        ("er", "re"),
        ("th", "ht"),
        ("in", "ni"),
        ("a", "e"),
        ("e", "a"),
        ("o", "u"),
        ("i", "y"),
        ("u", "o"),
    ),
)
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")


def printed(choose: random.Random) -> str:
    """The fifty sentences as a printer set them: ligatures, soft hyphens, broken lines, in paragraphs."""
    paragraphs = []
    for first in range(0, len(SENTENCES), 5):
        set_in_type = " ".join(SENTENCES[first : first + 5])
        for letters, joined in _LIGATURES:
            set_in_type = set_in_type.replace(letters, joined)
        set_in_type = _LONG_WORD.sub(lambda word: _with_soft_hyphen(word[0], choose), set_in_type)
        paragraphs.append("\n".join(_lines(set_in_type)))
    return "\n\n".join(paragraphs) + "\n"


def _with_soft_hyphen(word: str, choose: random.Random) -> str:
    at = choose.randint(2, len(word) - 2)
    return f"{word[:at]}\u00ad{word[at:]}" if choose.random() < 0.15 else word


def _lines(paragraph: str) -> Iterator[str]:
    """``paragraph`` in lines, with long words broken where a line is full."""
    line = ""
    for word in paragraph.split(" "):
        if len(line) + len(word) > 70:
            broken = _LONG_WORD.fullmatch(word) and len(word) > 7
            yield f"{line} {word[:4]}-" if broken else line
            line = word[4:] if broken else word
        else:
            line = f"{line} {word}" if line else word
    yield line


def typed(sentence: str, choose: random.Random) -> str:
    """``sentence`` with other characters that fold to the same: at least one, if there is any to choose."""
    places = [(at, own) for own in _KEYBOARD for at in _every(sentence, own)]
    choose.shuffle(places)
    changed, taken = list(sentence), set[int]()
    for number, (at, own) in enumerate(places):
        if taken.isdisjoint(range(at, at + len(own))) and (number == 0 or choose.random() < 0.7):
            taken.update(range(at, at + len(own)))
            changed[at : at + len(own)] = [choose.choice(_KEYBOARD[own]), *[""] * (len(own) - 1)]
    if not taken:
        at = choose.choice(_every(sentence, " "))
        changed[at] = choose.choice(["  ", "\u00a0", "\u2009"])
    return "".join(changed)


def _every(text: str, part: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(part), text)]


def misquoted(sentence: str, how: str, choose: random.Random) -> str:
    """``sentence`` with a word dropped, added, swapped, mistyped or spelt otherwise, not at its ends."""
    words = normalize("NFC", sentence).split(" ")
    at = choose.randrange(2, len(words) - 2)
    if how == "drop":
        del words[at]
    elif how == "add":
        words.insert(at, choose.choice(["very", "almost", "never", "then", "great"]))
    elif how == "swap":
        words[at], words[at + 1] = words[at + 1], words[at]
    else:
        long = [number for number in range(1, len(words)) if _LONG_WORD.fullmatch(words[number])]
        at = choose.choice(long)
        words[at] = _mistyped(words[at], choose) if how == "typo" else _spelt_otherwise(words[at])
    return " ".join(words)


def _mistyped(word: str, choose: random.Random) -> str:
    at = choose.randrange(1, len(word) - 1)
    other = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return other if other != word else word[:at] + word[at + 1 :]


def _spelt_otherwise(word: str) -> str:
    one, other = next(pair for pair in _SPELLINGS if pair[0] in word)
    return word.replace(one, other, 1)
