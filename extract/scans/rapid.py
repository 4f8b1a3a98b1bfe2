"""RapidOCR: PP-OCRv6's small detector and recognizer in ONNX Runtime.

Its models lie in its wheel; nothing is fetched. One thread and one line at a time: so a line is read the same, whatever else
stands on the page, and two workers do not fight for cores.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from extract.render import Pixels
from extract.scans.ink import Ink
from extract.scans.leftover import completed
from extract.scans.letters import LEAST_SCORE, Cut, Letter, ReadLine, Rectangle, spelt

_FOUND_AT = 96 / 200  # lines are looked for in a smaller picture than the one they are read from: four times as fast
_FLAT_DEG, _FLAT_SHORT_DEG = 3.0, 10.0  # a line that lies less askew is read as upright
_SHORT = 4.0  # times as long as high
_SURE = 0.8  # letters that stand alone are read at least so surely
_TALL = 1.8  # a box so much taller than wide holds a line that runs up or down

_Quad = npt.NDArray[np.float64]  # four corners (x, y) from the line's beginning at its top, clockwise


class RapidOcr:
    """PP-OCRv6's small detector and recognizer."""

    def __init__(self) -> None:
        import rapidocr

        self._library: Any = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.use_cls": False,
                "Global.use_preprocess_img": False,
                "Global.return_word_box": True,
                "Det.model_path": _model("*det*.onnx"),
                "Det.limit_side_len": 32,
                "Rec.model_path": _model("*rec*.onnx"),
                "Rec.rec_img_shape": [3, 48, 48],
                "Rec.rec_batch_num": 1,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "EngineConfig.onnxruntime.enable_cpu_mem_arena": True,
            }
        )

    def read(self, pixels: Pixels, ink: Ink, cuts: Sequence[Cut] = ()) -> list[ReadLine]:
        flat: list[Rectangle] = []
        turned: list[_Quad] = []
        for quad in self._find(pixels):
            if _is_flat(quad):
                flat += _cut(_hull(quad), cuts)
            else:
                turned.append(quad)
        found = completed(flat, turned, ink, cuts)
        lines = self._recognize(pixels, found.lines)
        lines += [self._read_turned(pixels, quad) for quad in turned]
        lines += [line for line in self._recognize(pixels, found.alone) if line is not None and line.score >= _SURE]
        lines += [ReadLine((Letter(sign, (box[0] + box[2]) / 2),), box, 1.0) for sign, box in found.points]
        return [line for line in lines if line is not None]

    def _find(self, pixels: Pixels) -> list[_Quad]:
        """Where lines stand, as corners in the picture's own pixels."""
        height, width = pixels.shape
        size = (max(32, round(width * _FOUND_AT)), max(32, round(height * _FOUND_AT)))
        small = np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX))
        found = self._library(_three(small), use_det=True, use_rec=False)
        if getattr(found, "boxes", None) is None:
            return []
        back = np.array([width / size[0], height / size[1]])
        return _in_line_order([np.asarray(box, dtype=np.float64) * back for box in found.boxes])

    def _recognize(self, pixels: Pixels, boxes: Sequence[Rectangle]) -> list[ReadLine | None]:
        """What stands in each box, as a line; None where nothing is read with some certainty."""
        return self._recognize_crops([_crop(pixels, box) for box in boxes], boxes)

    def _recognize_crops(self, crops: Sequence[Pixels], boxes: Sequence[Rectangle]) -> list[ReadLine | None]:
        if not crops:
            return []
        self._library.return_word_box = True
        read = self._library.recognize_txt([_three(crop) for crop in crops])
        lines: list[ReadLine | None] = []
        for text, score, places, box in zip(read.txts, read.scores, read.word_results, boxes, strict=True):
            letters = _letters(text, places, box)
            lines.append(ReadLine(letters, box, round(float(score), 4)) if letters and score >= LEAST_SCORE else None)
        return lines

    def _read_turned(self, pixels: Pixels, quad: _Quad) -> ReadLine | None:
        """A line of a stamp, or one that runs up or down the page: read in both directions, the better one is kept."""
        best: ReadLine | None = None
        for corners in (quad, np.roll(quad, 2, axis=0)):
            (line,) = self._recognize_crops([_warped(pixels, corners)], [(0.0, 0.0, 1.0, 1.0)])
            if line is not None and (best is None or line.score > best.score + 0.02):
                points = tuple((float(x), float(y)) for x, y in corners)
                best = ReadLine(line.letters, _hull(quad), line.score, round(_direction(corners)) % 360, points)
        return best


