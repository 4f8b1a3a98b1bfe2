"""socta-2041: a threat assessment in two columns, with threats inside crime areas, call-outs, figures and side tabs.

What it tries: areas with an assessment of their own before their threats begin; a chapter on means that looks like a
chapter on threats and is none; two crime areas without number; paragraphs cut by columns, pages and call-outs; pull
quotes and call-outs that repeat the text; contents with the numbers first; turned words on the cover.

Run: python -m corpus.sample.make.threat_assessment_2041
"""

from collections.abc import Mapping

from corpus.sample.make.gold import GoldDocument, pretty
from corpus.sample.make.magazine import AMBER, INDIGO, PALE, Chapter, Magazine, Piece, blocks_path
from corpus.sample.make.typeset import SAMPLES, Paper, escape

PDF = SAMPLES / "socta-2041.pdf"
TITLE = "European Union Serious and Organised Crime Threat Assessment (EU SOCTA) 2041"
DAY = (2041, 2, 18)
IMPRINT = ("The Hague, 18 February 2041", "EDOC #9004417v7", "Europol Public Information")


def p(text: str) -> Piece:
    return Piece("paragraph", text)


def items(*texts: str) -> Piece:
    return Piece("items", items=texts)


def callout(title: str, text: str, *, wide: bool = False) -> Piece:
    return Piece("wide_callout" if wide else "callout", text, title)


def quote(text: str) -> Piece:
    return Piece("quote", text)


def threat(number: str | None, title: str, parent: str | None = None, *, key: str = "") -> Piece:
    key = key or "t" + str(number).replace(".", "_")
    return Piece("threat", title=title, number=number, key=key, parent=parent)


COLUMN_ENDS = Piece("raw", "#colbreak()")


def subhead(title: str) -> Piece:
    return Piece("subhead", title=title)


FOREWORD = (
    p(
        "Crime lives on borrowed trust. It sends its parcels with carriers whom we trust, keeps its money in banks "
        "that we trust, and speaks to us in voices that we would know anywhere. What it borrows it does not give back: "
        "every voice that has been forged makes a real one harder to believe."
    ),
    p(
        "This assessment tells the Member States, and those who are about to choose the priorities of the EMPACT cycle "
        "2041-2044, where that loan is drawn. It was written by analysts, but it rests on the patience of officers, "
        "prosecutors, customs agents and inspectors in 38 countries, who answered our questions while their own cases "
        "were running.{Contributions closed on 30 September 2040. Later events are mentioned where they change a "
        "finding.}"
    ),
    p(
        "We have tried to be exact about what we know and plain about what we do not. Where two sources disagree, we "
        "say so. Where a figure is an estimate, the word stands beside it, and a reader who quotes the figure is asked "
        "to quote the word as well."
    ),
    COLUMN_ENDS,
    p(
        "Nobody should conclude from these pages that the Union is an unsafe place. Most Europeans will never meet the "
        "persons described here. They do pay for them, however: in taxes that are not collected, in streams that no "
        "longer hold fish, in medicines that do not work, and in the small doubt that arises whenever an unknown "
        "number calls."
    ),
    p(
        "Seven key threats follow, three of which are divided because the offenders behind them are not the same. I "
        "would ask those who draw up operational action plans to read not only the threat that concerns them but also "
        "the one before and the one after; the offenders whom they look for have done business with both."
    ),
    p("The Executive Director"),
    quote("“What crime borrows it does not give back.”"),
)

FINDINGS = (
    items(
        "Some two hundred go-betweens hold markets together that would otherwise fall apart. To remove one of them "
        "interrupts more business than to arrest a crew.",
        "Violence has moved down in age and up in audience: shootings and arson are commissioned in open channels, "
        "carried out by minors, and filmed as proof of delivery.",
        "Artificial intelligence has invented no new crime. It has taken away the accents, the spelling mistakes and "
        "the long hours by which old ones used to give themselves away.",
        "Cocaine enters through more ports and in smaller loads than four years ago, while purity at street level has "
        "stayed where it was.",
        "Extortionists increasingly leave the data of their victims unencrypted and threaten to publish it, since no "
        "backup undoes a leak.",
        "Recruiters of exploited workers advertise in languages that no labour inspector of the country of "
        "destination reads.",
        "Four networks in five own or control a company; one in nine has at some time held a public contract.",
        "Criminal property worth an estimated 1.6 % of criminal income is confiscated. Ten years ago the estimate was "
        "1.4 %.",
    ),
)

