"""Where markings stand: front pages, running lines, margins, stamps and watermarks mark a paper; text that names one does not.

Each case is a small PDF. Of those that are marked none may be missed, of those that mention a marking none may be refused.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus.errors import Restricted
from corpus.markings import Marking
from extract.content import read_content
from extract.cover import parse_cover
from extract.marks import Marks, check_marks, notices_of
from extract.pdf import open_pdf
from extract.picture_marks import with_picture_marks
from extract.pipeline import extract
from tests.pdfs import PdfPage, pdf_bytes

WORDS = "RESTREINT UE/EU RESTRICTED"
BODY = (
    "The working party met twice and looked at the proposals of the delegations, which it",
    "found useful. It asked the experts for a table of the actions and their leaders, and it",
    "will return to the matter in the autumn, when the figures of the year are known.",
)


def plain(number: int = 1, *, top: float = 742) -> PdfPage:
    """A page of running text."""
    page = PdfPage()
    for part in range(5):
        page.lines(72, top - 90 * part - 3 * number, BODY)
    return page


def council(
    right: Sequence[str] = ("LIMITE",), *, footer: str = "90417/51 ab/cd 1 JAI.1 EN", subject: str = ""
) -> PdfPage:
    """The front page of a Council paper; `right` stands between its number and its subject codes."""
    page = PdfPage().lines(60, 780, ("Council of the", "European Union"), 12, 15)
    page.lines(360, 780, ("Brussels, 7 March 2051", "(OR. en)", "90417/51", *right, "COSI 41"), 11, 15)
    page.text(60, 580, "NOTE", 11, bold=True)
    page.text(60, 560, "From:").text(170, 560, "Presidency").text(60, 542, "To:").text(170, 542, "Delegations")
    page.text(60, 520, "Subject:").text(170, 520, subject or "Report on the work of the year 2050")
    return page.lines(60, 440, BODY).text(60, 30, footer, 9)


def headed(text: str, *, at: float = 220, pages: int = 3) -> list[PdfPage]:
    """Pages with a running header."""
    return [plain(number).text(at, 806, text, 10) for number in range(1, pages + 1)]


def footed(text: str, pages: int = 3) -> list[PdfPage]:
    """Pages with a running footer in which {} is the page's number."""
    return [plain(number).text(72, 30, text.format(number), 9) for number in range(1, pages + 1)]


def spaced(page: PdfPage, x: float, y: float, text: str, step: float, size: float = 11) -> PdfPage:
    """Letters that are set one by one."""
    for position, letter in enumerate(text):
        if letter != " ":
            page.text(x + position * step, y, letter, size)
    return page


def title_page(*lines: str) -> PdfPage:
    """A cover with a few words."""
    page = PdfPage().text(90, 560, "Threat picture of the year 2051", 26)
    return page.lines(90, 420, lines, 12, 22)


def framed(text: str) -> PdfPage:
    """A page of text with a stamp drawn upright in a frame of its own."""
    page = plain(top=600).text(330, 700, text, 13, bold=True)
    return page.rule(320, 690, 560, 690).rule(320, 720, 560, 720).rule(320, 690, 320, 720).rule(560, 690, 560, 720)


def table(cells: Sequence[Sequence[str]], page: PdfPage, top: float) -> PdfPage:
    """A ruled table of two columns."""
    ys = [top - 24 * row for row in range(len(cells) + 1)]
    page.grid([72, 300, 520], ys)
    for row, (one, two) in enumerate(cells):
        page.text(78, top - 24 * row - 16, one).text(306, top - 24 * row - 16, two)
    return page


def watermarked(text: str, *, size: float = 60, gray: float = 0.8) -> PdfPage:
    """Running text with large letters upright across it."""
    page = plain()
    page.content.insert(0, f"q {gray} g BT /F2 {size} Tf 80 640 Td ({text}) Tj ET Q")
    return page


@dataclass(frozen=True)
class Case:
    """A small PDF and the marking that is in force; None where there is none."""

    name: str
    pages: Callable[[], Sequence[PdfPage]]
    marking: Marking | None = Marking.RESTREINT_UE

    def __str__(self) -> str:
        return self.name