def _model(name: str) -> str:
    """A model of the wheel; one that is named is never fetched."""
    import rapidocr

    found = sorted((Path(rapidocr.__file__).parent / "models").glob(name))
    if not found:
        raise ImportError(f"rapidocr has no model {name}")
    return str(found[0])


def _three(gray: Pixels) -> Pixels:
    return np.ascontiguousarray(np.repeat(gray[:, :, None], 3, axis=2))


def _in_line_order(quads: Sequence[_Quad]) -> list[_Quad]:
    """Tall boxes are taken to hold a line that runs down: their right side is its top. A single letter is tall, too."""
    heights = sorted(float(np.hypot(*(q[3] - q[0]))) for q in quads if not _is_tall(q))
    usual = heights[len(heights) // 2] if heights else 0.0
    return [np.roll(q, -1, axis=0) if _is_tall(q) and np.hypot(*(q[3] - q[0])) > 2.2 * usual else q for q in quads]


def _is_tall(quad: _Quad) -> bool:
    return bool(np.hypot(*(quad[3] - quad[0])) > _TALL * np.hypot(*(quad[1] - quad[0])))


def _is_flat(quad: _Quad) -> bool:
    """Whether a line is level. The direction of a short one is measured badly."""
    length, height = np.hypot(*(quad[1] - quad[0])), np.hypot(*(quad[3] - quad[0]))
    return abs(_direction(quad)) < (_FLAT_DEG if length > _SHORT * height else _FLAT_SHORT_DEG)


def _direction(quad: _Quad) -> float:
    """In which direction a line runs, in degrees clockwise from left-to-right."""
    x, y = quad[1] - quad[0]
    return float(np.degrees(np.arctan2(y, x)))


def _hull(quad: _Quad) -> Rectangle:
    x0, y0 = quad.min(axis=0)
    x1, y1 = quad.max(axis=0)
    return float(x0), float(y0), float(x1), float(y1)


def _warped(pixels: Pixels, quad: _Quad) -> Pixels:
    """What stands within four corners, turned upright."""
    width = max(8, round(float(np.hypot(*(quad[1] - quad[0])))))
    height = max(8, round(float(np.hypot(*(quad[3] - quad[0])))))
    across, down = (quad[1] - quad[0]) / width, (quad[3] - quad[0]) / height
    data = (across[0], down[0], quad[0][0], across[1], down[1], quad[0][1])
    image = Image.fromarray(pixels).transform(
        (width, height), Image.Transform.AFFINE, data, resample=Image.Resampling.BICUBIC, fillcolor=255
    )
    return np.asarray(image)


def _crop(pixels: Pixels, box: Rectangle) -> Pixels:
    x0, y0 = max(0, int(box[0])), max(0, int(box[1]))
    return pixels[y0 : max(y0 + 1, int(box[3]) + 1), x0 : max(x0 + 1, int(box[2]) + 1)]


def _cut(box: Rectangle, cuts: Sequence[Cut]) -> list[Rectangle]:
    """A line's box, parted where a vertical rule crosses it."""
    x0, top, x1, bottom = box
    height = bottom - top
    inside = sorted(
        x
        for x, high, low in cuts
        if x0 + 0.3 * height < x < x1 - 0.3 * height and min(low, bottom) - max(high, top) >= 0.6 * height
    )
    edges = [x0, *inside, x1]
    return [(a, top, b, bottom) for a, b in pairwise(edges) if b - a >= 0.2 * height]


def _letters(text: str, places: Any, box: Rectangle) -> tuple[Letter, ...]:
    """Letters with places: the recognizer says in which of its columns each was seen."""
    columns = [column for word in places.word_cols for column in word]
    signs = [sign for word in places.words for sign in word]
    if not columns or not places.line_txt_len:
        return ()
    width = box[2] - box[0]
    letters: list[Letter] = []
    spaced, position = False, 0
    for sign in text:
        if sign.isspace():
            spaced = True
            continue
        if position >= len(columns) or signs[position] != sign:
            return ()
        x = box[0] + width * (columns[position] + 0.5) / places.line_txt_len
        letters.append(Letter(spelt(sign), x, spaced and bool(letters)))
        spaced = False
        position += 1
    return tuple(letters)
