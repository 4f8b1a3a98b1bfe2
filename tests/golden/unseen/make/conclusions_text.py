"""The words of ``unseen-conclusions``: invented Council conclusions for an invented cycle 2045-2048."""

from dataclasses import dataclass, field

NUMBER = "91736/44"
DATE, ISO_DATE = "7 June 2044", "2044-06-07"
CODES = ["COSI 97", "ENFOPOL 288", "CRIMORG 71", "CORDROGUE 39", "ENFOCUSTOM 84", "ENV 612", "JAI 873"]
COVER = [
    ("From:", "General Secretariat of the Council"),
    ("To:", "Permanent Representatives Committee/Council"),
    ("No. prev. doc.:", "91512/2/44 REV 2"),
]
SUBJECT = (
    "Draft Council conclusions on the priorities of the EU in the fight against serious and organised crime for the "
    "EMPACT cycle 2045-2048 - Approval"
)
COVER_TEXT = [
    "1. On 21 May 2044 the Standing Committee on Operational Cooperation on Internal Security (COSI) reached "
    "agreement on the text annexed to this note. Reservations that two delegations had entered have since been "
    "lifted.",
    "2. Against this background, the Permanent Representatives Committee is invited to confirm the agreement and "
    "to suggest that the Council approve the conclusions as an “A” item at one of its forthcoming meetings.",
]
ANNEX_TITLE = "Draft Council conclusions on the priorities of the EU in the fight against serious and organised crime"
OPENING = "THE COUNCIL OF THE EUROPEAN UNION,"

RECITALS = [
    "RECALLING its conclusions of 4 December 2040{1}, by which it chose eight priorities for the years 2041 to "
    "2044 and undertook to concentrate means where the harm is greatest;",
    "HAVING EXAMINED the serious and organised crime threat assessment that Europol presented on 14 March "
    "2044{2}, together with the advice that COSI derived from it;",
    "ALARMED that the age at which young people are first hired for acts of violence has fallen by three years "
    "within a single cycle;",
    "NOTING that crime markets have ceased to respect the line between the physical and the digital world, that a "
    "lorry-load of waste, a sham investment and a consignment of heroin may be paid for through one and the same "
    "wallet, and that prosecutors seldom see more than one of the three;",
    "REGRETTING that one action in six of the plans for 2043 ended without a result that anyone could measure;",
    "APPRECIATING the finding of the independent evaluators{3} that Drivers and Co-drivers plan together better "
    "than they used to, and heeding their warning that reporting still eats up hours that are missing in the "
    "field;",
    "MINDFUL of the rule of the Treaty that national security remains the sole responsibility of each Member State;",
    "STRESSING that work on the priorities must leave room for what nobody foresees, be it the appearance of a "
    "new substance or the collapse of a bank on which criminals relied;",
    "OBSERVING that the word “trafficking” is applied to people, to weapons, to medicines and to waste alike, and "
    "that whoever plans an action should say which of these is meant;",
    "CONCERNED that networks buy their way into haulage firms, harbours and town halls, and that honest staff who "
    "refuse are threatened at their homes;",
    "CONSCIOUS of the distress of families who lose their savings to a voice on the telephone, and of the shame "
    "that keeps many of them from reporting it;",
    "WELCOMING the first year of operation of the common repository of financial inquiries at Europol, to which "
    "twenty-two Member States are connected;",
    "TAKING INTO ACCOUNT that environmental offences are still treated as administrative matters in several legal "
    "orders, so that interception and undercover work are not available to those who investigate them;",
    "AFFIRMING that the persons whom smugglers carry are not the object of these priorities, and that their "
    "rights are to be upheld in every operation;",
    "POINTING OUT that terrorism is dealt with by other means and in other bodies, and that links to it are to be "
    "handed over as soon as they come to light;",
    "CONVINCED that customs, tax, environmental and labour authorities belong at the table from the first "
    "drafting session on;",
    "REAFFIRMING that EMPACT is and remains a voluntary undertaking of the Member States, to which the agencies "
    "of the Union and partners beyond it lend their support;",
    "EXPECTING that artificial intelligence will soon draft the lies that offenders now have to write themselves, "
    "and will speak them in any language;",
    "CONSIDERING that fewer plans are better plans, and that their number ought therefore not to exceed fourteen,",
]
HEADING = "HAS ADOPTED THE FOLLOWING CONCLUSIONS:"


