"""Files that somebody could send to hurt us, or that a broken program could write: made of bytes, on the fly, small.

Each is a `Hostile` with the outcome that a reader may rely on. What ordinary viewers open is read ("ok", or "degraded" where
a part can't be); what they can't is refused with its class. Nothing here runs anything: the scripts and launches of these files
are words to us.
"""

import hashlib
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.pdfs import PdfPage, pdf_bytes

Make = Callable[[], bytes]
Outcome = tuple[str, str | None]

OK: Outcome = ("ok", None)
DEGRADED: Outcome = ("degraded", None)
SENTENCE = "The working party looks at how boats are bought and sold"


def refused(outcome_class: str) -> Outcome:
    return "refused", outcome_class


@dataclass(frozen=True)
class Hostile:
    """One file: its name, how it is made, and what has to become of it (one of `outcomes`).

    `says` are words that search must find in it, if it is read. `heavy` ones are measured: none may cost 60 s or 1 GiB.
    """

    name: str
    make: Make
    outcomes: tuple[Outcome, ...]
    says: str | None = None
    heavy: bool = False


# --- writing files --------------------------------------------------------------------------------------------------


@dataclass
class Raw:
    """A file written object by object, with whatever faults are asked for.

    Objects 1 to 4 are catalog, page tree, one page and Helvetica; `pages` and `page` replace them.
    """

    catalog: str = ""
    page: str = "/MediaBox [0 0 595 842] /Contents 5 0 R"
    resources: str = ""
    pages: str = "/Count 1 /Kids [3 0 R]"
    content: bytes = b""
    more: Mapping[int, bytes] = field(default_factory=dict)
    replaced: Mapping[int, bytes] = field(default_factory=dict)
    trailer: str = ""

    def objects(self) -> dict[int, bytes]:
        font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        page = f"<< /Type /Page /Parent 2 0 R {self.page} /Resources << /Font << /F1 4 0 R >> {self.resources} >> >>"
        return (
            {
                1: f"<< /Type /Catalog /Pages 2 0 R {self.catalog} >>".encode(),
                2: f"<< /Type /Pages {self.pages} >>".encode(),
                3: page.encode(),
                4: font.encode(),
                5: stream(self.content or said()),
            }
            | dict(self.more)
            | dict(self.replaced)
        )

    def bytes(self) -> bytes:
        return written(self.objects(), self.trailer)


def said(text: str = SENTENCE, y: int = 700) -> bytes:
    """A content stream that shows one line."""
    return f"BT /F1 11 Tf 72 {y} Td ({text}) Tj ET".encode("cp1252")


def stream(data: bytes, entries: str = "", length: int | None = None) -> bytes:
    return (
        f"<< /Length {len(data) if length is None else length} {entries} >>\nstream\n".encode() + data + b"\nendstream"
    )


def flate(data: bytes, times: int = 1, entries: str = "") -> bytes:
    """A stream packed `times` over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, f"/Filter [{' /FlateDecode' * times}] {entries}")


def written(objects: Mapping[int, bytes], trailer: str = "", version: str = "1.7") -> bytes:
    """A file of numbered objects with a sound table of them."""
    out = bytearray(f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"))
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number in sorted(offsets):
        out += b"%d 1\n%010d 00000 n \n" % (number, offsets[number])
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def sound(text: str = SENTENCE, **options: str) -> bytes:
    return pdf_bytes([PdfPage().text(72, 700, text)], **options)


# --- no PDF, or half of one -----------------------------------------------------------------------------------------


def truncated() -> bytes:
    """Cut off within the first page's content."""
    whole = Raw(content=said() * 50).bytes()
    return whole[: whole.index(b"stream") - 40]


def truncated_late() -> bytes:
    """The table of objects is gone, the pages are there: viewers find them."""
    whole = sound()
    return whole[: whole.rindex(b"xref\n0")]


def html() -> bytes:
    return b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Session expired</body></html>\n"


def leading_junk() -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + b"\x00junk" * 60 + sound()


def far_header() -> bytes:
    return b"\x00" * 5_000 + sound()


