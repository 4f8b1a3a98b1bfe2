"""How goals are numbered, and which of them are horizontal."""

import re
from functools import cache

from extract.profile import load_profile


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the profile `strategic_plan`."""
    return re.compile(load_profile("strategic_plan")["patterns"][name])


def goal_at_start(text: str) -> tuple[str, int] | None:
    """The number of a goal with which a text begins, as printed, and where its label begins; None where there is none, or
    where the text only speaks of the goal ("SG 2 was the subject of …").

    >>> goal_at_start("Common horizontal strategic goal 1 (CHSG 1): Picture"), goal_at_start("SG 2 was dropped")
    (('CHSG 1', 45), None)
    """
    number = pattern("goal_number").pattern
    match = re.match(rf"(?:\(?\d{{1,2}}(?:\.\d{{1,2}})*[.)]?\s+)?(?P<goal>{number})", text)
    if match is None:
        return None
    rest = text[match.end() :]
    sign = re.match(r"\s*(?:[–—:·|.,/-]\s*|$)|\s+(?=[\"“‘(A-ZÀ-Þ0-9])", rest)
    if sign is None or re.match(r"[.,]\d|\s*(?:and|or|to|,|–|-)\s*(?:[A-Z]{0,4} ?)?\d", rest):
        return None
    begins = match.end() + sign.end()
    code = re.match(rf"\((?P<code>{number})\)\s*[–—:·|.-]?\s*", text[begins:])
    if code is not None:  # "Common horizontal strategic goal 1 (CHSG 1): …"
        return code["code"], begins + code.end()
    return " ".join(match["goal"].split()), begins


def number_key(number: str | None) -> str:
    """Numbers as they are compared: "CHSG 1" and "chsg-1" are one."""
    return re.sub(r"\W", "", (number or "").casefold())


def is_horizontal_number(number: str | None) -> bool:
    """Whether a number itself says that its goal is common to all plans: "CHSG 2"."""
    return bool(number) and pattern("horizontal_number").search(number or "") is not None


def says_horizontal(text: str) -> bool | None:
    """Whether a heading or row says that goals are horizontal (True), one plan's own (False), or neither."""
    if pattern("horizontal").search(text):
        return True
    return False if pattern("own").search(text) else None