MEANS = (
    p(
        "Four habits are found in every market. They carry no number in this report, and none of them is proposed as a "
        "priority: they are means, and a plan against any threat has to reckon with all four."
    ),
    subhead("Companies"),
    p(
        "A company makes an offender creditworthy, employable and hard to search. Freight forwarding, cleaning, "
        "catering and the trade in used cars are the sectors named most often, followed since 2039 by firms that lease "
        "out server capacity. Most of these companies do honest business on most days; that is what makes them useful."
    ),
    subhead("Corruption"),
    p(
        "Seldom does a bribe buy a decision. It buys a number, a roster, a photograph of a screen, or ten minutes of "
        "inattention. Clerks in registries, crane drivers, data-centre technicians and prison kitchen staff were "
        "approached in the period under review, frequently through a cousin or a landlord and almost never by a "
        "stranger."
    ),
    COLUMN_ENDS,
    quote("“It buys a number, a roster, a photograph of a screen.”"),
    subhead("The young"),
    p(
        "Minors are cheap, available after school and lightly punished. Recruiters meet them in game chats and speak "
        "of missions, levels and bonuses. In the sample examined for this report the median age at first arrest for a "
        "violent errand was sixteen, and the median fee EUR 450."
    ),
    subhead("False papers"),
    p(
        "Identity documents are forged less and borrowed more. Passports of look-alikes, genuine cards issued on the "
        "strength of a false birth certificate, and credentials stored in the telephone of somebody else open doors "
        "that no printer could have opened."
    ),
    callout(
        "How the numbers were chosen",
        "Threats 1 to 7 scored highest on harm, reach and growth. The scores were discussed with COSI in January 2041. "
        "Two further areas fell below the line and are described at the end of the report.",
        wide=True,
    ),
)


