"""The texts of a project, each read once, whoever needs it."""

from __future__ import annotations

from onrecord.ground.comparison import comparisons
from onrecord.ground.reading import Reading
from onrecord.language import Language
from onrecord.resolve import Resolution


class Readings:
    """What has been read of a project, by the text: get it as ``resolution.once(Readings)``."""

    def __init__(self, resolution: Resolution) -> None:
        self._kept: dict[tuple[str, str], Reading] = {}
        for comparison in resolution.once(comparisons):
            for reading in (comparison.reading, *(passage.reading for passage in comparison.passages)):
                self._kept.setdefault((reading.language.name, reading.content), reading)

    def of(self, text: str, language: Language) -> Reading:
        """``text`` read in a language."""
        key = (language.name, str(text))
        if key not in self._kept:
            self._kept[key] = Reading(str(text), language)
        return self._kept[key]
