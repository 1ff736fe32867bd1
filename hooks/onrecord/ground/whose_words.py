"""Whether the words that a claim gives to somebody are theirs in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from onrecord.ground.attribution import Attribution, Manner, attributions, content_words_in
from onrecord.ground.comparison import Comparison, Disagreement, Passage
from onrecord.ground.quoted_spans import inside, quoted_spans
from onrecord.ground.reading import Reading, Word
from onrecord.ground.speakers import (
    Speaker,
    is_named_in,
    is_source,
    may_be_same,
    must_differ,
    speaker,
    speaker_of,
)
from onrecord.lexicon.reporting import Reporting
from onrecord.sentences import paragraph
from onrecord.text import Scalar, Span, Text

_PARAGRAPHS_BEFORE = 3
_FARTHEST = 3000
_LEAST_SHARED = 0.6
_DOUBLE = ('"', "\u201c", "\u201d")
_MOST_PASSAGES = 12
_MOST_SEARCHED = 1_000_000


class _Verdict(Enum):
    THEIRS = "theirs"
    UNKNOWN = "unknown"
    NOT_NEAR = "not near"
    CHANGED = "changed"
    NOT_IN_SOURCE = "not in the source"


class _Voice(NamedTuple):
    """Somebody to whom a source gives words: as a speaker, and where it says so, in the passage's text."""

    who: Speaker
    attribution: Attribution
    text: str


class _Nearby(NamedTuple):
    """The paragraphs that a passage stands in, where it stands in them, and those before and after."""

    reading: Reading
    span: Span
    before: str
    after: str


def changed_speakers(comparison: Comparison) -> Iterator[Disagreement]:
    """Words that the claim gives to somebody, and the source to somebody else."""
    known = _known(comparison)
    if known is None or comparison.derived:
        return
    for name, passage, verdict, voice in comparison.once(_verdicts):
        if verdict in (_Verdict.CHANGED, _Verdict.NOT_NEAR):
            yield _told(name, voice, passage)
    yield from _changed_in_text(comparison, known)


def unknown_speakers(comparison: Comparison) -> Iterator[Disagreement]:
    """Speakers that are declared for the claim, and that the source names nowhere."""
    known = _known(comparison)
    if known is None or comparison.derived:
        return
    for name, passage, verdict, _ in comparison.once(_verdicts):
        if verdict is _Verdict.NOT_IN_SOURCE:
            yield Disagreement(
                f"the speaker given is '{name}', whom the source does not name",
                Span(0, len(name)),
                "name the speaker as the source does, or declare the other name as an alias under entities",
                passage=passage,
                told="the quotation says",
                value=name,
            )


def _verdicts(comparison: Comparison) -> tuple[tuple[Scalar, Passage, _Verdict, _Voice | None], ...]:
    """Each declared speaker with the first of its passages, and what the source says of it."""
    known = _known(comparison)
    if known is None:
        return ()
    return tuple(
        (name, passages[0], *_verdict(comparison, name, passages, known))
        for name, passages in _declared(comparison)
    )


def _known(comparison: Comparison) -> Reporting | None:
    lexicon = comparison.language.lexicon
    return lexicon.reporting if lexicon is not None else None


def _declared(comparison: Comparison) -> Iterator[tuple[Scalar, tuple[Passage, ...]]]:
    """The speakers that an author declares, each with the passages that hold the words."""
    found: list[str] = []
    given = comparison.claim.attributed_to
    passages = tuple(passage for passage in comparison.passages if not isinstance(passage.origin, Scalar))
    if given is not None and passages:
        found.append(str(given))
        yield given, passages
    for quotation in comparison.quotations:
        if quotation.speaker is not None:
            own = tuple(passage for passage in passages if passage.quotation is quotation)
            if own and not (str(quotation.speaker) in found and len(own) == len(passages)):
                yield quotation.speaker, own


def _verdict(
    comparison: Comparison, name: str, passages: tuple[Passage, ...], known: Reporting
) -> tuple[_Verdict, _Voice | None]:
    """What the source says of one declared speaker: the kindest over all passages."""
    who = _with_aliases(comparison, name, known)
    if any(is_source(one, passages, known) for one in who):
        return _Verdict.THEIRS, None
    worst: tuple[_Verdict, _Voice | None] = (_Verdict.UNKNOWN, None)
    if len(passages) > _MOST_PASSAGES:
        return worst
    for passage in passages:
        verdict, voice = _of_passage(who, passage, known)
        if verdict in (_Verdict.THEIRS, _Verdict.UNKNOWN):
            return verdict, voice
        if worst[1] is None:
            worst = verdict, voice
    if not any(_is_in_source(who, text) for text in _texts(passages)):
        return _Verdict.NOT_IN_SOURCE, worst[1]
    return worst


