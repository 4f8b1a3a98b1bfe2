"""A PDF as a paper: its pages, however each was read, its content and its cover; refused where its marking says so."""

from dataclasses import dataclass, replace
from pathlib import Path

from extract import door
from extract.allowance import more_time_for
from extract.content import Content, read_content
from extract.cover import Cover, parse_cover
from extract.marks import check_marks
from extract.pdf import open_pdf
from extract.picture_marks import with_picture_marks
from extract.scans.engines import DEFAULT, Setting
from extract.scans.legible import Legible
from extract.scans.pages import read_scanned


@dataclass(frozen=True, slots=True)
class Paper:
    """What readers are given. `lost` are numbers of pages that can't be loaded."""

    legible: Legible
    content: Content
    cover: Cover
    lost: tuple[int, ...]


def read_paper(source: Path | bytes, max_pages: int = door.MOST_PAGES, ocr: Setting = DEFAULT) -> Paper:
    """Read one PDF, up to where kinds of papers part.

    Args:
        source: the file or its bytes.
        max_pages: a longer document is refused.
        ocr: what reads pages without usable text.

    Raises:
        FileOutcome: the file is refused, or can't be read.
    """
    with open_pdf(source) as pdf:
        facts = pdf.facts()
        door.check_length(facts.pages, max_pages)
        more_time_for(facts.pages)
        legible = read_scanned(pdf, list(pdf.pages()), ocr)
        legible = replace(legible, pages=with_picture_marks(pdf, legible.pages, ocr))
        lost = tuple(pdf.lost)
    content = read_content(facts, legible.pages)
    cover = parse_cover(content)
    check_marks(cover.marks)
    return Paper(legible, content, cover, lost)
