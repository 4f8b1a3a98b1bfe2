"""empact-2041-2044: a public web page printed by a browser, with the priorities of the cycle in everyday words.

The table has no rules below a part of a row that the end of a page cuts off; its header is repeated there. Cells hold
lists, paragraphs and two aims parted by a semicolon. The page states no date, number, issuer or marking, and sentences
outside the table begin with "To" as well.

Run: python -m corpus.sample.make.web_page_2041 (needs Chromium)
"""

import datetime
import html
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from corpus.sample.make.clauses import Aim, add_aim, read_aim
from corpus.sample.make.gold import Finished, GoldDocument, Place, Span, part
from corpus.sample.make.typeset import SAMPLES

PDF = SAMPLES / "empact-2041-2044.pdf"
TITLE = "EMPACT: how Europe’s authorities act together against organised crime"


@dataclass(frozen=True, slots=True)
class Unit:
    """A priority or an area: its label, and the paragraphs of its cell, each of one aim or two."""

    label: str
    paragraphs: tuple[tuple[Aim, ...], ...] = ()
    areas: tuple["Unit", ...] = ()
    colon: str = ""
    before: str = ""
    stop: str = ""


def _unit(label: str, *paragraphs: tuple[str, ...], before: str = "", stop: str = "") -> Unit:
    aims = tuple(tuple(read_aim(aim) for aim in paragraph) for paragraph in paragraphs)
    return Unit(label, aims, before=before, stop=stop)


PRIORITIES = (
    _unit(
        "The people behind the networks",
        (
            "[To uncover the bosses of criminal networks and the middlemen who keep them in business], especially "
            "[those who bribe officials], [those who order violence from a safe distance] and [those who hide behind "
            "respectable companies]",
        ),
        stop=".",
    ),
    _unit(
        "Hacking and ransom",
        (
            "[To stop criminals who break into computer systems and ask for money], in particular [gangs that strike "
            "at hospitals and town halls], and to [take offline the services that hackers rent from each other]",
        ),
    ),
    _unit(
        "Sexual abuse of children",
        (
            "[To protect children from sexual abuse, on the internet and away from it], including [abuse that is "
            "shown live for money], [contacts made through games] and [pictures made by artificial intelligence]",
            "[To find the children who are seen in such pictures]",
        ),
    ),
    _unit(
        "Human trafficking",
        (
            "[To free people from sexual and labour exploitation] and [punish those who profit from it], with special "
            "attention to [children who are made to steal or beg], to [adverts by which victims are offered online] "
            "and to [firms that look the other way]",
        ),
        stop=".",
    ),
    _unit(
        "Migrant smuggling",
        (
            "[To break up the networks that take people across borders for money], above all [those that put lives at "
            "risk at sea or in lorries] and [those that sell sham jobs, studies or marriages]",
        ),
        ("[To follow the money that is paid to smugglers]",),
    ),
    Unit(
        "Drugs",
        colon=":",
        areas=(
            _unit(
                "Cocaine, heroin and cannabis",
                (
                    "[To keep large shipments off our streets], particularly [those that arrive in containers with "
                    "help from inside the port] and [those that are passed on at sea]",
                ),
            ),
            _unit(
                "Synthetic drugs and new substances",
                (
                    "[To close the laboratories in which they are made] and [cut off their supply of chemicals], with "
                    "a focus on [opioids so strong that a few grains can kill]",
                ),
            ),
        ),
    ),
    Unit(
        "Fraud and money",
        areas=(
            _unit(
                "Scams online and by telephone",
                (
                    "[To put an end to scams that reach thousands of people at once], such as [investments that do "
                    "not exist], [voices of relatives copied by a machine] and [false websites of banks]",
                ),
            ),
            _unit(
                "Untaxed tobacco, fuel and alcohol",
                ("[To shut down illegal factories and the routes by which their goods travel]",),
                stop=".",
            ),
            _unit(
                "VAT fraud",
                ("[To take apart the chains of companies that pocket the VAT which customers have paid]",),
                before="– ",
            ),
            _unit(
                "Fakes",
                (
                    "[To remove counterfeit goods and counterfeit money from the market], not least [medicines, toys "
                    "and car parts that put people in danger]",
                ),
            ),
            _unit(
                "Dirty money",
                (
                    "[To take from criminals what they have earned by crime], by [looking into the finances of every "
                    "major case], and by [pursuing professional launderers (incl. [those who deal in crypto-assets])]",
                ),
            ),
        ),
    ),
    _unit(
        "Crimes against nature",
        (
            "[To stop the illegal trade in waste, animals, plants and timber], also by [checking the firms that "
            "certify such goods]",
        ),
    ),
    _unit(
        "Guns and explosives",
        (
            "[To keep firearms, their parts and explosives out of the hands of criminals], with an eye on [weapons "
            "from war zones], [parts made on 3D printers] and [fireworks with which cash machines are blown up]",
        ),
        stop=".",
    ),
)

