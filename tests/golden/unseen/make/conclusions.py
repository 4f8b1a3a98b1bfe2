"""``unseen-conclusions``: a Council paper printed by Chromium; its table has three columns and rules only between rows.

Run: ``python -m tests.golden.unseen.make.conclusions``
"""

from pathlib import Path

from corpus.sample.make.gold import Finished, GoldDocument
from tests.golden.unseen.make import conclusions_text as words
from tests.golden.unseen.make.chromium import paragraph, print_flow, tokens
from tests.golden.unseen.make.marked import AimIds, Reader, plain, read_aim

PDF = Path(__file__).resolve().parent.parent / "unseen-conclusions.pdf"
BULLET = "•"

_STYLE = """
@page { size: A4; margin: 0 }
* { margin: 0; box-sizing: border-box }
body { font: 12pt/1.5 'Liberation Serif', serif; text-rendering: geometricPrecision }
.page { width: 210mm; height: 297mm; padding: 0 25mm 0 24mm; position: relative; break-after: page; overflow: hidden }
.page:last-of-type { break-after: auto }
.band { position: absolute; top: 9mm; left: 24mm; font: 7pt 'Liberation Sans'; color: #777 }
.body { position: absolute; top: 19mm; height: 243mm; left: 24mm; width: 161mm }
.notes { position: absolute; bottom: 32mm; left: 24mm; width: 161mm; font-size: 9pt; line-height: 1.25 }
.notes.some { padding-top: 1.5mm }
.notes.some::before { content: ''; display: block; width: 38mm; border-top: .6pt solid #000; margin-bottom: 1mm }
sup { font-size: 62%; line-height: 0; vertical-align: super }
.foot { position: absolute; bottom: 12mm; left: 24mm; width: 161mm; border-top: .8pt solid #000 }
.foot { font-size: 9pt; padding-top: 1mm }
.foot div { display: grid; grid-template-columns: 42mm 42mm 30mm 1fr 12mm }
.foot div span:last-child { text-align: right; font-weight: bold; font-size: 11pt }
p { margin-bottom: 3.6mm; text-align: justify }
p.cont { text-indent: 0 }
p.cut { margin-bottom: 0; text-align-last: justify }
p.early { text-align-last: left }
.cover { display: grid; grid-template-columns: 1fr 66mm; margin: 6mm 0 12mm }
.cover .left { font-size: 15pt; line-height: 1.25 }
.cover .right div { margin-bottom: 3mm }
.kind { font-weight: bold; margin-bottom: 2mm }
.lines { border-top: .8pt solid #000; border-bottom: .8pt solid #000; padding: 2mm 0; margin-bottom: 8mm }
.lines div { display: grid; grid-template-columns: 36mm 1fr; margin-bottom: 1mm }
.right-annex { text-align: right; font-weight: bold; text-decoration: underline; margin-bottom: 8mm }
.headline { text-align: center; font-weight: bold; margin-bottom: 7mm }
.plain-line { margin-bottom: 4mm }
p.point, p.op { padding-left: 11mm }
p.op .lead { display: inline-block; width: 11mm; margin-left: -11mm; text-indent: 0 }
p.point { padding-left: 20mm; margin-bottom: 2mm }
p.point .lead { display: inline-block; width: 7mm; margin-left: -7mm }
.row { display: grid; grid-template-columns: 9mm 34mm 118mm; padding: 2.2mm 0 1mm; line-height: 1.5 }
.row { border-top: .35pt solid #b5b5b5 }
.row.cont { border-top: none; padding-top: 0 }
.row.head { border-top: none; font-weight: bold; font-size: 10pt; color: #333 }
.row .label { padding-right: 4mm; font-weight: bold }
.row p { margin-bottom: 2mm }
.row p.cut { margin-bottom: 0 }
.row p.li { padding-left: 6mm; margin-bottom: .8mm }
.row p.li .lead { display: inline-block; width: 4mm; margin-left: -4mm; text-indent: 0 }
.row p.sub { font-style: italic; margin-bottom: .8mm; text-align: left }
table.over { border-collapse: collapse; width: 161mm; font-size: 10pt; line-height: 1.25 }
table.over td, table.over th { border-bottom: .35pt solid #b5b5b5; padding: 1.4mm 3mm 1.4mm 0 }
table.over td, table.over th { text-align: left; vertical-align: top }
"""


def _cells(unit: words.Unit) -> list[dict[str, object]]:
    """The paragraphs of a sub-area in the third column."""
    found: list[dict[str, object]] = []
    lead = ""
    if unit.label and unit.run_in:
        lead = f"**{unit.number} {unit.label}:** "
    elif unit.label:
        number = f"({unit.number}) " if unit.number else ""
        found.append(paragraph(number + unit.label, "sub"))
    for paras in unit.paragraphs:
        text = "; ".join(read_aim(aim).source for aim in paras) + "."
        first, *bullets = text.split("\n- ")
        found.append(paragraph(lead + first, "aim", hyphenate=True))
        found += [paragraph(bullet, "li", lead=BULLET, hyphenate=True) for bullet in bullets]
        lead = ""
    return found


def _operative(item: words.Paragraph) -> list[dict[str, object]]:
    verb = item.verb or item.text.split()[0].strip(",")
    flow = [paragraph(item.text.replace(verb, f"**{verb}**", 1), "op", lead=f"{item.number}.")]
    for point in item.points:
        lead, rest = point.split(" ", 1)
        flow.append(paragraph(rest, "point", lead=lead))
    return flow


