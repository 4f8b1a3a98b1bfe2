"""``unseen-plan-forms``: a revised Council paper with one form for each action; four cells in some rows, two in others.

python-docx and LibreOffice Writer. Run: ``python -m tests.golden.unseen.make.plan_forms``
"""

import os
import subprocess
import tempfile
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.sample.make.gold import Finished, GoldDocument, Span
from tests.golden.unseen.make import plan_forms_text as words
from tests.golden.unseen.make.marked import Reader
from tests.golden.unseen.make.plans import Action, Goal, add_action, add_goal
from tests.golden.unseen.make.stamp import settle

PDF = Path(__file__).resolve().parent.parent / "unseen-plan-forms.pdf"
_WIDTHS = (30, 52, 30, 52)
_SHADE = "E4E9E1"


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    found = OxmlElement(name)
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), value)
    return found


def _field(paragraph: Paragraph, code: str) -> None:
    paragraph._p.append(_element("w:fldSimple", instr=code))


def _shade(cell: _Cell) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=_SHADE))


def _borders(table: Table, sides: str, size: str = "4", color: str = "7F8A78") -> None:
    borders = _element("w:tblBorders")
    for side in sides.split():
        borders.append(_element(f"w:{side}", val="single", sz=size, space="0", color=color))
    table._tbl.tblPr.append(borders)


def _write(cell: _Cell, text: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.add_run(text).bold = bold


def _table(document: DocumentType, widths: tuple[int, ...]) -> Table:
    table = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _row(table: Table, widths: tuple[int, ...]) -> list[_Cell]:
    cells = list(table.add_row().cells)
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Mm(width)
    return cells


def _pairs(table: Table, *pairs: tuple[str, str]) -> _Cell:
    """A row of one label and value over the whole width, or of two pairs side by side; gives the last value's cell."""
    cells = _row(table, _WIDTHS)
    if len(pairs) == 1:
        cells[1].merge(cells[3])
    for position, (label, value) in enumerate(pairs):
        _shade(cells[2 * position])
        _write(cells[2 * position], label)
        _write(cells[2 * position + 1], value)
    return cells[1] if len(pairs) == 1 else cells[3]


def _form(document: DocumentType, goal: Goal, action: Action) -> None:
    table = _table(document, _WIDTHS)
    _borders(table, "top bottom left right insideH insideV")
    _pairs(table, ("Measure", action.number), ("Serves", "; ".join([goal.number, *action.also])))
    short = _pairs(table, ("Short name", ""))
    _write(short, action.title, bold=True)
    _pairs(table, ("What it consists of", action.text))
    _pairs(table, ("Begins", action.period[0]), ("Ends", action.period[1]))
    _pairs(table, ("Headed by", ", ".join(action.lead)), ("Co-headed by", ", ".join(action.deputies) or "–"))
    _pairs(table, ("Joined by", action.partners))
    signs = _pairs(table, ("Signs of success", ""))
    for position, yardstick in enumerate(action.yardsticks):
        paragraph = signs.paragraphs[0] if position == 0 else signs.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(4)
        paragraph.paragraph_format.first_line_indent = Mm(-4)
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.add_run(f"•\t{yardstick}")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(4))
    _pairs(table, ("Paid from", action.funding or "–"), ("Progress", action.status or "–"))
    document.add_paragraph().paragraph_format.space_after = Pt(4)


