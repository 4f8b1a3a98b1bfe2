"""What would act, or be taken for something else: scripts, launches, formulas, controls."""

from collections.abc import Sequence

from tests.hostile.raw import Make, Raw, said, stream, written

FORMULA = "=cmd|' /C calc'!A0"
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
CONTROLS = "plain\x1b]0;owned\x07\x1b[31mred\u202eevil\u2066\u0085\u009b2J"
SIGNS = (0x00, 0x07, 0x1B, 0x202E, 0xD800, 0x85, 0xFEFF, 0x2028, 0x2066, 0x9B, 0xFFFE)  # none of which anybody sees


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
