"""What an engine gives: lines of letters with their places on a picture, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from extract.render import Pixels
from extract.scans.ink import Ink

Rectangle = tuple[float, float, float, float]  # x0, top, x1, bottom
Cut = tuple[float, float, float]  # a vertical rule: x, top, bottom

LEAST_SCORE = 0.5  # a line that is read less surely is none

# Letters of their own that stand for others: the Roman numbers, and letters as wide as they are high.
_SPELT = {
    **{0x2160 + n: text for n, text in enumerate("I II III IV V VI VII VIII IX X XI XII".split())},
    **{0xFF01 + n: chr(0x21 + n) for n in range(94)},
}


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter and the middle of its place from left to right, in pixels; `spaced`: white space comes before it."""

    text: str
    x: float
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line as it was read. The box is (x0, top, x1, bottom) in pixels; the score is in [0, 1].

    `angle` is the direction of writing in degrees clockwise; for a line that is not upright the box is the hull, and
    the letters' places are shares of the line's length.
    """

    letters: tuple[Letter, ...]
    box: Rectangle
    score: float
    angle: int = 0
    corners: tuple[tuple[float, float], ...] = ()

    @property
    def text(self) -> str:
        return "".join((" " if letter.spaced else "") + letter.text for letter in self.letters)


class Engine(Protocol):
    """What reads letters off pictures."""

    def read(self, pixels: Pixels, ink: Ink, cuts: Sequence[Cut] = ()) -> list[ReadLine]:
        """The lines of a gray picture that stands upright.

        Args:
            pixels: the picture.
            ink: which of them are ink.
            cuts: vertical rules, which no line crosses.

        Raises:
            Failure: the engine broke off.
        """
        ...


def spelt(sign: str) -> str:
    """A letter in the signs that a typist would use: III for the one sign Ⅲ."""
    return sign.translate(_SPELT)