@dataclass(frozen=True)
class Unit:
    """A sub-area (or, without a label, the priority itself): paragraphs of one aim or several parted by semicolons."""

    paragraphs: list[list[str]]
    label: str | None = None
    number: str | None = None
    run_in: bool = False


@dataclass(frozen=True)
class Priority:
    """A row of the table; ``printed`` where the label is printed otherwise than the gold gives it."""

    number: str
    label: str
    units: list[Unit]
    printed: str | None = None


PRIORITIES = [
    Priority(
        "1",
        "Networks of highest concern and those who serve them",
        [
            Unit(
                [
                    [
                        "[To identify, investigate and bring to trial the leaders of poly-criminal networks that "
                        "endanger the security of more than one Member State], first and foremost [those that "
                        "have gained influence over local administrations], [those that have killings and arson "
                        "carried out by hired youngsters] and [those whose business is steered from a prison cell "
                        "or from a third country]"
                    ],
                    [
                        "[To put out of action the service providers without whom such networks could not work], "
                        "chiefly [suppliers of encrypted telephones and of vehicles with hidden compartments], "
                        "[lawyers, notaries and accountants who knowingly lend their professional cover] and "
                        "[underground bankers who settle accounts without moving money]{4}, while also [barring "
                        "companies under their control from public contracts]"
                    ],
                ]
            )
        ],
    ),
    Priority(
        "2",
        "Cyber-dependent crime",
        [
            Unit(
                [
                    [
                        "[To unmask and prosecute those who paralyse, spy on or blackmail others by intruding "
                        "into their computer systems], with priority given to [affiliates of extortion schemes "
                        "that strike at clinics, water utilities and schools] and to [the developers and vendors "
                        "of malicious code], coupled with [the seizure of the servers and domains from which they "
                        "operate]",
                        "[To reduce the stock of hijacked devices that can be turned against third parties], "
                        "starting with [routers and cameras that no longer receive updates]",
                    ]
                ]
            )
        ],
    ),
    Priority(
        "3",
        "Sexual exploitation of children",
        [
            Unit(
                [
                    [
                        "[To rescue children from sexual abuse and exploitation], notably by [identifying the "
                        "victims shown in seized images], by [entering closed forums in which offenders trade "
                        "such images] and by [tracing those who order abuse by live stream from another "
                        "continent]; special care is owed to [girls and boys who were talked into filming "
                        "themselves]"
                    ]
                ]
            )
        ],
    ),
    Priority(
        "4",
        "Human trafficking",
        [
            Unit(
                [
                    [
                        "[To break up criminal groups that trade in human beings for any form of exploitation], "
                        "the emphasis being on:\n- [those that compel their victims to beg, steal or carry "
                        "drugs];\n- [those that offer the services of their victims on dating and accommodation "
                        "platforms];\n- [labour agencies and subcontractors that keep seasonal workers in "
                        "bondage];\n- [those that exploit surrogate mothers or arrange unlawful adoptions]"
                    ],
                    [
                        "[To have presumed victims recognised by the first official who meets them], not least by "
                        "[border guards, labour inspectors and hospital staff], and to [spare them punishment for "
                        "offences that they were compelled to commit]"
                    ],
                ]
            )
        ],
    ),
    Priority(
        "5",
        "Facilitated irregular migration",
        [
            Unit(
                [
                    [
                        "[To deprive smugglers of the profits that they draw from the irregular entry, transit "
                        "and stay of migrants], above all [where travellers are crammed into refrigerated lorries "
                        "or inflatable craft], [where bribed consular or airport staff open the way] and [where "
                        "marriages, study places or jobs are feigned to obtain a residence permit], as well as to "
                        "[take down the channels on which such journeys are offered]"
                    ]
                ]
            )
        ],
    ),
    Priority(
        "6",
        "Supply of drugs",
        [
            Unit(
                [
                    [
                        "[To choke off the supply of cocaine, heroin and cannabis in bulk quantities], with "
                        "particular weight on [consignments hidden in containers with the help of insiders at the "
                        "terminals], [packages dropped at sea and picked up by fishing boats] and [deliveries by "
                        "drone or light aircraft]"
                    ],
                    [
                        "[To find and close the sites within the Union at which such drugs are grown or "
                        "processed], extending to [laboratories that wash cocaine out of carrier materials] and "
                        "[plantations hidden in forests and farmland]"
                    ],
                ],
                label="Drugs of plant origin",
            ),
            Unit(
                [
                    [
                        "[To take the makers of synthetic drugs and their suppliers out of business], paying heed "
                        "above all to [producers of synthetic opioids], [brokers who import precursors and "
                        "tableting machines under a false description] and [the harm that dumped residues do to "
                        "soil and water (incl. [the recovery of clean-up costs from those responsible])]"
                    ]
                ],
                label="Drugs made in laboratories",
            ),
        ],
    ),
    Priority(
        "7",
        "Crime against the economy",
        [
            Unit(
                [
                    [
                        "[To stop criminal networks from looting VAT, customs and excise revenue], most notably "
                        "by means of [chains of firms that vanish without paying], [imports declared below their "
                        "price or under a false origin]{5} and [tobacco and fuel produced or moved outside the "
                        "tax system]",
                        "[To collect what has been evaded], together with [fines for accomplices in the haulage "
                        "and warehousing trade]",
                    ]
                ],
                label="Public revenue",
                number="7.1",
                run_in=True,
            ),
            Unit(
                [
                    [
                        "[To bring to book the organisers of mass fraud by telephone, text message and social "
                        "media], among them [operators of sham trading platforms], [offenders who seize control "
                        "of payment accounts], [impostors who pose as superiors, officials or sweethearts] and "
                        "[sellers of stolen identity data]; in all of this, care is to be taken of [older people "
                        "and small businesses]"
                    ]
                ],
                label="Deception of citizens and firms",
                number="7.2",
                run_in=True,
            ),
            Unit(
                [
                    [
                        "[To clear counterfeit and substandard goods from shops and online marketplaces], with "
                        "regard in the first place to [medicines, plant protection products and vehicle parts "
                        "that endanger life], and to [put an end to the forging of euro banknotes and coins]"
                    ]
                ],
                label="Counterfeits",
                number="7.3",
                run_in=True,
            ),
            Unit(
                [
                    [
                        "[To expose laundering that is run as a business], such as [trade in goods that are over- "
                        "or under-invoiced], [the hiring of money mules] and [virtual-currency exchanges that ask "
                        "no questions], and to [confiscate the wealth that it shelters]"
                    ],
                    [
                        "[To make financial inquiries a routine part of each case of organised crime], down to "
                        "[the tracing of assets held abroad through nominees] and [the early sale of seized goods "
                        "that lose value]"
                    ],
                ],
                label="Laundering and hidden wealth",
                number="7.4",
                run_in=True,
            ),
        ],
        printed="Crime against the economy:",
    ),
    Priority(
        "8",
        "Crime against nature",
        [
            Unit(
                [
                    [
                        "[To end the illegal and lucrative disposal of waste], in particular [its export with "
                        "falsified papers], [its burning or burial on rented land] and [the discharge of oil and "
                        "chemicals from ships], without losing sight of [licensed operators that launder waste "
                        "for others]"
                    ],
                    ["[To keep smuggled refrigerant gases and banned pesticides off the market]"],
                ],
                label="Waste and pollution",
                number="i",
            ),
            Unit(
                [
                    [
                        "[To protect species and habitats from plunder by organised poachers, loggers and "
                        "fishers], with the focus on:\n- [eels and other fish of high value];\n- [timber from "
                        "old-growth forests];\n- [live birds and reptiles sold to collectors]"
                    ]
                ],
                label="Wildlife, forests and fisheries",
                number="ii",
            ),
        ],
    ),
    Priority(
        "9",
        "Firearms, ammunition and explosives",
        [
            Unit(
                [
                    [
                        "[To dry up the sources from which offenders arm themselves], be they [blank-firing "
                        "weapons that are altered to shoot], [parts printed or milled at home], [stocks diverted "
                        "from conflict zones] or [dealers who sell off the books]"
                    ],
                    [
                        "[To prevent attacks with explosives on cash dispensers, shop fronts and dwellings], "
                        "inter alia by [controlling the sale of professional fireworks] and by [comparing the "
                        "technical traces of each blast]"
                    ],
                ]
            )
        ],
    ),
]


