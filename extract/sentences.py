"""Where sentences end in running text."""

import re
from functools import cache

from extract.profile import load_profile

_END = re.compile(
    r"""(?=[.!?])(?<![\s(][A-Z])(?<!\bNo)(?<!\bNos)(?<!\bArt)(?<!\bp)(?<!\bpp)(?<!\bdoc)(?<!\be\.g)(?<!\bi\.e)(?<!\bcf)(?<!\bincl)
    (?<!\bapprox)(?<!\bca)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bvs)(?<!\bNr)(?<!\bbzw)(?<!\bz\.B)(?<!\bMio)(?<!\bMrd)
    [.!?]["”’»)]*(?=\s+["“‘«(]?[A-Z0-9À-Ý•–]|\s*$)""",
    re.VERBOSE,
)


_DAY = re.compile(r"(?<!\d)\d{1,2}\.$")


@cache
def _month() -> re.Pattern[str]:
    names = {name for listed in load_profile("cover")["months"].values() for name in listed}
    return re.compile(rf"\s+(?:{'|'.join(sorted(map(re.escape, names)))})\b")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end (exclusive, with its stop) of each sentence; what has no stop at its end is one as well.

    >>> [("Of 12 vans two left. No. 3 stayed."[a:b]) for a, b in sentences("Of 12 vans two left. No. 3 stayed.")]
    ['Of 12 vans two left.', 'No. 3 stayed.']
    """
    found: list[tuple[int, int]] = []
    at = 0
    for match in _END.finditer(text):
        end = match.end()
        if _DAY.search(text, max(0, end - 3), end) and _month().match(text, end):
            continue  # "31. Januar"
        found.append((at, end))
        at = end
        while at < len(text) and text[at].isspace():
            at += 1
    if text[at:].strip():
        found.append((at, len(text.rstrip())))
    return tuple((start, end) for start, end in found if text[start:end].strip())
