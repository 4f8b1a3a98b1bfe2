"""Papers set by fpdf2: text regions of one column or several, with inks and marks.

Fpdf2 has neither footnotes nor tables that break within a row, which is why it sets only running text here.
"""

import datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from tests.golden.layouts.make.fonts import liberation
from tests.golden.layouts.make.inks import Text, dressed
from tests.golden.layouts.make.papers import BAND, Cover, settle

LEFT, _TOP, _FOOT = 22, 22, 26


class FreePaper(FPDF):
    """A Council paper: band and foot on every page, a cover, paragraphs in columns."""

    def __init__(self, cover: Cover, family: str = "Serif", size: float = 11) -> None:
        super().__init__(unit="mm", format="A4")
        self.council, self.body_size = cover, size
        for kind in ("Serif", "Sans"):
            faces = {"": "Regular", "B": "Bold", "I": "Italic", "BI": "BoldItalic"}
            for mark, face in faces.items():
                self.add_font(kind, mark, liberation(kind, face))
        self.family = family
        self.set_margins(LEFT, _TOP, LEFT)
        self.set_auto_page_break(True, _FOOT)
        self.set_font(family, "", size)

    def header(self) -> None:
        self.set_font("Sans", "", 7.5)
        self.set_text_color(90, 90, 90)
        self.set_xy(LEFT, 10)
        self.cell(0, 4, BAND, align="C")
        self.set_y(_TOP)
        self.set_text_color(0, 0, 0)
        self.set_font(self.family, "", self.body_size)

    def footer(self) -> None:
        cover = self.council
        self.set_text_color(0, 0, 0)
        self.set_y(-19)
        self.set_draw_color(0, 0, 0)
        self.line(LEFT, self.get_y() - 1, 210 - LEFT, self.get_y() - 1)
        self.set_font(self.family, "", 9.5)
        marking = f"{cover.marking}  " if cover.marking else ""
        annex = "ANNEX" if self.page_no() > 1 else ""
        for row in ((cover.number, cover.initials, str(self.page_no())), (annex, cover.unit, marking + cover.language)):
            for at, (text, align) in enumerate(zip(row, "LCR", strict=True)):
                self.set_x(LEFT + at * 55.33)
                self.cell(55.33, 4.5, text, align=align)
            self.ln(4.5)
        if cover.label:
            self.set_font(self.family, "", 8.5)
            self.cell(0, 4, cover.label, align="C")

    def say(self, text: Text, region: object) -> None:
        """Write a text into a paragraph of a region, in its styles and its ink."""
        for run, colour in dressed(text):
            if run.note:
                raise ValueError("fpdf2 sets no footnotes")
            marks = ("B" if run.bold else "") + ("I" if run.italic else "") + ("U" if run.underline else "")
            self.set_font(self.family, marks, self.font_size_pt)
            shades = [int(colour[at : at + 2], 16) for at in (1, 3, 5)] if colour else [0, 0, 0]
            self.set_text_color(*shades)
            region.write(run.text)  # type: ignore[attr-defined]
        self.set_font(self.family, "", self.font_size_pt)
        self.set_text_color(0, 0, 0)

    def cover(self) -> None:
        cover = self.council
        self.add_page()
        self.set_font(self.family, "B", 14)
        self.multi_cell(80, 6, "Council of the\nEuropean Union", new_x=XPos.LMARGIN, new_y=YPos.TOP)
        self.set_y(_TOP)
        right = [cover.place_and_date, cover.original, "", cover.number, cover.marking or "", *cover.codes]
        self.set_font(self.family, "B", 11)
        for line in right:
            self.set_x(110)
            self.cell(0, 5.2, line, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(8)
        self.cell(0, 7, cover.kind, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.line(LEFT, self.get_y(), 210 - LEFT, self.get_y())
        self.ln(2)
        for label, value in cover.rows:
            self.set_font(self.family, "", 11)
            top = self.get_y()
            self.cell(34, 5.5, label)
            self.set_font(self.family, "B" if value == cover.subject else "", 11)
            self.set_xy(LEFT + 34, top)
            self.multi_cell(0, 5.5, value, new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L")
        self.ln(1)
        self.line(LEFT, self.get_y(), 210 - LEFT, self.get_y())
        self.ln(6)
        self.set_font(self.family, "", 11)
        for text in cover.body:
            self.multi_cell(0, 5.5, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            self.ln(3)

    def save(self, pdf: Path, day: datetime.date) -> None:
        self.set_creation_date(datetime.datetime.combine(day, datetime.time(9), tzinfo=datetime.UTC))
        self.output(str(pdf))
        settle(pdf, pdf, day, producer="py-pdf/fpdf2")
