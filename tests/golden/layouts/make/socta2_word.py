"""Threat assessments as office workers make them: a Word file with styles or without, set by LibreOffice.

Beyond the zoo's Council papers, footnotes are inked too, headings can have Word's own styles (LibreOffice makes
bookmarks of them), and tabs with leaders stay without ink, since the dots of a leader are no words.
"""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml import etree

from corpus.sample.make import council
from tests.golden.layouts.make.inks import Ink, Text, dressed
from tests.golden.layouts.make.word import InkPaper

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NOBODY = council.Cover("", "", "", (), "", (), ())


class WordReport(InkPaper):
    """A report: no Council cover, a running head, and a foot with the page number."""

    def __init__(
        self,
        head: Text,
        foot: Text,
        day: datetime.date,
        *,
        family: str = "Liberation Sans",
        body_pt: float = 10.5,
        bare_cover: bool = True,
    ) -> None:
        self._head, self._foot, self._family, self._bare = head, foot, family, bare_cover
        self._note_colours: list[str | None] = []
        super().__init__(_NOBODY, council.Footer("", "", ""), day, body_pt=body_pt)

    def _cover(self) -> None:
        _font(self.word.styles["Normal"], self._family)

    def _furnish(self, section: Any, *, annex: str) -> None:
        section.different_first_page_header_footer = self._bare
        width = section.page_width - section.left_margin - section.right_margin
        head = section.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._small(head, self._head)
        if self._bare:
            first = section.first_page_header.paragraphs[0]
            first.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self._small(first, self._head)
        foot = section.footer.paragraphs[0]
        foot.paragraph_format.tab_stops.clear_all()
        foot.style = self.word.styles["Normal"]
        foot.paragraph_format.tab_stops.add_tab_stop(int(width), WD_TAB_ALIGNMENT.RIGHT)
        self._small(foot, self._foot)
        foot.add_run("\t")
        self._page_number(foot)

    def _small(self, paragraph: Paragraph, text: Text) -> None:
        for run in self._runs(paragraph, text):
            run.font.size = Pt(8)

    def new_page(self) -> None:
        self.word.add_section(WD_SECTION.NEW_PAGE).different_first_page_header_footer = False

    # --- text --------------------------------------------------------------------------------------------------------

    def styled(
        self, name: str, *, size: float, colour: str = "000000", before: float = 12, after: float = 6, **how: Any
    ) -> None:
        """Shape one of Word's heading styles."""
        style = self.word.styles[name]
        _font(style, self._family)
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
        for key, value in how.items():
            setattr(style.font, key, value)
        shape = style.paragraph_format
        shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(after), True

    def heading(self, text: Text, level: int, *, hang: float = 0) -> Paragraph:
        """A heading in Word's style of the level; a number and a tab hang in an indent of ``hang`` centimetres."""
        paragraph = self.word.add_paragraph(style=f"Heading {level}")
        if hang:
            shape = paragraph.paragraph_format
            shape.left_indent, shape.first_line_indent = Cm(hang), Cm(-hang)
            shape.tab_stops.add_tab_stop(Cm(hang))
        for _ in self._runs(paragraph, text):
            pass
        return paragraph

    def bullet(
        self, text: Text, *, sign: str = "•", left: float = 0, after: float = 3, spacing: float = 1.15
    ) -> Paragraph:
        whole = text if isinstance(text, tuple) else (text,)
        return self.body((f"{sign}\t", *whole), indent=0.6, left=left, spacing=spacing, after=after)

    def contents_line(self, ink: Ink, label: str, page: str, *, left: float = 0, dots: bool = True) -> Paragraph:
        """A line of the contents; the leader between label and page has no ink."""
        paragraph = self.word.add_paragraph()
        shape = paragraph.paragraph_format
        shape.left_indent, shape.space_after = Cm(left), Pt(3)
        section = self.word.sections[-1]
        width = section.page_width - section.left_margin - section.right_margin
        leader = WD_TAB_LEADER.DOTS if dots else WD_TAB_LEADER.SPACES
        shape.tab_stops.add_tab_stop(int(width), WD_TAB_ALIGNMENT.RIGHT, leader)
        for _ in self._runs(paragraph, (ink.changed(label), "\t", ink.changed(page))):
            pass
        return paragraph

    # --- footnotes ---------------------------------------------------------------------------------------------------

    def _runs(self, paragraph: Paragraph, text: Text) -> Iterator[Any]:
        for run, colour in dressed(text):
            if run.note:
                self._note_colours.append(colour)
                yield from council.CouncilPaper._runs(self, paragraph, f"{{{run.text}}}")
                continue
            made = paragraph.add_run(run.text)
            yield made
            if run.bold:
                made.bold = True
            if run.italic:
                made.italic = True
            if colour:
                made.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())

    def _add_notes(self) -> None:
        """Footnotes as the sample corpus writes them, and then the colours of the inked ones."""
        super()._add_notes()
        for relation in list(self.word.part.rels.values()):
            if relation.reltype != RELATIONSHIP_TYPE.FOOTNOTES:
                continue
            root = etree.fromstring(relation.target_part.blob)
            notes = [note for note in root if note.get(qn("w:type")) is None]
            for note, colour in zip(notes, self._note_colours, strict=True):
                if colour is None:
                    continue
                run = [run for run in note.iter(qn("w:r")) if run.find(qn("w:t")) is not None][0]
                shade = OxmlElement("w:color")
                shade.set(qn("w:val"), colour.removeprefix("#").upper())
                properties = OxmlElement("w:rPr")
                properties.append(shade)
                run.insert(0, properties)
            blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            relation._target = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, blob, self.word.part.package)


def _font(style: Any, family: str) -> None:
    """Name a font for all scripts; Word's own headings name theirs by theme, which would win."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), family)
    properties.insert(0, fonts)


def label(number: str | None, title: str) -> str:
    """A heading as it reads."""
    return f"{number} {title}" if number else title


def hanging(ink: Ink, number: str | None, title: str) -> Text:
    """A heading whose number is followed by a tab."""
    return (ink.changed(number), "\t", ink.changed(title)) if number else ink


__all__: Sequence[str] = ["Cm", "Pt", "WordReport", "hanging", "label"]
