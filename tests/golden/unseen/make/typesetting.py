"""Typst: typed text as mark-up, and a compiled PDF that is the same on every run."""

import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import typst

_SPECIAL = re.compile(r"([\\#$*_`<>@~\[\]=/+-])")


def escape(text: str) -> str:
    """Words as Typst content; an apostrophe stays as typed."""
    return _SPECIAL.sub(r"\\\1", text)


def content(text: str, notes: dict[int, str] | None = None) -> str:
    """Typed text as Typst content: footnote marks become footnotes, ``**…**`` is bold, ``__…__`` italic."""
    pieces = re.split(r"(\{\d+\}|\*\*|__)", text)
    out, bold, italic = [], False, False
    for piece in pieces:
        if piece == "**":
            out.append("]" if bold else "#strong[")
            bold = not bold
        elif piece == "__":
            out.append("]" if italic else "#emph[")
            italic = not italic
        elif re.fullmatch(r"\{\d+\}", piece):
            out.append(f"#footnote[{escape((notes or {})[int(piece[1:-1])])}]")
        else:
            out.append(escape(piece))
    return "".join(out)


def compile_pdf(source: str, pdf: Path, *, year: int, month: int, day: int) -> None:
    """Compile with a fixed date, so that a new run gives the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "main.typ")
        dated = f"#set document(date: datetime(year: {year}, month: {month}, day: {day}))\n{source}"
        path.write_text(dated, encoding="utf-8")
        stamp = int(datetime(year, month, day, 12, tzinfo=UTC).timestamp())
        pdf.write_bytes(typst.compile(str(path), timestamp=stamp))
