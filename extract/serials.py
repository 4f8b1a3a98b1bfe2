"""Papers within a serial, as the Official Journal: the title is that of the first text in it, and not the serial's name."""

import re
from functools import cache

from corpus.pages import Role
from extract.content import Content
from extract.profile import load_profile

_LEAST_WORDS = 7  # of a title: a section's name has fewer


def title_in_serial(content: Content, printed: str | None) -> str | None:
    """The title of what a serial holds, where `printed`, the largest type of the first page, names a serial; else `printed`.

    A title in capitals is spelled as the contents page spells it, where there is one.
    """
    if printed is None or not printed.casefold().startswith(_names()):
        return printed
    heads = (b.text for b in content.blocks if b.role in (Role.HEADING, Role.TITLE) and b.text != printed)
    title = next((text for text in heads if len(text.split()) >= _LEAST_WORDS and not _is_of_serial(text)), None)
    if title is None:
        return printed
    return _as_spelled(title, content) if title.isupper() else title


def _is_of_serial(text: str) -> bool:
    return text.casefold().startswith(_names())


def _as_spelled(title: str, content: Content) -> str:
    """The same words as they stand elsewhere in the document in small letters; the number of a page may stand between."""
    between = r"\s+(?:\d{1,3}\s+)?"
    words = re.compile(between.join(f"({re.escape(word)})" for word in title.split()), re.IGNORECASE)
    for block in content.blocks:
        match = words.search(block.text)
        if match and not match.group().isupper():
            return " ".join(match.groups())
    return title


@cache
def _names() -> tuple[str, ...]:
    return tuple(name.casefold() for name in load_profile("cover")["serials"]["names"])