INTRODUCTION = (
    "Criminals do not stop at borders, so the people who pursue them must not do so either. EMPACT, the European "
    "Multidisciplinary Platform Against Criminal Threats, brings together police, customs, prosecutors, tax offices, "
    "labour inspectors and border guards from all Member States. They choose a few subjects for four years and work "
    "on them side by side.",
    "EMPACT is run by the Member States. The EU institutions and agencies support them, and neighbouring countries, "
    "international organisations and companies can take part.",
    "More than two hundred operational actions are carried out every year. Some last for a week and end with arrests; "
    "others last for years and end with a law that is applied in the same way everywhere.",
)

STEPS = (
    (
        "Step 1: Look",
        "Europol describes which kinds of crime threaten us most, in a public report called the EU SOCTA.",
    ),
    (
        "Step 2: Choose",
        "Ministers meeting in the Council decide which of these threats come first, and experts agree on goals.",
    ),
    (
        "Step 3: Act",
        "For each subject an operational action plan says who does what and when. Joint action days, in which many "
        "countries carry out checks in the same week, are the part that you may have seen on television.",
    ),
    ("Step 4: Learn", "An independent team looks at what has worked, what has not, and why."),
)

QUESTIONS = (
    (
        "Can I report a crime here?",
        "To report a crime, please turn to the police in your country. EMPACT has no hotline of its own.",
    ),
    (
        "Why is terrorism not on the list?",
        "Terrorism is dealt with by other means. EMPACT is concerned with crime that is committed for profit.",
    ),
    (
        "Who pays?",
        "Each country pays its own officers. To make meetings, travel and equipment possible, the EU adds money from "
        "its Internal Security Fund.",
    ),
    (
        "What happened to burglary?",
        "Organised property crime was a priority in the cycle before. It has become rarer, and the countries continue "
        "their work on it without a joint plan.",
    ),
)

_STYLE = """
@page { size: A4; margin: 22mm 18mm 20mm; @top-center { content: "SYNTHETIC page, invented for testing software";
  font: 7.5pt "Liberation Sans"; color: #777; } @bottom-center { content: "SYNTHETIC"; font: 7.5pt "Liberation Sans";
  color: #777; } }
body { font: 10.5pt/1.45 "Liberation Sans", sans-serif; color: #222; margin: 0; }
nav, footer { font-size: 8.5pt; color: #555; }
h1 { font-size: 21pt; line-height: 1.2; color: #0b3d91; }
h2 { font-size: 14pt; color: #0b3d91; margin-top: 1.6em; }
h4 { margin: 1em 0 0.2em; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; background: #dfe7f5; border: 1px solid #9db2d9; padding: 5px 7px; }
td { vertical-align: top; border: 1px solid #9db2d9; padding: 5px 7px; }
td:first-child { width: 27%; font-weight: bold; }
td p { margin: 0 0 0.5em; } ol { margin: 0; padding-left: 1.4em; } li { margin-bottom: 0.7em; }
li b { display: block; }
"""