MARKED = (
    # on the front page
    Case("a line of its own on the cover", lambda: [council((WORDS,))]),
    Case("LIMITE on the cover", lambda: [council()], Marking.LIMITE),
    Case("letter-spaced on the cover", lambda: [council(("R E S T R E I N T  U E",))]),
    Case("LIMITE, set letter by letter", lambda: [spaced(council(()), 360, 700, "LIMITE", 17)], Marking.LIMITE),
    Case("set letter by letter", lambda: [spaced(council(()), 330, 700, "RESTREINT UE", 16)]),
    Case("broken by extraction", lambda: [council(("RESTREINT U E/EU RESTRIC TED",))]),
    Case("over two lines", lambda: [council(("RESTREINT UE/", "EU RESTRICTED"))]),
    Case("over two lines, cut in the French", lambda: [council(("RESTREINT", "UE/EU RESTRICTED"))]),
    Case("behind a label", lambda: [council((f"Classification: {WORDS}",))]),
    Case("with a lost letter", lambda: [council(("RESTR INT UE/EU RESTRICTED",))]),
    Case("with an accent", lambda: [council(("TRÈS SECRET UE/EU TOP SECRET",))], Marking.TRES_SECRET_UE),
    Case("with capital initials", lambda: [council(("Restreint UE / EU Restricted",))]),
    Case("until a date", lambda: [council((f"{WORDS} until 1 June 2061",))]),
    Case("on a title page", lambda: [title_page(WORDS, "The Hague, 3 May 2051"), plain(2)]),
    Case("on a title page alone", lambda: [title_page("CONFIDENTIEL UE")], Marking.CONFIDENTIEL_UE),
    Case(
        "Europol's basic level on a title page",
        lambda: [title_page("Europol Unclassified – Basic Protection Level"), plain(2)],
        Marking.EUROPOL_BPL,
    ),
    # running lines
    Case("in the header of each page", lambda: headed(WORDS)),
    Case("at the left of the header", lambda: headed(WORDS, at=72)),
    Case("in the footer of each page", lambda: footed(WORDS)),
    Case("in the footer beside the page's number", lambda: footed(f"{{}}/3 {WORDS}")),
    Case("in the footer among initials", lambda: footed("90417/51 ab/cd {} JAI.1 LIMITE EN"), Marking.LIMITE),
    Case("in the footer with the language glued", lambda: footed("90417/51 ab/cd {} JAI.1 LIMITEEN"), Marking.LIMITE),
    Case("letter-spaced in the footer", lambda: footed("90417/51 ab/cd {} R E S T R E I N T  U E EN")),
    Case("with the number of the copy", lambda: footed("SECRET UE/EU SECRET copy 3 of 12"), Marking.SECRET_UE),
    Case("in a header of several parts", lambda: headed(f"Threat picture 2051 | {WORDS}", at=72)),
    Case(
        "Europol's basic level in the footer",
        lambda: footed("Europol Unclassified - Basic Protection Level {}"),
        Marking.EUROPOL_BPL,
    ),
    Case("Europol's public information in the footer", lambda: footed("Europol Public Information {}"), Marking.PUBLIC),
    Case(
        "in a ruled header",
        lambda: [table([("Threat picture 2051", WORDS)], plain(n, top=700), 815) for n in (1, 2, 3)],
    ),
    # single lines
    Case("at the head of a single page", lambda: [plain().text(72, 800, WORDS)]),
    Case("close above the text of a single page", lambda: [plain(top=775).text(72, 792, WORDS)]),
    Case("at the foot of a single page", lambda: [plain().text(230, 40, WORDS)]),
    Case("at the head of one later page", lambda: [plain(1), plain(2), plain(3).text(220, 806, WORDS, 11), plain(4)]),
    Case("at the foot of one later page", lambda: [plain(1), plain(2).text(220, 36, WORDS, 11), plain(3)]),
    Case("in the middle of the head", lambda: [plain(1), plain(2).text(220, 770, WORDS, 11)]),
    # stamps
    Case("a slanted stamp", lambda: [plain().turned(340, 690, WORDS, 14, 12)]),
    Case("a stamp upwards at the side", lambda: [plain().turned(40, 300, WORDS, 12, 90)]),
    Case("a stamp downwards at the side", lambda: [plain().turned(560, 600, WORDS, 12, 270)]),
    Case(
        "a slanted stamp of two lines",
        lambda: [plain().turned(340, 690, "RESTREINT UE", 18, 12).turned(343, 675, "EU RESTRICTED", 11, 12)],
    ),
    Case("a stamp upside down", lambda: [plain().turned(480, 700, WORDS, 12, 180)]),
    Case("a stamp in a frame", lambda: [framed(WORDS)]),
    Case("a stamp as annotation", lambda: [plain().annotation("Stamp", (300, 780, 560, 800), WORDS)]),
    Case(
        "a stamp that the viewer draws", lambda: [plain().annotation("Stamp", (300, 780, 560, 800), WORDS, drawn=False)]
    ),
    Case("a typewritten note", lambda: [plain().annotation("FreeText", (60, 780, 380, 800), WORDS)]),
    Case(
        "a note that the viewer draws",
        lambda: [plain().annotation("FreeText", (60, 780, 380, 800), WORDS, drawn=False)],
    ),
    Case("a watermark as annotation", lambda: [plain().annotation("Watermark", (60, 790, 400, 815), WORDS)]),
    Case("a field that is filled in", lambda: [plain().annotation("Widget", (60, 780, 380, 800), WORDS)]),
    # watermarks
    Case("a slanted watermark", lambda: [plain().turned(120, 250, WORDS, 36, 52, gray=0.8)]),
    Case("an upright watermark", lambda: [watermarked("RESTREINT UE")]),
    Case("a dark upright watermark", lambda: [watermarked("RESTREINT UE", size=40, gray=0)]),
    Case("LIMITE as watermark", lambda: [watermarked("LIMITE", size=90)], Marking.LIMITE),
    Case(
        "a watermark on an empty page",
        lambda: [plain(1), PdfPage(["q 0.8 g BT /F2 44 Tf 90 400 Td (EU RESTRICTED) Tj ET Q"])],
    ),
    # how the page lies
    Case(
        "on a turned page",
        lambda: [
            PdfPage(media=(0, 0, 842, 595), rotate=180)
            .turned(600, 20, WORDS, 11, 180)
            .turned(700, 300, BODY[0], 11, 180)
        ],
    ),
    Case(
        "on a cropped page",
        lambda: [PdfPage(media=(0, 0, 700, 1000), crop=(50, 80, 645, 922)).lines(130, 800, BODY).text(280, 890, WORDS)],
    ),
    # national and operational
    Case("a German classification", lambda: headed("VS – NUR FÜR DEN DIENSTGEBRAUCH")),
    Case("its short form", lambda: footed("VS-NfD {}")),
    Case("a French classification", lambda: [council(("DIFFUSION RESTREINTE",))]),
    Case("an Italian classification", lambda: headed("RISERVATO")),
    Case("NATO's", lambda: headed("NATO RESTRICTED")),
    Case("for official use", lambda: footed("FOR OFFICIAL USE ONLY – page {}")),
    Case("a bare one in capitals", lambda: headed("SECRET"), Marking.SECRET_UE),
    # of two the stricter
    Case("LIMITE outside, restricted inside", lambda: [council(), plain(2).text(220, 806, WORDS)]),
    Case(
        "a classification with a stamp PUBLIC", lambda: [council((WORDS,)).turned(400, 690, "PUBLIC 14.7.2051", 20, 12)]
    ),
)