# --- locks ----------------------------------------------------------------------------------------------------------

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def locked(user: bytes, owner: bytes = b"owner") -> bytes:
    """A file under the standard handler, revision 2, 40 bits (PDF 32000-1, 7.6.3)."""
    identity = b"0123456789abcdef"
    owner_key = hashlib.md5((owner + _PAD)[:32]).digest()[:5]
    o = _rc4(owner_key, (user + _PAD)[:32])
    permissions = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5((user + _PAD)[:32] + o + permissions + identity).digest()[:5]
    u = _rc4(key, _PAD)
    objects = Raw().objects()
    own = hashlib.md5(key + (5).to_bytes(3, "little") + b"\x00\x00").digest()[:10]
    objects[5] = stream(_rc4(own, said()))
    objects[6] = f"<< /Filter /Standard /V 1 /R 2 /O <{o.hex()}> /U <{u.hex()}> /P -4 >>".encode()
    return written(objects, f"/Encrypt 6 0 R /ID [<{identity.hex()}> <{identity.hex()}>]")


# --- too much -------------------------------------------------------------------------------------------------------


def many_pages(count: int = 3_000) -> bytes:
    return pdf_bytes([PdfPage().text(72, 700, f"Page {number}") for number in range(count)])


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


def flate_of_blanks(size: int, times: int = 1, entries: str = "") -> bytes:
    packer, parts, block = zlib.compressobj(9), [], b" " * (1 << 20)
    for _ in range(size >> 20):
        parts.append(packer.compress(block))
    parts.append(packer.flush())
    data = b"".join(parts)
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return stream(data, f"/Filter [{' /FlateDecode' * times}] {entries}")


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


def long_paper(count: int = 2_400) -> bytes:
    """As many pages as are read, each with text: long, but sound."""
    lines = [f"{SENTENCE} in the year {year} and after." for year in range(2_001, 2_031)]
    return pdf_bytes([PdfPage().lines(72, 780, [f"Part {n}", *lines]) for n in range(count)])


# --- trees ----------------------------------------------------------------------------------------------------------


def cyclic_tree() -> bytes:
    """The page tree holds itself beside its page."""
    return Raw(pages="/Count 2 /Kids [3 0 R 2 0 R]").bytes()


def only_cycle() -> bytes:
    """The page tree holds nothing but itself."""
    return Raw(pages="/Count 1 /Kids [2 0 R]").bytes()


def deep_tree(depth: int = 20_000) -> bytes:
    """A page below so many nodes."""
    objects = Raw(pages="/Count 1 /Kids [10 0 R]").objects()
    for number in range(10, 10 + depth):
        objects[number] = b"<< /Type /Pages /Count 1 /Parent %d 0 R /Kids [%d 0 R] >>" % (
            2 if number == 10 else number - 1,
            number + 1 if number < 9 + depth else 3,
        )
    return written(objects)


def fairly_deep_tree() -> bytes:
    """Forty levels: odd, but sound."""
    return deep_tree(40)


def lying_count() -> bytes:
    """Says that it has a million pages, and has one."""
    return Raw(pages="/Count 900000 /Kids [3 0 R]").bytes()


def no_pages() -> bytes:
    return Raw(pages="/Count 0 /Kids []").bytes()


def lost_page() -> bytes:
    """One of its three pages is not there."""
    return Raw(pages="/Count 3 /Kids [3 0 R 9 0 R 6 0 R]", more={6: Raw().objects()[3]}).bytes()


def form_loop() -> bytes:
    """A form that shows itself."""
    form = stream(
        said() + b" /Fm Do",
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
        "/Resources << /XObject << /Fm 6 0 R >> /Font << /F1 4 0 R >> >>",
    )
    return Raw(content=b"/Fm Do", resources="/XObject << /Fm 6 0 R >>", more={6: form}).bytes()


def form_ring() -> bytes:
    """Two forms that show each other."""
    more = {}
    for number, other in ((6, 7), (7, 6)):
        more[number] = stream(
            said(y=600 + number) + b" /Fm Do /Fm Do",
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
            f"/Resources << /XObject << /Fm {other} 0 R >> /Font << /F1 4 0 R >> >>",
        )
    return Raw(content=b"/Fm Do", resources="/XObject << /Fm 6 0 R >>", more=more).bytes()


def form_laughter(levels: int = 30, twice: int = 2) -> bytes:
    """Each form shows the next one twice: thirty levels are a thousand million forms."""
    more = {}
    for number in range(10, 10 + levels):
        inner = b"/Fm Do " * twice if number < 9 + levels else said()
        more[number] = stream(
            inner,
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
            f"/Resources << /XObject << /Fm {number + 1} 0 R >> /Font << /F1 4 0 R >> >>",
        )
    return Raw(content=said() + b" /Fm Do", resources="/XObject << /Fm 10 0 R >>", more=more).bytes()


