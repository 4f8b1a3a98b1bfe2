"""Raw actions to drafts: numbers, people, dates, indicators, status understood."""

import re
from collections.abc import Iterator, Mapping

from corpus.lexicon import Lexicon
from corpus.records import Span
from extract.actions.goals import Goals
from extract.actions.names import action_at_start, goals_named, number_and_goals
from extract.actions.raw import RawAction
from extract.actors import actors_of, team_of
from extract.dates import date_of, period_of
from extract.drafts import Draft
from extract.laid import LaidText, Placed
from extract.values import is_empty, items_of

_PEOPLE = ("leader", "co_leaders", "participants")


def action_draft(raw: RawAction, goals: Goals, plan: str | None, lexicon: Lexicon) -> Draft | None:
    """The draft of an action; None where it has neither title nor description."""
    number, more_goals = number_and_goals(raw.text("number"))
    title, text = _title_and_text(raw)
    if number is None and title is not None:
        found = action_at_start(title.text)
        if found is not None:
            number, title = found[0], _behind(title, found[1])
    description = text or title
    if description is None or not description.text:
        return None
    own = raw.text("goals")
    named = goals_named(own.text) if own is not None else []
    if raw.goal is not None and raw.goal.number is not None and own is None:
        named = [raw.goal.number]
    named += [goal for goal in more_goals if goal not in named]
    parent = next((goal for g in named if (goal := goals.find(g)) is not None), None)
    return Draft(
        "action",
        description.text,
        _spans(description, raw.pages),
        number=number,
        title=title.text if title is not None and title.text else None,
        parent=parent if named else None if own is not None else raw.goal,
        fields={
            **_people(raw, lexicon),
            **_dates(raw),
            "goals": list(dict.fromkeys(named)),
            "kpis": list(_indicators(raw.text("kpis"))),
            "status": _status(raw),
            "plan": plan,
            "funding": _as_printed(raw.text("funding")),
        },
    )


def _as_printed(text: LaidText | None) -> str | None:
    return text.text if text is not None and text.text else None


def _behind(text: LaidText, end: int) -> LaidText:
    rest = text.sliced(end, len(text.text))
    return rest.sliced(len(rest.text) - len(rest.text.lstrip(" –—-:.")), len(rest.text))


def _title_and_text(raw: RawAction) -> tuple[LaidText | None, LaidText | None]:
    """Title and description; where one cell holds both, they are parted by type or by the title's line."""
    title, text = raw.text("title"), raw.text("description")
    if title is not None and text is None:
        return parted(title)
    if title is None and text is not None:
        head, rest = parted(text)
        return (head, rest) if rest is not None else (None, text)
    return title, text


def parted(whole: LaidText) -> tuple[LaidText, LaidText | None]:
    """A title and the description below it in the same cell: in bold, or on lines of their own before a sentence."""
    if not whole.words:
        return whole, None
    styles = [(p.word.font.bold, p.word.font.italic) for p in whole.words]
    if styles[0] != styles[-1] and styles[0] != (False, False):
        end = next(p.start for p, style in zip(whole.words, styles, strict=True) if style != styles[0])
        title, text = whole.sliced(0, end), whole.sliced(end, len(whole.text))
        if len(title.text) <= 160 and len(text.text.split()) >= 4:
            return _behind(title, 0), _behind(text, 0)
    starts = whole.line_starts()
    if len(starts) > 1 and whole.text.endswith(".") and whole.text[starts[1]].isupper():
        title = whole.sliced(0, starts[1])
        if not title.text.endswith((".", ",", ";")) and len(title.text.split()) <= 10 and len(whole.text.split()) >= 15:
            return title, whole.sliced(starts[1], len(whole.text))
    return whole, None


# --- people --------------------------------------------------------------------------------------------------------


def _people(raw: RawAction, lexicon: Lexicon) -> dict[str, list[str]]:
    """Leader, co-leaders and participants: each from its own text, from one that tells them in prose, or by crosses."""
    texts = {name: text.text for name in _PEOPLE if (text := raw.text(name)) is not None}
    people: dict[str, list[str]] = {name: [] for name in _PEOPLE}
    both = raw.text("leader_and_co")
    if both is not None:
        people["leader"], people["co_leaders"] = _leader_and_co(both, lexicon)
    team = raw.text("team")
    prose = team.text if team is not None else None
    if prose is None and both is None and "leader" not in texts and "participants" in texts:
        prose = texts["participants"]
    if prose is not None:
        told = team_of(prose, lexicon)
        people = {name: people[name] or list(found) for name, found in zip(_PEOPLE, told, strict=True)}
    for name, written in texts.items():
        if not (written == prose and people["leader"]):
            people[name] = list(actors_of(written, lexicon))
    for actor, role in raw.members.items():
        if actor not in people[role]:
            people[role].append(actor)
    return people