LEVELS = (("Level", "Harm"), ("SECRET UE/EU SECRET", "serious"), (WORDS, "disadvantage"))

MENTIONED = (
    Case("in a sentence", lambda: [plain().text(72, 280, f"Papers marked {WORDS} are kept in a safe.")], None),
    Case("in a subject", lambda: [council((), subject="Handling of RESTREINT UE/EU RESTRICTED papers")], None),
    Case(
        "as the end of a paragraph", lambda: [plain(top=700).lines(72, 240, (BODY[0] + " They are", f"{WORDS}."))], None
    ),
    Case(
        "as a line within a paragraph",
        lambda: [
            plain(top=700).lines(72, 240, (BODY[0], WORDS, "and nothing else was found in the rooms of the agency."))
        ],
        None,
    ),
    Case(
        "where a sentence goes on over a page",
        lambda: [
            plain(1).lines(72, 100, ("They were sent to the registry in an envelope that bears the words",)),
            PdfPage().lines(72, 770, (f"{WORDS}", *BODY)),
        ],
        None,
    ),
    Case("as a heading", lambda: [plain(top=700).text(72, 240, WORDS, 13, bold=True).lines(72, 222, BODY)], None),
    Case(
        "as a heading at the head of a page",
        lambda: [plain(1), PdfPage().text(72, 770, WORDS, 13, bold=True).lines(72, 752, BODY)],
        None,
    ),
    Case(
        "as the first heading of a guide",
        lambda: [
            PdfPage()
            .text(72, 760, "How papers are marked", 20, bold=True)
            .text(72, 720, WORDS, 13, bold=True)
            .lines(72, 702, BODY)
        ],
        None,
    ),
    Case(
        "as a numbered heading",
        lambda: [plain(1), PdfPage().text(72, 780, f"2.1. {WORDS}", 13, bold=True).lines(72, 740, BODY)],
        None,
    ),
    Case(
        "in the title of a guide",
        lambda: [PdfPage().text(72, 760, f"Guide to {WORDS} papers", 20).lines(72, 700, BODY)],
        None,
    ),
    Case("in a ruled table", lambda: [table(LEVELS, plain(top=740), 300)], None),
    Case(
        "in a table at the head of a page",
        lambda: [table(LEVELS, plain(1), 280), table(LEVELS[1:], PdfPage().lines(72, 600, BODY), 790)],
        None,
    ),
    Case(
        "in a table without rules",
        lambda: [
            plain(top=740)
            .lines(72, 280, [one for one, _ in LEVELS], 11, 20)
            .lines(340, 280, [two for _, two in LEVELS], 11, 20)
        ],
        None,
    ),
    Case(
        "in a list", lambda: [plain(top=740).lines(90, 280, ("• LIMITE", f"• {WORDS}", "• SECRET UE/EU SECRET"))], None
    ),
    Case(
        "in a list at the foot of a page",
        lambda: [plain(top=742).lines(90, 100, ("• SECRET UE/EU SECRET", f"• {WORDS}", "• LIMITE")), plain(2)],
        None,
    ),
    Case(
        "in a list at the head of a page",
        lambda: [plain(1), plain(2, top=700).lines(90, 785, ("(a) SECRET UE/EU SECRET", f"(b) {WORDS}"))],
        None,
    ),
    Case(
        "in a note at the foot of a page",
        lambda: [
            plain(top=742)
            .rule(72, 110, 216, 110)
            .text(72, 96, "1", 6, rise=3)
            .text(78, 96, f"{WORDS}, in its short form.", 8)
        ],
        None,
    ),
    Case(
        "as a whole note",
        lambda: [plain(top=742).rule(72, 90, 216, 90).text(72, 76, "1", 6, rise=3).text(78, 76, WORDS, 8)],
        None,
    ),
    Case(
        "in a contents page",
        lambda: [
            PdfPage()
            .text(72, 760, "Contents", 18)
            .lines(72, 720, (f"{WORDS} ........ 4", "SECRET UE/EU SECRET ........ 6"))
        ],
        None,
    ),
    Case("in a caption", lambda: [plain(top=700).text(72, 240, f"Figure 2: {WORDS} papers by year", 9)], None),
    Case("in quotation marks", lambda: [plain(1), plain(2, top=700).text(72, 776, f"“{WORDS}”")], None),
    Case("in a running title", lambda: headed("Handling of RESTREINT UE/EU RESTRICTED papers", at=72), None),
    Case("in a running title in capitals", lambda: headed("GUIDE TO EU RESTRICTED DOCUMENTS", at=72), None),
    Case("in a footer that is a title", lambda: footed("Public consultation on secret ballots {}"), None),
    Case("PUBLIC CONSULTATION in the footer", lambda: footed("PUBLIC CONSULTATION {}"), None),
    Case("LIMITED in the header", lambda: headed("LIMITED EDITION"), None),
    Case("the name of an office in the header", lambda: headed("EU SECRETARIAT"), None),
    Case("H1 as a heading", lambda: [plain(top=700).text(72, 240, "H1", 13, bold=True).lines(72, 222, BODY)], None),
    Case("H1 in the header", lambda: headed("H1"), None),
    Case(
        "handling codes explained",
        lambda: [plain(top=700).text(72, 240, "Handling code H1 means that consent is needed first.")],
        None,
    ),
    Case(
        "handling codes in a table",
        lambda: [table((("Handling code", "Meaning"), ("H1", "not in court")), plain(top=740), 300)],
        None,
    ),
    Case("a comment on the page", lambda: [plain().annotation("Text", (500, 700, 520, 720), WORDS, drawn=False)], None),
    Case(
        "a highlight's comment",
        lambda: [plain().annotation("Highlight", (72, 700, 320, 714), WORDS, drawn=False)],
        None,
    ),
    Case("a stamp that is hidden", lambda: [plain().annotation("Stamp", (300, 780, 560, 800), WORDS, flags=2)], None),
    Case(
        "a heading Public", lambda: [plain(top=700).text(72, 240, "Public", 13, bold=True).lines(72, 222, BODY)], None
    ),
    Case("nothing at all", lambda: [plain(1), plain(2)], None),
)


