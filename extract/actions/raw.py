"""One action while it is read: what its labels and cells say, before any of it is understood."""

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
        found = self.texts.get(name)
        return None if not found else found[0] if len(found) == 1 else concatenated(found)

    def __contains__(self, name: str) -> bool:
        return name in self.texts

    def merge(self, other: "RawAction") -> None:
        """Take over what a continuation holds."""
        for name, texts in other.texts.items():
            self.texts.setdefault(name, []).extend(texts)
        self.pages.update(other.pages)
        self.members.update(other.members)
