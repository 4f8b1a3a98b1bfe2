"""evaluation-2040: an independent evaluation, whose recommendations stand in text and again, shorter, in a table.

To whom a recommendation is addressed is said in its sentence, in a line of its own, or in the table at the end alone.
Findings are numbered too, and advice that interviewees gave is no recommendation of the evaluators.

Run: python -m corpus.sample.make.evaluation_2040
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.sample.make.gold import GoldDocument
from corpus.sample.make.typeset import SAMPLES, Paper, escape

PDF = SAMPLES / "evaluation-2040.pdf"
TITLE = "Independent evaluation of the EMPACT cycle 2037-2040"

GREEN, MIST, AMBER = 'rgb("#2f5d3a")', 'rgb("#eaf1ea")', 'rgb("#8a5a00")'


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation, what the table makes of it, and to whom it is addressed.

    ``line`` is the line of addressees below the text, where there is one.
    """

    number: str
    label: str
    text: str
    addressees: tuple[str, ...]
    short: str
    until: str
    line: str = ""


RECOMMENDATIONS = (
    Recommendation(
        "R1",
        "Trace every action to an aim",
        "COSI should adopt no plan in which an action fails to name the aim, and the part of that aim, which it "
        "serves. An action that serves none may be worth doing, but belongs on a list of national activities.",
        ("COSI",),
        "No action without an aim",
        "2041",
    ),
    Recommendation(
        "R2",
        "Fewer actions that last longer",
        "From the first plans of the new cycle on, no plan should hold more than twenty actions, and none of these "
        "should be closed at the end of a calendar year merely because the year is over.",
        ("COSI", "Drivers"),
        "At most twenty actions a plan; no closing by the calendar",
        "2041",
        "Addressed to: COSI and Drivers",
    ),
    Recommendation(
        "R3",
        "Prosecutors at the drafting table",
        "Member States and Eurojust are advised to send a prosecutor to each drafting meeting and to note in the plan "
        "which prosecution office is to be approached once evidence has to cross a border.",
        ("Member States", "Eurojust"),
        "A prosecutor at each drafting meeting",
        "2041",
    ),
    Recommendation(
        "R4",
        "Count what lasts",
        "Arrests, seizures and identified victims should be reported together with what had become of them two years "
        "later: judgments, confiscations, and the support that was given. Each Member State would name one office "
        "which collects the answers from the courts, and Europol would print them beside the figures of the year in "
        "which the action took place. A figure for which no follow-up exists should be shown in grey.",
        ("Member States", "Europol"),
        "Report outcomes after two years",
        "2043",
    ),
    Recommendation(
        "R5",
        "One form, filled in once",
        "Europol should replace its three reporting templates by a single one that (a) comes filled in with what is "
        "already known from SIENA, (b) accepts “nothing to report” as an answer, and (c) can be carried over into the "
        "records of grant beneficiaries without retyping.",
        ("Europol",),
        "A single reporting template",
        "mid-2041",
    ),
    Recommendation(
        "R6",
        "Money that comes in time",
        "The Commission should keep a tenth of the annual amount for EMPACT grants in reserve for needs that arise "
        "during the year, decide on requests within six weeks, and publish who received how much.",
        ("Commission",),
        "A reserve for urgent actions",
        "2042",
    ),
    Recommendation(
        "R7",
        "Victims in every plan that concerns persons",
        "Plans on trafficking, on smuggling and on the abuse of children need at least one action that is led by a "
        "body other than the police and whose success is measured by the situation of the persons protected.",
        ("Drivers", "Member States"),
        "A protective action in each plan on persons",
        "2041",
        "Addressed to: Drivers; Member States",
    ),
    Recommendation(
        "R8",
        "Let in those who see it first",
        "Inspectors of labour, tax, fisheries and waste ought to use the channels of the platform on the same terms "
        "as police officers. Where national law stands in the way, it should be changed, or the reasons against a "
        "change should be stated.",
        ("Member States", "Commission"),
        "Equal access for inspectorates",
        "2044",
    ),
    Recommendation(
        "R9",
        "Keep an eye on what was not chosen",
        "Every two years Europol and the relevant agencies, the EUDA and the EUIPO among them, should publish a short "
        "account of the areas that did not become priorities, so that their growth does not go unnoticed.",
        ("Europol", "EUDA", "EUIPO"),
        "A biennial note on other crime areas",
        "2042",
    ),
    Recommendation(
        "R10",
        "Evaluate while it still matters",
        "The next evaluation should begin in the second year of the cycle, be given anonymised operational data under "
        "an agreement on confidentiality, and present interim findings before the mid-term review.",
        ("Commission", "COSI"),
        "Start the next evaluation earlier",
        "2042",
        "Addressed to: Commission, COSI",
    ),
)