@dataclass(frozen=True)
class Paragraph:
    """An operative paragraph. ``points`` begin with a letter or with a dash; only requests have addressees."""

    number: str
    text: str
    points: list[str] = field(default_factory=list)
    verb: str | None = None
    addressees: list[str] = field(default_factory=list)


FIRST = Paragraph(
    "1",
    "SETS, for the EMPACT cycle that runs from 1 January 2045 to 31 December 2048, the nine priorities which the "
    "table below lists together with the aims that are to be pursued under each of them; their sequence does not "
    "express any order of importance.",
)
PARAGRAPHS = [
    Paragraph(
        "2",
        "AGREES that corruption, document fraud and the misuse of legal businesses, which are met with in all "
        "crime areas, are no priorities of their own but are to be considered whenever a plan is drawn up.",
    ),
    Paragraph(
        "3",
        "CALLS UPON the Member States{6} to:",
        [
            "(a) put forward candidates for the posts of Driver and Co-driver by 15 September 2044;",
            "(b) release the officers concerned from other duties for at least one day a week;",
            "(c) record in their national statistics which investigations have sprung from an operational action.",
        ],
        "CALLS UPON",
        ["Member States"],
    ),
    Paragraph(
        "4",
        "ASKS Europol to keep an analyst available for every plan, to circulate a digest of incoming "
        "contributions each quarter, and to draw the attention of Drivers to cases that concern more than one "
        "plan.",
        [],
        "ASKS",
        ["Europol"],
    ),
    Paragraph(
        "5",
        "INVITES the Commission to:",
        [
            "– set aside sufficient means from the Internal Security Fund for the whole of the cycle;",
            "– publish calls for grants no later than three months before a plan begins;",
            "– commission an evaluation whose results are available by the end of June 2048.",
        ],
        "INVITES",
        ["Commission"],
    ),
    Paragraph(
        "6",
        "MANDATES COSI to adopt the two-yearly and annual operational action plans by 12 December 2044, to "
        "monitor them with the least possible burden of reporting, and to propose changes to the priorities "
        "should the threat shift.",
        [],
        "MANDATES",
        ["COSI"],
    ),
    Paragraph(
        "7",
        "APPEALS TO Eurojust, the EPPO and the EJN to make known to prosecutors what EMPACT has to offer, and to "
        "take part in the meetings at which actions against the proceeds of crime are prepared.",
        [],
        "APPEALS TO",
        ["Eurojust", "EPPO", "EJN"],
    ),
    Paragraph(
        "8",
        "URGES the Member States and OLAF to exchange findings on undervalued imports while the goods are still "
        "under customs control.",
        [],
        "URGES",
        ["Member States", "OLAF"],
    ),
    Paragraph(
        "9",
        "REQUESTS CEPOL to offer, before the summer of 2045, at least one course for each priority, and to open "
        "these courses to labour inspectors, tax auditors and environmental officers.",
        [],
        "REQUESTS",
        ["CEPOL"],
    ),
    Paragraph(
        "10",
        "ENTRUSTS the Presidency with convening the national EMPACT coordinators twice a year, once at the seat "
        "of Europol and once in the Member State that holds the office.",
        [],
        "ENTRUSTS",
        ["Presidency"],
    ),
    Paragraph(
        "11",
        "NOTES that the plans hold no classified information, and that documents marked RESTREINT UE/EU "
        "RESTRICTED are to be handled in separate systems.",
    ),
    Paragraph(
        "12",
        "ENCOURAGES Frontex, EFCA and EMSA to make images, positions and alerts from their surveillance services "
        "available to the leaders of actions at sea, provided that their mandates so permit.",
        [],
        "ENCOURAGES",
        ["Frontex", "EFCA", "EMSA"],
    ),
    Paragraph(
        "13",
        "INVITES the EUDA and the Commission to report to COSI each spring on substances that have newly come to "
        "notice and on the chemicals from which these are made.",
        [],
        "INVITES",
        ["EUDA", "Commission"],
    ),
    Paragraph(
        "14",
        "RECOMMENDS that the High Representative and the EU Delegations raise the priorities with the authorities "
        "of third countries through which cocaine, precursors or smuggled persons pass.",
        [],
        "RECOMMENDS",
        ["High Representative", "EU Delegations"],
    ),
    Paragraph(
        "15",
        "WELCOMES the intention of Member States to bring parcel carriers, banks and platform operators into the "
        "plans as associated parties.",
    ),
    Paragraph(
        "16",
        "LOOKS TO the General Secretariat of the Council for a summary of the priorities in plain language, to be "
        "issued in all official languages within six weeks of the approval of these conclusions.",
        [],
        "LOOKS TO",
        ["General Secretariat of the Council"],
    ),
    Paragraph(
        "17",
        "CALLS UPON eu-LISA to show once a year, in figures that do not identify any person, how the systems that "
        "it runs have been used for the purposes of the plans{7}.",
        [],
        "CALLS UPON",
        ["eu-LISA"],
    ),
    Paragraph(
        "18",
        "UNDERLINES that the tools of artificial intelligence which authorities use in the course of an action "
        "must be explained to the courts, and that no decision on a person may rest on them alone.",
    ),
    Paragraph(
        "19",
        "INVITES AMLA to alert the leaders of actions to patterns in suspicious transaction reports which point "
        "to underground banking or to laundering through trade.",
        [],
        "INVITES",
        ["AMLA"],
    ),
    Paragraph(
        "20",
        "ASKS the Member States to inform COSI by 31 March of each year of:",
        [
            "– the number of investigators who work full-time on operational actions;",
            "– the assets that were frozen and confiscated as a result;",
            "– the obstacles that they met with, and how these might be removed.",
        ],
        "ASKS",
        ["Member States"],
    ),
    Paragraph(
        "21",
        "DECIDES to review the priorities and their aims in the first half of 2047 on the basis of an interim "
        "assessment by Europol, and to repeal its conclusions of 4 December 2040 with effect from 1 January 2045.",
    ),
]

