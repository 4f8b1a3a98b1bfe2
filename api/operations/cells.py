"""Text that is only text: to a terminal, and to a spreadsheet, which takes some cells for formulas."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")


def visible(text: str) -> str:
    """Text whose controls and direction marks are shown as signs, and not obeyed."""
    return "".join(_visible(c) for c in text)


def _visible(char: str) -> str:
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return " " if char in "\n\t\r" else "\ufffd"
    return char


def inert_cell(value: object) -> str:
    """Text that is only text to a spreadsheet too: what could be taken for a formula begins with an apostrophe.

    >>> inert_cell("=cmd|' /C calc'!A0")
    "'=cmd|' /C calc'!A0"
    >>> inert_cell("-rf.pdf"), inert_cell("st90655-41.pdf"), inert_cell(None)
    ("'-rf.pdf", 'st90655-41.pdf', '')
    """
    if value is None:
        return ""
    shown = visible(str(value))
    is_formula = shown.lstrip().startswith(_FORMULA) and not isinstance(value, int | float)
    return f"'{shown}" if is_formula else shown


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of inert cells: RFC 4180."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([inert_cell(cell) for cell in row] for row in rows)
    return text.getvalue()
