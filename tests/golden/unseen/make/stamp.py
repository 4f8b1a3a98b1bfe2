"""Dates and ids of a printed PDF that are the same on every run, so that the hash changes only with the content."""

from pathlib import Path

import pikepdf


def settle(printed: Path, pdf: Path, *, date: str, title: str) -> None:
    """Copy a PDF with ``date`` (as YYYYMMDD), ``title`` and an id that follows from its content."""
    with pikepdf.open(printed) as opened:
        for key in ("/ID", "/DocChecksum"):
            if key in opened.trailer:
                del opened.trailer[key]
        opened.docinfo["/CreationDate"] = f"D:{date}120000Z"
        opened.docinfo["/Title"] = title
        for key in ("/ModDate", "/Author"):
            if key in opened.docinfo:
                del opened.docinfo[key]
        opened.save(pdf, deterministic_id=True)
