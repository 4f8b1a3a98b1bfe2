"""Which program reads letters off pictures: RapidOCR (the extra `ocr`), or Tesseract where it is asked for."""

import shutil
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from extract.scans.letters import Engine

Setting = Literal["rapidocr", "tesseract", "off"]
DEFAULT: Setting = "rapidocr"


@cache
def engine(setting: Setting) -> "Engine | None":
    """The engine of a setting, loaded once in a process; None where it is off or not installed."""
    try:
        if setting == "rapidocr" and find_spec("rapidocr"):
            from extract.scans.rapid import RapidOcr

            return RapidOcr()
        if setting == "tesseract" and shutil.which("tesseract"):
            from extract.scans.tesseract import Tesseract

            return Tesseract()
    except ImportError:  # a library of the system that it needs is missing
        return None
    return None


def engine_version(setting: Setting) -> str:
    """What would read a picture now, for provenance: no model is loaded."""
    if setting == "rapidocr":
        try:
            return f"rapidocr-{version('rapidocr')}"
        except PackageNotFoundError:
            return "none"
    if setting == "tesseract" and shutil.which("tesseract"):
        from extract.scans.tesseract import tesseract_version

        return tesseract_version()
    return "none"


def remedy(setting: Setting) -> str:
    """What to do where the engine of a setting is missing."""
    if setting == "tesseract":
        return "Install Debian's package tesseract-ocr, or set ocr to rapidocr."
    if setting == "rapidocr":
        return "Install the extra ocr: pip install 'aimtrace[ocr]'."
    return "OCR is off: set ocr to rapidocr."
