"""Words, rules and pictures of a page as a reader sees it, and the files that are refused."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest

from corpus.errors import Corrupt, Empty, Encrypted, FileOutcome, NotAPdf
from corpus.geometry import Box
from corpus.pages import Page, Word
from extract.pdf import open_pdf
from tests.pdfs import PdfPage, pdf_bytes

PDFS = Path(__file__).parent / "pdfs"


def read(source: bytes) -> Page:
    with open_pdf(source) as pdf:
        return pdf.page(1)


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def ink(source: bytes, scale: float = 4.0) -> Box:
    """Where a viewer paints something on the first page, in points from its top left."""
    document = pdfium.PdfDocument(source)
    page = document[0]
    picture = page.render(scale=scale, grayscale=True).to_numpy()
    page.close()
    document.close()
    rows, columns = np.nonzero(picture < 128)
    assert rows.size, "nothing is painted"
    edges = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    return Box(*(float(edge) / scale for edge in edges))


def shown(source: bytes) -> tuple[float, float]:
    """The size of the first page as a viewer shows it."""
    document = pdfium.PdfDocument(source)
    size: tuple[float, float] = document[0].get_size()
    document.close()
    return size


def objects(*bodies: bytes) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(content), entries) + content + b"\nendstream"


def page_with(content: bytes, *more: bytes, resources: bytes = b"/Font << /F1 5 0 R >>") -> bytes:
    """One page of 600 x 800 points; `more` are objects from number 6 on, object 5 is Helvetica."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << %s >> >>" % resources
    return objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        page,
        stream(content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *more,
    )


def sheet(content: str, **boxes: object) -> bytes:
    return pdf_bytes([PdfPage(content=[content], **boxes)])  # type: ignore[arg-type]


# --- where things stand on the displayed page ----------------------------------------------------------------------

ROTATIONS = (0, 90, 180, 270)
BOXES = [
    pytest.param({}, id="plain"),
    pytest.param({"crop": (60, 90, 500, 700)}, id="cropped"),
    pytest.param({"media": (-40, -70, 540, 760)}, id="shifted"),
    pytest.param({"media": (100, 200, 700, 1000), "crop": (130, 260, 640, 910)}, id="shifted-and-cropped"),
]
# The text matrix that makes writing stand upright on a page that is turned so.
UPRIGHT = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}


@pytest.mark.parametrize("boxes", BOXES)
@pytest.mark.parametrize("rotation", ROTATIONS)
def test_a_page_is_as_large_as_a_viewer_shows_it(rotation: int, boxes: dict[str, object]) -> None:
    """Whoever draws boxes over a page image scales them by its width and height."""
    source = sheet("", rotate=rotation, **boxes)
    page = read(source)
    assert (page.width, page.height) == pytest.approx(shown(source), abs=0.01)


@pytest.mark.parametrize("boxes", BOXES)
@pytest.mark.parametrize("rotation", ROTATIONS)
def test_an_upright_words_box_holds_the_ink_of_the_word(rotation: int, boxes: dict[str, object]) -> None:
    """A reviewer who follows a record to its page finds the words under the highlight, whatever turns the page."""
    source = sheet(f"BT /F1 20 Tf {UPRIGHT[rotation]} 260 410 Tm (Migrants) Tj ET", rotate=rotation, **boxes)
    page, painted = read(source), ink(source)
    (word,) = page.words
    assert (word.text, word.angle) == ("Migrants", 0)
    held = word.box.intersection(painted.grown(-0.6))
    assert held == painted.grown(-0.6), f"{word.box} does not hold {painted}"
    assert word.box.width <= painted.width + 8
    assert word.box.height <= 1.5 * 20


@pytest.mark.parametrize("boxes", BOXES)
@pytest.mark.parametrize("rotation", ROTATIONS)
def test_a_word_that_the_rotation_turns_keeps_its_place_and_says_its_direction(
    rotation: int, boxes: dict[str, object]
) -> None:
    """Side tabs and turned table heads are told from running text by their angle."""
    source = sheet("BT /F1 20 Tf 260 410 Td (Migrants) Tj ET", rotate=rotation, **boxes)
    page, painted = read(source), ink(source)
    (word,) = page.words
    assert word.angle == rotation
    assert word.box.intersection(painted.grown(-0.6)) == painted.grown(-0.6), f"{word.box} does not hold {painted}"