SUMMARY = (
    "EMPACT works, and works better than four years ago. It brings together investigators who would otherwise not "
    "have met, and it does so at a cost which is small by comparison with the damage that it helps to avoid. This is "
    "the view of nine out of ten persons interviewed for this report, and the evidence supports it.",
    "It is harder to say what EMPACT has changed. The monitoring reports name 41 300 arrests and 9 860 victims; "
    "whether these would have been reached without a plan cannot be established, and what became of them afterwards "
    "is known in fewer than half of the cases. Of the 1 164 operational actions that were planned, 388 could not be "
    "traced back to any aim of the Council.",
    "The ten recommendations in chapter 5 are meant to close that gap. None of them requires new legislation at the "
    "level of the Union, and six could take effect with the plans for 2042.",
)

METHOD = (
    "The evaluation was carried out between October 2039 and August 2040 by a team of seven researchers in four "
    "countries. It rests on 112 interviews, on a survey to which 603 persons replied, on all sixty operational action "
    "plans of the cycle, and on five case studies: cocaine in fishing ports, a ransomware franchise, the trade in "
    "young eels, labour exploitation in house-building, and a carousel in emission certificates.{The case studies are "
    "published separately.}",
    "Plans marked RESTREINT UE/EU RESTRICTED were read on the premises of the Council. No sentence of this report is "
    "taken from them, and the figures drawn from them have been added up in such a manner that no single action can "
    "be recognised.",
    "Five questions were asked, as is customary: whether the cycle was relevant, effective, efficient and coherent, "
    "and whether it achieved what Member States could not have achieved by themselves. In the chapters that follow "
    "they are not treated one by one, since most of our findings bear on several of them.",
)

CHAPTERS: tuple[tuple[str, tuple[tuple[str, str, tuple[str, ...]], ...]], ...] = (
    (
        "2  What was planned",
        (
            (
                "Finding 1",
                "One action in three serves no aim.",
                (
                    "Two researchers compared each action with the aims of the priority concerned, independently of "
                    "each other, and agreed in 91 % of the cases. They found 412 actions that named the conduct and "
                    "the object of an aim, 364 that supported one in part, and 388 that did neither. Meetings, study "
                    "visits and the reporting of the plan itself make up the greater part of the last group.",
                    "The share differs from plan to plan. In the plans on firearms and on the smuggling of migrants "
                    "it was one in six; in the plan on groups active in several markets it was one in two. That aim "
                    "mentions hauliers, landlords and accountants in one breath and leaves open what is to be done "
                    "about them, so that almost anything could be filed under it.",
                ),
            ),
            (
                "Finding 2",
                "Some aims were left without any action.",
                (
                    "The theft of electricity for cannabis plantations, the recovery of stolen goods before resale "
                    "and the trade in reptiles were named by the Council in 2037 and taken up by nobody until 2039, "
                    "when one of the three was. No mechanism existed by which the gap could have been noticed.",
                ),
            ),
            (
                "Finding 3",
                "Plans grow by addition.",
                (
                    "The average plan contained 17 actions in 2037 and 22 in 2040. Actions are seldom withdrawn, "
                    "because a withdrawal has to be explained and a continuation does not. Drivers whom we asked "
                    "described this as a matter of courtesy.",
                ),
            ),
        ),
    ),
    (
        "3  What came of it",
        (
            (
                "Finding 4",
                "Joint action days produce figures, investigations produce results.",
                (
                    "A week of controls yields numbers that can be published on the following Monday. In the two "
                    "cases that we followed to the end, a network was dismantled after nineteen and twenty-six months "
                    "respectively, and the decisive step was an analyst’s observation that two telephone numbers had "
                    "shared a charger.",
                    "Of the 61 joint investigation teams that were set up in the course of the cycle, nine grew out "
                    "of an action day. This does not speak against such days, which give officers a reason to meet. "
                    "It speaks against taking their figures for the results of four years.",
                ),
            ),
            (
                "Finding 5",
                "Nobody knows how the story ends.",
                (
                    "For 46 % of the arrests reported in 2037 and 2038 the competent authority could tell us whether "
                    "a conviction had followed. For property that had been seized the share was 38 %. The information "
                    "exists; it lies with courts that are not asked.",
                ),
            ),
            (
                "Finding 6",
                "Victims appear late and as a number.",
                (
                    "Eleven of the sixty plans contained a measure for the benefit of victims. Staff of shelters who "
                    "had taken part in an action told us that they had been invited on the day before it. Several "
                    "recommended that their organisations be paid for being on call; the proposal deserves thought, "
                    "but we have not been able to cost it.",
                ),
            ),
        ),
    ),
    (
        "4  How the platform works",
        (
            (
                "Finding 7",
                "A few Member States carry much of the load.",
                (
                    "Five Member States provided 34 of the 60 Drivers and led 47 % of the actions. Size explains this "
                    "in part. So does language: seven in ten respondents said that they would lead an action if its "
                    "paperwork could be done in their own.",
                    "The agencies fill part of the gap. Europol led 8 % of the actions and Frontex 3 %, while "
                    "Eurojust, which led none, was named as a participant in 19 %. Customs administrations led 61 "
                    "actions, most of them on excise, and were thanked in the final report of four.",
                ),
            ),
            (
                "Finding 8",
                "Reporting costs more than it yields.",
                (
                    "An action leader fills in three templates, which ask for the same seven facts in different "
                    "order. The median time spent on them was eleven working days a year. Europol, which receives the "
                    "templates, retypes about a quarter of them.",
                ),
            ),
            (
                "Finding 9",
                "Grants arrive after the action.",
                (
                    "From the call to the first payment 41 weeks passed on average. Beneficiaries with a treasury of "
                    "their own advanced the money; others waited, or did without. Small grants under the simplified "
                    "procedure took nineteen weeks, and are the part of the scheme which was praised most often.",
                ),
            ),
        ),
    ),
)