def _head_and_foot(document: DocumentType) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(23)
    section.top_margin, section.bottom_margin = Mm(22), Mm(24)
    header = section.header.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    header.add_run("SYNTHETIC – invented, for software tests only").font.size = Pt(7.5)
    footer = section.footer.paragraphs[0]
    stops = footer.paragraph_format.tab_stops
    for stop in list(stops):
        stops.clear_all()
        del stop
    stops.add_tab_stop(Mm(62), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Mm(118), WD_TAB_ALIGNMENT.RIGHT)
    stops.add_tab_stop(Mm(164), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run(f"{words.NUMBER}\t{words.PLAN}\t").font.size = Pt(9)
    _field(footer, "PAGE")
    footer.add_run("\tLIMITE   EN").font.size = Pt(9)
    line = _element("w:pBdr")
    line.append(_element("w:top", val="single", sz="6", space="4", color="000000"))
    footer._p.get_or_add_pPr().append(line)


def _cover(document: DocumentType) -> None:
    widths = (100, 64)
    table = _table(document, widths)
    left, right = _row(table, widths)
    run = left.paragraphs[0].add_run("Council of the\nEuropean Union")
    run.font.size = Pt(14)
    _write(right, f"Brussels, {words.DATE}", bold=True)
    for text in ("(OR. en)", "", words.NUMBER, "", "LIMITE", "", *words.CODES):
        paragraph = right.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(text).bold = text in (words.NUMBER, "LIMITE")
    document.add_paragraph()
    document.add_paragraph().add_run("NOTE").bold = True
    widths = (34, 130)
    lines = _table(document, widths)
    _borders(lines, "top bottom")
    for name, value in [*words.COVER, ("No. prev. doc.:", words.PREVIOUS), ("Subject:", words.SUBJECT)]:
        cells = _row(lines, widths)
        _write(cells[0], name)
        _write(cells[1], value, bold=name == "Subject:")
    document.add_paragraph()
    for text in words.COVER_TEXT:
        document.add_paragraph(text)
    document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


def _goals(document: DocumentType) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run("ANNEX").bold = True
    document.add_paragraph().add_run(f"A.  {words.GOALS_TITLE}").bold = True
    widths = (18, 34, 68, 44)
    table = _table(document, widths)
    _borders(table, "top bottom insideH")
    for cell, text in zip(_row(table, widths), words.GOALS_HEAD, strict=True):
        _shade(cell)
        _write(cell, text, bold=True)
    for goal, _ in words.ACTIONS:
        cells = _row(table, widths)
        for cell, text in zip(cells, (goal.number, goal.title, goal.text, "; ".join(goal.indicators)), strict=True):
            _write(cell, text)
    document.add_paragraph()
    document.add_paragraph().add_run(f"B.  {words.FORMS_TITLE}").bold = True


def make() -> None:
    """Write the paper with Word parts and let LibreOffice print it."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Liberation Sans", Pt(10)
    style.paragraph_format.space_after = Pt(6)
    _head_and_foot(document)
    _cover(document)
    _goals(document)
    for goal, actions in words.ACTIONS:
        for action in actions:
            _form(document, goal, action)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = Path(folder, "paper.docx")
        document.save(str(source))
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
            timeout=180,
            env={**os.environ, "SOURCE_DATE_EPOCH": "2363947200"},
        )
        settle(source.with_suffix(".pdf"), PDF, date="20441128", title="Council paper (synthetic)")


def _spans(read: Reader, action: Action) -> list[Span]:
    """Boxes of the description; a page on which only other cells of the form stand is a span without a box."""
    page, start, _ = read.find(f"Measure{action.number}")[0]
    finished = read.finished
    end = finished.find("Progress" + (action.status or "–"), page=page, at=start, last=page + 1)[-1][0]
    spans = read.spans(action.text)
    spans += [{"page": number} for number in {page, end} - {span["page"] for span in spans}]
    return sorted(spans, key=lambda span: int(str(span["page"])))


def write_gold() -> None:
    """Measure the paper and write its gold."""
    finished = Finished(PDF)
    gold = GoldDocument(
        PDF,
        title=words.SUBJECT,
        kind="operational_action_plan",
        reference=words.NUMBER,
        register_id="ST 92418 2044 REV 1",
        issuer="Council of the European Union",
        date=words.ISO_DATE,
        language="en",
        cycle="2045-2048",
        marking="LIMITE",
        subject_codes=words.CODES,
    )
    read = Reader(finished)
    read.skip(words.COVER_TEXT[-1])
    for goal, _ in words.ACTIONS:
        add_goal(gold, goal, read.spans(goal.text))
    for goal, actions in words.ACTIONS:
        for action in actions:
            add_action(gold, action, goal, action.text, _spans(read, action), words.PLAN)
    gold.write()


if __name__ == "__main__":
    make()
    write_gold()
