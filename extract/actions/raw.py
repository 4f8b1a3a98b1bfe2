"""One action while it is read: what its labels and cells say, before any of it is understood."""

import re
from dataclasses import dataclass, field

from corpus.pages import Cell
from extract.drafts import Draft
from extract.laid import LaidText, concatenated


@dataclass(slots=True)
class RawAction:
    """The texts of each field, in order; the pages that its cells touch; the goal that reigns where it stands.

    `members` are those whom a matrix crosses: state or body to the letter in its field.
    """

    goal: Draft | None = None
    texts: dict[str, list[LaidText]] = field(default_factory=dict)
    pages: dict[int, None] = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)
    is_heading: bool = False  # begun by a heading: only believed if fields follow

    def add(self, name: str, text: LaidText) -> None:
        if text.text:
            self.texts.setdefault(name, []).append(text)
            for placed in text.words:
                self.pages.setdefault(placed.page)

    def touch(self, cell: Cell) -> None:
        for part in cell.parts:
            if part.lines:
                self.pages.setdefault(part.page)

    def text(self, name: str) -> LaidText | None:
        """What a field says; words that a revision struck out are left out, unless the whole action was."""
        found = self.texts.get(name)
        if not found:
            return None
        whole = found[0] if len(found) == 1 else concatenated(found)
        return whole if self.is_withdrawn else whole.without_struck()

    @property
    def is_withdrawn(self) -> bool:
        """Whether its title and description are struck through."""
        words = [p.word for name in ("title", "description") for text in self.texts.get(name, ()) for p in text.words]
        return bool(words) and sum(w.is_struck for w in words) >= 0.8 * len(words)

    @property
    def is_bare_heading(self) -> bool:
        """Whether a heading began it that says no more than its number: the next one is its title."""
        heads = [text.text for name in ("number", "title") for text in self.texts.get(name, ())]
        alone = len(heads) == 1 and len(self.texts) == 1 and bool(re.fullmatch(r"\S+(?: \S*\d\S*)?", heads[0]))
        return self.is_heading and alone and bool(re.search(r"\d", heads[0]))

    def __contains__(self, name: str) -> bool:
        return name in self.texts

    def merge(self, other: "RawAction") -> None:
        """Take over what a continuation holds."""
        for name, texts in other.texts.items():
            self.texts.setdefault(name, []).extend(texts)
        self.pages.update(other.pages)
        self.members.update(other.members)
