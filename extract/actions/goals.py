"""Goals: read once from heading, band, cell or paragraph, wherever they are repeated."""

import re
from collections.abc import Iterator, Sequence

from extract.actions.goal_numbers import goal_key, goal_numbers, is_horizontal
from extract.actions.names import goal_at_start
from extract.drafts import Draft
from extract.laid import LaidText

_LONGEST_LABEL = 160  # letters


class Goals:
    """The goals of one plan by number, and the one that reigns."""

    def __init__(self) -> None:
        self._known: dict[str, Draft] = {}
        self.reigning: Draft | None = None
        self._waiting: Draft | None = None  # a goal whose statement may be the next paragraph

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._known.values())

    def find(self, number: str) -> Draft | None:
        return self._known.get(goal_key(number))

    def read(self, text: LaidText, *, reigns: bool = True) -> Draft | None:
        """A goal from a text that begins with its number: label in another type or up to a sign, then its statement.

        None where the text names none. A goal that is known already is returned as it is known; its statement may still
        be added.
        """
        found = goal_at_start(text.text)
        if found is None:
            return None
        number, end = found
        label, statement = label_and_statement(_behind(text, end))
        known = self._known.get(goal_key(number))
        if known is None and not reigns and not re.search(r"[^\W\d_]{3}", label.text + statement.text):
            return None  # a reference to a goal that is set out elsewhere
        if known is None:
            body = statement if statement.text else label
            known = Draft(
                "goal",
                body.text.rstrip() or number,
                text.spans(),
                number=number,
                title=label.text or None,
                fields={"horizontal": is_horizontal(number)},
            )
            self._known[goal_key(number)] = known
        elif statement.text and known.text in (known.title, known.number):
            known.text = statement.text
            known.spans = (*known.spans, *statement.spans())
        if reigns:
            self.reigning = known
        self._waiting = known if known.text in (known.title, known.number) else None
        return known

    def read_references(self, text: LaidText) -> Draft | None:
        """The goals that a field of a form names, each with its label where it gives one; the first that is known."""
        numbers = list(goal_numbers(text.text))
        first: Draft | None = None
        for position, number in enumerate(numbers):
            end = numbers[position + 1].start if position + 1 < len(numbers) else len(text.text)
            part = text.sliced(number.start, number.start + len(text.text[number.start : end].rstrip(" ,;&")))
            first = first or self.read(part, reigns=False)
        return first

    def read_row(self, number: LaidText, others: Sequence[LaidText]) -> Draft | None:
        """A goal from a row of a table of goals: its number, its label, its statement."""
        found = goal_at_start(number.text)
        if found is None or found[1] != len(number.text) or not others:
            return None
        label, body = others[0], max(others, key=lambda text: len(text.text))
        spans = (*number.spans(), *label.spans(), *(body.spans() if body is not label else ()))
        known = self._known.get(goal_key(found[0]))
        if known is None:
            fields = {"horizontal": is_horizontal(found[0])}
            known = Draft("goal", body.text.rstrip(), spans, number=found[0], title=label.text or None, fields=fields)
            self._known[goal_key(found[0])] = known
        elif known.text in (known.title, known.number):
            known.text, known.title, known.spans = body.text.rstrip(), label.text or known.title, spans
        return known

    def state(self, text: LaidText) -> bool:
        """Take a paragraph as the statement of the goal that was read last, if it waits for one."""
        if self._waiting is None:
            return False
        self._waiting.text = text.text
        self._waiting.spans = (*self._waiting.spans, *text.spans())
        self._waiting = None
        return True

    def settle(self) -> None:
        """Nothing that follows states the goal that was read last."""
        self._waiting = None


def label_and_statement(text: LaidText) -> tuple[LaidText, LaidText]:
    """The label of a goal is set apart by its type, by a sign, or by its line; what follows is the statement."""
    styles = [(placed.word.font.bold, placed.word.font.italic) for placed in text.words]
    if styles and len(set(styles)) > 1:
        first = styles[0]
        end = next(placed.start for placed, style in zip(text.words, styles, strict=True) if style != first)
        return _label(text.sliced(0, end)), _statement(text.sliced(end, len(text.text)))
    match = re.search(r"\s[–—-]\s|:\s|\.\s+(?=[A-Z])|\s(?=To [a-z])", text.text)
    if match:
        return _label(text.sliced(0, match.start())), text.sliced(match.end(), len(text.text))
    starts = text.line_starts()
    if len(starts) > 1 and text.text[starts[1]].isupper() and len(text.text) > 60:
        return _label(text.sliced(0, starts[1])), text.sliced(starts[1], len(text.text))
    if text.text.endswith(".") and len(text.text.split()) > 8:
        return LaidText("", ()), text
    return _label(text), LaidText("", ())


def _label(text: LaidText) -> LaidText:
    return text.sliced(0, len(text.text.rstrip(" –—-:.")))


def _statement(text: LaidText) -> LaidText:
    return text.sliced(len(text.text) - len(text.text.lstrip(" –—-:.")), len(text.text))


def _behind(text: LaidText, end: int) -> LaidText:
    return _statement(text.sliced(end, len(text.text)))