def key_threats(figures: Mapping[str, Piece]) -> tuple[Piece, ...]:
    return (
        threat("1", "Connectors and commanders"),
        p(
            "Between the person who owns a consignment and the person who buys it there is nearly always a third, who "
            "knows both of them and is known to neither police force. Such connectors charter ships, lend starting "
            "capital, find a chemist, settle a quarrel or vouch for a stranger. In the period under review 212 of them "
            "were identified by name, and together they served 690 of the 1 046 networks reported."
        ),
        p(
            "A connector carries little. Meetings take place abroad, instructions pass through encrypted services "
            "whose operators belong to the trade, and the fee is a share in the next deal. When one of them is "
            "arrested, the clients need between five and eight months to rebuild what was lost. No other arrest buys "
            "so much time."
        ),
        quote("“No other arrest buys so much time.”"),
        p(
            "Above the connectors stand about thirty networks that command others. They tax groups which do not belong "
            "to them, allot ports and districts, and decide which debts may be collected with a gun.{The estimate of "
            "thirty has medium confidence; it was twenty-four in 2037, when fewer countries reported.} Their leaders "
            "live where surrender is slow or unheard of, and put their money into hotels, football clubs and private "
            "clinics. Three signs distinguish a commanding network from one that is merely large:"
        ),
        items(
            "it is paid by people whom it does not supply;",
            "its rulings are obeyed in prison;",
            "it replaces a leader without a war.",
        ),
        figures["networks"],
        p(
            "Since several networks have learnt what it costs to hire a telephone that somebody else can read, it is "
            "likely that more of them will build devices and servers of their own, and that they will let these out to "
            "smaller groups as they now let out killers."
        ),
        callout(
            "Case: the man with the calendar",
            "In 2039 a retired ship’s agent was found to have arranged 61 voyages for eleven networks in nine years. "
            "He owned neither a boat nor a gram of anything. His calendar, kept in pencil, is now an exhibit in five "
            "Member States.",
        ),
        threat("2", "Crime in a connected world"),
        p(
            "An average household in the Union owns more than twenty devices that listen, look or measure, and an "
            "offender needs only the one that nobody has updated. The three threats below share tools, hosting and "
            "often suppliers. What sets them apart is the victim, which may be a system, a child, or a belief."
        ),
        threat("2.1", "Extortion through code", "t2"),
        p(
            "Ransomware has split into trades. Those who find a way in sell it at auction, those who write the code "
            "lease it for a fifth of the takings, and those who negotiate with the victim keep office hours and hand "
            "over to a colleague at six. Law enforcement has taken down the servers of two such franchises since 2038; "
            "both were back under another name within the quarter."
        ),
        p(
            "The median demand fell from EUR 610 000 in 2038 to EUR 340 000 in 2040 while the number of attacks nearly "
            "trebled. Large companies with a crisis team have made way for small municipalities, chains of dental "
            "practices and the suppliers of suppliers. A growing minority of attackers encrypt nothing at all. They "
            "copy, wait for an annual report or an election to come near, and then name the price of silence."
        ),
        p(
            "Attacks that a state orders or tolerates look no different from inside a server room. Analysts attribute "
            "one in eight to proxies of this kind, with low confidence.{Attribution draws on the form of the attack, "
            "the working hours of the attackers and the absence of a demand.} Where waterworks, hospital laundries or "
            "railway signals are hit and nobody asks for money, the suspicion is strongest."
        ),
        threat("2.2", "Children abused, images traded", "t2"),
        p(
            "A child is abused in a room and not in a network. The network is where abuse is asked for, paid for, "
            "watched and kept. Platforms reported 4.1 million items to the authorities of the Union in 2040. Three in "
            "four were already known; the rest showed, by estimate, 19 000 children who have yet to be found."
        ),
        p(
            "Generative tools have made matters worse in two ways. Within a minute they turn an ordinary school "
            "photograph into material for blackmail, and they bury real victims under invented ones. In eleven Member "
            "States investigators spend more than half of their viewing time on the question whether a child exists."
        ),
        p(
            "Abuse by livestream is ordered from flats in the Union and carried out where a family can live on what "
            "one viewer pays. Payments stay below every reporting threshold. Of the offenders arrested in 2039 nearly "
            "a third were known from earlier cases, a share that has not moved since it was first measured."
        ),
        callout(
            "What the picture behind the picture tells",
            "A bedspread, a socket and the colour of a school bag led to 340 children in 2040. Identification by "
            "objects in the background still finds more victims than any other method.",
        ),
        threat("2.3", "Deception at scale", "t2"),
        p(
            "Online fraud is the crime that a European is most likely to experience: as a parcel for which a fee is "
            "due, as a broker who rings back, or as a daughter who has lost her telephone. Cloned voices, unknown to "
            "the assessment before last, featured in 38 % of the cases that banks reported in 2040. Accounts are taken "
            "over with the victim’s own help, and invoices are changed in the mailbox of the firm that sent them."
        ),
        p(
            "The work is done in bulk. Compounds with dormitories, canteens and quotas have been documented in two "
            "regions outside the Union and, since 2039, in disused hotels within it. Some of those who type the "
            "messages are held there against their will, which makes them witnesses at least as much as suspects (see "
            "3.1)."
        ),
        p(
            "Losses fall unevenly. Persons over seventy lose the largest sums, persons under thirty are deceived most "
            "often, and small firms that paid a forged invoice rarely say so. Within forty minutes of a transfer the "
            "money has typically crossed three accounts and one exchange for crypto-assets, and the accounts belong to "
            "people who rented them out for the price of a pair of shoes."
        ),
        figures["harbour"],
        threat("3", "The trade in people"),
        p(
            "Whoever sells a passage and whoever sells a person are different offenders, although the second often "
            "waits where the first sets down his customers. Smuggling rests on a bargain, however unequal, and ends on "
            "arrival; trafficking begins where the bargain ends. The figures of the two are therefore kept apart."
        ),
        threat("3.1", "Exploitation of trafficked persons", "t3"),
        p(
            "In 2040 the authorities registered 9 830 presumed victims, more than half of them in forced labour. "
            "Fields, slaughterhouses, nail studios, car washes and the building sites of data centres stand out. So do "
            "private homes where care for an elderly person is bought by the month and the carer does not hold her own "
            "passport."
        ),
        p(
            "Control has become quieter. Debts, online reviews and the threat to send a video home do the work that "
            "locks used to do. In sexual exploitation the advertisements of hundreds of women are kept by the same two "
            "or three persons, and the flat is rented for four days. Those who exploit minors for theft, begging and "
            "courier work collect them from reception centres and from chat groups in which apprentices look for a "
            "room."
        ),
        p(
            "Long chains of subcontractors are the trafficker’s best cover. In one case a welder stood at the end of "
            "nine contracts, none of which named a wage. Employment agencies that are dissolved after each season "
            "leave nobody to be held to account, and victims who have been paid something, however little, do not "
            "think of themselves as victims."
        ),
        threat("3.2", "Paid passage", "t3"),
        p(
            "Smugglers adapt to weather, fences and each other’s prices. At sea, boats are assembled on the eve of "
            "departure by crews who never board them. On land the risk is borne by drivers who were hired by message "
            "for one night, and refrigerated trailers remain the deadliest means of transport. 1 204 deaths and "
            "disappearances were recorded in 2040; the true number is certainly higher."
        ),
        p(
            "Papers complete the offer. A customer may buy the passport of a look-alike, a place on a language course, "
            "a spouse or an employer, and since residence that was obtained in such a way is lawful on its face, it is "
            "seldom undone. Secondary movements inside the Union have turned into a market of their own, with "
            "timetables."
        ),
        p(
            "The fare is held by a money changer until the traveller reports a safe arrival. It is the nearest thing "
            "to consumer protection that this market knows, and it leaves no trace in any bank."
        ),
        callout(
            "Two numbers that should not be added",
            "9 830 presumed victims of trafficking were registered in 2040, and 11 560 facilitators of irregular "
            "migration were reported in the same year. One figure counts persons who were harmed, the other persons "
            "who caused harm; press reports have published their sum.",
            wide=True,
        ),
        threat("4", "Drug markets"),
        p(
            "Drugs remain the largest source of criminal income in the Union, at an estimated EUR 38 billion a year in "
            "retail prices. Two markets are described apart from each other, because the first depends on ports and "
            "the second on kitchens. Both have learnt to do without the street."
        ),
        threat("4.1", "Cocaine, heroin and cannabis", "t4"),
        p(
            "Large seizures in large ports have taught importers to divide. The typical load of cocaine found in 2040 "
            "weighed 140 kilograms, compared with 410 in 2036, and 31 ports in 14 Member States reported at least one. "
            "Yacht marinas and fishing quays are chosen for the gaps in their duty rosters. Wherever a port closes its "
            "gaps, the bribe moves on to the haulier and from there to the fruit wholesaler."
        ),
        p(
            "Extraction has gone inland. Cocaine that was bound chemically into plastics, charcoal or cattle feed is "
            "recovered in barns, under the direction of chemists who are flown in for a week, and the residues end in "
            "ditches."
        ),
        p(
            "Heroin is short at its source and likely to remain so. Cannabis is sold ever stronger; what is grown "
            "indoors in the Union has overtaken imported resin in volume, and the electricity stolen for it costs grid "
            "operators an estimated EUR 220 million a year."
        ),
        threat("4.2", "Laboratory drugs and new substances", "t4"),
        p(
            "The production of MDMA, amphetamine and methamphetamine has left the two regions in which it used to be "
            "concentrated: sites were dismantled in 17 Member States in 2040. New is the service behind them. Builders "
            "fit out a laboratory, sellers of pre-precursors deliver by courier, and waste crews take the drums away "
            "at night, none of them knowing the buyer."
        ),
        quote("“Builders fit out a laboratory, and waste crews take the drums away at night.”"),
        p(
            "Nitazenes and other potent opioids were found in at least 431 deaths in 2040, and there were probably "
            "more, since not every morgue can detect them. They are pressed into counterfeit sleeping tablets and "
            "taken, as a rule, by people who have never touched heroin. Three signals deserve attention at an early "
            "stage:"
        ),
        items(
            "tablet presses that enter the Union as confectionery machines;",
            "laboratory glass ordered by garages and florists, and paid in advance;",
            "a sudden fall of one substance in waste water, which often announces another.",
        ),
        figures["deal"],
        threat("5", "Offences against purse and market"),
        p(
            "Treasuries, banks and consumers lose money to offenders who resemble their best customers. Such offences "
            "fill few headlines and few prison cells, yet they finance much of what stands elsewhere in this report. "
            "Four of them are set out below; deception of private persons online is treated under 2.3."
        ),
        threat("5.1", "Untaxed goods", "t5"),
        p(
            "Cigarettes are no longer smuggled into the Union so much as made in it. In 2040 the authorities closed 64 "
            "clandestine factories. Few had run for longer than four months, and in most of them the workers had been "
            "brought in without knowing where they were and slept next to the machines. Tobacco for water pipes and "
            "pouches of nicotine have become lines of business in their own right."
        ),
        p(
            "Mineral oil is relabelled as it travels. Declared as a lubricant in one country, as a rust remover in the "
            "next and as nothing at all in the third, it ends in the tank of a lorry. With spirits the volumes are "
            "small and the poisonings frequent."
        ),
        threat("5.2", "Carousels", "t5"),
        p(
            "A VAT carousel needs four companies, one telephone and a tax office that pays before it checks. Estimates "
            "of the yearly loss range from EUR 30 billion to EUR 60 billion, a breadth that says a good deal about the "
            "state of our knowledge. Goods have given way to things that cannot be unloaded: emission certificates, "
            "cloud storage, and since 2040 hours of computing time."
        ),
        p(
            "Missing traders are bought off the shelf together with their history. Their directors are recruited in "
            "shelters for the homeless and sign for a month’s rent. By the time an audit is announced, conduit "
            "companies in three Member States have been wound up and the refund has reached a fourth."
        ),
        threat("5.3", "Fakes", "t5"),
        p(
            "Counterfeits have moved from the handbag to the body. Medicines, cosmetics, brake pads and children’s car "
            "seats account for a third of what customs detain by value. Most of it was ordered by consumers who "
            "believed that they had found a bargain, and some by hospitals that believed they had found a supplier. "
            "Goods and labels travel separately and are united in a garage near the customer, which leaves customs "
            "with nothing to object to."
        ),
        p(
            "Counterfeit banknotes withdrawn from circulation numbered 611 000 in 2040, up by 12 % on the year before. "
            "Holograms are bought online from two or three workshops outside the Union, and the notes are spent by "
            "minors on Saturday nights. Illegal streaming of matches and films, though it harms nobody’s health, has "
            "grown into a subscription business with customer service."
        ),
        threat("5.4", "Dirty money and its keepers", "t5"),
        p(
            "Here networks of every description meet the same few specialists. Keepers of money quote a rate, promise "
            "a day and insure against seizure. They collect cash in one city and pay it out in another on the strength "
            "of a banknote’s serial number; they sell crypto-assets to those who have euro and euro to those who have "
            "crypto-assets; and they match the invoices of an honest importer with the takings of a dealer."
        ),
        p(
            "Underground banking of this kind settled, by estimate, EUR 21 billion within and through the Union in "
            "2040. Money mules are still used for the first hours after a fraud, but the sums that matter pass through "
            "companies, land, watches and works of art. Notaries and estate agents who ask no questions are few, well "
            "known in the trade, and rarely charged."
        ),
        p(
            "Property is frozen late and sold badly. From the first request to the freezing of an account abroad "
            "eleven days passed on average, in which time a transfer can be repeated a thousand times."
        ),
        callout(
            "Eleven days",
            "A seized speedboat lost two thirds of its value while it waited for a court. Nine Member States may sell "
            "such goods before judgment; in the other eighteen they wait.",
        ),
        threat("6", "Harm to nature"),
        p(
            "Waste follows the price of getting rid of it. Scrap batteries, turbine blades and soil from building "
            "sites are shipped as products, mixed into gravel, or left in rented halls whose tenant no longer exists "
            "when the fire brigade arrives. Offenders set up licensed companies or buy them, win tenders with prices "
            "at which nobody could treat anything, and use the permit of one site to cover deliveries to five."
        ),
        p(
            "Refrigerants under quota come in as cleaning gas. Glass eels leave in suitcases, at a price by weight "
            "that exceeds that of silver, and come back grown and smoked. Reptiles, parrots and orchids are advertised "
            "in closed groups, where the word for each species changes every few weeks. Timber from war zones is the "
            "fastest growing item and the one about which least is known."
        ),
        p(
            "Where an offence has no individual victim, nobody reports it. Inspectors in eight Member States said that "
            "they may not open a container without a prosecutor, and prosecutors that they had never been shown "
            "one.{Survey of environmental inspectorates, March to June 2040; 23 replies.}"
        ),
        COLUMN_ENDS,
        threat("7", "Guns and blasts"),
        p(
            "Hardly any network lives by the sale of weapons, but there is hardly one that could not obtain them. "
            "Three sources feed the market: stocks that were left over from the war to the east, of which traces now "
            "reach six Member States; signal and alarm weapons that are drilled out on an ordinary lathe; and "
            "receivers printed at home, to be completed with parts which are sold freely and sent by post."
        ),
        p(
            "Explosions have become a language. Commercial pyrotechnics are bundled and placed against the doors of "
            "debtors, relatives and shops; 1 118 such attacks were counted in 2040, as against 302 in 2036. Cash "
            "machines are blown up with solid charges by crews who practise on video. Grenades sell for less than a "
            "telephone, and the person who throws one has usually been hired the same afternoon."
        ),
    )


