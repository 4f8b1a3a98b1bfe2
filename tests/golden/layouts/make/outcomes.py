"""Figures of results papers: what a sentence or a tile reports, and its gold."""

from dataclasses import dataclass
from itertools import count

from corpus.sample.make.gold import GoldDocument
from tests.golden.layouts.make.inks import Measured


@dataclass(frozen=True, slots=True)
class Count:
    """One number: value in base units, what it counts, and what else is said of it; a period of None is the paper's."""

    value: float
    what: str
    unit: str | None = None
    qualifier: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, bullet or row with its numbers; one without any is there to be passed over."""

    text: str
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """A number and its label, set apart from each other."""

    number: str
    label: str
    count: Count


class Figures:
    """Adds figures to gold, numbered in the order in which they are added."""

    def __init__(self, gold: GoldDocument, measured: Measured, period: str | None) -> None:
        self._gold, self._measured, self._period = gold, measured, period
        self._numbers = count(1)

    def add(
        self, keys: str | list[str], counts: tuple[Count, ...], scope: str | None, period: str | None = None
    ) -> None:
        """All numbers of one text, whose words are inked under ``keys``."""
        for one in counts:
            self._gold.add(
                f"f{next(self._numbers)}",
                "figure",
                self._measured.text(keys),
                self._measured.spans(keys),
                value=one.value,
                unit=one.unit,
                what=one.what,
                qualifier=one.qualifier,
                period=one.period or period or self._period,
                scope=scope,
            )

    def add_tile(self, key: str, tile: Tile, scope: str | None, period: str | None = None) -> None:
        self.add([f"{key}/number", f"{key}/label"], (tile.count,), scope, period)
