"""What Council papers of the zoo have in common, whoever sets them: a cover's facts, the place of the file."""

import datetime
import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from tests.golden.layouts.make.inks import Inks, Measured, set_twice

ZOO = Path(__file__).resolve().parent.parent
BAND = "SYNTHETIC – invented to test a computer program; not a document of the Council"


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page of a Council paper. ``rows`` are From, To and the like, in the order and the language printed."""

    number: str
    place_and_date: str
    kind: str
    rows: tuple[tuple[str, str], ...]
    body: tuple[str, ...]
    codes: tuple[str, ...] = ()
    marking: str | None = None
    original: str = "(OR. en)"
    unit: str = "JAI.1"
    initials: str = ""
    language: str = "EN"
    label: str = ""

    @property
    def subject(self) -> str:
        return self.rows[-1][1]


def zoo(name: str) -> Path:
    return ZOO / f"zoo-{name}.pdf"


def made(pdf: Path, produce: Callable[[Inks, Path], None]) -> Measured:
    """Set a paper and its twin, which nobody needs afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        return set_twice(pdf, produce, Path(folder))


def settle(printed: Path, pdf: Path, day: datetime.date, *, producer: str) -> None:
    """Take from a PDF what differs from run to run, and keep the name of its producer."""
    moment = datetime.datetime.combine(day, datetime.time(9))
    with pikepdf.open(printed, allow_overwriting_input=printed == pdf) as paper:
        for key in list(paper.docinfo.keys()):
            del paper.docinfo[key]
        paper.docinfo["/CreationDate"] = pikepdf.String(f"D:{moment:%Y%m%d%H%M%S}Z")
        paper.docinfo["/Producer"] = pikepdf.String(producer)
        for key in ("/ID", "/DocChecksum"):
            if key in paper.trailer:
                del paper.trailer[key]
        if "/Metadata" in paper.Root:
            del paper.Root["/Metadata"]
        paper.save(pdf, deterministic_id=True)


def stamp(pdf: Path, lines: tuple[str, ...], *, at: tuple[float, float], turned: float = 12) -> None:
    """Stamp the first page: lines in a frame, turned, over what is printed there; ``at`` from the bottom left."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595.3, 841.9), invariant=1)
    canvas.translate(*at)
    canvas.rotate(turned)
    canvas.setStrokeColorRGB(0.75, 0.1, 0.1)
    canvas.setFillColorRGB(0.75, 0.1, 0.1)
    canvas.setLineWidth(2)
    height = 26 + 13 * (len(lines) - 1)
    canvas.roundRect(-85, -height + 22, 170, height + 6, 4)
    for row, line in enumerate(lines):
        canvas.setFont("Helvetica-Bold", 24 if row == 0 else 9.5)
        canvas.drawCentredString(0, 2 if row == 0 else -3 - 13 * row, line)
    canvas.save()
    buffer.seek(0)
    with pikepdf.open(pdf, allow_overwriting_input=True) as paper, pikepdf.open(buffer) as mark:
        page = paper.pages[0]
        # Page.add_overlay would name the stamp at random, and no two runs would give the same file.
        form = paper.copy_foreign(mark.pages[0].as_form_xobject())
        page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name.Stamp)
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(b"Q q /Stamp Do Q\n")
        paper.save(pdf, deterministic_id=True)
