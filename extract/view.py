"""From the coordinates of a PDF file to those of the page as displayed: rotation and crop box are undone here, nowhere else."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.geometry import Box

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class View:
    """What is displayed of a page, in the file's coordinates (points, y upwards), and how it is turned.

    >>> View(0, 0, 600, 800, 0).box(10, 700, 30, 720)
    Box(x0=10, top=80, x1=30, bottom=100)
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int  # quarter turns clockwise

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as displayed."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file as one of the page, in points from its top left."""
        match self.rotation:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def direction(self, dx: float, dy: float) -> tuple[float, float]:
        """A direction of the file (y upwards) as one of the page (y downwards)."""
        match self.rotation:
            case 1:
                return dy, dx
            case 2:
                return -dx, dy
            case 3:
                return -dy, -dx
            case _:
                return dx, -dy

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The box between two points of the file on the page as displayed."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def upright(self, lefts: Floats, tops: Floats, rights: Floats, bottoms: Floats) -> tuple[Floats, Floats, Floats]:
        """Boxes of the file on the page as displayed: their left and right sides there, and what are their lower sides there
        in the file's coordinates."""
        match self.rotation:
            case 1:
                return bottoms - self.bottom, tops - self.bottom, rights
            case 2:
                return self.right - rights, self.right - lefts, tops
            case 3:
                return self.top - tops, self.top - bottoms, lefts
            case _:
                return lefts - self.left, rights - self.left, bottoms