def deep_graphics(depth: int = 200_000) -> bytes:
    """So many states kept and none given back."""
    return Raw(content=b"q " * depth + said() + b" Q" * (depth // 2)).bytes()


def deep_arrays(depth: int = 200_000) -> bytes:
    """Arrays within arrays, in the content and in the file."""
    deep = b"[" * depth + b"1" + b"]" * depth
    return Raw(
        content=deep + b" TJ " + said(),
        more={6: deep, 7: b"<< /A " * depth + b"1" + b" >>" * depth},
        catalog="/Deep 6 0 R",
    ).bytes()


# --- boxes and numbers ----------------------------------------------------------------------------------------------


def box(text: str, extra: str = "") -> Make:
    return Raw(page=f"/MediaBox {text} {extra} /Contents 5 0 R").bytes


def numbers() -> bytes:
    """Matrices and sizes that are none."""
    odd = (
        b"0 0 0 0 0 0 cm BT /F1 0 Tf 72 600 Td (nothing) Tj ET "
        b"q 1e309 0 0 -9999999999999999999999 nan inf cm BT /F1 99999999999999999999 Tf 1 0 0 0 0 0 Tm (huge) Tj ET Q "
        b"q 0.0000000001 0 0 0.0000000001 0 0 cm BT /F1 11 Tf (small) Tj ET Q "
        b"-- 5 w 1 1 m 1e99 -1e99 l S 99999999999 0 0 99999999999 re f "
    )
    return Raw(content=b"q " + odd + b" Q " + said()).bytes()


# --- what would act, or be taken for something else -------------------------------------------------------------------


def actions() -> bytes:
    """Scripts, launches and files within, to be started when it opens."""
    return Raw(
        catalog=(
            "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.exportDataObject\\({cName: 'x', nLaunch: 2}\\);) "
            "/Next << /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc) >> >> >> "
            "/Names << /EmbeddedFiles << /Names [(x.exe) 6 0 R] >> /JavaScript << /Names [(a) 8 0 R] >> >> "
            "/AA << /WC << /S /URI /URI (http://203.0.113.7/) >> >> /AcroForm << /Fields [] /XFA 7 0 R >>"
        ),
        page="/MediaBox [0 0 595 842] /Contents 5 0 R /AA << /O << /S /JavaScript /JS (while\\(true\\){}) >> >>",
        more={
            6: b"<< /Type /Filespec /F (x.exe) /EF << /F 7 0 R >> >>",
            7: stream(b"MZ\x90\x00 not a program", "/Type /EmbeddedFile"),
            8: b"<< /S /JavaScript /JS (app.launchURL\\('file:///etc/passwd'\\)) >>",
        },
    ).bytes()


FORMULA = "=cmd|' /C calc'!A0"
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
CONTROLS = "plain\x1b]0;owned\x07\x1b[31mred\u202eevil\u2066\u0085\u009b2J"


def titled(text: str) -> Make:
    """A paper with this title, in its metadata and on its page."""

    def make() -> bytes:
        hexed = b"\xfe\xff" + text.encode("utf-16-be")
        letters = b"".join(c.encode("cp1252", "replace") for c in text)
        shown = b"".join(b"\\%03o" % byte for byte in letters)
        body = b"BT /F1 24 Tf 72 760 Td (" + shown + b") Tj ET " + said()
        objects = Raw(content=body).objects()
        objects[6] = b"<< /Title <" + hexed.hex().encode() + b"> >>"
        return written(objects, "/Info 6 0 R")

    return make


def mapped(code_points: Sequence[int]) -> Make:
    """A font whose letters a to … claim to be these code points: controls, marks of direction, half a pair."""

    def make() -> bytes:
        rows = "\n".join(f"<{0x61 + i:02x}> <{_utf16(code)}>" for i, code in enumerate(code_points))
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(code_points)} beginbfchar\n{rows}\nendbfchar\n"
            "endcmap end end"
        )
        font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>"
        text = "".join(chr(0x61 + i) for i in range(len(code_points)))
        body = said() + f" BT /F2 11 Tf 72 600 Td (ZZ{text}ZZ) Tj ET".encode()
        objects = Raw(content=body, more={6: stream(cmap.encode()), 7: font}).objects()
        objects[3] = objects[3].replace(b"/F1 4 0 R", b"/F1 4 0 R /F2 7 0 R")
        return written(objects)

    return make


