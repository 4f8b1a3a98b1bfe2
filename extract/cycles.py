"""Which four-year cycle a paper is about."""

import re
from collections.abc import Iterator

from corpus.pages import Role
from extract.content import Content

_CYCLE = re.compile(r"(?<![\d/])(20\d\d) ?(?:[-–—/]|to|and) ?(20\d\d|\d\d)(?!\d)")


def cycle_of(title: str | None, content: Content) -> str | None:
    """The four-year cycle that the document is about: in its title, else named beside "cycle" or "EMPACT", else most often."""
    in_title = list(_cycles(title or ""))
    if in_title:
        return in_title[-1][0]
    votes: dict[str, float] = {}
    for block in content.blocks:
        if block.role in (Role.FOOTNOTE, Role.HEADER, Role.FOOTER):
            continue
        weight = 4.0 if block.role in (Role.HEADING, Role.TITLE) else 1.0
        for cycle, before in _cycles(block.text):
            named = bool(
                re.search(r"(?:cycle|EMPACT|priorities)\W*(?:the |for |of )?(?:years )?$", before, re.IGNORECASE)
            )
            past = bool(re.search(r"(?:evaluation|previous|last|former|end) [\w ]{0,30}$", before, re.IGNORECASE))
            votes[cycle] = votes.get(cycle, 0) + (0.5 if past else weight * (3 if named else 1))
    if not votes:
        return None
    return max(votes, key=lambda cycle: (votes[cycle], cycle))


def _cycles(text: str) -> Iterator[tuple[str, str]]:
    """Spans of four years, with the text before them."""
    for match in _CYCLE.finditer(text):
        first, last = int(match.group(1)), match.group(2)
        end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if end - first == 3:
            yield f"{first}-{end}", text[max(0, match.start() - 60) : match.start()]