@pytest.mark.parametrize("boxes", BOXES)
@pytest.mark.parametrize("rotation", ROTATIONS)
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param("2 w 200 400 m 320 400 l S", "rules", id="rule"),
        pytest.param("0.2 g 200 400 120 60 re f", "fills", id="fill"),
        pytest.param("q 120 0 0 60 200 400 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI Q", "images", id="picture"),
    ],
)
def test_what_is_drawn_stands_where_it_is_painted(
    rotation: int, boxes: dict[str, object], content: str, kind: str
) -> None:
    """Tables are found by rules and grounds: they must share the words' coordinates on turned and cropped pages."""
    source = sheet(content, rotate=rotation, **boxes)
    (drawn,) = getattr(read(source), kind)
    box, painted = drawn if isinstance(drawn, Box) else drawn.box, ink(source)
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx(
        (painted.x0, painted.top, painted.x1, painted.bottom), abs=1.3
    )


def test_what_the_crop_box_hides_is_not_read() -> None:
    """Printer's marks outside the shown page are no words of the document."""
    page = read(pdf_bytes([PdfPage(crop=(0, 0, 595, 700)).text(72, 780, "hidden slug").text(72, 600, "shown")]))
    assert texts(page) == ["shown"]


# --- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("(drug trafficking) Tj", ["drug", "trafficking"], id="a written space parts"),
        pytest.param("[(drug) -400 (trafficking)] TJ", ["drug", "trafficking"], id="a gap without a space parts"),
        pytest.param("[(traf) -60 (ficking)] TJ", ["trafficking"], id="kerning joins"),
        pytest.param("[(T) 80 (o) 20 (u)] TJ", ["Tou"], id="letters drawn closer together join"),
        pytest.param("(Euro) Tj /F2 11 Tf (pol) Tj", ["Europol"], id="a change of weight within a word joins"),
        pytest.param("(drug) Tj 0 -14 Td (trade) Tj", ["drug", "trade"], id="a new line parts"),
        pytest.param("(drug) Tj 200 0 Td (trade) Tj", ["drug", "trade"], id="a wide gap parts"),
        pytest.param("(drug\xa0trade) Tj", ["drug", "trade"], id="a no-break space parts"),
        pytest.param("(  drug   trade  ) Tj", ["drug", "trade"], id="spaces are no words"),
        pytest.param("1 Tr (drug) Tj 0 Tr", ["drug"], id="outlined letters are read"),
    ],
)
def test_words_are_parted_where_a_reader_sees_white_space(content: str, expected: list[str]) -> None:
    """Search and token scores rest on words that are neither glued nor torn."""
    assert texts(read(sheet(f"BT /F1 11 Tf 72 700 Td {content} ET"))) == expected


@pytest.mark.parametrize(
    "spacing",
    [
        1,
        pytest.param(
            2.5,
            marks=pytest.mark.xfail(
                strict=True, reason="_WordBuilder parts letters at gaps also where spaces are written"
            ),
        ),
    ],
)
def test_a_heading_in_spaced_letters_is_read_as_words(spacing: float) -> None:
    """Magazines and web pages track their headings out; "K e y" is found by nobody."""
    page = read(sheet(f"BT /F1 11 Tf {spacing} Tc 72 700 Td (Key priorities of the Union) Tj ET"))
    assert texts(page) == ["Key", "priorities", "of", "the", "Union"]


