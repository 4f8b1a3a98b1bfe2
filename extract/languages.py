"""Which language a paper is in: as its footers say, else by its small words."""

import re

from extract.content import Content
from extract.lines import words_text
from extract.mark_places import stretches_of
from extract.profile import load_profile

_LANGUAGE = re.compile(r"\b(BG|CS|DA|DE|EL|EN|ES|ET|FI|FR|GA|HR|HU|IT|LT|LV|MT|NL|PL|PT|RO|SK|SL|SV)$")


def language_of(content: Content) -> str | None:
    """The letters at the end of a Council footer, else the language whose small words are most frequent."""
    votes: dict[str, int] = {}
    for furniture in content.furniture.values():
        for line in furniture.footer:
            for text in (words_text(part.words) for part in stretches_of(line)):
                match = _LANGUAGE.search(text)
                if match and (text == match.group() or re.search(r"\d|LIMITE", text)):
                    votes[match.group(1).lower()] = votes.get(match.group(1).lower(), 0) + 1
    if votes:
        return max(votes, key=lambda code: votes[code])
    counts: dict[str, int] = {}
    own: dict[str, float] = {}  # a word that many languages share says little
    words = [w for block in content.blocks for w in re.findall(r"[^\W\d_]+", block.text.casefold())][:4000]
    for table in content.tables:
        words += [w.text.casefold() for c in table.cells[:200] for line in c.lines for w in line.words]
    listed = {code: set(small) for code, small in load_profile("cover")["stopwords"].items()}
    for code, known in listed.items():
        counts[code] = sum(word in known for word in words)
        own[code] = sum(1 / sum(word in other for other in listed.values()) for word in words if word in known)
    best = max(own, key=lambda code: own[code])
    return best if counts[best] >= max(3, 0.02 * len(words)) else None
