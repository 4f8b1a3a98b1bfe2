"""The words of ``unseen-assessment``: an invented threat assessment, set as a magazine.

The story is a list of items in reading order. ``{n}`` marks a footnote.
"""

from dataclasses import dataclass, field

TITLE = "EU Serious and Organised Crime Threat Assessment 2044"
MOTTO = "Crime by appointment"
REFERENCE = "EDOC #9287710v5"
COVER_LINES = ["The Hague, 14 March 2044", REFERENCE, "Europol Public Information"]
COVER_SYNTHETIC = "SYNTHETIC: every person, figure and event in this report is invented"
COVER_SCATTER = ["hired", "wallet", "route", "shell", "alias", "lookout"]
HEADER_LEFT = "EU SOCTA 2044"
HEADER_RIGHT = "SYNTHETIC REPORT"


@dataclass(frozen=True)
class Item:
    """A piece of the story.

    ``kind``: chapter, area, threat, section, paragraph, list_item, pull_quote, callout, figure. A threat lies inside
    the area before it; ``number`` is its printed number.
    """

    kind: str
    text: str
    number: str | None = None
    title: str | None = None
    values: tuple[tuple[str, int], ...] = ()
    full_width: bool = False


@dataclass(frozen=True)
class Chapter:
    """Pages that begin with a heading across the columns, and the words turned by ninety degrees in their margin.

    ``column_end``: where the columns end on the chapter's only page, so that both are about as long.
    """

    title: str
    tab: str
    items: list[Item] = field(default_factory=list)
    column_end: float | None = None


def _p(text: str) -> Item:
    return Item("paragraph", text)


def _li(text: str) -> Item:
    return Item("list_item", text)