CRITERIA = (
    (
        "Relevance",
        "The priorities of 2037 answered the threats of 2037. Two of them, property crime and the counterfeiting of "
        "currency, had lost in weight by 2040, and nothing allowed for resources to be moved.",
    ),
    (
        "Effectiveness",
        "Aims that can be pictured were pursued with success: closing sites of production, identifying children, "
        "taking down servers. Aims that begin with a quality, such as strengthening or improving, were not.",
    ),
    (
        "Efficiency",
        "One euro of grant money brought forth, by our estimate, four euros of work from national budgets. Reporting "
        "consumed a sixth of it.",
    ),
    (
        "Coherence",
        "EMPACT and the customs action plan now name each other. The drugs strategy and the plan on synthetic drugs "
        "still set two different targets for the same laboratories.",
    ),
    (
        "Added value",
        "Asked what they would have done without a plan, two thirds of the action leaders answered: the same, later, "
        "with fewer partners.",
    ),
)

ADVICE = (
    "The following recommendations are addressed to those who can carry them out without waiting for others. Their "
    "order is that of the findings on which they rest and does not express a ranking. A summary with deadlines is "
    "given in Table 2."
)

SOURCES = (
    ("Group", "Interviews", "Replies to the survey"),
    ("National EMPACT coordinators", "27", "26"),
    ("Drivers and action leaders", "38", "341"),
    ("Prosecutors and judges", "14", "88"),
    ("Customs, tax and other inspectorates", "16", "109"),
    ("EU institutions, agencies and bodies", "17", "39"),
)


def main() -> None:
    """Set the report and write its gold."""
    paper = Paper(PDF, mark_below_pt=7.2)
    paper.set(_source(paper))
    _gold(paper).write()