def test_a_word_knows_its_font() -> None:
    """Headings and labels are told by size and weight, as displayed and not as written."""
    page = read(
        sheet("q 2 0 0 2 0 0 cm BT /F2 9 Tf 36 300 Td (Heading) Tj ET Q BT 1 0 0 rg /F1 9 Tf 72 500 Td (body) Tj ET")
    )
    heading, body = page.words
    assert (heading.font.size_pt, heading.font.bold) == (18, True)
    assert (body.font.size_pt, body.font.bold, body.font.color) == (9, False, 0xFF0000)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("(year) Tj /F1 6 Tf 4 Ts (12) Tj", id="behind a word"),
        pytest.param("(\\(year\\)) Tj /F1 6 Tf 4 Ts (12) Tj", id="behind a bracket"),
        pytest.param("/F1 6 Tf 4 Ts (12) Tj /F1 11 Tf 0 Ts (year) Tj", id="before a note's text"),
        pytest.param("(2031) Tj /F1 6 Tf 4 Ts (12) Tj", id="behind a number"),
    ],
)
def test_a_raised_small_number_is_a_footnote_mark_and_no_part_of_the_word(content: str) -> None:
    """ "June 2031" with note 12 must not become the year 203112."""
    words = read(sheet(f"BT /F1 11 Tf 72 700 Td {content} ET")).words
    assert len(words) == 2
    assert [word.text for word in words if word.is_mark] == ["12"]
    assert words[1].glued, "no white space parts them"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("(page 12) Tj", id="of the body's size"),
        pytest.param("(page ) Tj /F1 8 Tf (12) Tj", id="smaller, on the base line"),
        pytest.param("(CO) Tj /F1 6 Tf -2 Ts (2) Tj", id="lowered"),
        pytest.param("(the) Tj /F1 6 Tf 4 Ts (tenth) Tj", id="raised letters"),
    ],
)
def test_what_is_not_a_raised_small_number_is_no_mark(content: str) -> None:
    """Marks are left out of texts; a number that belongs to the sentence may not go with them."""
    assert not any(word.is_mark for word in read(sheet(f"BT /F1 11 Tf 72 700 Td {content} ET")).words)


