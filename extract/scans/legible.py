"""A document's pages, once all that can be read is read: by whom each was read, and what is told of those that were not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.geometry import Box
from corpus.pages import Page
from corpus.records import Span


@dataclass(frozen=True, slots=True)
class Legible:
    """All pages, those included that were read off their pictures.

    Args:
        pages: in order.
        certainty: of those that OCR has read, by number, with how sure their letters are, in [0, 1].
        by_scanner: numbers of the pages whose words a scanner has read.
        unread: of those that show something in which no letter could be read, or that were not looked at.
        doubtful: of those whose text may be wrong.
        remedy: what would read the rest, where that is missing; else empty.
    """

    pages: tuple[Page, ...]
    certainty: Mapping[int, float] = field(default_factory=dict)
    by_scanner: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()
    remedy: str = ""

    def place(self, page: int | None, box: Box | None) -> Box | None:
        """Where a box of a page, as it was read, stands on the page as displayed."""
        turn = None if page is None else self.pages[page - 1].turn
        return box if box is None or turn is None else turn.back(box).rounded()

    def places(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Places on pages as they were read as places on the pages as displayed."""
        return tuple(Span(span.page, self.place(span.page, span.box)) for span in spans)

    def certainty_of(self, spans: Sequence[Span]) -> float:
        """How sure the letters at these places are: those of a file's own text are what they are."""
        return min((self.certainty.get(span.page, 1.0) for span in spans), default=1.0)

    def told(self, lost: Sequence[int] = ()) -> str | None:
        """Which pages were read by other means and which not at all, in sentences; None where nothing is to be said.

        Args:
            lost: numbers of pages that can't be loaded.
        """
        sentences = []
        if lost:
            sentences.append(f"{_pages(lost).capitalize()} can't be loaded.")
        if self.certainty:
            read = sorted(self.certainty)
            sentences.append(f"{_pages(read).capitalize()} {'was' if len(read) == 1 else 'were'} read by OCR.")
        if self.unread:
            sentences.append(f"No text was read on {_pages(self.unread)}: pictures only.")
        if self.doubtful:
            sentences.append(f"The text of {_pages(self.doubtful)} may be wrong; compare it with the page.")
        return " ".join([*sentences, self.remedy] if self.remedy else sentences) or None


def _pages(numbers: Sequence[int]) -> str:
    return f"page {numbers[0]}" if len(numbers) == 1 else f"pages {_runs(numbers)}"


def _runs(numbers: Sequence[int]) -> str:
    """Page numbers with runs drawn together: 1-3, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