def _utf16(code: int) -> str:
    return f"{code:04x}" if code < 0x10000 else chr(code).encode("utf-16-be").hex()


# --- broken, and mended by viewers ----------------------------------------------------------------------------------


def wrong_offsets() -> bytes:
    """A table of objects that is some bytes off, as after an edit of line ends."""
    whole = sound()
    at = whole.rindex(b"xref\n0")
    return whole[:at] + b"\n" * 37 + whole[at:]


def zero_startxref() -> bytes:
    whole = sound()
    at = whole.rindex(b"startxref")
    return whole[:at] + b"startxref\n0\n%%EOF\n"


def loop_of_tables() -> bytes:
    """A table of objects whose predecessor is itself."""
    whole = sound()
    start = whole.rindex(b"xref\n0", 0, whole.rindex(b"startxref"))
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def wrong_length(length: int) -> Make:
    return lambda: Raw(replaced={5: stream(said() + b" " * 30, length=length)}).bytes()


def lost_length() -> bytes:
    return Raw(replaced={5: b"<< /Length 99 0 R >>\nstream\n" + said() + b"\nendstream"}).bytes()


def missing_endobj() -> bytes:
    return Raw().bytes().replace(b"endobj\n", b"")


def cut_stream() -> bytes:
    """A packed stream whose last third is missing: what is there is shown."""
    text = b"\n".join(said(f"{SENTENCE}, item {n}", 800 - 10 * n) for n in range(60))
    packed = zlib.compress(text, 9)
    return Raw(replaced={5: stream(packed[: len(packed) * 2 // 3], "/Filter /FlateDecode")}).bytes()


def unknown_filter() -> bytes:
    return Raw(
        page="/MediaBox [0 0 595 842] /Contents [5 0 R 6 0 R]",
        more={6: stream(b"\x00\x01\x02", "/Filter /SecretDecode")},
    ).bytes()


def twice_numbered() -> bytes:
    """Object 5 stands twice, as after an edit; the later one holds."""
    whole = sound("An older wording stands here")
    again = b"5 0 obj\n" + stream(said()) + b"\nendobj\n"
    at = whole.rindex(b"xref\n0")
    return whole[:at] + again + b"startxref\n0\n%%EOF\n"


def no_contents() -> bytes:
    return Raw(
        pages="/Count 2 /Kids [3 0 R 6 0 R]", more={6: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"}
    ).bytes()


def missing_font() -> bytes:
    return Raw(content=said() + b" BT /Nowhere 11 Tf 72 600 Td (in a font that is not there) Tj ET").bytes()


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


def old_version() -> bytes:
    return sound().replace(b"%PDF-1.7", b"%PDF-9.9")


def no_root_type() -> bytes:
    return Raw(replaced={1: b"<< /Pages 2 0 R >>", 2: b"<< /Count 1 /Kids [3 0 R] >>"}).bytes()


def rotated(turn: str) -> Make:
    return Raw(page=f"/MediaBox [0 0 595 842] /Rotate {turn} /Contents 5 0 R").bytes


def portfolio_of_nothing() -> bytes:
    return b"%PDF-1.7\n%%EOF\n"


def huge_scan() -> bytes:
    """A page of a thousand million points with nothing but a picture on it."""
    picture = stream(
        b"\x00\xff" * 128,
        "/Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 8 /ColorSpace /DeviceGray",
    )
    page = "/MediaBox [0 0 1000000000 1000000000] /Contents 5 0 R"
    content = b"q 1000000000 0 0 1000000000 0 0 cm /Im Do Q"
    return Raw(page=page, content=content, resources="/XObject << /Im 6 0 R >>", more={6: picture}).bytes()


def bomb_scan() -> bytes:
    """A scan whose picture has 60,000 x 60,000 points in a few kilobytes."""
    picture = flate_of_blanks(
        1 << 30,
        1,
        "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray",
    )
    content = b"q 595 0 0 842 0 0 cm /Im Do Q"
    return Raw(content=content, resources="/XObject << /Im 6 0 R >>", more={6: picture}).bytes()


def dense_grid(count: int = 3_000) -> bytes:
    """Nine million crossings of rules on a page of 200 inches."""
    page = PdfPage(media=(0, 0, 14_400, 14_400)).text(72, 14_390, SENTENCE, 5)
    step = 14_400 / count
    page.grid([i * step for i in range(count)], [i * step for i in range(count)])
    return pdf_bytes([page])
