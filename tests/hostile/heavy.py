"""Files that ask for too much: pages, letters, rules, and kilobytes that unpack to gigabytes."""

import zlib

from tests.hostile.raw import SENTENCE, Raw, flate, flate_of_blanks, said, stream, written
from tests.pdfs import PdfPage, pdf_bytes

ODD = "The working party looks at how boats are bought and sold"


def many_pages(count: int = 3_000) -> bytes:
    return pdf_bytes([PdfPage().text(72, 700, f"Page {number}") for number in range(count)])


def long_paper(count: int = 2_400) -> bytes:
    """As many pages as are read, each with text: long, but sound."""
    lines = [f"{SENTENCE} in the year {year} and after." for year in range(2_001, 2_031)]
    return pdf_bytes([PdfPage().lines(72, 780, [f"Part {n}", *lines]) for n in range(count)])


def odd_paper(count: int = 60) -> bytes:
    """Many pages that look as if their font lied: what they say over and over lacks letters that English needs."""
    lines = [ODD] * 20
    return pdf_bytes([PdfPage().lines(72, 780, [f"Part {n}", *lines]) for n in range(count)])


def crowded(letters: int = 200_000) -> bytes:
    """So many letters on one page, in lines that overprint each other."""
    line = "no space is left between these words and those of the next line "
    page = PdfPage()
    for number in range(letters // len(line) + 1):
        page.text(10 + number % 7, 830 - (number * 3.7) % 820, line, 2)
    return pdf_bytes([page])


def one_word(letters: int = 200_000) -> bytes:
    """One word of so many letters."""
    return Raw(content=said("x" * letters)).bytes()


def bomb(times: int = 1, size: int = 3 << 30) -> bytes:
    """A page whose content is blanks, packed so that a few kilobytes become gigabytes."""
    return Raw(replaced={5: flate_of_blanks(size, times)}).bytes()


def bomb_in_objects() -> bytes:
    """The objects themselves are packed: a stream of objects that unpacks to gigabytes."""
    objects = Raw().objects()
    objects[6] = flate_of_blanks(3 << 30, 1, "/Type /ObjStm /N 1 /First 10")
    objects[3] = objects[3].replace(b"/Contents 5 0 R", b"/Contents 7 0 R")
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    table = b"\x00\x00\x00\x00\x00\xff"
    for number in range(1, 7):
        table += b"\x01" + offsets[number].to_bytes(4, "big") + b"\x00"
    table += b"\x02" + (6).to_bytes(4, "big") + b"\x00"
    table += b"\x01" + start.to_bytes(4, "big") + b"\x00"
    body = stream(table, "/Type /XRef /Size 9 /W [1 4 1] /Root 1 0 R")
    out += b"8 0 obj\n" + body + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def bomb_in_font() -> bytes:
    """A table of characters that unpacks to gigabytes."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>"
    return Raw(replaced={4: font}, more={6: flate_of_blanks(3 << 30)}).bytes()


def bomb_in_picture() -> bytes:
    """A picture of 60,000 x 60,000 points in a few kilobytes, which nobody asked us to paint."""
    picture = flate_of_blanks(
        1 << 30,
        1,
        "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray",
    )
    return Raw(
        content=said() + b" q 500 0 0 500 0 0 cm /Im Do Q", resources="/XObject << /Im 6 0 R >>", more={6: picture}
    ).bytes()


def bomb_scan() -> bytes:
    """A scan whose picture has 60,000 x 60,000 points in a few kilobytes."""
    picture = flate_of_blanks(
        1 << 30,
        1,
        "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray",
    )
    content = b"q 595 0 0 842 0 0 cm /Im Do Q"
    return Raw(content=content, resources="/XObject << /Im 6 0 R >>", more={6: picture}).bytes()


def bomb_of_runs() -> bytes:
    """LZW and RunLength grow too."""
    runs = b"\x81 " * 500_000 + b"\x80"  # 128 blanks each
    data = zlib.compress(runs, 9)
    return Raw(replaced={5: stream(data, "/Filter [/FlateDecode /RunLengthDecode]")}).bytes()


def many_shapes(count: int = 60_000) -> bytes:
    """A map: rules in every direction, enough to make an argument between each two of them costly."""
    lines = [said().decode()]
    for number in range(count):
        x, y = number * 7 % 590, number * 13 % 830
        lines.append(
            f"0.5 w {x} {y} m {x + number % 40} {y} l S" if number % 2 else f"{x} {y} m {x} {y + number % 40} l S"
        )
    return Raw(content="\n".join(lines).encode()).bytes()


def many_cells(count: int = 150) -> bytes:
    """A ruled grid of 22,500 cells."""
    page = PdfPage().text(72, 835, SENTENCE, 5)
    page.grid([10 + i * 3.8 for i in range(count + 1)], [10 + i * 5.4 for i in range(count + 1)])
    return pdf_bytes([page])


def dense_grid(count: int = 3_000) -> bytes:
    """Nine million crossings of rules on a page of 200 inches."""
    page = PdfPage(media=(0, 0, 14_400, 14_400)).text(72, 14_390, SENTENCE, 5)
    step = 14_400 / count
    page.grid([i * step for i in range(count)], [i * step for i in range(count)])
    return pdf_bytes([page])


def huge_font() -> bytes:
    """A font of twenty megabytes that is none, and letters of a million points."""
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /Huge /Encoding /WinAnsiEncoding /FontDescriptor 6 0 R >>"
    more = {
        6: b"<< /Type /FontDescriptor /FontName /Huge /Flags 32 /Ascent 999999 /Descent -999999 "
        b"/FontBBox [0 0 99999 99999] /FontFile2 7 0 R >>",
        7: flate(b"\x00\x01\x00\x00" + b"glyf" * 5_000_000),
        8: font,
    }
    objects = Raw(content=said() + b" BT /F2 1000000 Tf 0 0 Td (AB) Tj ET", more=more).objects()
    objects[3] = objects[3].replace(b"/F1 4 0 R", b"/F1 4 0 R /F2 8 0 R")
    return written(objects)