NOTES = {
    1: "Doc. 91020/40.",
    2: "EDOC #9287710v5, public version.",
    3: "Study for the Commission of 30 January 2044 (doc. 91288/44, p. 31).",
    4: "Known among practitioners as hawala, hundi or fei ch’ien.",
    5: "Within the meaning of the Union Customs Code.",
    6: "Denmark takes part on the strength of its agreement with Europol.",
    7: "The figures for 2044 cover eight months only.",
}

APPENDIX_TITLE = "How these priorities follow from those of the cycle 2041-2044"
APPENDIX_TEXT = (
    "The overview below was drawn up by the General Secretariat for the convenience of readers. It has no legal "
    "value and adds nothing to the aims."
)
APPENDIX_HEAD = ("2041-2044", "2045-2048", "What has changed")
APPENDIX_ROWS = [
    (
        "Organised theft and burglary",
        "—",
        "Left to bilateral cooperation; the network of cultural property experts goes on.",
    ),
    ("Cybercrime", "Cyber-dependent crime; Sexual exploitation of children", "Divided, since the victims differ."),
    ("Drugs", "Supply of drugs", "Cannabis has lost its own heading; residues of laboratories are new."),
    ("Facilitation of illegal immigration", "Facilitated irregular migration", "New name; feigned residence is added."),
    ("Trafficking in persons", "Human trafficking", "New name; early recognition of victims is added."),
    ("Fraud against public funds", "Crime against the economy", "Widened to deception, counterfeits and laundering."),
    ("Illicit firearms", "Firearms, ammunition and explosives", "Explosives are added."),
    ("False documents", "—", "To be considered in every plan."),
    ("—", "Networks of highest concern and those who serve them", "New."),
    ("—", "Crime against nature", "New; taken up at the request of eleven Member States."),
]