def main() -> None:
    """Print the page and write its gold."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(_page(), encoding="utf-8")
        printed = Path(folder) / "page.pdf"
        _print(page, printed, Path(folder) / "profile")
        _settle(printed)
    _gold().write()


def _print(page: Path, printed: Path, profile: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        raise FileNotFoundError("no Chromium found; install it (Debian: apt-get install chromium)")
    options = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
    subprocess.run(
        [
            browser,
            *options.split(),
            "--disable-component-update",
            "--disable-sync",
            "--no-pdf-header-footer",
            f"--user-data-dir={profile}",
            f"--print-to-pdf={printed}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


def _settle(printed: Path) -> None:
    """Take from the PDF what differs from run to run."""
    moment = datetime.datetime(2041, 9, 1, 9)
    with pikepdf.open(printed) as made:
        for key in ("/CreationDate", "/ModDate"):
            made.docinfo[key] = pikepdf.String(f"D:{moment:%Y%m%d%H%M%S}Z")
        if "/ID" in made.trailer:
            del made.trailer["/ID"]
        made.save(PDF, deterministic_id=True)


# --- the page --------------------------------------------------------------------------------------------------------


def _page() -> str:
    steps = "".join(
        f"<h{level}>{html.escape(name)}</h{level}><p>{html.escape(text)}</p>"
        for (name, text), level in zip(STEPS, (3, 3, 3, 4), strict=True)
    )
    rows = "".join(f"<tr><td>{_text(unit.label + unit.colon)}</td><td>{_cell(unit)}</td></tr>" for unit in PRIORITIES)
    questions = "".join(f"<h4>{_text(question)}</h4><p>{_text(answer)}</p>" for question, answer in QUESTIONS)
    introduction = "".join(f"<p>{_text(text)}</p>" for text in INTRODUCTION)
    return f"""<!doctype html><html lang="en-GB">
<head><meta charset="utf-8"><title>{TITLE}</title><style>{_STYLE}</style></head>
<body><nav>Home &rsaquo; Security in the EU &rsaquo; EMPACT &nbsp;|&nbsp; Share this page &nbsp;|&nbsp; Print</nav>
<h1>{TITLE}</h1>{introduction}
<h2>How it works</h2>{steps}
<h2>What EMPACT works on: priorities of the cycle 2041-2044</h2>
<p>The left column names the subject; the right column says, in everyday words, what is to be reached.</p>
<table><thead><tr><th>Priority</th><th>Aim(s)</th></tr></thead><tbody>{rows}</tbody></table>
<h2>Questions and answers</h2>{questions}
<footer><p>Contact &middot; Legal notice &middot; Accessibility &middot; Cookies</p></footer></body></html>"""


def _text(text: str) -> str:
    return html.escape(text, quote=False)


def _cell(unit: Unit) -> str:
    if unit.areas:
        items = "".join(f"<li><b>{_text(area.label)}</b>{_paragraphs(area)}</li>" for area in unit.areas)
        return f"<ol>{items}</ol>"
    return _paragraphs(unit)


def _paragraphs(unit: Unit) -> str:
    joined = ("; ".join(aim.words for aim in aims) for aims in unit.paragraphs)
    return "".join(f"<p>{_text(unit.before + words + unit.stop)}</p>" for words in joined)


# --- gold ------------------------------------------------------------------------------------------------------------


class _Reader:
    """Places of the table's texts, each looked up behind the one before."""

    def __init__(self, finished: Finished) -> None:
        self._finished = finished
        self._page, self._at = 1, 0
        self.after("says, in everyday words, what is to be reached")

    def after(self, text: str) -> Place:
        place = self._finished.find(text, page=self._page, at=self._at)
        self._page, _, self._at = place[-1]
        return place

    def spans(self, place: Place) -> list[Span]:
        return self._finished.spans(place)


def _gold() -> GoldDocument:
    finished = Finished(PDF)
    reader = _Reader(finished)
    gold = GoldDocument(PDF, title=TITLE, kind="web_page", language="en", cycle="2041-2044")
    clause = aim_number = area_number = 1
    for number, priority in enumerate(PRIORITIES, 1):
        key = f"p{number}"
        gold.add(key, "priority", priority.label, reader.spans(reader.after(priority.label)), title=priority.label)
        for position, unit in enumerate(priority.areas or (priority,), 1):
            parent = key
            if unit is not priority:
                parent = gold.add(
                    f"s{area_number}",
                    "area",
                    unit.label,
                    reader.spans(reader.after(unit.label)),
                    number=str(position),
                    title=unit.label,
                    parent=key,
                )
                area_number += 1
            for aim in (aim for paragraph in unit.paragraphs for aim in paragraph):
                place = reader.after(aim.words)

                def spans(words: str | None, aim: Aim = aim, place: Place = place) -> list[Span]:
                    return finished.spans(place if words is None else part(place, aim.words, words))

                clause = add_aim(gold, f"a{aim_number}", aim, parent, spans, clause)
                aim_number += 1
    return gold


if __name__ == "__main__":
    main()
