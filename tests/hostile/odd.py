"""Boxes, turns and numbers that are none."""

from tests.hostile.raw import Make, Raw, said, stream


def box(text: str, extra: str = "") -> Make:
    """A page with this box, or with none."""
    media = f"/MediaBox {text}" if text else ""
    return Raw(page=f"{media} {extra} /Contents 5 0 R").bytes


def rotated(turn: str) -> Make:
    return Raw(page=f"/MediaBox [0 0 595 842] /Rotate {turn} /Contents 5 0 R").bytes


def numbers() -> bytes:
    """Matrices and sizes that are none."""
    odd = (
        b"0 0 0 0 0 0 cm BT /F1 0 Tf 72 600 Td (nothing) Tj ET "
        b"q 1e309 0 0 -9999999999999999999999 nan inf cm BT /F1 99999999999999999999 Tf 1 0 0 0 0 0 Tm (huge) Tj ET Q "
        b"q 0.0000000001 0 0 0.0000000001 0 0 cm BT /F1 11 Tf (small) Tj ET Q "
        b"-- 5 w 1 1 m 1e99 -1e99 l S 99999999999 0 0 99999999999 re f "
    )
    return Raw(content=b"q " + odd + b" Q " + said()).bytes()


def huge_scan() -> bytes:
    """A page of a thousand million points with nothing but a picture on it."""
    picture = stream(
        b"\x00\xff" * 128,
        "/Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 8 /ColorSpace /DeviceGray",
    )
    page = "/MediaBox [0 0 1000000000 1000000000] /Contents 5 0 R"
    content = b"q 1000000000 0 0 1000000000 0 0 cm /Im Do Q"
    return Raw(page=page, content=content, resources="/XObject << /Im 6 0 R >>", more={6: picture}).bytes()