def _with_aliases(comparison: Comparison, name: str, known: Reporting) -> tuple[Speaker, ...]:
    language = comparison.language
    found = [speaker_of(name, language, known)]
    for entity in comparison.explainer.entities:
        names = [speaker_of(str(one), language, known) for one in (entity.name, *entity.aliases)]
        if any(may_be_same(found[0], one) for one in names):
            found.extend(names)
    return tuple(found)


def _of_passage(
    who: tuple[Speaker, ...], passage: Passage, known: Reporting
) -> tuple[_Verdict, _Voice | None]:
    near = _nearby(passage)
    voices = tuple(_voices(near.reading, near.span, passage, known))
    is_open = not voices
    differing: _Voice | None = None
    for voice in voices:
        if any(may_be_same(one, voice.who) for one in who):
            return _Verdict.THEIRS, voice
        if not voice.attribution.sure:
            if any(is_named_in(one, voice.attribution.speaker) for one in who):
                return _Verdict.UNKNOWN, voice
            is_open = True
        elif all(must_differ(one, voice.who) for one in who) and (
            voice.who.is_named or not _is_beside(who, voice, near.reading)
        ):
            differing = differing or voice
        else:
            is_open = True
    if differing is not None and not is_open:
        return _Verdict.CHANGED, differing
    outside: Sequence[Word] = near.reading.once(_outside_marks)
    if _is_open(near.reading.content):
        outside = [word for word in near.reading.words if not near.span.start <= word.start < near.span.end]
    if any(is_named_in(one, outside) for one in who):
        return _Verdict.UNKNOWN, None
    for text in (near.before, "" if outside else near.after):
        words = Reading(text, near.reading.language).words if text else ()
        if any(is_named_in(one, words) for one in who):
            return _Verdict.UNKNOWN, None
    return _Verdict.NOT_NEAR, differing


def _is_open(content: str) -> bool:
    """Whether a paragraph has quotation marks without a match, so that it may all be somebody's words."""
    straight, left, right = map(content.count, _DOUBLE)
    return straight % 2 == 1 or left != right


def _voices(reading: Reading, span: Span, passage: Passage, known: Reporting) -> Iterator[_Voice]:
    """Those to whom a text gives the words in a span of it."""
    for found in attributions(reading):
        if any(
            part.start < span.end and span.start < part.end and _has_word(reading, part, span)
            for part in found.contents
        ):
            yield _voice(found, reading, passage, known)


def _has_word(reading: Reading, part: Span, span: Span) -> bool:
    between = reading.content[max(part.start, span.start) : min(part.end, span.end)]
    return any(map(str.isalnum, between))


def _voice(found: Attribution, reading: Reading, passage: Passage, known: Reporting) -> _Voice:
    language = reading.language
    who = speaker(found.speaker, language, known)
    text = ""
    if found.speaker:
        text = reading.content[found.speaker[0].start : found.speaker[-1].end]
    if passage.quotation is not None:
        for reference in passage.quotation.refers:
            if text.lower() == str(reference.words).lower():
                who = speaker_of(str(reference.means), language, known)
                text = str(reference.means)
    return _Voice(who, found, text)


def _nearby(passage: Passage) -> _Nearby:
    assert not isinstance(passage.origin, Scalar)
    text, span = passage.origin
    assert span is not None
    content = text.content
    language = passage.reading.language
    start = max(paragraph(content, span.start).start, span.start - _FARTHEST)
    end = min(paragraph(content, max(span.start, span.end - 1)).end, span.end + _FARTHEST)
    first = start
    for _ in range(_PARAGRAPHS_BEFORE):
        if first:
            first = paragraph(content, first - 1).start
    first = max(first, start - _FARTHEST)
    last = end
    if end < len(content):
        rest = content[end : end + _FARTHEST]
        last = paragraph(content, end + len(rest) - len(rest.lstrip())).end
    last = min(last, end + _FARTHEST)
    return _Nearby(
        Reading(content[start:end], language),
        Span(span.start - start, span.end - start),
        content[first:start],
        content[end:last],
    )


def _is_beside(who: tuple[Speaker, ...], voice: _Voice, reading: Reading) -> bool:
    """Whether somebody is named in the sentence of a voice, outside quotation marks."""
    words = [word for word in reading.once(_outside_marks) if word.sentence == voice.attribution.sentence]
    return any(is_named_in(one, words) for one in who)