OBSERVED = (
    p(
        "The two areas on this page were assessed as well. They scored below the threshold and are not key threats; "
        "both have been priorities before or been proposed as such."
    ),
    threat(None, "Theft by travelling crews", key="t8"),
    p(
        "Burglary has declined in most Member States as homes were filled with cameras, and crews have turned to what "
        "stands outside: copper cable, solar inverters, satellite receivers of tractors, the batteries of parked "
        "bicycles. They stay for a few nights in holiday flats, post their goods home, and are gone before the first "
        "report has been typed."
    ),
    p(
        "Cargo is stolen with the help of impostors who register on freight exchanges under the name of a real "
        "haulier. Losses are considerable; the number of offenders is not."
    ),
    COLUMN_ENDS,
    threat(None, "Match-fixing", key="t9"),
    p(
        "Bets on lower leagues, table tennis and computer games are won by arranging a single point and not the "
        "result. Players are approached through debts. Of 73 suspicious events referred to Europol in 2040, nine led "
        "to an investigation, mostly because the bookmaker, the player and the stadium lay in three jurisdictions."
    ),
)

PLACES = (
    p(
        "Crime is committed somewhere, even when it is called online. Three kinds of place recur under so many threats "
        "that they are described once and for all."
    ),
    subhead("Ports and parcel hubs"),
    p(
        "A port is a town with a fence around it, and everyone inside knows someone outside. Of the forty largest in "
        "the Union thirty-three reported attempts to recruit staff in 2040. Parcel hubs have become their inland "
        "counterpart: an operator that sorts four hundred thousand items in a night can look at perhaps two hundred, "
        "and the rest are protected by their number."
    ),
    subhead("Border regions"),
    p(
        "Offenders live on one side of a border and work on the other for the same reasons as everybody else. In nine "
        "of the regions studied the distance between two police stations that had never exchanged a file was shorter "
        "than a marathon. Joint patrols have changed this in four of them."
    ),
    p(
        "Rural border districts attract laboratories and plantations, since barns are cheap there and neighbours few. "
        "Urban ones attract fences of stolen goods, brothels in short-let flats, and shops that change money at a rate "
        "nobody else would offer."
    ),
    COLUMN_ENDS,
    subhead("Beyond the Union"),
    p(
        "Leaders move to where the law does not follow. Eleven third countries were named at least ten times as a "
        "residence of commanders or connectors, and with five of them no Member State has a treaty on extradition in "
        "force. The Western Balkans, the ports of Latin America and the free zones of the Gulf remain the regions with "
        "which contributors asked most often for closer ties."
    ),
    quote("“Offenders live on one side of a border and work on the other.”"),
    callout(
        "A night in four places",
        "On 11 June 2040 a container was opened in a northern port, a barn searched two hundred kilometres away, an "
        "account frozen in a third Member State, and a villa watched in a country outside the Union. The four teams "
        "met for the first time in court.",
        wide=True,
    ),
)

