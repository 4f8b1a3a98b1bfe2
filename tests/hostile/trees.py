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
