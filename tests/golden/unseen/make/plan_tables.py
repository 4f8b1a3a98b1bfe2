"""``unseen-plan-tables``: a plan in landscape, its goals headings over tables without vertical rules. Set with Typst.

Run: ``python -m tests.golden.unseen.make.plan_tables``
"""

from pathlib import Path

from corpus.sample.make.gold import Finished, GoldDocument, Span
from tests.golden.unseen.make import plan_tables_text as words
from tests.golden.unseen.make.marked import Reader, plain
from tests.golden.unseen.make.plans import Action, add_action, add_goal
from tests.golden.unseen.make.typesetting import compile_pdf, content, escape

PDF = Path(__file__).resolve().parent.parent / "unseen-plan-tables.pdf"
HEADS = ["Ref.", "In charge", "What is to be done", "Period", "Taking part", "Yardsticks"]
WIDTHS = "(16mm, 26mm, 1fr, 31mm, 54mm, 50mm)"

_PREAMBLE = f"""
#set page(paper: "a4", flipped: true, margin: (x: 17mm, top: 21mm, bottom: 25mm),
  header-ascent: 6mm, footer-descent: 5mm,
  header: text(size: 7.5pt, fill: rgb("#7a2e1f"))[#grid(columns: (1fr, auto),
    [SYNTHETIC: invented for the testing of software], [Europol Unclassified – Basic Protection Level])],
  footer: context text(size: 7.5pt)[#grid(columns: (1fr, auto),
    [{escape(words.PLAN)}], [#counter(page).display() / #counter(page).final().first()])])
#set text(font: ("Noto Sans", "Liberation Sans"), size: 9.3pt, lang: "en", region: "GB", hyphenate: true)
#set text(costs: (orphan: 0%, widow: 0%))
#set par(leading: 0.62em, spacing: 0.9em)
#set table(stroke: (x, y) => (bottom: if y == 0 {{ 1.1pt + rgb("#7a2e1f") }} else {{ 0.4pt + luma(150) }}),
  inset: (x: 2mm, y: 1.7mm), align: left + top)
#set super(typographic: false, size: 0.62em)
"""


def _in_charge(action: Action) -> str:
    if not action.deputies:
        return ", ".join(action.lead)
    title = "deputy" if len(action.deputies) == 1 else "deputies"
    return f"{', '.join(action.lead)} \\ {title}: {', '.join(action.deputies)}"


def _yardsticks(action: Action) -> str:
    return "; ".join(action.yardsticks)


def _row(action: Action) -> str:
    number = action.number + (f" \\ #text(size: 7pt)[also {action.also[0]}]" if action.also else "")
    cells = [
        number,
        _in_charge(action),
        f'#text(weight: "bold")[{escape(action.title)}] \\ {content(action.text, words.NOTES)}',
        escape(action.period[0]),
        escape(action.partners),
        escape(_yardsticks(action)),
    ]
    return "  " + ", ".join(f"[{cell}]" for cell in cells) + ","


def _by_authority() -> str:
    """Who is in charge of what: a table that repeats numbers and names and holds no records."""
    led: dict[str, list[str]] = {}
    for _, actions in words.ACTIONS:
        for action in actions:
            led.setdefault(action.lead[0], []).append(action.number)
    cells = "".join(f"[{name}], [{', '.join(numbers)}], " for name, numbers in sorted(led.items()))
    return f"#table(columns: (30mm, 60mm), table.header([*Authority*], [*Actions*]), {cells})"


def _source() -> str:
    out = [
        _PREAMBLE,
        "#v(28mm) #text(size: 10pt, tracking: 1pt)[EUROPOL]",
        f'#v(8mm) #block(width: 190mm)[#text(size: 24pt, weight: "bold", hyphenate: false)[{escape(words.TITLE)}]]',
        f"#v(8mm) The Hague, 12 December 2044 \\ {escape(words.REFERENCE)} \\ ",
        "Europol Unclassified – Basic Protection Level",
        '#pagebreak() #text(size: 14pt, weight: "bold")[How to read this plan] #v(2mm)',
        *(f"\n#block(width: 170mm)[{escape(text)}]\n" for text in words.INTRO),
        "#pagebreak()",
    ]
    head = ", ".join(f"[*{name}*]" for name in HEADS)
    for goal, actions in words.ACTIONS:
        out.append(
            f'#v(4mm) #block(sticky: true, below: 2mm)[#text(size: 13pt, weight: "bold", fill: rgb("#7a2e1f"))'
            f"[{goal.number} — {escape(goal.title)}]]"
            f"#block(sticky: true, below: 3mm)[#emph[{escape(goal.text)}]]"
        )
        rows = "\n".join(_row(action) for action in actions)
        out.append(f"#table(columns: {WIDTHS}, table.header({head}),\n{rows}\n)")
    out.append(
        '#pagebreak() #text(size: 14pt, weight: "bold")[Annex: authorities and the actions they are in charge of]'
        "#v(2mm)"
        f"#columns(2)[{_by_authority()}]"
    )
    return "\n".join(out)


def make() -> None:
    """Set the plan."""
    compile_pdf(_source(), PDF, year=2044, month=12, day=12)


def _spans(read: Reader, action: Action, words_of_it: str) -> list[Span]:
    """Boxes of the description; a page on which only other cells of the row stand is a span without a box."""
    page, start, _ = read.find(action.title)[0]
    pages = {page}
    for cell in (action.partners, _yardsticks(action)):
        pages |= {number for number, _, _ in read.finished.find(cell, page=page, at=start, last=page + 1)}
    spans = read.spans(words_of_it)
    spans += [{"page": number} for number in pages - {span["page"] for span in spans}]
    return sorted(spans, key=lambda span: int(str(span["page"])))


def write_gold() -> None:
    """Measure the plan and write its gold."""
    finished = Finished(PDF, mark_size_pt=6.2)
    gold = GoldDocument(
        PDF,
        title=words.TITLE,
        kind="operational_action_plan",
        reference=words.REFERENCE,
        issuer="Europol",
        date="2044-12-12",
        language="en",
        cycle="2045-2048",
        marking="EUROPOL_BPL",
    )
    read = Reader(finished)
    read.skip(words.INTRO[-1])
    for goal, actions in words.ACTIONS:
        add_goal(gold, goal, read.spans(goal.text))
        for action in actions:
            text = plain(action.text)
            add_action(gold, action, goal, text, _spans(read, action, text), words.PLAN)
    gold.write()


if __name__ == "__main__":
    make()
    write_gold()