OUTLOOK = (
    p(
        "Three developments are likely to shape the years until 2044. The first is that proof loses its value. If a "
        "voice, a face and a signature can all be made to order, the burden shifts to the person who is real, and "
        "fraud, extortion and the defence in criminal trials will all make use of that."
    ),
    p(
        "The second is that logistics become the scarce good. Whoever controls a warehouse near a motorway, a slot at "
        "a terminal or an account that is not yet suspected will be able to choose among customers from every market. "
        "We expect connectors to gain from this, and specialised crews to lose."
    ),
    COLUMN_ENDS,
    p(
        "The third lies outside the Union. Should the war to the east end during the cycle, weapons, vehicles and men "
        "with few prospects will be available at once; should it not, routes that were closed will stay closed and "
        "others will pay for it. Neither outcome is a reason to wait."
    ),
    quote("“Proof loses its value: the burden shifts to the person who is real.”"),
    p(
        "None of this is certain. Two of the five developments foreseen in 2037 did not come about, and the failure of "
        "two messenger services, which changed more than any of them, had not been foreseen at all. An update will be "
        "presented at mid-term, in the autumn of 2042."
    ),
)


def methodology(table: Piece) -> tuple[Piece, ...]:
    return (
        p(
            "Member States and partners completed 3 210 questionnaires between March and September 2040, one for each "
            "network and one for each crime area. The answers were compared with the data that Europol holds, with the "
            "findings of other agencies, among them Eurojust, Frontex, the EUDA, the EUIPO and OLAF, and with open "
            "sources."
        ),
        p(
            "Each crime area was scored for harm, reach and growth by two analysts who worked apart from each other. "
            "Where their scores lay more than one point apart, a third decided. Table 1 explains the scores."
        ),
        table,
        COLUMN_ENDS,
        p(
            "Material classified CONFIDENTIEL UE/EU CONFIDENTIAL that some contributors submitted was read on the spot "
            "and is not reproduced. An academic advisory group commented on a draft; its remarks, and what became of "
            "them, can be obtained on request."
        ),
        callout(
            "What changed since 2037",
            "The questionnaire is shorter by a third. Prosecutors answered it for the first time. Networks that had "
            "been reported under two names were counted once, which lowers the total by 58.",
        ),
        subhead("Limits"),
        p(
            "Three limits should be borne in mind. Countries that look for something find it. Estimates of income rest "
            "on prices, and prices on conversations. And a network that no one has reported does not appear in any "
            "chart."
        ),
    )


