"""What the cells of operational action plans mean: sets of countries and bodies, and dates in many forms.

>>> parties("all MS except DK and IE; also CH")[:3], len(parties("all MS except DK and IE; also CH"))
(('AT', 'BE', 'BG'), 26)
>>> parties("GR, Serbia; Europol"), parties("TBC"), parties("–")
(('EL', 'RS', 'Europol'), (), ())
>>> moment("Q2 2042"), moment("Q2 2042", end=True), moment("03/2042"), moment("31 Dec. 2042"), moment("TBC")
('2042-04', '2042-06', '2042-03', '2042-12-31', None)
"""

import re

# fmt: off
MEMBER_STATES = (
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "EL", "HU", "IE",
    "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
)
# fmt: on

_CODES = {
    "GR": "EL",
    "Albania": "AL",
    "Bosnia and Herzegovina": "BA",
    "Colombia": "CO",
    "Ecuador": "EC",
    "European Central Bank": "ECB",
    "Egypt": "EG",
    "Iceland": "IS",
    "Moldova": "MD",
    "Montenegro": "ME",
    "North Macedonia": "MK",
    "Norway": "NO",
    "Serbia": "RS",
    "Switzerland": "CH",
    "Tunisia": "TN",
    "Türkiye": "TR",
    "Ukraine": "UA",
    "United Kingdom": "UK",
    "United States": "US",
}
_THIRD = frozenset(_CODES.values()) - {"EL", "ECB"}
# fmt: off
_BODIES = frozenset(
    {
        "AGE Platform Europe", "AMLA", "CARIN", "CEPOL", "EFCA", "EFE", "EJCN", "EJTN", "ELA", "EMSA", "ENAA",
        "ENFAST", "ENISA", "EPPO", "EUCPN", "EUDA", "EUIPO", "EnviCrimeNet", "Eurojust",
        "European Banking Federation", "ECB", "Europol", "Frontex", "IMPEL", "INTERPOL",
        "MAOC (N)", "OLAF", "SELEC", "WCO", "postal operators", "terminal operators",
    }
)
# fmt: on
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def parties(cell: str) -> tuple[str, ...]:
    """Countries by their EU codes and bodies by their short names, in the order of the cell.

    Understands ``all MS``, ``all MS except …`` (up to the next semicolon), ``also``, ``observers:``, country names, TBC
    and a dash; what follows ``for information:`` takes no part.
    """
    found: list[str] = []
    for group in (piece.strip() for piece in cell.split(";")):
        if group.lower().startswith("for information") or group in ("", "–", "TBC", "none"):
            continue
        whole = re.fullmatch(r"all MS(?: except (.*))?", group)
        if whole:
            left_out = _listed(whole[1] or "")
            found += [code for code in MEMBER_STATES if code not in left_out]
            continue
        found += _listed(re.sub(r"^(also|observers?:)\s*", "", group))
    return tuple(dict.fromkeys(found))


def _listed(text: str) -> list[str]:
    pieces = [piece for piece in re.split(r",\s*|\s+and\s+(?!Herzegovina)", text) if piece]
    found: list[str] = []
    for piece in pieces:
        code = _CODES.get(piece, piece)
        if piece == "all MS":
            found += MEMBER_STATES
        elif code in MEMBER_STATES or code in _THIRD or code in _BODIES:
            found.append(code)
        else:
            raise ValueError(f"{piece!r} is no country or body known here")
    return found


def moment(cell: str, *, end: bool = False) -> str | None:
    """A printed date as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; of a quarter, its first or (``end``) last month."""
    text = cell.strip()
    if text in ("", "–", "TBC"):
        return None
    if found := re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        return text
    if found := re.fullmatch(r"Q([1-4]) (\d{4})", text):
        return f"{found[2]}-{3 * int(found[1]) - (0 if end else 2):02d}"
    if found := re.fullmatch(r"(\d\d)/(\d{4})", text):
        return f"{found[2]}-{found[1]}"
    if found := re.fullmatch(r"(\d\d?)[./](\d\d?)[./](\d{4})", text):
        return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    if found := re.fullmatch(r"(?:(\d\d?) )?([A-Z][a-z]{2})[a-z]*\.? (\d{4})", text):
        month = f"{found[3]}-{_MONTHS.index(found[2].lower()) + 1:02d}"
        return f"{month}-{int(found[1]):02d}" if found[1] else month
    raise ValueError(f"{cell!r} is no form of date known here")