def marks(case: Case) -> Marks:
    with open_pdf(pdf_bytes(list(case.pages()))) as pdf:
        return parse_cover(read_content(pdf.facts(), list(pdf.pages()))).marks


@pytest.mark.parametrize("case", MARKED, ids=str)
def test_a_marking_is_known_wherever_it_may_stand(case: Case) -> None:
    """Recall 1: who may read a paper hangs on this, and what is classified may not be kept."""
    found = marks(case)
    assert found.marking is case.marking
    if case.marking is not None and case.marking.is_classified:
        with pytest.raises(Restricted) as refused:
            check_marks(found)
        assert refused.value.marking == case.marking.value


@pytest.mark.parametrize("case", MENTIONED, ids=str)
def test_a_mention_marks_nothing(case: Case) -> None:
    """No false refusals: a guide about markings is read like any other paper."""
    found = marks(case)
    check_marks(found)
    assert found.marking is None


RELEASES = (
    (
        "a stamp PUBLIC of several lines",
        lambda: [
            council(footer="90417/51 ab/cd 1 JAI.1 LIMITE EN")
            .turned(400, 690, "PUBLIC", 22, 12)
            .turned(404, 676, "Conseil UE", 9, 12)
            .turned(408, 662, "made public on 14 July 2051", 9, 12)
        ],
        Marking.PUBLIC,
        "released",
        "2051-07-14",
    ),
    (
        "a stamp as annotation",
        lambda: [council().annotation("Stamp", (300, 800, 500, 825), "PUBLIC 14.07.2051")],
        Marking.PUBLIC,
        "released",
        "2051-07-14",
    ),
    (
        "a line above the number",
        lambda: [council().text(60, 815, "DOCUMENT PARTIALLY ACCESSIBLE TO THE PUBLIC (15.09.2051)", 10, bold=True)],
        Marking.PUBLIC,
        "released_in_part",
        "2051-09-15",
    ),
    (
        "lines on the cover",
        lambda: [council(("LIMITE", "DOCUMENT PARTIALLY", "ACCESSIBLE TO THE", "PUBLIC (15.09.2051)"))],
        Marking.PUBLIC,
        "released_in_part",
        "2051-09-15",
    ),
    (
        "a line of Europol's",
        lambda: [
            title_page(
                "Europol Unclassified – Basic Protection Level",
                "Document made partially accessible to the public on: 3 May 2051",
            )
        ],
        Marking.PUBLIC,
        "released_in_part",
        "2051-05-03",
    ),
    (
        "a stamp without a date",
        lambda: [council().turned(400, 690, "PUBLIC", 22, 12)],
        Marking.LIMITE,
        "release_without_date",
        None,
    ),
)