def _outside_marks(reading: Reading) -> tuple[Word, ...]:
    marked = inside(reading.words, quoted_spans(reading))
    return tuple(word for word, is_marked in zip(reading.words, marked, strict=True) if not is_marked)


def _texts(passages: tuple[Passage, ...]) -> tuple[Text, ...]:
    """The texts that passages stand in, each once."""
    texts = (passage.origin.text for passage in passages if not isinstance(passage.origin, Scalar))
    return tuple({id(text): text for text in texts}.values())


def _is_in_source(who: tuple[Speaker, ...], text: Text) -> bool:
    content = text.content[:_MOST_SEARCHED].lower()
    return any(
        any(head[-1] in content for head in one.heads)
        if one.heads
        else not one.content or any(word.word in content for word in one.content)
        for one in who
    )


# Speakers that the claim itself names


def _changed_in_text(comparison: Comparison, known: Reporting) -> Iterator[Disagreement]:
    voices: dict[int, _Voice] = {}
    for found in attributions(comparison.reading):
        if not found.sure or (found.manner is Manner.MENTIONS and not found.quoted):
            continue
        phrase = comparison.reading.content[found.speaker[0].start : found.speaker[-1].end]
        who = _with_aliases(comparison, phrase, known)
        if who[0].pronoun or any(is_source(one, comparison.passages, known) for one in who):
            continue
        carrying = _carrying(comparison, found)
        if (
            carrying
            and not _agrees(comparison, who)
            and all(
                theirs.sure and _all_differ(who, _known_voice(voices, theirs, passage, known))
                for passage, theirs in carrying
            )
        ):
            passage = carrying[0][0]
            voice = _known_voice(voices, carrying[0][1], passage, known)
            yield Disagreement(
                f"the claim gives these words to '{phrase}', the quotation to '{voice.text}'",
                Span(found.speaker[0].start, found.speaker[-1].end),
                "name the speaker whom the source names",
                passage,
                (Span(voice.attribution.speaker[0].start, voice.attribution.speaker[-1].end),),
            )


def _agrees(comparison: Comparison, who: tuple[Speaker, ...]) -> bool:
    """Whether a passage has them say next to nothing, as that they said so too."""
    return any(
        theirs.sure and len(stems) <= 1 and is_named_in(one, theirs.speaker)
        for passage in comparison.passages
        for theirs, stems in passage.reading.once(_with_stems)
        for one in who
    )


def _all_differ(who: tuple[Speaker, ...], voice: _Voice) -> bool:
    return all(must_differ(name, voice.who) for name in who)


def _known_voice(voices: dict[int, _Voice], found: Attribution, passage: Passage, known: Reporting) -> _Voice:
    """The voice of an attribution of a passage, which is kept in ``voices``."""
    if id(found) not in voices:
        voices[id(found)] = _voice(found, passage.reading, passage, known)
    return voices[id(found)]


def _carrying(comparison: Comparison, found: Attribution) -> tuple[tuple[Passage, Attribution], ...]:
    """Where the passages give what the claim gives to somebody."""
    wanted = {word.stem for word in content_words_in(comparison.reading, found.contents)}
    wanted -= {word.stem for word in found.speaker}
    if not wanted:
        return ()
    least = max(min(2, len(wanted)), _LEAST_SHARED * len(wanted))
    return tuple(
        (passage, theirs)
        for passage in comparison.passages
        for theirs, stems in passage.reading.once(_with_stems)
        if len(wanted & stems) >= least
    )


def _with_stems(reading: Reading) -> tuple[tuple[Attribution, frozenset[str]], ...]:
    """What a text hands over, each with the stems of its words."""
    return tuple(
        (found, frozenset(word.stem for word in content_words_in(reading, found.contents)))
        for found in attributions(reading)
    )


def _told(name: Scalar, voice: _Voice | None, passage: Passage) -> Disagreement:
    words = Span(0, len(name))
    if voice is None or not voice.text:
        return Disagreement(
            f"the speaker given is '{name}', who is not named near these words in the source",
            words,
            "name the speaker whom the source names for these words",
            passage=passage,
            told="these words stand here",
            value=name,
        )
    return Disagreement(
        f"the speaker given is '{name}', the source gives these words to '{voice.text}'",
        words,
        "name the speaker whom the source names for these words",
        passage=passage,
        told="the words stand here",
        value=name,
        instead=voice.text if voice.who.is_named else None,
    )
