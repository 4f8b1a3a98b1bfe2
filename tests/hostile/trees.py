"""Trees of pages, loops of forms, and depths without end."""

from tests.hostile.raw import Raw, said, stream, written


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


def outline_loop() -> bytes:
    """An outline whose entries follow each other in a ring, and hold each other."""
    more = {
        10: b"<< /Type /Outlines /First 11 0 R /Last 12 0 R /Count 99999 >>",
        11: b"<< /Title (One) /Parent 10 0 R /Next 12 0 R /First 12 0 R /Last 12 0 R /Dest [3 0 R /Fit] >>",
        12: b"<< /Title (Two) /Parent 11 0 R /Next 11 0 R /First 11 0 R /Last 11 0 R /Dest [3 0 R /Fit] >>",
    }
    return Raw(catalog="/Outlines 10 0 R", more=more).bytes()


def outline_deep(depth: int = 20_000) -> bytes:
    """Each entry below the one before."""
    more = {10: b"<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 1 >>"}
    for number in range(11, 11 + depth):
        more[number] = b"<< /Title (Entry %d) /Parent %d 0 R /First %d 0 R /Last %d 0 R /Dest [3 0 R /Fit] >>" % (
            number,
            number - 1,
            number + 1,
            number + 1,
        )
    return Raw(catalog="/Outlines 10 0 R", more=more).bytes()


def tags_loop() -> bytes:
    """A structure tree that holds itself."""
    more = {
        10: b"<< /Type /StructTreeRoot /K 11 0 R /ParentTree 12 0 R >>",
        11: b"<< /Type /StructElem /S /Sect /P 10 0 R /Pg 3 0 R /K [11 0 R 13 0 R 10 0 R 0] >>",
        12: b"<< /Nums [0 [11 0 R]] /Kids [12 0 R] >>",
        13: b"<< /Type /StructElem /S /P /P 11 0 R /Pg 3 0 R /K [11 0 R 13 0 R] >>",
    }
    page = "/MediaBox [0 0 595 842] /Contents 5 0 R /StructParents 0"
    content = b"/P << /MCID 0 >> BDC " + said() + b" EMC"
    catalog = "/StructTreeRoot 10 0 R /MarkInfo << /Marked true >>"
    return Raw(catalog=catalog, page=page, content=content, more=more).bytes()


def tags_deep(depth: int = 20_000) -> bytes:
    """A structure tree of one long branch."""
    more = {
        10: b"<< /Type /StructTreeRoot /K 11 0 R /ParentTree 9 0 R >>",
        9: b"<< /Nums [0 [%d 0 R]] >>" % (10 + depth),
    }
    for number in range(11, 11 + depth):
        kid = b"%d 0 R" % (number + 1) if number < 10 + depth else b"0"
        more[number] = b"<< /Type /StructElem /S /Div /P %d 0 R /Pg 3 0 R /K [%b] >>" % (number - 1, kid)
    page = "/MediaBox [0 0 595 842] /Contents 5 0 R /StructParents 0"
    content = b"/Div << /MCID 0 >> BDC " + said() + b" EMC"
    catalog = "/StructTreeRoot 10 0 R /MarkInfo << /Marked true >>"
    return Raw(catalog=catalog, page=page, content=content, more=more).bytes()


def stamps(count: int = 400) -> bytes:
    """So many stamps, each of which shows itself."""
    form = stream(
        b"/Fm Do BT /F1 11 Tf 10 10 Td (SEEN) Tj ET",
        "/Type /XObject /Subtype /Form /BBox [0 0 100 30] "
        "/Resources << /XObject << /Fm 10 0 R >> /Font << /F1 4 0 R >> >>",
    )
    more = {10: form}
    for number in range(11, 11 + count):
        more[number] = b"<< /Type /Annot /Subtype /Stamp /Rect [%d %d %d %d] /F 4 /AP << /N 10 0 R >> >>" % (
            number % 400,
            number % 700,
            number % 400 + 100,
            number % 700 + 30,
        )
    annotations = " ".join(f"{number} 0 R" for number in range(11, 11 + count))
    return Raw(page=f"/MediaBox [0 0 595 842] /Contents 5 0 R /Annots [{annotations}]", more=more).bytes()


def glyph_loop() -> bytes:
    """A font whose letters are drawn by showing text in that font."""
    glyph = stream(b"1000 0 0 0 1000 1000 d1 BT /F2 1 Tf (a) Tj ET")
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] "
        b"/CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1000] "
        b"/Resources << /Font << /F2 7 0 R >> >> >>"
    )
    objects = Raw(content=said() + b" BT /F2 11 Tf 72 600 Td (aaaa) Tj ET", more={6: glyph, 7: font}).objects()
    objects[3] = objects[3].replace(b"/F1 4 0 R", b"/F1 4 0 R /F2 7 0 R")
    return written(objects)