@pytest.mark.parametrize(("pages", "marking", "code", "date"), [r[1:] for r in RELEASES], ids=[r[0] for r in RELEASES])
def test_a_paper_that_was_given_to_the_public_later_says_so(
    pages: Callable[[], Sequence[PdfPage]], marking: Marking, code: str, date: str | None
) -> None:
    """LIMITE stays in the footers of a released paper; the dated stamp counts, and the reader is told."""
    found = marks(Case("", pages))
    assert found.marking is marking
    (notice,) = notices_of(found)
    assert notice.code == code
    assert found.release is not None
    assert found.release.date == date
    assert date is None or date in notice.message
    assert notice.page == 1


def test_europols_own_words_lift_its_basic_level() -> None:
    """Its published papers carry both lines."""
    page = title_page("Europol Unclassified – Basic Protection Level", "Europol Public Information")
    assert marks(Case("", lambda: [page, plain(2)])).marking is Marking.PUBLIC


def test_a_text_that_tells_of_a_release_releases_nothing() -> None:
    """The sentence is about another paper."""
    page = council().text(60, 380, "The report of 2049 was made public on 14 July 2051.")
    found = marks(Case("", lambda: [page]))
    assert (found.marking, found.release) == (Marking.LIMITE, None)


@pytest.mark.parametrize("text", ["Handling code: H2", "SIENA 2051-4417-3 H1"])
def test_operational_information_is_refused_without_a_level(text: str) -> None:
    """A SIENA message is no paper of the cycle."""
    found = marks(Case("", lambda: headed(text)))
    with pytest.raises(Restricted, match="handling code H") as refused:
        check_marks(found)
    assert refused.value.marking is None