def _flow() -> list[dict[str, object]]:
    lines = "".join(f"<div><span>{name}</span><span>{value}</span></div>" for name, value in words.COVER)
    codes = "<br>".join(words.CODES)
    cover = (
        '<div class="cover"><div class="left">Council of the<br>European Union</div><div class="right">'
        f"<div><b>Brussels, {words.DATE}</b><br>(OR. en)</div><div><b>{words.NUMBER}</b></div><div><b>LIMITE</b></div>"
        f"<div><b>{codes}</b></div></div></div>"
        f'<div class="kind">“I/A” ITEM NOTE</div><div class="lines">{lines}'
        f"<div><span>Subject:</span><b>{words.SUBJECT}</b></div></div>"
    )
    flow: list[dict[str, object]] = [{"kind": "html", "html": cover}]
    flow += [paragraph(text, "text") for text in words.COVER_TEXT]
    head = f'<div class="right-annex">ANNEX</div><div class="headline">{words.ANNEX_TITLE.upper()}</div>'
    flow += [{"kind": "break"}, {"kind": "html", "html": f'{head}<div class="plain-line">{words.OPENING}</div>'}]
    for recital in words.RECITALS:
        verb = " ".join(
            word for word in recital.split() if word.isupper() and len(word) > 2 and word not in ("EMPACT", "COSI")
        )
        flow.append(paragraph(recital.replace(verb, f"__{verb}__", 1), "recital"))
    flow.append({"kind": "html", "html": f'<div class="plain-line">{words.HEADING}</div>'})
    flow += _operative(words.FIRST)
    heads = {"no": "No.", "label": tokens("Priority"), "paras": [paragraph("Aim(s)", "aim")]}
    flow.append({"kind": "row", "cls": "head", **heads})
    for priority in words.PRIORITIES:
        paras = [para for unit in priority.units for para in _cells(unit)]
        label = tokens(priority.printed or priority.label)
        flow.append({"kind": "row", "cls": "", "no": priority.number, "label": label, "paras": paras})
    flow.append({"kind": "html", "html": '<div style="height: 5mm"></div>'})
    for item in words.PARAGRAPHS:
        flow += _operative(item)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" for cells in words.APPENDIX_ROWS)
    heading = "".join(f"<th>{cell}</th>" for cell in words.APPENDIX_HEAD)
    flow += [
        {"kind": "break"},
        {
            "kind": "html",
            "html": f'<div class="right-annex">Appendix</div><div class="headline">{words.APPENDIX_TITLE}</div>',
        },
        paragraph(words.APPENDIX_TEXT, "text"),
        {"kind": "html", "html": f'<table class="over"><tr>{heading}</tr>{body}</table>'},
    ]
    return flow


def make() -> None:
    """Print the paper."""
    row = "<div>" + "<span>{}</span>" * 5 + "</div>"
    data = {
        "band": "SYNTHETIC: an invented text for testing software",
        "foot1": row.format(words.NUMBER, "mk/TEN/ps", "#", "", "")
        + row.format("", "GIP.B", "", "<b>LIMITE</b>", "EN"),
        "foot": row.format(words.NUMBER, "mk/TEN/ps", "#", "", "")
        + row.format("ANNEX", "GIP.B", "", "<b>LIMITE</b>", "EN"),
        "notes": words.NOTES,
        "flow": _flow(),
    }
    print_flow(PDF, _STYLE, data, title="Council paper (synthetic)", date="20440607")


def write_gold() -> None:
    """Measure the paper and write its gold."""
    finished = Finished(PDF, mark_size_pt=7.6)
    gold = GoldDocument(
        PDF,
        title=words.SUBJECT,
        kind="council_conclusions",
        reference=words.NUMBER,
        issuer="Council of the European Union",
        date=words.ISO_DATE,
        language="en",
        cycle="2045-2048",
        marking="LIMITE",
        subject_codes=words.CODES,
    )
    read = Reader(finished)
    read.skip(words.FIRST.text)
    ids, areas = AimIds(), 0
    for priority in words.PRIORITIES:
        key = gold.add(
            f"p{priority.number}",
            "priority",
            priority.label,
            read.spans(priority.label),
            number=priority.number,
            title=priority.label,
        )
        for unit in priority.units:
            parent = key
            if unit.label:
                areas += 1
                spans = read.spans(unit.label)
                parent = gold.add(
                    f"s{areas}", "area", unit.label, spans, number=unit.number, title=unit.label, parent=key
                )
            for paras in unit.paragraphs:
                for aim in paras:
                    ids.add(gold, read_aim(aim), parent, read, bullet=BULLET)
    requests = 0
    for item in words.PARAGRAPHS:
        printed = plain(" ".join([item.text, *item.points]))
        if not item.verb:
            read.skip(printed)
            continue
        requests += 1
        text = plain(" ".join([item.text, *(point.removeprefix("– ") for point in item.points)]))
        gold.add(
            f"r{requests}",
            "request",
            text,
            read.spans(printed),
            number=item.number,
            verb=item.verb,
            addressees=item.addressees,
        )
    gold.write()


if __name__ == "__main__":
    make()
    write_gold()
