"""Debian's tesseract, run as a program, with all languages that are installed for it."""

import csv
import io
import os
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache

from PIL import Image

from corpus.errors import Failure
from extract.render import Pixels
from extract.scans.ink import Ink
from extract.scans.letters import LEAST_SCORE, Cut, Letter, ReadLine

_SECONDS = 120


class Tesseract:
    """Debian's tesseract, with all languages that are installed for it."""

    def read(self, pixels: Pixels, ink: Ink, cuts: Sequence[Cut] = ()) -> list[ReadLine]:
        del ink, cuts  # it finds lines within columns by itself
        png = io.BytesIO()
        Image.fromarray(pixels).save(png, "PNG", compress_level=1)
        command = ["tesseract", "stdin", "stdout", "-l", _languages(), "--psm", "3", "--dpi", "200", "tsv"]
        return list(_lines_of_table(_run(command, png.getvalue())))


def _lines_of_table(table: str) -> Iterator[ReadLine]:
    """Words of Tesseract's table (level 5), gathered by their line."""
    lines: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") == "5" and (row.get("text") or "").strip():
            lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    for words in lines.values():
        letters: list[Letter] = []
        boxes = []
        for word in words:
            x0, top, width, height = (float(word[key]) for key in ("left", "top", "width", "height"))
            boxes.append((x0, top, x0 + width, top + height))
            text = word["text"].strip()
            step = width / len(text)
            letters += [Letter(sign, x0 + step * (n + 0.5), n == 0 and bool(letters)) for n, sign in enumerate(text)]
        score = sum(float(word["conf"]) for word in words) / len(words) / 100
        if score >= LEAST_SCORE:
            lefts, tops, rights, bottoms = zip(*boxes, strict=True)
            yield ReadLine(tuple(letters), (min(lefts), min(tops), max(rights), max(bottoms)), round(score, 4))


@cache
def tesseract_version() -> str:
    """As `tesseract-5.3.0`."""
    first = _run(["tesseract", "--version"]).splitlines()[:1]
    return "-".join((first or ["tesseract"])[0].split())


@cache
def _languages() -> str:
    """English first, then what else is installed, as `eng+deu+fra`."""
    known = [line.strip() for line in _run(["tesseract", "--list-langs"]).splitlines()[1:] if line.strip()]
    others = sorted(name for name in known if name not in ("eng", "osd", "equ"))
    return "+".join((["eng"] if "eng" in known else []) + others) or "eng"


def _run(command: Sequence[str], given: bytes = b"") -> str:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # there is one file a core already
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=_SECONDS, env=environment, check=True)
    except (OSError, subprocess.SubprocessError) as exc:
        raise Failure(
            f"tesseract broke off ({type(exc).__name__}).", remedy="Check that it runs, or set ocr to rapidocr."
        ) from exc
    return done.stdout.decode("utf-8", "replace")