def test_a_limit_of_sharing_is_told_and_refuses_nothing() -> None:
    """TLP is for a person to judge."""
    found = marks(Case("", lambda: headed("TLP:AMBER")))
    check_marks(found)
    assert [(notice.code, notice.page) for notice in notices_of(found)] == [("sharing_limit", 1)]


def test_a_refusal_quotes_the_list_and_never_the_paper() -> None:
    """What is said of a classified paper goes into logs and reports."""
    found = marks(Case("", lambda: headed("Unicorn | VS – NUR FÜR DEN DIENSTGEBRAUCH", at=72)))
    with pytest.raises(Restricted) as refused:
        check_marks(found)
    assert "national classification at the level of RESTREINT UE" in refused.value.problem
    assert "Unicorn" not in f"{refused.value.problem} {refused.value.remedy}"


def stamped_picture(text: str, angle: float) -> bytes:
    """A paper with the picture of a rubber stamp on it."""
    canvas_module = pytest.importorskip("reportlab.pdfgen.canvas")
    image_reader = pytest.importorskip("reportlab.lib.utils").ImageReader
    stamp = Image.new("RGBA", (1080, 130), (255, 255, 255, 0))
    pen = ImageDraw.Draw(stamp)
    pen.rectangle((4, 4, 1075, 125), outline=(180, 0, 0), width=6)
    pen.text((30, 30), text, font=ImageFont.load_default(64), fill=(180, 0, 0))
    stamp = stamp.rotate(angle, expand=True)
    buffer = BytesIO()
    canvas = canvas_module.Canvas(buffer, pagesize=(595, 842))
    for number in range(24):
        canvas.drawString(72, 700 - 16 * number, BODY[number % 3])
    canvas.drawImage(image_reader(stamp), 290, 660, stamp.width / 4.5, stamp.height / 4.5, mask="auto")
    canvas.save()
    return buffer.getvalue()


@pytest.mark.skipif(find_spec("rapidocr") is None, reason="the extra ocr is not installed")
@pytest.mark.parametrize(
    ("text", "angle"), [("RESTREINT UE/EU RESTRICTED", 0), ("RESTREINT UE", 12), ("EU SECRET", -20)]
)
def test_the_picture_of_a_stamp_marks_a_paper(text: str, angle: float) -> None:
    """A stamp is often scanned and laid over the first page."""
    with pytest.raises(Restricted):
        extract(stamped_picture(text, angle), "stamped.pdf")


@pytest.mark.skipif(find_spec("rapidocr") is None, reason="the extra ocr is not installed")
def test_a_logo_marks_nothing() -> None:
    """Most pictures of a stamp's size are logos, and what they say is not kept."""
    data = stamped_picture("Agency of Unicorns", 0)
    with open_pdf(data) as pdf:
        pages = with_picture_marks(pdf, list(pdf.pages()), "rapidocr")
    assert pages[0].stamps == ()


def test_there_are_cases_enough() -> None:
    """The figures that docs/quality.md states rest on this many small papers."""
    assert len(MARKED) >= 50
    assert len(MENTIONED) >= 30