ABBREVIATIONS = (
    ("AI", "artificial intelligence"),
    ("COSI", "Standing Committee on Operational Cooperation on Internal Security"),
    ("CSAM", "child sexual abuse material"),
    ("EMPACT", "European Multidisciplinary Platform Against Criminal Threats"),
    ("EPPO", "European Public Prosecutor’s Office"),
    ("EUDA", "European Union Drugs Agency"),
    ("EUIPO", "European Union Intellectual Property Office"),
    ("HRCN", "high-risk criminal network"),
    ("IP", "intellectual property"),
    ("LBS", "legal business structure"),
    ("MDMA", "3,4-methylenedioxymethamphetamine (ecstasy)"),
    ("MTIC", "missing trader intra-Community (VAT fraud)"),
    ("NPS", "new psychoactive substances"),
    ("OLAF", "European Anti-Fraud Office"),
    ("OTF", "operational task force"),
    ("SIENA", "Secure Information Exchange Network Application"),
    ("SOCTA", "serious and organised crime threat assessment"),
    ("THB", "trafficking in human beings"),
    ("VAT", "value added tax"),
)

COVER_WORDS = (
    ("go-betweens", 20, 52, -32, 15),
    ("ransom", 142, 40, 90, 22),
    ("paid passage", 118, 78, 14, 17),
    ("carousel", 24, 112, 55, 19),
    ("nitazenes", 96, 128, -12, 14),
    ("glass eels", 150, 150, -90, 16),
    ("cloned voices", 46, 206, 8, 18),
    ("keepers of money", 84, 232, -20, 13),
)


# --- figures ---------------------------------------------------------------------------------------------------------


def networks_chart(magazine: Magazine) -> Piece:
    """Upright bars with words: values above them, classes below, a title inside the frame."""
    bars = (("1–2", 173), ("3–5", 508), ("6–10", 267), ("over 10", 98))
    title = magazine.figure_words(
        "Networks by number of Member States in which they are active", "column", size="7.6pt"
    )
    cells = []
    for words, value in bars:
        number = magazine.figure_words(str(value), "column", size="8pt")
        label = magazine.figure_words(words, "column")
        bar = f"rect(width: 11mm, height: {value * 0.062:.1f}mm, fill: {AMBER})"
        cells.append(f"align(center + bottom, stack(spacing: 2pt, [{number}], {bar}, [{label}]))")
    caption = magazine.block(
        "caption",
        "column",
        "Figure 1. Reach of the 1 046 networks reported between 2037 and 2040. Source: contributions.",
    )
    return Piece(
        "raw",
        f"#block(breakable: false, width: 100%, stroke: 0.5pt + {INDIGO}, inset: 7pt)[{title}\n"
        f"#v(2mm)\n#grid(columns: (1fr,) * 4, align: bottom, {', '.join(cells)})]\n#caption[{caption}]",
    )


