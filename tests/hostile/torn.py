"""No PDF, half of one, and those that a program wrote wrongly: what viewers mend is read."""

import hashlib
import zlib

from tests.hostile.raw import SENTENCE, Make, Raw, said, sound, stream


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


def archive() -> bytes:
    """An archive whose name ends in .pdf."""
    return b"PK\x03\x04" + bytes(range(256)) * 8


def noise() -> bytes:
    """A header, and then nothing that means anything."""
    return b"%PDF-1.7\n" + b"".join(hashlib.sha256(bytes([n])).digest() for n in range(250))


def leading_junk() -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + b"\x00junk" * 60 + sound()


def far_header() -> bytes:
    return b"\x00" * 5_000 + sound()


def portfolio_of_nothing() -> bytes:
    return b"%PDF-1.7\n%%EOF\n"


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


def old_version() -> bytes:
    return sound().replace(b"%PDF-1.7", b"%PDF-9.9")


def no_root_type() -> bytes:
    return Raw(replaced={1: b"<< /Pages 2 0 R >>", 2: b"<< /Count 1 /Kids [3 0 R] >>"}).bytes()


def inline_picture_without_end() -> bytes:
    return Raw(
        content=said() + b" q 10 0 0 10 0 0 cm BI /W 9999999 /H 9999999 /BPC 8 /CS /G ID " + b"\x00" * 500
    ).bytes()


def table_of_huge_size() -> bytes:
    """Says that it has two thousand million objects."""
    return sound().replace(b"/Size ", b"/Size 2147483647 % ", 1)


def object_of_huge_number() -> bytes:
    whole = Raw().bytes()
    return whole.replace(b"/Contents 5 0 R", b"/Contents [5 0 R 4294967295 0 R 2147483647 65535 R]", 1)


def updated(times: int = 2_000) -> bytes:
    """Saved over and over, each time with a table that follows on the one before."""
    out = bytearray(sound())
    start = out.rindex(b"xref\n0", 0, out.rindex(b"startxref"))
    for _ in range(times):
        at = len(out)
        out += (
            b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 9 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
            % (
                start,
                at,
            )
        )
        start = at
    return bytes(out)
