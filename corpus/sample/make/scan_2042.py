"""scan-90377-42: a short plan as it comes out of a scanner: pictures of pages, slightly turned, no text at all.

The paper is set, measured and thrown away; what is delivered are grey pictures of its pages. The gold says what an
ideal reader would get from them, with boxes turned as the pages were.

Run: python -m corpus.sample.make.scan_2042
"""

import datetime
import io
import math
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
from PIL import Image

from corpus.sample.make.gold import GoldDocument, Span
from corpus.sample.make.letterhead import Cover, annex_heading, cover_page, frame
from corpus.sample.make.plans import MEMBER_STATES
from corpus.sample.make.typeset import SAMPLES, Paper, escape

PDF = SAMPLES / "scan-90377-42.pdf"
TITLE = "Supplement to the operational action plans 2042: child sexual exploitation"
PLAN = "OAP 2042 Child Sexual Exploitation"
DPI, QUALITY, SEED = 165, 38, 90377
TURNS_DEG = (0.5, -0.35, 0.55)  # counter-clockwise, one for each page

COVER = Cover(
    number="90377/42",
    date="14 March 2042",
    codes=("COSI 58", "ENFOPOL 171", "CYBER 90", "JAI 402"),
    kind="NOTE",
    rows=(
        ("From:", "Presidency"),
        ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)"),
        ("No. prev. doc.:", "90656/41"),
        ("Subject:", TITLE),
    ),
    body=(
        "1.  When the operational action plans for 2042 were adopted, no Member State had offered to lead a plan on "
        "child sexual exploitation, priority 3 of the EMPACT cycle 2041-2044. Sweden has since declared its readiness "
        "to act as Driver, with Europol as Co-driver.",
        "2.  The annex contains the eight actions on which the drafting group agreed on 27 February. They begin in "
        "spring, and one of them runs into the following year.",
        "3.  COSI is invited to adopt the supplement by written procedure.",
    ),
    unit="JAI.1",
    marking="LIMITE",
    label=PLAN,
)


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the table, as printed, and what its cells mean."""

    number: str
    title: str
    text: str
    lead: str
    co_leads: tuple[str, ...]
    printed: str
    participants: tuple[str, ...]
    period: str
    start: str
    end: str
    indicators: tuple[str, ...]

    @property
    def leaders(self) -> str:
        return " / ".join((self.lead, ", ".join(self.co_leads) or "–"))


def _named(printed: str) -> tuple[str, ...]:
    return tuple(printed.replace(";", ",").split(", "))


GOALS: tuple[tuple[str, str, tuple[Action, ...]], ...] = (
    (
        "CHSG 1",
        "Knowing before acting",
        (
            Action(
                "OA 1.1",
                "What fingerprints have in common",
                "Compare the digital fingerprints of material seized in fourteen countries since 2039, and list those "
                "series in which no child has been identified so far.",
                "Europol",
                ("FR",),
                "BE, DE, ES, IT, NL, PL, NO",
                _named("BE, DE, ES, IT, NL, PL, NO"),
                "1 April – 31 December 2042",
                "2042-04-01",
                "2042-12-31",
                ("series listed",),
            ),
            Action(
                "OA 1.2",
                "Who pays for livestreams",
                "Follow small payments that go from the Union to intermediaries of livestreamed abuse, together with "
                "the financial intelligence units, and draw up a list of those who pay again and again.",
                "DE",
                ("SE",),
                "AT, DK, FI, IE, Europol, AMLA",
                _named("AT, DK, FI, IE, Europol, AMLA"),
                "May – November 2042",
                "2042-05",
                "2042-11",
                ("repeat payers identified", "files handed to prosecutors"),
            ),
        ),
    ),
    (
        "CHSG 2",
        "From case to court",
        (
            Action(
                "OA 2.1",
                "Two weeks at the screen",
                "Hold a task force for the identification of victims, in which investigators search unresolved "
                "pictures and films for clues to a place, a school or a voice.",
                "Europol",
                ("PT",),
                "all MS except DK; AU, UK",
                (*(code for code in MEMBER_STATES if code != "DK"), "AU", "UK"),
                "3 – 14 November 2042",
                "2042-11-03",
                "2042-11-14",
                ("children identified", "leads sent"),
            ),
            Action(
                "OA 2.2",
                "Strangers in game chats",
                "Look jointly for adults who befriend children in online games, by means of accounts which officers "
                "keep ready in nine languages, and arrest those who arrange to meet a child.",
                "EE",
                ("CZ",),
                "HU, LV, LT, RO, SK, Eurojust",
                _named("HU, LV, LT, RO, SK, Eurojust"),
                "1 April 2042 – 31 March 2043",
                "2042-04-01",
                "2043-03-31",
                ("suspects arrested",),
            ),
            Action(
                "OA 2.3",
                "Offenders who travel",
                "Send word before departure, to the country of destination, of convicted offenders who book a flight "
                "to where they abused children before.",
                "NL",
                (),
                "BE, FR, SE, Frontex, INTERPOL",
                _named("BE, FR, SE, Frontex, INTERPOL"),
                "1 June – 31 December 2042",
                "2042-06-01",
                "2042-12-31",
                ("notices sent in time",),
            ),
        ),
    ),
    (
        "CHSG 6",
        "Skills and tools",
        (
            Action(
                "OA 6.1",
                "Sparing the eye",
                "Test programs that sort seized material without showing it to anybody, and publish which of them "
                "have been accepted by a court.",
                "FI",
                ("LU",),
                "AT, DE, IE, Europol",
                _named("AT, DE, IE, Europol"),
                "2042",
                "2042",
                "2042",
                ("programs tested",),
            ),
            Action(
                "OA 6.2",
                "Listening to children",
                "Train interviewers of the police and of youth welfare offices to talk with children who have been "
                "abused, so that no child has to tell the story twice.",
                "IE",
                ("MT",),
                "BG, EL, HR, CEPOL",
                _named("BG, EL, HR, CEPOL"),
                "September – December 2042",
                "2042-09",
                "2042-12",
                ("interviewers trained",),
            ),
        ),
    ),
    (
        "CHSG 7",
        "Prevention and the administrative hand",
        (
            Action(
                "OA 7.1",
                "Before the first picture",
                "Warn twelve-year-olds, in a film which is made with them and shown in class, of what may follow when "
                "an intimate picture is sent to somebody whom they have never met.",
                "SI",
                ("CY",),
                "EL, HR, PL, EUCPN",
                _named("EL, HR, PL, EUCPN"),
                "September – October 2042",
                "2042-09",
                "2042-10",
                ("classes reached",),
            ),
        ),
    ),
)


def main() -> None:
    """Set the paper, turn it into pictures, and write its gold."""
    with tempfile.TemporaryDirectory() as folder:
        paper = Paper(Path(folder) / "clean.pdf")
        paper.set(_source(paper))
        pictures = _scan(paper.pdf)
    _write(pictures)
    _gold(paper, pictures).write()


def _source(paper: Paper) -> str:
    rows = []
    for number, label, actions in GOALS:
        band = paper.ink(number, f"{number} – {label}")
        rows.append(f"table.cell(colspan: 6, fill: luma(225))[*{band}*]")
        for action in actions:
            title, text = paper.ink(f"{action.number}/title", action.title), paper.ink(action.number, action.text)
            rows.append(f"[{escape(action.number)}]")
            rows.append(f"[*{title}* \\\n {text}]")
            rest = (action.leaders, action.printed, action.period, "; ".join(action.indicators))
            rows.extend(f"[{escape(cell)}]" for cell in rest)
    head = ", ".join(
        f"[*{cell}*]" for cell in ("No", "Action", "Lead / co-lead", "Participants", "Period", "Indicators")
    )
    stamp = (
        "#place(top + left, dx: 6mm, dy: 42mm, rotate(-9deg, rect(stroke: 1.4pt + luma(90), inset: 6pt)[#text(font: "
        '"Liberation Sans", size: 11pt, weight: "bold", fill: luma(90))[REGISTRY \\ 17. 03. 2042]]))'
    )
    return "\n".join(
        (
            frame(COVER, title=TITLE, day=(2042, 3, 14)),
            stamp,
            cover_page(COVER, paper.ink("title", TITLE)),
            "#pagebreak()\n#annex-begins()",
            annex_heading(),
            f"#align(center)[*{escape(TITLE.upper())}*]",
            "#v(3mm)",
            "#set text(size: 10.5pt)",
            "#set par(leading: 0.6em)",
            "#table(columns: (14mm, 1fr, 21mm, 27mm, 23mm, 23mm), inset: 4pt, stroke: 0.6pt,",
            f"  table.header({head}), {', '.join(rows)})",
        )
    )


# --- the scanner -----------------------------------------------------------------------------------------------------


def _scan(pdf: Path) -> list[Image.Image]:
    """Pictures of the pages: grey, turned, unevenly lit, with grain, dust and the holes of a binder."""
    random = np.random.default_rng(SEED)
    document = pypdfium2.PdfDocument(pdf)
    pictures = []
    for page, turn in zip(document, TURNS_DEG, strict=True):
        clean = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
        turned = clean.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=252)
        grey = np.asarray(turned, dtype=np.float64)
        height, width = grey.shape
        grey = 28 + grey * (218 / 255)  # neither black nor white is pure on paper
        grey -= np.linspace(0, 16, width)[None, :] ** 1.4 / 3  # the lid was not quite closed
        grey += random.normal(0, 3.2, grey.shape)
        for _ in range(60):
            x, y = int(random.integers(width)), int(random.integers(height))
            grey[y : y + 2, x : x + 2] = random.integers(60, 150)
        across, down = np.meshgrid(np.arange(width), np.arange(height))
        for middle in (0.36, 0.64):
            hole = (across - 0.03 * width) ** 2 + (down - middle * height) ** 2 < (0.011 * width) ** 2
            grey[hole] = 70
        pictures.append(Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)))
    return pictures


def _write(pictures: list[Image.Image]) -> None:
    """One JPEG a page, on pages of A4; made by hand, since Pillow would stamp the file with today's date."""
    out = pikepdf.new()
    for picture in pictures:
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=QUALITY, optimize=True)
        page = out.add_blank_page(page_size=(595.276, 841.89))
        image = pikepdf.Stream(out, jpeg.getvalue())
        image.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))
        page.obj.Contents = pikepdf.Stream(out, b"q 595.276 0 0 841.89 0 0 cm /Scan Do Q")
    moment = datetime.datetime(2042, 3, 17, 8, 12)
    out.docinfo["/CreationDate"] = pikepdf.String(f"D:{moment:%Y%m%d%H%M%S}Z")
    out.docinfo["/Producer"] = pikepdf.String("Scanner")
    out.save(PDF, deterministic_id=True)


