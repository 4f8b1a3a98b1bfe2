"""Council papers as Word files that LibreOffice sets: cover page, footers with ANNEX, footnotes, tables cut by pages.

Texts are typed as they read, with a footnote in braces after the word that carries its mark, and soft hyphens where a
word of a narrow column may be broken. Word files know real footnotes but python-docx does not write them, so their part
of the file is made here.
"""

import datetime
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import pikepdf
import pyphen  # type: ignore[import-untyped]
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

SAMPLES = Path(__file__).resolve().parent.parent
SOFT_HYPHEN = "\u00ad"
BAND = "SYNTHETIC – invented to test a computer program; not a document of the Council"

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_PIECES = re.compile(r"\{([^{}]*)\}")
_HYPHENATION = pyphen.Pyphen(lang="en_GB", left=3, right=3)


def soften(text: str, *, least: int = 8) -> str:
    """Put soft hyphens into every second word of ``least`` letters or more; notes in braces stay as they are."""
    pieces = re.split(r"(\{[^{}]*\})", text)
    count = 0

    def broken(word: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return str(_HYPHENATION.inserted(word[0], SOFT_HYPHEN)) if count % 2 else word[0]

    return "".join(
        piece if piece.startswith("{") else re.sub(rf"\b[a-z]{{{least},}}\b", broken, piece) for piece in pieces
    )


def plain(text: str) -> str:
    """The text as a reader types it: without footnotes, tabs and soft hyphens."""
    return " ".join(_PIECES.sub("", text).replace(SOFT_HYPHEN, "").split())


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page of a Council paper says. ``rows`` are From, To and the like; ``body`` its paragraphs."""

    number: str
    place_and_date: str
    marking: str
    codes: tuple[str, ...]
    kind: str
    rows: tuple[tuple[str, str], ...]
    body: tuple[str, ...]
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands in the footers: ``label`` is a running label of the paper, where it has one."""

    initials: str
    unit: str
    marking: str
    language: str = "EN"
    label: str = ""


@dataclass
class CouncilPaper:
    """A Council paper under construction. Sections follow each other: the cover, then annexes, upright or landscape."""

    cover: Cover
    footer: Footer
    made_on: datetime.date
    body_pt: float = 12
    _notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.word = docx.Document()
        normal = self.word.styles["Normal"]
        normal.font.name = "Liberation Serif"
        normal.font.size = Pt(self.body_pt)
        normal.paragraph_format.space_after = Pt(0)
        notes = self.word.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
        notes.base_style = normal
        notes.font.size = Pt(9)
        settings = self.word.settings.element
        for name in ("w:autoHyphenation", "w:doNotHyphenateCaps"):
            settings.append(OxmlElement(name))
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "en-GB")
        normal.element.get_or_add_rPr().append(language)
        section = self.word.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        self._margins(section)
        self._furnish(section, annex="")
        self._cover()

    # --- pages ---------------------------------------------------------------------------------------------------

    def annex(self, name: str = "ANNEX", *, landscape: bool = False) -> None:
        """Begin a new section on a new page, with ``name`` in its footer."""
        section = self.word.add_section(WD_SECTION.NEW_PAGE)
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Cm(29.7), Cm(21.0)
        self._margins(section, landscape=landscape)
        section.header.is_linked_to_previous = False
        section.footer.is_linked_to_previous = False
        self._furnish(section, annex=name)

    def _margins(self, section: Any, *, landscape: bool = False) -> None:
        side = Cm(1.3) if landscape else Cm(2.5)
        section.left_margin = section.right_margin = side
        section.top_margin, section.bottom_margin = (Cm(1.9), Cm(2.3)) if landscape else (Cm(2.2), Cm(2.9))
        section.header_distance, section.footer_distance = Cm(0.9), Cm(0.9)

    def _furnish(self, section: Any, *, annex: str) -> None:
        width = section.page_width - section.left_margin - section.right_margin
        header = section.header.paragraphs[0]
        header.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = header.add_run(BAND)
        run.font.size, run.font.name, run.font.color.rgb = Pt(8), "Liberation Sans", RGBColor(0x60, 0x60, 0x60)
        rows: tuple[tuple[str | None, ...], ...] = (
            (self.cover.number, self.footer.initials, None),
            (annex, self.footer.unit, f"{self.footer.marking}\u2003{self.footer.language}"),
        )
        for position, row in enumerate(rows):
            line = section.footer.paragraphs[0] if position == 0 else section.footer.add_paragraph()
            for tab in list(line.paragraph_format.tab_stops):
                line.paragraph_format.tab_stops.clear_all()
                del tab
            line.style = self.word.styles["Normal"]
            line.paragraph_format.tab_stops.add_tab_stop(int(width / 2), WD_TAB_ALIGNMENT.CENTER)
            line.paragraph_format.tab_stops.add_tab_stop(int(width), WD_TAB_ALIGNMENT.RIGHT)
            if position == 0:
                _rule(line, "top", size=6)
            for column, text in enumerate(row):
                if column:
                    line.add_run("\t")
                if text is None:
                    self._page_number(line)
                    continue
                run = line.add_run(text)
                run.font.size = Pt(10)
                run.bold = column == 2
        if self.footer.label:
            line = section.footer.add_paragraph()
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            line.add_run(self.footer.label).font.size = Pt(9)

    def _page_number(self, line: Paragraph) -> None:
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = line.add_run()
            run.font.size = Pt(10)
            if kind:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
            else:
                mark = OxmlElement("w:instrText")
                mark.text = text
            run._r.append(mark)

    def _cover(self) -> None:
        head = self.table((8.2, 7.8), ruled=False)
        left, right = head.add_row().cells
        self.fill(left, "Council of the\nEuropean Union", bold=True, size=15)
        lines = [
            self.cover.place_and_date,
            "(OR. en)",
            "",
            self.cover.number,
            "",
            self.cover.marking,
            *self.cover.codes,
        ]
        for position, line in enumerate(item for item in lines if item is not None):
            paragraph = right.paragraphs[0] if position == 0 else right.add_paragraph()
            run = paragraph.add_run(line)
            run.bold = line in (self.cover.place_and_date, self.cover.number, self.cover.marking, *self.cover.codes)
            if line == self.cover.marking:
                run.font.size = Pt(self.body_pt + 2)
        rule = self.word.add_paragraph()
        _rule(rule, "bottom", size=8)
        self.line(self.cover.kind, bold=True, before=8, after=8)
        rows = self.table((3.6, 12.4), ruled=self.cover.ruled)
        for label, value in self.cover.rows:
            cells = rows.add_row().cells
            self.fill(cells[0], label, after=4)
            self.fill(cells[1], value, bold=label.startswith("Subject"), after=4)
        rule = self.word.add_paragraph()
        _rule(rule, "bottom", size=8)
        self.line("", after=4)
        for text in self.cover.body:
            self.body(text, indent=1.0 if re.match(r"\d+\.\t", text) else 0)

    # --- text ----------------------------------------------------------------------------------------------------

    def line(
        self,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        underline: bool = False,
        centred: bool = False,
        size: float | None = None,
        before: float = 0,
        after: float = 6,
        keep: bool = False,
    ) -> Paragraph:
        """A heading or another line of its own."""
        paragraph = self.word.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
        paragraph.paragraph_format.keep_with_next = keep
        for run in self._runs(paragraph, text):
            run.bold, run.italic, run.underline = bold or None, italic or None, underline or None
            if size:
                run.font.size = Pt(size)
        return paragraph

    def body(
        self, text: str, *, indent: float = 0, left: float = 0, spacing: float = 1.5, after: float = 10
    ) -> Paragraph:
        """A justified paragraph. A label and a tab at its start hang in an indent of ``indent`` centimetres."""
        paragraph = self.word.add_paragraph()
        shape = paragraph.paragraph_format
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        shape.line_spacing, shape.space_after, shape.widow_control = spacing, Pt(after), True
        shape.left_indent, shape.first_line_indent = Cm(left + indent), Cm(-indent)
        if indent:
            shape.tab_stops.add_tab_stop(Cm(left + indent))
        for _ in self._runs(paragraph, text):
            pass
        return paragraph

    def page_break(self) -> None:
        self.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _runs(self, paragraph: Paragraph, text: str) -> Iterator[Any]:
        """Add a text to a paragraph, its notes in braces as footnotes; its runs come back to be dressed."""
        for position, piece in enumerate(_PIECES.split(text)):
            if position % 2:
                self._notes.append(piece)
                mark = paragraph.add_run()
                mark.font.superscript = True
                reference = OxmlElement("w:footnoteReference")
                reference.set(qn("w:id"), str(len(self._notes) + 1))
                mark._r.append(reference)
                yield mark
            elif piece:
                yield paragraph.add_run(piece)

    # --- tables --------------------------------------------------------------------------------------------------

    def table(self, widths_cm: Sequence[float], *, ruled: bool = True) -> Table:
        """An empty table with columns of fixed width."""
        table = self.word.add_table(rows=0, cols=len(widths_cm))
        table.autofit = False
        if ruled:
            table.style = self.word.styles["Table Grid"]
        for column, width in zip(table.columns, widths_cm, strict=True):
            column.width = Cm(width)
        return table

    def header_row(
        self, table: Table, titles: Iterable[str], *, size: float | None = None, shade: str = "D9D9D9"
    ) -> _Row:
        """A row of column titles that LibreOffice repeats on each page."""
        row = table.add_row()
        for cell, title in zip(row.cells, titles, strict=True):
            self.fill(cell, title, bold=True, size=size)
            self.shade(cell, shade)
        repeat = OxmlElement("w:tblHeader")
        row._tr.get_or_add_trPr().append(repeat)
        return row

    def open_below(self, row: _Row, *, last: bool) -> None:
        """Rule a row at its top only, so that a part of it cut by the end of a page has no rule below."""
        for cell in row.cells:
            borders = OxmlElement("w:tcBorders")
            for edge in ("top", "left", "bottom", "right"):
                line = OxmlElement(f"w:{edge}")
                line.set(qn("w:val"), "nil" if edge == "bottom" and not last else "single")
                line.set(qn("w:sz"), "4")
                borders.append(line)
            cell._tc.get_or_add_tcPr().append(borders)

    def shade(self, cell: _Cell, colour: str) -> None:
        shading = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
            shading.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(shading)

    def fill(
        self,
        cell: _Cell,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        strike: bool = False,
        size: float | None = None,
        justified: bool = False,
        spacing: float = 1.0,
        before: float = 0,
        after: float = 0,
        indent: float = 0,
        keep: bool = False,
    ) -> Paragraph:
        """Write a paragraph into a cell, after what it holds already."""
        empty = len(cell.paragraphs) == 1 and not cell.paragraphs[0].runs
        paragraph = cell.paragraphs[0] if empty else cell.add_paragraph()
        shape = paragraph.paragraph_format
        shape.line_spacing, shape.space_before, shape.space_after = spacing, Pt(before), Pt(after)
        shape.keep_with_next = keep
        if indent:
            shape.left_indent, shape.first_line_indent = Cm(indent), Cm(-indent)
            shape.tab_stops.add_tab_stop(Cm(indent))
        if justified:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        for run in self._runs(paragraph, text):
            run.bold, run.italic, run.font.strike = bold or None, italic or None, strike or None
            if size:
                run.font.size = Pt(size)
        return paragraph

    # --- the finished file ---------------------------------------------------------------------------------------

    def to_pdf(self, pdf: Path) -> None:
        """Let LibreOffice set the paper, and take from the PDF what differs from run to run."""
        self._add_notes()
        properties = self.word.core_properties
        moment = datetime.datetime.combine(self.made_on, datetime.time(9))
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.title, properties.created, properties.modified = "", moment, moment
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / f"{pdf.stem}.docx"
            self.word.save(str(source))
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation=file://{folder}/profile",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    folder,
                    str(source),
                ],
                check=True,
                capture_output=True,
                timeout=300,
                env={**os.environ, "SOURCE_DATE_EPOCH": str(int(moment.timestamp()))},
            )
            with pikepdf.open(source.with_suffix(".pdf")) as made:
                for key in list(made.docinfo.keys()):
                    del made.docinfo[key]
                made.docinfo["/CreationDate"] = pikepdf.String(f"D:{moment:%Y%m%d%H%M%S}Z")
                made.docinfo["/Producer"] = pikepdf.String("LibreOffice")
                if "/ID" in made.trailer:
                    del made.trailer["/ID"]
                if "/DocChecksum" in made.trailer:
                    del made.trailer["/DocChecksum"]
                made.save(pdf, deterministic_id=True)

    def _add_notes(self) -> None:
        if not self._notes:
            return
        style = self.word.styles["footnote text"].style_id
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p>'
            f'<w:pPr><w:pStyle w:val="{style}"/><w:ind w:left="340" w:hanging="340"/></w:pPr>'
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:tab/><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
            "</w:p></w:footnote>"
            for number, text in enumerate(self._notes, 2)
        )
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
            for number, (kind, mark) in enumerate(
                (("separator", "separator"), ("continuationSeparator", "continuationSeparator"))
            )
        )
        blob = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {_W}>{lines}{notes}</w:footnotes>'.encode()
        part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, blob, self.word.part.package)
        self.word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _rule(paragraph: Paragraph, edge: str, *, size: int) -> None:
    """A line above or below a paragraph; ``size`` in eighths of a point."""
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{edge}")
    for key, value in (("val", "single"), ("sz", str(size)), ("space", "3"), ("color", "auto")):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)
