"""Threat assessments: threats with their assessments, crime areas as parents of the threats within them.

Which headings name threats is told by the chapters that hold them ("Key threats"), by numbering, and by the words of crime
areas; chapters that frame the assessment (foreword, drivers, outlook, method) tell of none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache

from corpus.lexicon import Lexicon
from extract.chapters import Chapter, chapters_of, kind_of_number
from extract.content import Content
from extract.drafts import Draft
from extract.profile import load_profile
from extract.threat_tables import read_threat_table
from models.features import areas_of


class _Tells(Enum):
    """What a chapter tells of."""

    THREAT = auto()
    THREATS = auto()  # of those in its sections
    NONE = auto()


def read_threats(content: Content, lexicon: Lexicon) -> list[Draft]:
    """All threats in reading order, each below the crime area that holds it."""
    chapters = chapters_of(content, _patterns("numbered"))
    reader = _Reader(chapters, lexicon)
    in_tables = [draft for table in content.tables for draft in read_threat_table(table, content)]
    # Where tables tell the threats, chapters that neither a number nor a heading above them shows to be one are none.
    in_text = _drafts(chapters, reader.told(), None) if reader.is_sure or not in_tables else ()
    return [*in_text, *in_tables]


def _drafts(chapters: Sequence[Chapter], told: Mapping[int, _Tells], parent: Draft | None) -> Iterator[Draft]:
    for chapter in chapters:
        inner = parent
        if told.get(id(chapter)) is _Tells.THREAT:
            inner = Draft(
                "threat",
                chapter.text or chapter.label.text,
                tuple(chapter.places) or chapter.label.spans(),
                number=chapter.number,
                title=chapter.label.text,
                parent=parent,
            )
            yield inner
        yield from _drafts(chapter.children, told, inner)


class _Reader:
    """Tells chapters of threats from the others; decisions go from outer chapters to inner ones."""

    def __init__(self, chapters: Sequence[Chapter], lexicon: Lexicon) -> None:
        self._chapters = chapters
        self._lexicon = lexicon
        everything = [c for top in chapters for c in top.walk()]
        labels = Counter(_plain(c) for c in everything)
        self._again = {label for label, count in labels.items() if count > 1}
        self._holders = [c for c in everything if self._holds_threats(c)]
        self._is_numbered = any(c.number and not _matches("asides", c) for c in everything)
        self._series = {
            kind_of_number(child.number)
            for holder in self._holders
            if holder.number is None
            for child in holder.children
            if child.number
        }

    @property
    def is_sure(self) -> bool:
        """Whether numbers or chapters that hold them show which chapters are threats."""
        return bool(self._holders) or self._is_numbered

    def told(self) -> dict[int, _Tells]:
        told: dict[int, _Tells] = {}
        begun = False
        for chapter in self._chapters:
            self._tell(chapter, self._at_top(chapter, begun=begun), told)
            begun = begun or told[id(chapter)] is not _Tells.NONE
        return told

    def _tell(self, chapter: Chapter, tells: _Tells, told: dict[int, _Tells]) -> None:
        told[id(chapter)] = tells
        for child in chapter.children:
            self._tell(child, self._below(child, chapter, tells), told)

    def _holds_threats(self, chapter: Chapter) -> bool:
        return bool(chapter.children) and _matches("holders", chapter)

    def _names_an_area(self, chapter: Chapter) -> bool:
        return bool(areas_of(chapter.label.text, self._lexicon))

    def _at_top(self, chapter: Chapter, *, begun: bool) -> _Tells:
        if self._holds_threats(chapter):
            return _Tells.THREATS
        if _matches("asides", chapter) or _matches("holders", chapter):
            return _Tells.THREATS if any(holder in self._holders for holder in chapter.walk()) else _Tells.NONE
        if any(inner in self._holders for inner in chapter.walk()):
            return _Tells.THREATS
        if chapter.number is not None:
            continues = kind_of_number(chapter.number) in self._series if self._holders else True
            return _Tells.THREAT if continues or self._names_an_area(chapter) else _Tells.NONE
        if self._holders or self._is_numbered:
            return _Tells.THREAT if begun and self._names_an_area(chapter) else _Tells.NONE
        return _Tells.THREAT if chapter.children or chapter.text else _Tells.NONE

    def _below(self, chapter: Chapter, outer: Chapter, tells: _Tells) -> _Tells:
        if tells is _Tells.NONE or _plain(chapter) in self._again:
            return _Tells.NONE
        if self._holds_threats(chapter):
            return _Tells.THREATS
        if _matches("asides", chapter) and not (outer in self._holders and chapter.number):
            return _Tells.NONE
        if outer not in self._holders and tells is _Tells.THREATS:
            return self._at_top(chapter, begun=True)
        if chapter.number is not None or tells is _Tells.THREATS:
            return _Tells.THREAT
        if not any(c.number for c in outer.children):
            return _Tells.THREAT
        return _Tells.THREAT if self._names_an_area(chapter) else _Tells.NONE


def _plain(chapter: Chapter) -> str:
    return " ".join(re.findall(r"\w+", chapter.label.text.casefold()))


def _matches(table: str, chapter: Chapter) -> bool:
    return bool(_pattern(table).match(chapter.label.text.strip(" .:–—-")))


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_patterns(table))})", re.IGNORECASE)


def _patterns(table: str) -> tuple[str, ...]:
    return tuple(pattern for by in load_profile("threat_assessment")[table].values() for pattern in by)
