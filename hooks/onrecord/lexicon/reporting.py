"""The words by which a language says who says, thinks or calls something."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct


class Reporting(Struct, frozen=True, dict=True):
    """Words that hand over to a speaker, and those that speakers are named with (all in small letters)."""

    saying: frozenset[str] = frozenset()
    """Verb forms after which, or before which, somebody's words stand (*said*)."""
    ambiguous: frozenset[str] = frozenset()
    """Those verb forms that more often mean something else (*hold*)."""
    opining: frozenset[str] = frozenset()
    """Verb forms that make what follows an opinion, or a thing nobody has shown (*believes*, *alleged*)."""
    opining_before_clause: frozenset[str] = frozenset()
    """Those that do so only before a clause, and have other uses (*felt*, *maintains*)."""
    calling: frozenset[str] = frozenset()
    """Verb forms that put a name on something (*called it a disgrace*)."""
    calling_as: frozenset[str] = frozenset()
    """Those that need *as* (*described it as a disgrace*)."""
    declaring: frozenset[str] = frozenset()
    """Those that may make it so by saying it (*declared the match a draw*)."""
    accusing: frozenset[str] = frozenset()
    """Verb forms that charge somebody with something (*accused her of fraud*)."""
    charges: frozenset[str] = frozenset()
    """The words between the person that is charged and the charge (*of*)."""
    likening: frozenset[str] = frozenset()
    """The words between the thing and the name that is put on it (*as*)."""
    particles: frozenset[str] = frozenset()
    """Words right after a verb which give it another sense (*called off*)."""
    introducing: frozenset[str] = frozenset()
    """Words behind a verb that always begin what is said (*that*)."""
    nouns: frozenset[str] = frozenset()
    """Other words by which a sentence shows that it is somebody's word (*statement*, *quoted*)."""
    sourcing: tuple[tuple[str, ...], ...] = ()
    """What stands before a speaker (*according to*)."""
    viewing: tuple[tuple[str, ...], ...] = ()
    """What stands before somebody whose opinion it is (*in the view of*)."""
    agents: frozenset[str] = frozenset()
    """What stands before the speaker behind a passive (*called a hero by*)."""
    being: frozenset[str] = frozenset()
    """Verb forms that make a passive (*is called*)."""
    relatives: frozenset[str] = frozenset()
    """Words that stand for a speaker named right before (*who said*)."""

    titles: frozenset[str] = frozenset()
    """What stands before a name and is not part of it (*Mr*)."""
    bodies: frozenset[str] = frozenset()
    """What an organisation or its people as a whole are called (*ministry*)."""
    persons: frozenset[str] = frozenset()
    """Pronouns that stand for a speaker (*he*)."""
    things: frozenset[str] = frozenset()
    """Those of them that may stand for a thing as well (*it*)."""
    unexpecting: frozenset[str] = frozenset()
    """Words before a verb of thinking which make true what follows (*never thought that*)."""
    answers: frozenset[str] = frozenset()
    """Words that are all that somebody says, in no quotation marks (*said yes*)."""
    onlookers: frozenset[str] = frozenset()
    """Words for people who judge what others do, and cannot know what they will (*critics*)."""
    seats: tuple[tuple[str, str], ...] = ()
    """Houses and towns that stand for a government, each with its place (*kremlin*, *russia*)."""
    definite: frozenset[str] = frozenset()
    """Words that begin a phrase for somebody named before (*the*)."""
    indefinite: frozenset[str] = frozenset()
    """Words that begin a phrase for somebody or something new (*a*)."""
    articles: frozenset[str] = frozenset()
    """Words that begin a phrase for something known (*the*)."""
    quantities: frozenset[str] = frozenset()
    """Little words that may stand before those who speak (*many*)."""
    plural_endings: tuple[str, ...] = ()
    epithet_endings: tuple[str, ...] = ()
    """Endings of words that stand for a person named before (*the Dutchman*)."""
    linking: frozenset[str] = frozenset()
    """Words between a head and what belongs to it (*the minister of*, *a spokesman for*)."""
    own: frozenset[str] = frozenset()
    """Words for the source itself (*article*)."""
    wording: frozenset[str] = frozenset()
    """Words by which a claim is about the words themselves (*phrase*, *wording*)."""

    @cached_property
    def verbs(self) -> frozenset[str]:
        """All the verb forms."""
        return (
            self.saying
            | self.opining
            | self.opining_before_clause
            | self.calling
            | self.calling_as
            | self.accusing
        )

    @cached_property
    def source_words(self) -> frozenset[str]:
        """The longest words of the phrases before a speaker: without one of them there is none."""
        return frozenset(max(phrase, key=len) for phrase in (*self.sourcing, *self.viewing))

    @cached_property
    def cues(self) -> frozenset[str]:
        """The words and the mark without which a sentence hands nothing over, but in quotation marks."""
        return self.verbs | self.source_words | {":"}

    @cached_property
    def saying_or_opining(self) -> frozenset[str]:
        """The verb forms with somebody's words before or behind them."""
        return self.saying | self.opining | self.opining_before_clause

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words of the phrases before a speaker."""
        return frozenset(phrase[0] for phrase in (*self.sourcing, *self.viewing))

    @cached_property
    def telling(self) -> frozenset[str]:
        """Every word by which a sentence shows that it is somebody's word."""
        return (
            (self.verbs - self.ambiguous)
            | self.nouns
            | {phrase[0] for phrase in self.sourcing if len(phrase[0]) > 3}
        )