def harbour_picture(magazine: Magazine) -> Piece:
    """A drawing in place of a photograph, with a caption."""
    stacks = "".join(
        f"#place(bottom + left, dx: {4 + 8 * column}mm, dy: {-5 * level}mm, "
        f"rect(width: 7.4mm, height: 4.6mm, stroke: 0.3pt, "
        f"fill: color.hsl({(37 * (column + 3 * level)) % 360}deg, 35%, 55%)))"
        for column in range(8)
        for level in range(1 + (column * 5 + 2) % 4)
    )
    caption = magazine.block(
        "caption",
        "column",
        "Terminal in a medium-sized port. One container in 9 000 is opened. (Drawing, no real place)",
    )
    return Piece(
        "raw",
        '#block(breakable: false, width: 100%, height: 34mm, fill: gradient.linear(rgb("#d8dfe6"), rgb("#a9b7c2"), '
        f"angle: 90deg), clip: true)[{stacks}]\n#caption[{caption}]",
    )


def deal_diagram(magazine: Magazine) -> Piece:
    """Boxes and arrows across both columns: words that are no sentences, at the top of the page."""
    boxes = ("Producer abroad", "Connector", "Importer", "Haulier", "Wholesaler", "Keeper of money")
    arrows = ("asks for a ship", "names a port", "hires by the night", "pays in cash", "settles the debt")
    cells = []
    for at, words in enumerate(boxes):
        inked = magazine.figure_words(words, "top", size="7.4pt")
        cells.append(f"box(width: 100%, inset: 4pt, radius: 2pt, stroke: 0.8pt + {INDIGO}, align(center)[{inked}])")
        if at < len(arrows):
            label = magazine.figure_words(arrows[at], "top", size="6.6pt")
            cells.append(f"align(center, stack(spacing: 2pt, [{label}], line(length: 100%, stroke: 0.8pt + {AMBER})))")
    caption = magazine.block(
        "caption",
        "top",
        "Figure 2. Who talks to whom in a brokered consignment (simplified from three cases).",
        whole=True,
    )
    columns = ", ".join(["1.25fr", "1fr"] * 5 + ["1.25fr"])
    return Piece(
        "raw",
        f'#place(top, scope: "parent", float: true)[#block(width: 100%, fill: {PALE}, inset: 8pt)['
        f"#grid(columns: ({columns}), align: horizon, column-gutter: 2pt, {', '.join(cells)})]\n#caption[{caption}]]",
    )


def scores_table(magazine: Magazine) -> Piece:
    rows = (
        ("Score", "Harm", "Reach"),
        ("1", "money only", "one country"),
        ("2", "health or nature", "two to five"),
        ("3", "life and limb", "six or more"),
    )
    caption = magazine.block("caption", "column", "Table 1. Meaning of the scores")
    text = " ".join(cell for row in rows for cell in row)
    cells = ", ".join(
        f"[{'*' if at == 0 else ''}{escape(cell)}{'*' if at == 0 else ''}]"
        for at, row in enumerate(rows)
        for cell in row
    )
    table = (
        f'#text(font: "Noto Sans", size: 7.6pt)[#table(columns: (auto, 1fr, 1fr), stroke: 0.4pt + {INDIGO}, '
        f"inset: 4pt, {cells})]"
    )
    inked = magazine.block("table", "column", text, markup=table, whole=True)
    return Piece("raw", f"#caption[{caption}]\n#block(breakable: false)[{inked}]")


def cover(magazine: Magazine) -> str:
    """The cover: turned words over a dark ground, the title, and what a reader needs to cite the report."""
    words = "".join(
        f'#place(top + left, dx: {x}mm, dy: {y}mm, rotate({angle}deg, text(font: "Noto Sans", size: {size}pt, '
        f'hyphenate: false, fill: rgb("#7d7bb5"))[{magazine.block("figure_text", "page", word, whole=True)}]))\n'
        for word, x, y, angle, size in COVER_WORDS
    )
    title = magazine.block("title", "page", TITLE, key="title")
    motto = magazine.block("paragraph", "page", "Borrowed trust")
    imprint = "\n\n".join(magazine.block("paragraph", "page", line) for line in IMPRINT)
    band = magazine.block("paragraph", "page", "SYNTHETIC: invented for testing software; not a publication of Europol")
    ground = f"rect(width: 100%, height: 100%, fill: {INDIGO})"
    bare = f"columns: 1, header: none, footer: none, background: {ground}"
    return f"""#set page(paper: "a4", margin: (x: 20mm, y: 20mm), {bare})
{words}
#v(92mm)
#set par(justify: false)
#text(font: "Noto Sans", size: 27pt, weight: "bold", fill: white, hyphenate: false)[{title}]

#text(size: 17pt, style: "italic", fill: rgb("#e9c7a8"))[{motto}]
#v(1fr)
#text(font: "Noto Sans", size: 9.5pt, fill: white)[
{imprint}

#text(fill: rgb("#e9c7a8"))[{band}]
]
#set par(justify: true)
"""


