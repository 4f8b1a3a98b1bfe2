"""Writing PDFs object by object, with whatever faults are asked for."""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.pdfs import PdfPage, pdf_bytes

Make = Callable[[], bytes]

SENTENCE = "The working party of customs officers looks at how boats move, are bought and sold"


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


def sound(text: str = SENTENCE, **options: str) -> bytes:
    return pdf_bytes([PdfPage().text(72, 700, text)], **options)


def stream(data: bytes, entries: str = "", length: int | None = None) -> bytes:
    return (
        f"<< /Length {len(data) if length is None else length} {entries} >>\nstream\n".encode() + data + b"\nendstream"
    )


def flate(data: bytes, times: int = 1, entries: str = "") -> bytes:
    """A stream packed `times` over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, f"/Filter [{' /FlateDecode' * times}] {entries}")


def flate_of_blanks(size: int, times: int = 1, entries: str = "") -> bytes:
    """A stream of so many blanks (whole megabytes), packed `times` over: one packed megabyte, again and again."""
    packer = zlib.compressobj(9)
    block = b" " * (1 << 20)
    first = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    count = size >> 20
    a = (1 + 32 * size) % 65_521  # Adler-32 of blanks
    b = (size + 32 * size * (size + 1) // 2) % 65_521
    data = first + again * (count - 1) + b"\x03\x00" + (b << 16 | a).to_bytes(4, "big")
    for _ in range(times - 1):
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