CHAPTERS = [
    Chapter(
        "Foreword",
        "FOREWORD",
        [
            _p(
                "When this series of reports began, those who wished to commit a crime had to find accomplices "
                "first, and to trust them. Today they make an appointment. A forger, a driver, a hacker and a "
                "person who will set fire to a shop can each be booked for an afternoon, by someone whom they "
                "will never meet and whose name they could not give away if they wanted to."
            ),
            _p(
                "That is more than a change of method. It alters what an investigation can hope to achieve. The "
                "arrest of the driver ends nothing, since the next one has been booked before the interview is "
                "over; and the person who pays may live in a country that answers no letters. For this reason the "
                "present assessment looks less at groups and more at the services on which they rely."
            ),
            _p(
                "We have drawn on the contributions of thirty-six countries, on the files of Europol and on what "
                "partners in industry and research were willing to share{1}. Where our sources disagree we have "
                "printed both figures. Where we have none we have left a gap, since a gap does less harm than a "
                "guess."
            ),
            _p(
                "The Council will set its priorities for the EMPACT cycle 2045-2048 in the summer. It is for "
                "others to choose among the threats that we describe. We only ask that the choice be made by the "
                "damage that is done, and not by the noise that is made about it."
            ),
            Item("pull_quote", "“A gap does less harm than a guess.”"),
            _p("The Deputy Director for Analysis"),
        ],
        column_end=400.0,
    ),
    Chapter(
        "What we found",
        "WHAT WE FOUND",
        [
            _li(
                "Seven in ten networks buy at least one service that is essential to them; in 2040 it was fewer "
                "than five in ten."
            ),
            _li("The median age of those who are arrested for arson or shootings on behalf of others is seventeen."),
            _li(
                "Half of the companies that appear in cases of organised crime had been bought ready-made, with "
                "their history and their good name."
            ),
            _li(
                "Payments in virtual currency are no longer a speciality of cybercriminals: butchers of protected "
                "fish use them as well."
            ),
            _li(
                "The harm that is done to soil and water exceeds, for the first time, the harm that is measured "
                "in stolen goods."
            ),
            _li("Victims report earlier than they did, but mostly to banks and platforms and only then to the police."),
            _li("Of every hundred euros that crime yields, one euro and sixty cents is confiscated."),
            Item(
                "figure",
                "Figure 1: Networks that buy services from others, by kind of service, in per cent of 904 networks.",
                title="What networks buy",
                values=(("Transport", 58), ("Documents", 41), ("Laundering", 63), ("Violence", 22), ("Software", 37)),
            ),
            Item("section", "Who buys and who sells"),
            _p(
                "A network in the sense of this report is a circle of persons who plan offences together for more "
                "than one season. Its core has become smaller, five persons on average, while the ring of "
                "suppliers around it has grown. Suppliers serve rivals at the same time and see nothing wrong in "
                "that."
            ),
            _p(
                "Lawyers, notaries and accountants are seldom members. They sell a signature, a template or an "
                "evening of advice. Telephones with encrypted messengers are rented together with a help desk, "
                "and garages install compartments that open only when the radio, the heating and the handbrake "
                "are set in a given order."
            ),
            Item("section", "Power over others"),
            _p(
                "Influence is bought where it is cheapest, in the smallest towns. A seat on a building committee, "
                "a contract for the removal of snow, the lease of a market hall: each is modest, and together "
                "they hold a valley. Where money does not help, windows are broken, and it is boys of fifteen or "
                "sixteen who break them."
            ),
            Item(
                "callout",
                "A father found three hundred euros in the sports bag of his son, who was sixteen. The boy had "
                "photographed the car of a customs officer for a stranger in a chat. He did not know what a "
                "customs officer was.",
                title="The sports bag",
            ),
        ],
        column_end=640.0,
    ),
    Chapter(
        "Crime areas",
        "CRIME AREAS",
        [
            Item("area", "Crime in digital space", number="A"),
            _p(
                "What used to require skill can now be rented by the hour. Offenders choose a target, a tool and "
                "a means of payment from catalogues, and they complain to customer service when one of the three "
                "does not work. Investigators counted 212 such catalogues in 2043, three times as many as four "
                "years earlier."
            ),
            Item("threat", "Extortion by intrusion", number="A.1"),
            _p(
                "Clinics, water utilities and schools are attacked by preference because they cannot afford to "
                "stand still. Affiliates who carry out the attack leave between a fifth and a third of the ransom "
                "to the authors of the malicious code and keep the rest."
            ),
            _p(
                "Intrusions take less time than they did. Between the first foothold and the demand for money "
                "eleven hours now pass on average; in 2040 it was nine days{2}. Those who pay are attacked again "
                "within a year in one case out of three."
            ),
            _p(
                "Millions of cameras, routers and heat pumps that nobody updates are herded together and let out "
                "to others. One such herd was used to silence the emergency number of a capital for six hours."
            ),
            Item("pull_quote", "“One such herd was used to silence the emergency number of a capital.”"),
            Item("threat", "Children in images and on screens", number="A.2"),
            _p(
                "The number of pictures in circulation tells little about the number of children. Behind one "
                "series there may be a girl for whom nobody is looking, and behind ten thousand pictures a "
                "program that has never seen a child. Both take an investigator the same hours."
            ),
            _p(
                "Customers order abuse by webcam for the price of a meal and direct it in writing. Most of them "
                "live in Europe; most of the children do not. Closed forums reward those who bring new material "
                "with access to older one, so that collectors turn into producers."
            ),
            _p(
                "Adolescents are talked into filming themselves by supposed friends of their own age. Once the "
                "film exists it serves to extort more films, or money from the parents."
            ),
            Item(
                "callout",
                "In the spring of 2043 specialists recognised the pattern of a bedspread that was sold in only "
                "four shops. Eleven days later three children had left the flat in which it lay.",
                title="A bedspread",
            ),
            Item("threat", "Fraud at a distance", number="A.3"),
            _p(
                "Fraud by telephone, message and social media harms more households than any other form of crime. "
                "The story changes with the season: a parcel, a fine, a daughter in trouble, a share that cannot "
                "fall."
            ),
            _p(
                "Call floors employ people who believe in the product for the first few weeks. What is known of "
                "the damage is alarming enough:"
            ),
            _li("Losses reported in 2043 came to EUR 5.2 billion."),
            _li("Two victims in five were older than sixty-five."),
            _li("Small businesses lost most to altered invoices of a supplier whom they knew."),
            _p(
                "Synthetic voices let the caller sound like the manager of the firm or the son of the family. "
                "Stolen identity data, sold in bundles of a thousand, supply the details that make the story "
                "credible, and accounts are emptied with the one-time codes that victims read out."
            ),
            Item("area", "Trade in people", number="B"),
            _p(
                "Two different businesses are often confused. The one sells a passage, the other a person. They "
                "meet where the passage has not been paid for."
            ),
            Item("threat", "Exploitation", number="B.1"),
            _p(
                "Victims are found wherever work is seasonal, hidden or done in private homes. Labour agencies "
                "pass workers down a chain of subcontractors until nobody is answerable for the hostel, the wage "
                "or the passport."
            ),
            _p(
                "Advertisements on dating and accommodation platforms have taken the place of the street. The "
                "same room is let to eight women in turn, and the person who collects the money is never there."
            ),
            _p(
                "Begging, shoplifting and the carrying of drugs are imposed on children and on adults with "
                "disabilities. When they are caught they are punished more often than those who send them. A "
                "small but growing number of cases concerns surrogate mothers, and babies handed over for money."
            ),
            Item("threat", "Passages for payment", number="B.2"),
            _p(
                "Demand follows wars, droughts and rumours. A passage across the Aegean cost EUR 1 400 in spring, "
                "and three times as much in the week in which a camp was closed."
            ),
            _p(
                "Inflatable craft are made for a single journey. Refrigerated lorries are chosen because their "
                "doors are sealed; forty-three persons suffocated in such lorries in the period under review{3}. "
                "Journeys are offered on video channels with music, prices and a list of what to pack."
            ),
            _p(
                "Money is left with a guarantor and released on arrival, so that smugglers are paid for success "
                "only. Clerks in consulates and at airports are bribed for a stamp, and marriages, study places "
                "or jobs are feigned for those who wish to stay."
            ),
            Item(
                "callout",
                "A carrier with one vehicle insured it in five countries. The tachograph showed that the vehicle "
                "had crossed the same pass in both directions at the same hour. There were two vehicles with one "
                "set of papers, and nineteen persons in the second.",
                title="Twice at the pass",
                full_width=True,
            ),
            Item("area", "Drug markets", number="C"),
            _p(
                "Cocaine has never been so cheap and so pure. Containers remain the vehicle of choice, and "
                "insiders at the terminals are the key to them; where ports have become difficult, packages are "
                "dropped at sea and picked up by fishing boats."
            ),
            _p(
                "Part of the cocaine arrives soaked into plastics, charcoal or cotton and is washed out again in "
                "laboratories inside the Union. The chemists are flown in for a week and paid by the kilogram."
            ),
            _p(
                "Synthetic opioids have been found in twenty-one Member States. They are pressed into tablets "
                "that look like medicines, by people who cannot measure what they mix. Tableting machines pass "
                "customs as equipment for bakeries."
            ),
            _p(
                "Cannabis is grown in forests, in flats and under maize. Residues of laboratories are poured into "
                "brooks and manure; in one region the wells of two villages had to be closed."
            ),
            Item("area", "Profit from nature", number="D"),
            _p(
                "Environmental crime pays because the damage is noticed late and the fine is booked as a cost. "
                "Investigations are few, and in six Member States they are led by officials without police powers."
            ),
            Item("threat", "Waste and poison", number="D.1"),
            _p(
                "Waste is exported with papers that describe it as second-hand goods, burnt on rented land, or "
                "buried under the foundations of a supermarket. Licensed operators lend it their good name. Ships "
                "wash their tanks at night, far from the shore and near the end of a shift."
            ),
            _p(
                "Refrigerant gases without a quota come in by car, in cylinders painted the colour of oxygen. "
                "Pesticides that were banned ten years ago are offered to farmers in unlabelled canisters at half "
                "the price."
            ),
            Item("threat", "Wildlife and wood", number="D.2"),
            _p(
                "Elvers leave Europe in suitcases and come back as fillets. Tortoises, parrots and lizards are "
                "taken from the wild for collectors who would describe themselves as lovers of animals."
            ),
            _p(
                "Timber from old-growth forests is mixed with legal wood at the first sawmill and cannot be told "
                "from it at the second. Rangers who object have been beaten in three Member States."
            ),
            Item(
                "figure",
                "Figure 2: Seizures of selected goods in 2043, compared with 2040 (2040 = 100).",
                title="Nature as a commodity",
                values=(("Elvers", 131), ("Timber", 164), ("Gases", 218), ("Reptiles", 97)),
            ),
            Item("area", "Money", number="E"),
            _p(
                "Every market described in this report ends in the same few places. Whoever washes the money of "
                "one network usually serves five others, and knows none of them by name."
            ),
            Item("threat", "Revenue fraud", number="E.1"),
            _p(
                "Chains of firms that live for ninety days take more from the treasuries than all robberies "
                "together. They trade in whatever is small and dear: telephones, chips, certificates. Imports are "
                "declared below their price or under a false origin, and the importer of record is a student."
            ),
            _p(
                "Tobacco is made and packed close to where it is smoked, in halls whose workers are not let out "
                "at weekends. Base oil becomes diesel on the way between two customs offices{4}."
            ),
            Item("threat", "Counterfeits", number="E.2"),
            _p(
                "Counterfeit medicines, plant protection products and vehicle parts endanger life; counterfeit "
                "clothing pays for them. Both are sold on the same marketplaces by sellers who change their name "
                "every fortnight."
            ),
            _p(
                "Euro banknotes are forged in fewer places but in better quality, and coins of two euros have "
                "come back after a pause of ten years."
            ),
            Item("pull_quote", "“Counterfeit clothing pays for them.”"),
            Item("threat", "Laundering for hire", number="E.3"),
            _p(
                "Laundering is a trade with tariffs: four per cent for cash that is counted, nine for cash that "
                "is not. Goods are over- or under-invoiced, students lend their accounts, and exchanges for "
                "virtual currency ask no questions."
            ),
            _p(
                "Underground bankers settle what networks owe each other without moving a note. Fortunes end in "
                "villas, horses and vineyards that are registered in the name of a nominee abroad."
            ),
            Item("area", "Weapons within reach", number="F"),
            _p(
                "Firearms are easier to obtain than at any time since the wars of the nineties. Blank-firing "
                "weapons are altered to shoot, parts are printed or milled at home, and a conflict at the edge of "
                "Europe has left stocks that nobody counts. A few dealers sell off the books."
            ),
            _p(
                "Explosives made for professional fireworks are set off in front of cash dispensers, shops and, "
                "increasingly, front doors. The blast is meant for one person and hits a staircase."
            ),
        ],
    ),
    Chapter(
        "What may come",
        "OUTLOOK",
        [
            _p(
                "Two developments could change this picture before the end of the cycle. The first is the program "
                "that negotiates: offenders are already testing assistants which haggle over ransoms in the "
                "language of the victim, at any hour and without fatigue."
            ),
            _p(
                "The second is scarcity. Water, fertiliser and copper have become dear enough to be stolen by the "
                "lorry-load, and farmers in the south speak of pumps that vanish overnight. Whether this grows "
                "into an organised market cannot yet be said."
            ),
            _p(
                "There is good news, too. Joint teams that had a financial investigator from the first day "
                "recovered four times as much as others. Young people who were offered another way out took it "
                "more often than not."
            ),
            Item("section", "How this report was made"),
            _p(
                "Contributions were collected between May and November 2043 and scored by harm, scale and trend. "
                "Two analysts who did not know of each other scored each contribution. What was marked RESTREINT "
                "UE/EU RESTRICTED was left out."
            ),
            _p(
                "Numbers of networks are not comparable with those of 2040, since the definition was narrowed. "
                "Readers who need the older series will find it in the annex to the restricted version."
            ),
        ],
        column_end=330.0,
    ),
]

FOOTNOTES = {
    1: "A list of contributors is kept by the EMPACT Support Team.",
    2: "Median of 640 cases reported by eighteen Member States.",
    3: "January 2042 to December 2043.",
    4: "See Council document 91455/43 on designer fuels.",
}

ABBREVIATIONS = [
    ("AMLA", "Authority for Anti-Money Laundering and Countering the Financing of Terrorism"),
    ("CITES", "Convention on International Trade in Endangered Species"),
    ("EFCA", "European Fisheries Control Agency"),
    ("ELA", "European Labour Authority"),
    ("EMSA", "European Maritime Safety Agency"),
    ("HVT", "high-value target"),
    ("JAD", "joint action day"),
    ("OTF", "operational task force"),
    ("SOCTA", "serious and organised crime threat assessment"),
    ("VAT", "value added tax"),
]
