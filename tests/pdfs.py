"""Small PDFs written by hand: text, rules, rotation, crop boxes, forms. What is drawn is exactly what is asked for."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass
class PdfPage:
    """One page: a content stream, its boxes, its rotation. Coordinates are the file's (origin at the bottom left)."""

    content: list[str] = field(default_factory=list)
    media: tuple[float, float, float, float] = (0, 0, 595, 842)
    crop: tuple[float, float, float, float] | None = None
    rotate: int = 0
    annotations: list[str] = field(default_factory=list)  # dictionaries; {AP} stands for the appearance drawn with it
    appearances: list[tuple[str, float, float] | None] = field(default_factory=list)

    def turned(
        self, x: float, y: float, text: str, size: float = 11, angle: float = 90, *, gray: float = 0
    ) -> "PdfPage":
        """Text that begins at (x, y) and is turned counterclockwise by an angle in degrees."""
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        matrix = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x} {y}"
        self.content.append(f"q {gray} g BT /F2 {size} Tf {matrix} Tm ({_escaped(text)}) Tj ET Q")
        return self

    def annotation(
        self, subtype: str, box: tuple[float, float, float, float], text: str, *, drawn: bool = True, flags: int = 4
    ) -> "PdfPage":
        """An annotation with contents, drawn by an appearance of its own or left to the viewer."""
        look = " /AP << /N {AP} 0 R >>" if drawn else ""
        rest = f"/FT /Tx /T (field) /V ({_escaped(text)})" if subtype == "Widget" else f"/Contents ({_escaped(text)})"
        place = " ".join(map(str, box))
        self.annotations.append(f"<< /Type /Annot /Subtype /{subtype} /Rect [{place}] /F {flags} {rest}{look} >>")
        self.appearances.append((text, box[2] - box[0], box[3] - box[1]) if drawn else None)
        return self

    def text(
        self, x: float, y: float, text: str, size: float = 11, *, bold: bool = False, rise: float = 0
    ) -> "PdfPage":
        """Text whose base line begins at (x, y)."""
        font = "F2" if bold else "F1"
        self.content.append(f"BT /{font} {size} Tf {rise} Ts {x} {y} Td ({_escaped(text)}) Tj ET")
        return self

    def lines(self, x: float, y: float, lines: Sequence[str], size: float = 11, pitch: float = 14) -> "PdfPage":
        """Several lines below each other, the first at y."""
        for number, line in enumerate(lines):
            self.text(x, y - number * pitch, line, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.7) -> "PdfPage":
        """A stroked line."""
        self.content.append(f"{width} w {x0} {y0} m {x1} {y1} l S")
        return self

    def fill(self, x: float, y: float, width: float, height: float, gray: float = 0.9) -> "PdfPage":
        """A filled rectangle."""
        self.content.append(f"q {gray} g {x} {y} {width} {height} re f Q")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float], *, bottom: bool = True) -> "PdfPage":
        """A ruled grid; without `bottom` the last horizontal rule is left out, as at a page's end."""
        for x in xs:
            self.rule(x, max(ys), x, min(ys))
        for y in ys if bottom else [y for y in ys if y != min(ys)]:
            self.rule(min(xs), y, max(xs), y)
        return self


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf_bytes(pages: Sequence[PdfPage], title: str | None = None, said: Mapping[str, str] | None = None) -> bytes:
    """A whole file, with Helvetica and Helvetica-Bold in WinAnsi.

    `said` makes their character map lie: letters that are shown, to what the file says that they are.
    """
    objects: list[bytes] = [b"", b""]

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    lie = ""
    if said:
        cmap = _character_map(said)
        lie = f" /ToUnicode {add(_stream(cmap))} 0 R"
    fonts = [
        add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding{lie} >>".encode())
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    kids = []
    for page in pages:
        stream = "\n".join(page.content).encode("cp1252")
        content = add(_stream(stream))
        boxes = f"/MediaBox [{' '.join(map(str, page.media))}]"
        if page.crop:
            boxes += f" /CropBox [{' '.join(map(str, page.crop))}]"
        notes = []
        for note, look in zip(page.annotations, page.appearances, strict=True):
            if look is not None:
                words, width, height = look
                drawing = f"BT /F2 {0.6 * height:.1f} Tf 2 {0.3 * height:.1f} Td ({_escaped(words)}) Tj ET".encode(
                    "cp1252"
                )
                form = (
                    f"<< /Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] /Length {len(drawing)} "
                    f"/Resources << /Font << /F2 {fonts[1]} 0 R >> >> >>\nstream\n"
                ).encode()
                note = note.replace("{AP}", str(add(form + drawing + b"\nendstream")))
            notes.append(add(note.encode("cp1252")))
        if notes:
            boxes += f" /Annots [{' '.join(f'{number} 0 R' for number in notes)}]"
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R {boxes} /Rotate {page.rotate} /Contents {content} 0 R "
                f"/Resources << /Font << /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R >> >> >>".encode()
            )
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    info = add(f"<< /Title ({title}) >>".encode("cp1252")) if title else None
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R" + (f" /Info {info} 0 R" if info else "") + " >>"
    out += f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"


def _character_map(said: Mapping[str, str]) -> bytes:
    """A ToUnicode map (PDF 32000-1, 9.10.3)."""
    lines = [f"<{ord(shown):02x}> <{ord(letter):04x}>" for shown, letter in said.items()]
    chunks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "".join(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar\n" for chunk in chunks)
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Lie def /CMapType 2 def\n"
    codes = "1 begincodespacerange\n<00> <ff>\nendcodespacerange\n"
    return (head + codes + body + "endcmap end end").encode()