def _turned(span: Span, pictures: list[Image.Image]) -> Span:
    """A box of the clean page, on the turned one: the smallest upright box around it."""
    page, box = int(str(span["page"])), span["bbox"]
    assert isinstance(box, list)
    width, height = (side * 72 / DPI for side in pictures[page - 1].size)
    angle, middle_x, middle_y = math.radians(TURNS_DEG[page - 1]), width / 2, height / 2
    corners = [(x - middle_x, y - middle_y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    # y runs down the page, so a counter-clockwise turn to the eye has this sign
    xs = [middle_x + x * math.cos(angle) + y * math.sin(angle) for x, y in corners]
    ys = [middle_y - x * math.sin(angle) + y * math.cos(angle) for x, y in corners]
    return {"page": page, "bbox": [round(edge, 1) for edge in (min(xs), min(ys), max(xs), max(ys))]}


# --- gold ------------------------------------------------------------------------------------------------------------


def _gold(paper: Paper, pictures: list[Image.Image]) -> GoldDocument:
    def spans(key: str, words: str | None = None) -> list[Span]:
        return [_turned(span, pictures) for span in paper.spans(key, words)]

    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="operational_action_plan",
        reference=COVER.number,
        issuer="Council of the European Union",
        date="2042-03-14",
        language="en",
        cycle="2041-2044",
        marking="LIMITE",
        subject_codes=list(COVER.codes),
    )
    for position, (number, label, actions) in enumerate(GOALS, 1):
        goal = gold.add(
            f"g{position}", "goal", label, spans(number, label), number=number, title=label, horizontal=True
        )
        for action in actions:
            gold.add(
                "o" + action.number.removeprefix("OA ").replace(".", "_"),
                "action",
                action.text,
                spans(action.number),
                number=action.number,
                title=action.title,
                parent=goal,
                leader=[action.lead],
                co_leaders=list(action.co_leads),
                participants=list(action.participants),
                start=action.start,
                end=action.end,
                goals=[number],
                kpis=list(action.indicators),
                plan=PLAN,
            )
    return gold


if __name__ == "__main__":
    main()
