"""Boxes on a page: points (1/72 inch), origin at the top left of the page as displayed, y downwards."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

from corpus.quick import quick


@quick
@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle with `x0 <= x1` and `top <= bottom`, in points.

    >>> Box(0, 0, 10, 4).intersection(Box(5, 2, 20, 20))
    Box(x0=5, top=2, x1=10, bottom=4)
    """

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    @property
    def center_x(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def center_y(self) -> float:
        return (self.top + self.bottom) / 2

    def union(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )

    def intersection(self, other: "Box") -> "Box | None":
        """What both cover, or None where they only touch or lie apart."""
        x0, top = max(self.x0, other.x0), max(self.top, other.top)
        x1, bottom = min(self.x1, other.x1), min(self.bottom, other.bottom)
        return Box(x0, top, x1, bottom) if x0 < x1 and top < bottom else None

    def holds(self, other: "Box") -> bool:
        """Whether the other box lies wholly within this one."""
        return self.x0 <= other.x0 and self.top <= other.top and self.x1 >= other.x1 and self.bottom >= other.bottom

    def holds_center_of(self, other: "Box") -> bool:
        """Whether the center of the other box lies within this one."""
        return (
            self.x0 <= (other.x0 + other.x1) / 2 <= self.x1
            and self.top <= (other.top + other.bottom) / 2 <= self.bottom
        )

    def overlap_x(self, other: "Box") -> float:
        """How many points both share from left to right; 0 where none."""
        x0 = other.x0 if other.x0 > self.x0 else self.x0
        x1 = other.x1 if other.x1 < self.x1 else self.x1
        return x1 - x0 if x1 > x0 else 0.0

    def overlap_y(self, other: "Box") -> float:
        """How many points both share from top to bottom; 0 where none."""
        top = other.top if other.top > self.top else self.top
        bottom = other.bottom if other.bottom < self.bottom else self.bottom
        return bottom - top if bottom > top else 0.0

    def grown(self, by_pt: float) -> "Box":
        """The box with `by_pt` points more on each side."""
        return Box(self.x0 - by_pt, self.top - by_pt, self.x1 + by_pt, self.bottom + by_pt)

    def rounded(self) -> Self:
        """Two decimals: finer than any printer, and the same on every machine."""
        return type(self)(round(self.x0, 2), round(self.top, 2), round(self.x1, 2), round(self.bottom, 2))


def hull(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all.

    Raises:
        ValueError: there are none.
    """
    rest = iter(boxes)
    first = next(rest, None)
    if first is None:
        raise ValueError("no boxes to hold")
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    for box in rest:
        if box.x0 < x0:
            x0 = box.x0
        if box.top < top:
            top = box.top
        if box.x1 > x1:
            x1 = box.x1
        if box.bottom > bottom:
            bottom = box.bottom
    return Box(x0, top, x1, bottom)


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page was turned so that its lines are level: first by quarter turns, then by an angle in degrees about its
    middle, both counter-clockwise. `width` and `height` are those of the page as displayed.

    >>> Turn(1, 0.0, 600, 800).back(Box(0, 0, 30, 10))
    Box(x0=590.0, top=0.0, x1=600.0, bottom=30.0)
    """

    quarters: int
    angle: float
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the turned page."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def back(self, box: Box) -> Box:
        """Where a box of the turned page stands on the page as displayed: the smallest upright box around it."""
        sine, cosine = self._tilt

        def moved(x: float, y: float) -> tuple[float, float]:
            x, y = x * cosine - y * sine, x * sine + y * cosine
            for _ in range(self.quarters % 4):
                x, y = -y, x
            return x, y

        return _around(box, self.size, (self.width, self.height), moved)

    def forth(self, box: Box) -> Box:
        """Where a box of the page as displayed stands on the turned page: the smallest upright box around it."""
        sine, cosine = self._tilt

        def moved(x: float, y: float) -> tuple[float, float]:
            for _ in range(self.quarters % 4):
                x, y = y, -x
            return x * cosine + y * sine, y * cosine - x * sine

        return _around(box, (self.width, self.height), self.size, moved)

    @property
    def _tilt(self) -> tuple[float, float]:
        return math.sin(math.radians(self.angle)), math.cos(math.radians(self.angle))


def _around(
    box: Box,
    one: tuple[float, float],
    two: tuple[float, float],
    moved: Callable[[float, float], tuple[float, float]],
) -> Box:
    """The smallest box around the corners of another, each moved as seen from the middle of its page to the middle of the
    second page; pages are given by their sizes."""
    points = [moved(x - one[0] / 2, y - one[1] / 2) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = two[0] / 2, two[1] / 2
    return Box(left + min(xs), top + min(ys), left + max(xs), top + max(ys))