def _leader_and_co(text: LaidText, lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """`ES (IT, HR)`, or `ES / IT, HR`: the first leads, the others co-lead."""
    match = re.match(r"(?P<leader>[^(]+)\((?:co-?lead\w*:?\s*)?(?P<others>[^)]*)\)", text.text)
    if match:
        return list(actors_of(match["leader"], lexicon)), list(actors_of(match["others"], lexicon))
    named = actors_of(text.text, lexicon)
    return list(named[:1]), list(named[1:])


# --- dates ---------------------------------------------------------------------------------------------------------


def _dates(raw: RawAction) -> dict[str, str | None]:
    first, last, period = raw.text("start"), raw.text("end"), raw.text("period")
    start = date_of(first.text) if first is not None else None
    end = date_of(last.text, is_end=True) if last is not None else None
    if period is not None:
        begins, ends = _period(period)
        start, end = start or begins, end or ends
    if first is not None and last is None and start is None:
        start, end = _period(first)
    return {"start": start, "end": end}


def _period(text: LaidText) -> tuple[str | None, str | None]:
    """A period in one cell: in words, or its two dates on lines of their own."""
    found = period_of(text.text)
    if found != (None, None):
        return found
    cuts = text.line_starts()[1:]
    for cut in cuts:
        start, end = date_of(text.text[:cut]), date_of(text.text[cut:], is_end=True)
        if start is not None and end is not None:
            return start, end
    return found


# --- indicators and status -----------------------------------------------------------------------------------------

_NUMBERS_BEHIND = re.compile(r"\s*[–—,;(-]?\s*\b(?:baseline|target|current value|starting value)\b\s*:?", re.IGNORECASE)
_WITHDRAWN = re.compile(r"(?:withdrawn|deleted|cancelled|removed)\b", re.IGNORECASE)


def _indicators(text: LaidText | None) -> Iterator[str]:
    """The names of the indicators, without baseline and target; a remark that the action was withdrawn is none."""
    if text is None:
        return
    for item in items_of(_first_column(text)):
        name = _NUMBERS_BEHIND.split(item, maxsplit=1)[0].strip(" –—-:,;(")
        if name and not _WITHDRAWN.match(name):
            yield name


def _first_column(text: LaidText) -> LaidText:
    """A small table within a cell (indicator, baseline, target): its first column, a line an indicator."""
    lines: dict[int, list[int]] = {}
    for position, placed in enumerate(text.words):
        lines.setdefault(placed.line, []).append(position)
    heads = [n for n, ps in lines.items() if [text.words[p].word.text.casefold().strip(":") for p in ps][1:] in _HEADS]
    if not heads:
        return text
    limit = text.words[lines[heads[0]][1]].word.box.x0 - 2
    kept = [text.words[p] for n, ps in lines.items() if n not in heads for p in ps if text.words[p].word.box.x0 < limit]
    return _rebuilt(kept)


_HEADS = (["baseline", "target"], ["base", "target"], ["target"], ["baseline"], ["now", "target"], ["start", "target"])


def _rebuilt(words: list[Placed]) -> LaidText:
    """Words as a text with a semicolon between lines: each line of a small table is one indicator."""
    parts: list[str] = []
    last: int | None = None
    for placed in words:
        if last is not None:
            parts.append("; " if placed.line != last and placed.word.box.x0 <= words[0].word.box.x0 + 6 else " ")
        parts.append(placed.word.text)
        last = placed.line
    return LaidText("".join(parts), ())


def _status(raw: RawAction) -> str | None:
    """As printed; withdrawn where the whole row is struck through."""
    if raw.is_withdrawn:
        return "withdrawn"
    text = raw.text("status")
    return text.text if text is not None and not is_empty(text.text) else None


def _spans(description: LaidText, pages: Mapping[int, None]) -> tuple[Span, ...]:
    """Boxes around the description; a page that only other cells reach has none."""
    spans = list(description.spans())
    have = {span.page for span in spans}
    spans += [Span(page) for page in pages if page not in have]
    return tuple(sorted(spans, key=lambda span: span.page))