# A font whose codes 1-6 mean what single-byte encodings can't say: ligatures, a bullet of Symbol's, a soft hyphen, a dash.
_MAPPED = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
6 beginbfchar <01> <FB01> <02> <FB02> <03> <FB03> <04> <F0B7> <05> <00AD> <06> <2011> endbfchar
1 beginbfrange <20> <7E> <0020> endbfrange
endcmap end end"""


def mapped(content: bytes) -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R "
        b"/FirstChar 1 /LastChar 126 /Widths [500 500 833 350 0 333" + b" 556" * 120 + b"] >>"
    )
    return page_with(content, font, stream(_MAPPED), resources=b"/Font << /F1 6 0 R >>")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(b"(tra\x03cking) Tj", ["trafficking"], id="ffi"),
        pytest.param(b"(\x01nance) Tj", ["finance"], id="fi at the start"),
        pytest.param(b"(in\x02ow) Tj", ["inflow"], id="fl"),
        pytest.param(b"(\x04 arms) Tj", ["•", "arms"], id="Symbol's bullet"),
        pytest.param(b"(traf\x05ficking in) Tj", ["trafficking", "in"], id="soft hyphen that is not shown"),
        pytest.param(b"(COVID\x0619 wave) Tj", ["COVID-19", "wave"], id="hyphen that does not break"),
    ],
)
def test_signs_are_spelt_as_a_reader_would_type_them(written: bytes, expected: list[str]) -> None:
    """Nobody searches with a ligature or a private sign of the Symbol font."""
    assert texts(read(mapped(b"BT /F1 11 Tf 72 700 Td " + written + b" ET"))) == expected


def test_ligature_glyphs_without_a_map_are_spelt_out() -> None:
    """Older files name the glyph only; "office" must still be found."""
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        b"/Encoding << /Type /Encoding /Differences [1 /fi /fl] >> >>"
    )
    content = b"BT /F1 11 Tf 72 700 Td (of\x01ce in\x02ux) Tj ET"
    assert texts(read(page_with(content, font, resources=b"/Font << /F1 6 0 R >>"))) == ["office", "influx"]


def test_a_hyphen_at_a_lines_end_is_kept_as_a_hyphen() -> None:
    """Mending broken words is decided later, by what the document shows of its spelling."""
    page = read(pdf_bytes([PdfPage().lines(72, 700, ["states should co-", "ordinate controls"])]))
    assert texts(page) == ["states", "should", "co-", "ordinate", "controls"]


# --- struck-through words ------------------------------------------------------------------------------------------


def struck(page: Page) -> list[str]:
    return [word.text for word in page.words if word.is_struck]


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("0.6 w 70 703.5 m 170 703.5 l S", id="stroked"),
        pytest.param("70 703.2 100 0.7 re f", id="filled"),
    ],
)
def test_words_with_a_rule_through_their_middle_are_told(rule: str) -> None:
    """An action whose row is struck through was withdrawn; the analyst must see that."""
    page = read(sheet(f"BT /F1 11 Tf 72 700 Td (withdrawn action) Tj 0 -20 Td (kept action) Tj ET {rule}"))
    assert struck(page) == ["withdrawn", "action"]
    assert texts(page) == ["withdrawn", "action", "kept", "action"]


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("0.6 w 70 698.5 m 170 698.5 l S", id="underline"),
        pytest.param("0.6 w 70 714 m 170 714 l S", id="rule of a table above"),
        pytest.param("0.6 w 90 703.5 m 100 703.5 l S", id="a short dash"),
        pytest.param("0.6 w 110 690 m 110 720 l S", id="an upright rule"),
    ],
)
def test_other_rules_strike_nothing(rule: str) -> None:
    """Underlined words and words beside table rules are not withdrawn."""
    assert struck(read(sheet(f"BT /F1 11 Tf 72 700 Td (a standing action) Tj ET {rule}"))) == []


# --- rules and fills -----------------------------------------------------------------------------------------------


def sides(page: Page) -> list[tuple[bool, int, int, int, int]]:
    return sorted(
        (rule.is_horizontal, round(rule.box.x0), round(rule.box.top), round(rule.box.x1), round(rule.box.bottom))
        for rule in page.rules
    )


@pytest.mark.parametrize(
    ("content", "horizontal"),
    [
        pytest.param("0.5 w 100 500 m 300 500 l S", True, id="stroked line"),
        pytest.param("100 500 200 0.5 re f", True, id="thin filled rectangle"),
        pytest.param("0.5 w 100 300 m 100 500 l S", False, id="upright line"),
        pytest.param("100 300 0.5 200 re f", False, id="upright thin rectangle"),
        pytest.param("100 500 m 300 500 l 300 500.6 l 100 500.6 l h f", True, id="thin polygon"),
    ],
)
def test_however_a_rule_is_drawn_it_is_one_rule(content: str, horizontal: bool) -> None:
    """Word strokes lines, Chromium fills slivers: tables are found in both."""
    page = read(sheet(content))
    (rule,) = page.rules
    assert rule.is_horizontal is horizontal
    long, thin = max(rule.box.width, rule.box.height), min(rule.box.width, rule.box.height)
    assert long == pytest.approx(200, abs=1.5)
    assert thin <= 2
    assert page.fills == ()


def test_a_stroked_rectangle_is_four_rules() -> None:
    """A cell that is drawn as one rectangle has four sides for the table finder."""
    page = read(sheet("0.5 w 100 500 80 60 re S"))
    assert sides(page) == [
        (False, 100, 282, 100, 342),
        (False, 180, 282, 180, 342),
        (True, 100, 282, 180, 282),
        (True, 100, 342, 180, 342),
    ]
    assert page.fills == ()


def test_a_filled_rectangle_is_a_ground_with_its_color_and_no_rule() -> None:
    """Header rows are told by their ground."""
    page = read(sheet("0 0.2 0.4 rg 100 500 80 60 re f"))
    assert page.rules == ()
    (fill,) = page.fills
    assert fill.box == Box(100, 282, 180, 342)
    assert fill.color == 0x003366


@pytest.mark.parametrize(
    "content", ["100 500 80 60 re n", "100 500 80 60 re W n", "q 100 500 80 60 re W* n Q", ""], ids=repr
)
def test_paths_that_are_not_painted_are_nothing(content: str) -> None:
    """Clipping paths frame every picture; they would become tables."""
    page = read(sheet(content))
    assert (page.rules, page.fills) == ((), ())


def test_several_lines_in_one_path_are_several_rules() -> None:
    """LibreOffice draws all rules of a table in one path."""
    page = read(sheet("0.5 w 100 500 m 300 500 l 100 460 m 300 460 l 100 460 m 100 500 l S"))
    assert sides(page) == [(False, 100, 342, 100, 382), (True, 100, 342, 300, 342), (True, 100, 382, 300, 382)]


# --- form objects --------------------------------------------------------------------------------------------------


def form(content: bytes, inner: bytes = b"", matrix: bytes = b"[1 0 0 1 0 0]") -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix "
        + matrix
        + b" /Resources << /Font << /F1 5 0 R >> /XObject << "
        + inner
        + b" >> >>"
    )
    return stream(content, entries)


FORMS = b"/Font << /F1 5 0 R >> /XObject << /A 6 0 R >>"


def test_what_forms_within_forms_hold_stands_where_it_is_painted() -> None:
    """Word processors and stamping tools wrap pages in forms; matrices on the way must add up."""
    source = page_with(
        b"q 1 0 0 1 50 100 cm /A Do Q",
        form(b"q 0.5 0 0 0.5 20 30 cm /B Do Q", b"/B 7 0 R", b"[1 0 0 1 5 0]"),
        form(b"4 w 100 200 m 300 200 l S", matrix=b"[1 0 0 1 0 10]"),
        resources=FORMS,
    )
    (rule,), painted = read(source).rules, ink(source)
    assert (rule.box.x0, rule.box.x1) == pytest.approx((painted.x0, painted.x1), abs=1.6)
    assert rule.box.center_y == pytest.approx(painted.center_y, abs=0.5)


def test_words_of_a_form_are_read_in_their_place() -> None:
    """A form holds words like the page itself."""
    source = page_with(b"q 1 0 0 1 50 100 cm /A Do Q", form(b"BT /F1 20 Tf 100 200 Td (Annex) Tj ET"), resources=FORMS)
    (word,), painted = read(source).words, ink(source)
    assert word.text == "Annex"
    assert word.box.intersection(painted.grown(-0.6)) == painted.grown(-0.6)


def test_a_form_that_contains_itself_ends_and_the_page_is_read() -> None:
    """A hostile or broken file neither hangs a batch nor hides the rest of its page."""
    source = page_with(
        b"/A Do 1 w 100 700 m 300 700 l S BT /F1 11 Tf 72 500 Td (afterwards) Tj ET",
        form(b"1 w 100 600 m 300 600 l S /A Do", b"/A 6 0 R"),
        resources=FORMS,
    )
    page = read(source)
    assert texts(page) == ["afterwards"]
    assert {round(rule.box.center_y) for rule in page.rules} == {100, 200}


def test_two_forms_that_contain_each_other_end() -> None:
    """The loop may be longer than one step."""
    source = page_with(
        b"/A Do 1 w 100 700 m 300 700 l S",
        form(b"/B Do", b"/B 7 0 R"),
        form(b"1 w 100 600 m 300 600 l S /A Do", b"/A 6 0 R"),
        resources=FORMS,
    )
    assert {round(rule.box.center_y) for rule in read(source).rules} == {100, 200}


# --- files that are refused, and some that are not -----------------------------------------------------------------

WHOLE = pdf_bytes([PdfPage().text(72, 700, "whole page")])


def give(source: bytes, as_path: bool, folder: Path) -> Path | bytes:
    if not as_path:
        return source
    path = folder / "file.pdf"
    path.write_bytes(source)
    return path


@pytest.mark.parametrize("as_path", [False, True], ids=["bytes", "path"])
@pytest.mark.parametrize(
    ("source", "refusal"),
    [
        pytest.param(b"", Empty, id="empty"),
        pytest.param(b"From: Presidency\nTo: Delegations\n", NotAPdf, id="text"),
        pytest.param(b"PK\x03\x04" + bytes(400), NotAPdf, id="zip"),
        pytest.param(bytes(2000) + WHOLE, NotAPdf, id="header too late"),
        pytest.param(b"%PDF-1.7\n", Corrupt, id="header only"),
        pytest.param(WHOLE[:200], Corrupt, id="cut short"),
        pytest.param(WHOLE[: len(WHOLE) // 2], Corrupt, id="cut in the middle"),
    ],
)
def test_what_can_not_be_opened_is_refused_by_its_class_with_a_remedy(
    source: bytes, refusal: type[FileOutcome], as_path: bool, tmp_path: Path
) -> None:
    """The ingest report names the class, and its reader learns what to do."""
    with pytest.raises(refusal) as refused, open_pdf(give(source, as_path, tmp_path)):
        pass
    assert type(refused.value) is refusal
    assert refused.value.remedy


def test_a_file_without_pages_is_empty() -> None:
    """A template that was saved before its first page is empty and not damaged: fetching it again does not help."""
    with pytest.raises(Empty), open_pdf(pdf_bytes([])):
        pass


@pytest.mark.parametrize("name", ["password-rc4.pdf", "password-aes256.pdf"])
def test_a_file_that_needs_a_password_is_refused_as_encrypted(name: str) -> None:
    """It is told from a damaged one: somebody can save an unlocked copy."""
    with pytest.raises(Encrypted) as refused, open_pdf(PDFS / name):
        pass
    assert "unlocked" in refused.value.remedy


@pytest.mark.parametrize("name", ["password-rc4.pdf", "password-aes256.pdf"])
def test_a_file_is_read_with_its_password(name: str) -> None:
    """Who knows the password reads the document."""
    with open_pdf(PDFS / name, password="opens") as pdf:
        assert texts(pdf.page(1)) == ["locked", "words"]


@pytest.mark.parametrize("name", ["open-rc4.pdf", "open-aes128.pdf", "open-aes256.pdf"])
@pytest.mark.parametrize("as_bytes", [False, True], ids=["path", "bytes"])
def test_a_file_that_the_empty_password_opens_is_read(name: str, as_bytes: bool) -> None:
    """Many official PDFs are locked against changes only; every viewer opens them."""
    with open_pdf((PDFS / name).read_bytes() if as_bytes else PDFS / name) as pdf:
        assert texts(pdf.page(1)) == ["locked", "words"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + WHOLE, id="junk before the header"),
        pytest.param(b"\xef\xbb\xbf\r\n" + WHOLE, id="byte order mark"),
        pytest.param(bytes(900) + WHOLE, id="many zeros"),
        pytest.param(WHOLE.replace(b"startxref\n", b"startxref\n9"), id="cross references misplaced"),
        pytest.param(WHOLE[: WHOLE.rindex(b"startxref")], id="end lost"),
        pytest.param(WHOLE + b"\r\n\r\n<!-- proxy -->", id="junk behind the end"),
    ],
)
def test_damage_that_viewers_mend_is_mended(source: bytes) -> None:
    """Portals and mail gateways add and drop bytes; analysts can open these files, so can we."""
    with open_pdf(source) as pdf:
        assert texts(pdf.page(1)) == ["whole", "page"]


def test_a_page_that_is_named_but_missing_is_corrupt_and_said_by_number() -> None:
    """The reader learns which page, the batch goes on."""
    source = pdf_bytes([PdfPage().text(72, 700, "one"), PdfPage()])
    kids = source.index(b"/Kids [") + len(b"/Kids [")
    second = source.index(b" 0 R ", kids) + len(b" 0 R ")
    damaged = source[:second] + b"99" + source[second + 1 :]
    with open_pdf(damaged) as pdf:
        assert len(pdf) == 2
        assert texts(pdf.page(1)) == ["one"]
        with pytest.raises(Corrupt, match="page 2"):
            pdf.page(2)


def test_pages_come_in_order_and_are_numbered_from_1() -> None:
    """Spans name pages as readers count them."""
    with open_pdf(pdf_bytes([PdfPage().text(72, 700, name) for name in ("one", "two", "three")])) as pdf:
        pages: Sequence[Page] = list(pdf.pages())
        assert [(page.number, *texts(page)) for page in pages] == [(1, "one"), (2, "two"), (3, "three")]
        assert pdf.page(2) == pages[1]


def test_a_page_reads_the_same_each_time() -> None:
    """The same bytes give the same output."""
    source = pdf_bytes([PdfPage().lines(72, 700, ["some words", "and more"]).grid([70, 200, 300], [690, 720])])
    first: tuple[Word, ...] = read(source).words
    assert read(source).words == first


def test_the_file_says_its_own_title_and_pages() -> None:
    """Facts of the file are read without reading its pages."""
    with open_pdf(pdf_bytes([PdfPage(), PdfPage()], title="Draft 3 final")) as pdf:
        facts = pdf.facts()
    assert (facts.pages, facts.title, facts.tagged) == (2, "Draft 3 final", False)