def contents(magazine: Magazine, chapters: list[Chapter], pages: Mapping[str, int]) -> Chapter:
    """The contents, numbers first; ``pages`` is empty in the first run, when they are not known yet."""
    lines = []
    for chapter in chapters:
        lines.append((chapter.key, chapter.title, 0))
        for piece in chapter.pieces:
            if piece.kind == "threat":
                label = f"{piece.number} {piece.title}" if piece.number else piece.title
                lines.append((f"{piece.key}/label", label, 2 if piece.parent else 1))
    rows = []
    for key, label, depth in lines:
        page = str(pages.get(key, 0))
        markup = f"#box(width: {12 + 6 * depth}mm)[#h({6 * depth}mm)#tone({AMBER}, strong[{page}])]{escape(label)}"
        inked = magazine.block("toc", "page", f"{page} {label}", markup=markup, whole=True)
        size, gap = ("11pt", "1.1em") if depth == 0 else ("9pt", "0.75em")
        rows.append(f'#block(above: {gap}, below: 0pt, text(font: "Noto Sans", size: {size})[{inked}])')
    return Chapter("Contents", "Contents", [Piece("raw", "\n".join(rows))], columns=1, key="contents")


def abbreviations(magazine: Magazine) -> Chapter:
    rows = []
    for short, meaning in ABBREVIATIONS:
        markup = f"#box(width: 26mm)[#strong[{escape(short)}]]{escape(meaning)}"
        rows.append(magazine.block("abbreviation", "page", f"{short} {meaning}", markup=markup, whole=True))
    body = "\n\n".join(f"#block(above: 0.9em, below: 0pt)[{row}]" for row in rows)
    return Chapter("Abbreviations", "Abbreviations", [Piece("raw", body)], columns=1, key="abbreviations")


def typeset(pages: Mapping[str, int]) -> Magazine:
    """Set the whole magazine once; the contents print the pages that an earlier run has measured."""
    magazine = Magazine(
        Paper(PDF, mark_below_pt=6.3),
        ("SYNTHETIC | Europol Public Information", "EU SOCTA 2041 | Borrowed trust | SYNTHETIC"),
    )
    preamble = magazine.preamble(TITLE, DAY)
    figures = {
        "networks": networks_chart(magazine),
        "harbour": harbour_picture(magazine),
        "deal": deal_diagram(magazine),
    }
    chapters = [
        Chapter("Foreword", "Foreword", FOREWORD, key="foreword"),
        Chapter("Key findings", "Key findings", FINDINGS, columns=1, key="findings"),
        Chapter("Means that all markets share", "Shared means", MEANS, key="means"),
        Chapter("Key threats", "Key threats", key_threats(figures), key="threats"),
        Chapter("Places", "Places", PLACES, key="places"),
        Chapter("Below the threshold", "Below the threshold", OBSERVED, key="observed"),
        Chapter("Outlook", "Outlook", OUTLOOK, key="outlook"),
        Chapter("Methodology", "Methodology", methodology(scores_table(magazine)), key="methodology"),
        abbreviations(magazine),
    ]
    front = [cover(magazine), magazine.chapter(contents(magazine, chapters, pages))]
    source = "\n\n".join([preamble, *front, *(magazine.chapter(chapter) for chapter in chapters)])
    magazine.paper.set(source)
    return magazine


def main() -> None:
    """Set the report twice (contents need page numbers) and write its gold and its blocks."""
    draft = typeset({})
    wanted = [key for key, (role, _) in draft.roles.items() if role == "heading"]
    magazine = typeset({key: draft.paper.stretches(key)[0].page for key in wanted})
    gold = GoldDocument(
        PDF,
        title=TITLE,
        kind="threat_assessment",
        reference="EDOC #9004417v7",
        issuer="Europol",
        date="2041-02-18",
        language="en",
        cycle="2041-2044",
        marking="PUBLIC",
    )
    pieces = {piece.key: piece for piece in (*key_threats(_NO_FIGURES), *OBSERVED) if piece.kind == "threat"}
    for key, inks in magazine.threats.items():
        gold.add(
            key,
            "threat",
            " ".join(magazine.paper.text(ink) for ink in inks),
            [stretch.as_span() for ink in inks for stretch in magazine.stretches(ink)],
            number=pieces[key].number,
            title=pieces[key].title,
            parent=pieces[key].parent,
        )
    gold.write()
    blocks_path(PDF).write_text(pretty({"schema": 1, "blocks": magazine.blocks()}), encoding="utf-8")


_NO_FIGURES = {name: Piece("raw") for name in ("networks", "harbour", "deal")}

if __name__ == "__main__":
    main()