def _source(paper: Paper) -> str:
    chapters = "\n\n".join(
        f"= {escape(title)}\n\n" + "\n\n".join(_finding(*finding) for finding in findings)
        for title, findings in CHAPTERS
    )
    recommendations = "\n\n".join(_recommendation(paper, item) for item in RECOMMENDATIONS)
    criteria = "\n\n".join(f"/ {escape(name)}: {escape(text)}" for name, text in CRITERIA)
    summary = "\n\n".join(escape(text) for text in SUMMARY)
    method = "\n\n".join(paper.rich(text) for text in METHOD)
    running = "SYNTHETIC – invented for testing software #h(1fr) Evaluation of EMPACT 2037\\-2040"
    contractor = escape("Tessella Policy Research")
    return f"""#set document(title: "{TITLE}", author: "synthetic", date: datetime(year: 2040, month: 9, day: 14))
#set text(font: "Liberation Sans", size: 11pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: true, leading: 1.0em, spacing: 1.4em)
#show heading: set block(above: 1.8em, below: 1em)
#show heading.where(level: 1): set text(size: 16pt, fill: {GREEN}, hyphenate: false)
#show heading.where(level: 2): set text(size: 12pt, fill: {GREEN}, hyphenate: false)
#show figure: set block(breakable: true)
#set footnote.entry(separator: line(length: 25%, stroke: 0.4pt))
#show footnote.entry: set text(size: 9pt)
#set page(paper: "a4", margin: (x: 27mm, y: 28mm), header: none, footer: align(center, text(size: 8pt)[SYNTHETIC]))
#v(35mm)
#text(size: 28pt, weight: "bold", fill: {GREEN}, hyphenate: false)[#set par(justify: false)
{paper.ink("title", TITLE)}]

#v(4mm)
#text(size: 14pt)[Final report]
#v(1fr)
#line(length: 100%, stroke: 1pt + {GREEN})
#grid(columns: (1fr, 1fr), row-gutter: 3mm,
  [Published by], [European Commission, Directorate\\-General for Migration and Home Affairs],
  [Carried out by], [Tessella Policy Research, Aarhus and Padova],
  [Date], [14 September 2040],
  [Reference], [HOME\\-2040\\-90312])
#v(4mm)
#text(size: 8.5pt)[The views expressed are those of the contractor and do not bind the Commission.]

#set page(header: text(size: 8pt, fill: luma(100))[{running}],
  footer: context align(right, text(size: 9pt)[{contractor} | #counter(page).display()]))
= Executive summary

{summary}

= 1  How the evaluation was done

{method}

#figure(kind: table, caption: [Table 1. Sources], numbering: none, supplement: none,
  table(columns: (1fr, auto, auto), align: (left, right, right), stroke: 0.4pt, {_cells(SOURCES)}))

{chapters}

== By the criteria of the Commission

{criteria}

= 5  Recommendations

{escape(ADVICE)}

{recommendations}

= 6  Summary of the recommendations

#set par(justify: false)
#figure(kind: table, caption: [Table 2. Recommendations, those addressed, and deadlines], numbering: none,
  supplement: none, text(size: 9.5pt, table(columns: (auto, 1fr, 42mm, auto), align: left, stroke: 0.4pt,
  fill: (_, row) => if row == 0 {{ {MIST} }}, {_summary()})))
"""


def _finding(number: str, headline: str, paragraphs: Sequence[str]) -> str:
    body = "\n\n".join(escape(text) for text in paragraphs)
    box = f"block(fill: {MIST}, inset: 7pt, width: 100%, sticky: true)[*{number}:* {escape(headline)}]"
    return f"#{box}\n\n{body}"


def _recommendation(paper: Paper, item: Recommendation) -> str:
    line = f'\n\n#text(size: 9.5pt, style: "italic", fill: {AMBER})[{escape(item.line)}]' if item.line else ""
    return f"== {item.number}  {escape(item.label)}\n\n{paper.ink(item.number, item.text)}{line}"


def _summary() -> str:
    head = ("No", "Recommendation", "For", "By")
    rows = [(item.number, item.short, ", ".join(item.addressees), item.until) for item in RECOMMENDATIONS]
    return _cells((head, *rows))


def _cells(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    first = ", ".join(f"[*{escape(cell)}*]" for cell in head)
    return f"table.header({first}), " + ", ".join(f"[{escape(cell)}]" for row in body for cell in row)


def _gold(paper: Paper) -> GoldDocument:
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="evaluation",
        reference="HOME-2040-90312",
        issuer="European Commission",
        date="2040-09-14",
        language="en",
        cycle="2037-2040",
    )
    for item in RECOMMENDATIONS:
        gold.add(
            item.number.lower(),
            "recommendation",
            item.text,
            paper.spans(item.number),
            number=item.number,
            title=item.label,
            addressees=list(item.addressees),
        )
    return gold


if __name__ == "__main__":
    main()
