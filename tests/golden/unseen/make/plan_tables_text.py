"""The words of ``unseen-plan-tables``: an invented plan 2045-2046 whose goals are headings over tables."""

from tests.golden.unseen.make.plans import Action, Goal, all_but

PLAN = "OAP 2045-2046 Economy and Nature"
TITLE = "Operational action plan 2045-2046 on crime against the economy and crime against nature"
REFERENCE = "EDOC #9411502v6"
INTRO = [
    "This plan was drafted at Europol from 9 to 11 October 2044 and adopted by COSI on 12 December 2044. It "
    "belongs to the EMPACT cycle 2045-2048 and serves priorities 7 and 8 of the Council. The Driver is Italy; "
    "Austria and Portugal act as Co-drivers.",
    "Each goal is followed by a table of its actions. Countries are given by their codes or by their names. A "
    "deputy takes over when the authority in charge cannot act. Partners that are merely kept informed take no "
    "part in the action. Figures in brackets behind a yardstick are the baseline or the target.",
    "The plan holds no personal data and no operational detail. Whatever is learnt in the course of an action is "
    "sent to Europol through SIENA, with the handling code that the sender chooses.",
]
NOTES = {
    1: "Hydrofluorocarbons, for the most part R-404A and R-134a.",
    2: "See the judgment register kept by Eurojust.",
}

KNOWLEDGE = Goal(
    "CHSG 1",
    "Common knowledge",
    "To give all services concerned the same up-to-date knowledge of the persons, firms and flows behind the "
    "offences with which this plan deals.",
)
REVENUE = Goal(
    "SG 2", "Public revenue and fair trade", "To close the ways in which treasuries, savers and buyers are cheated."
)
NATURE = Goal(
    "SG 3",
    "Land, sea and living things",
    "To stop the pollution and the plunder of nature for profit, on land and at sea.",
)
MEANS = Goal(
    "CHSG 4",
    "Money and means",
    "To take the profit out of the offences that the plan covers, and to equip those who investigate them.",
)

ACTIONS: list[tuple[Goal, list[Action]]] = [
    (
        KNOWLEDGE,
        [
            Action(
                "1.1",
                "Registry watch",
                "Query company registers each month for businesses that change hands, seat and purpose within "
                "weeks and then charge VAT which they never hand over, and send the findings to the tax "
                "investigators of all countries through which their invoices travelled.",
                ["CZ"],
                ["SK"],
                "AT, BE, DE, HU, PL, RO, EPPO, Europol",
                ["AT", "BE", "DE", "HU", "PL", "RO", "EPPO", "Europol"],
                ("1.2.2045–30.11.2046",),
                "2045-02-01",
                "2046-11-30",
                ["query rounds completed (target 20)", "businesses reported (target 150)"],
            ),
            Action(
                "1.2",
                "Library of scams",
                "Compile, from what victims report to the police and to banks, a quarterly digest of the stories "
                "told by callers who pretend to be a security desk, a bailiff or a fiancé abroad.",
                ["IE"],
                [],
                "All Member States except DK; the United Kingdom and Norway; Europol",
                [*all_but("DK"), "UK", "NO", "Europol"],
                ("March 2045 to December 2046",),
                "2045-03",
                "2046-12",
                ["digests issued (target 7)"],
            ),
            Action(
                "1.3",
                "Heat seen from space",
                "Compare thermal satellite images with the land register in order to spot plots on which refuse "
                "is set alight or covered with earth, and pass the coordinates to the environmental police within "
                "a day.",
                ["PT"],
                ["ES"],
                "BG, FR, GR, HR, IT; EMSA; EnviCrimeNet",
                ["BG", "FR", "EL", "HR", "IT", "EMSA", "EnviCrimeNet"],
                ("2045–2046",),
                "2045",
                "2046",
                ["plots reported", "share of reports confirmed on the ground (baseline 20 %, target 45 %)"],
                also=["SG 3"],
            ),
            Action(
                "1.4",
                "Report on elvers and caviar",
                "Describe in one report the routes, buyers and prices of elvers and caviar, drawing on export "
                "licences, airline cargo data and DNA samples taken in restaurants.",
                ["Europol"],
                ["FR"],
                "Spain and Portugal for elvers, Bulgaria and Romania for caviar; EFCA gives access to its "
                "inspection data",
                ["ES", "PT", "BG", "RO", "EFCA"],
                ("15 Apr 2045 – 31 Jan 2046",),
                "2045-04-15",
                "2046-01-31",
                ["report delivered", "investigations opened on its basis (target 6)"],
            ),
            Action(
                "1.5",
                "Prices that no market would bear",
                "Match customs values with reports of suspicious transactions so as to find traders who bill "
                "machines, scrap metal or textiles at prices that no market would bear and thereby move value on "
                "behalf of third parties.",
                ["NL"],
                ["BE", "LU"],
                "DE, FR, IT, PL, SE; AMLA; Europol; TR as observer",
                ["DE", "FR", "IT", "PL", "SE", "AMLA", "Europol", "TR"],
                ("03/2045 – 10/2046",),
                "2045-03",
                "2046-10",
                ["traders identified (target 40)", "value of the transactions concerned"],
                also=["CHSG 4"],
            ),
            Action(
                "1.6",
                "Half-yearly table",
                "Collect the figures of all actions twice a year, have them checked by the national coordinators "
                "and deliver the table to COSI.",
                ["Europol"],
                [],
                "All Member States",
                all_but(),
                ("throughout 2045 and 2046",),
                "2045",
                "2046",
                ["tables delivered on time (target 4)"],
            ),
            Action(
                "1.7",
                "Pool of interpreters",
                "Keep a pool of sworn interpreters for Albanian, Mandarin, Tamil and Vietnamese who can be called "
                "upon in any action of this plan.",
                ["AT"],
                ["SI"],
                "to be confirmed",
                [],
                ("from 1 January 2045 until 31 December 2046",),
                "2045-01-01",
                "2046-12-31",
                ["assignments carried out", "waiting time for an interpreter (baseline 9 days, target 2 days)"],
            ),
        ],
    ),
    (
        REVENUE,
        [
            Action(
                "2.1",
                "Seventy-two hours",
                "Agree with tax administrations on a procedure by which the VAT number of a shell that issues "
                "invoices without trading is struck off within 72 hours, and put it into practice in at least "
                "four joint audits of entire invoice chains.",
                ["HU"],
                ["IT"],
                "BG, CZ, LV, LT, SK, SI; EPPO",
                ["BG", "CZ", "LV", "LT", "SK", "SI", "EPPO"],
                ("2 May 2045–30 June 2046",),
                "2045-05-02",
                "2046-06-30",
                ["numbers struck off within the period", "joint audits concluded (target 4)"],
            ),
            Action(
                "2.2",
                "Week of cheap textiles",
                "Weigh, open and revalue consignments of textiles, footwear and bicycles whose invoices look too "
                "low or whose papers conceal the true country of manufacture, and levy the difference on the spot.",
                ["EL"],
                ["BE", "PL"],
                "all MS with a seaport, namely BE, BG, CY, DE, DK, EE, EL, ES, FI, FR, HR, IE, IT, LT, LV, MT, "
                "NL, PL, PT, RO, SE and SI; OLAF",
                [
                    *all_but("AT", "CZ", "HU", "LU", "SK"),
                    "OLAF",
                ],
                ("14–20 May 2045",),
                "2045-05-14",
                "2045-05-20",
                ["consignments revalued (target 900)", "duty levied"],
            ),
            Action(
                "2.3",
                "Rolling rooms and blending tanks",
                "Raid rooms in which cigarettes are rolled or packed without a licence and depots in which base "
                "oil is blended into motor fuel, and arrest those who put up the money.",
                ["PL"],
                ["LT"],
                "BE, CZ, DE, EE, ES, LV, UA; OLAF, Europol",
                ["BE", "CZ", "DE", "EE", "ES", "LV", "UA", "OLAF", "Europol"],
                ("02/2045–12/2046",),
                "2045-02",
                "2046-12",
                ["rooms and depots closed (target 30)", "financiers charged"],
            ),
            Action(
                "2.4",
                "Roadside fuel test",
                "Equip road patrols with a test that tells within minutes whether a tanker carries taxed diesel, "
                "and instruct them in its use.",
                ["LT"],
                [],
                "EE, LV, PL and SK; ROADPOL",
                ["EE", "LV", "PL", "SK", "ROADPOL"],
                ("September–November 2045",),
                "2045-09",
                "2045-11",
                ["tests carried out (target 2 000)"],
            ),
            Action(
                "2.5",
                "Carriers who look away",
                "Make carriers and storage keepers who looked the other way pay duty and penalties jointly with "
                "the offenders, on the basis of a common checklist of warning signs.",
                ["DE"],
                ["NL"],
                "AT, BE, FR, LU; the EPPO is kept informed",
                ["AT", "BE", "FR", "LU"],
                ("2046",),
                "2046",
                "2046",
                ["decisions against carriers and storage keepers (target 60)", "amounts collected"],
            ),
            Action(
                "2.6",
                "Shares that do not exist",
                "Locate call floors and mirror websites through which strangers buy shares and coins that do not "
                "exist, arrest the managers and switch off the sites, in a joint strike with partners outside the "
                "Union.",
                ["BG"],
                ["DE", "LV"],
                "Austria, Finland and Lithuania, together with Albania and Georgia; Eurojust, Europol",
                ["AT", "FI", "LT", "AL", "GE", "Eurojust", "Europol"],
                ("9 October 2045",),
                "2045-10-09",
                "2045-10-09",
                ["call floors closed (target 8)", "victims told of the outcome"],
            ),
            Action(
                "2.7",
                "Warning at the counter",
                "Brief bank tellers and trade associations so that customers over seventy and the owners of small "
                "shops are warned before they transfer money to an account that was opened last week.",
                ["FI"],
                ["EE"],
                "CY, IE, LU, MT, SE",
                ["CY", "IE", "LU", "MT", "SE"],
                ("Jan. 2045 – June 2045",),
                "2045-01",
                "2045-06",
                ["branches reached", "transfers stopped (target 500)"],
            ),
            Action(
                "2.8",
                "Pills, sprays and brake discs",
                "Test-buy slimming pills, weedkillers and brake discs that carry another maker’s name, have them "
                "examined in a laboratory, and have dangerous offers removed within a week.",
                ["ES"],
                ["EUIPO"],
                "AT, EL, FR, IT, RO, CH; Europol",
                ["AT", "EL", "FR", "IT", "RO", "CH", "Europol"],
                ("2045-03-01 / 2045-08-31",),
                "2045-03-01",
                "2045-08-31",
                ["articles examined (target 400)", "offers removed within a week"],
            ),
            Action(
                "2.9",
                "Printing works and mints",
                "Dismantle printing works for fifty-euro notes and backyard mints for two-euro pieces, and cut "
                "off their supply of holograms, foil and blanks.",
                ["IT"],
                ["FR"],
                "BG, ES, LT, PT; the ECB; Europol",
                ["BG", "ES", "LT", "PT", "ECB", "Europol"],
                ("1 April 2045 to 31 March 2046",),
                "2045-04-01",
                "2046-03-31",
                ["works and mints dismantled"],
            ),
        ],
    ),
    (
        NATURE,
        [
            Action(
                "3.1",
                "Scrap that is not scrap",
                "Open containers declared as used appliances or as granulate for recycling at twelve seaports, "
                "send the loads back, and prosecute those who signed the movement documents against better "
                "knowledge.",
                ["BE"],
                ["DE"],
                "EL, ES, FR, IT, NL, PL, SI; IMPEL; EG, MY and TH as observers",
                ["EL", "ES", "FR", "IT", "NL", "PL", "SI", "IMPEL", "EG", "MY", "TH"],
                ("June 2045 – May 2046",),
                "2045-06",
                "2046-05",
                ["containers opened (target 600)", "loads sent back (baseline 31, target 80)"],
            ),
            Action(
                "3.2",
                "Winter flights over shipping lanes",
                "Overfly shipping lanes in winter, take samples of slicks and compare them with tank residues, so "
                "that masters who pump cargo washings overboard are charged in the next port.",
                ["SE"],
                ["DK", "FI"],
                "DE, EE, IE, NL, PT, NO; EMSA",
                ["DE", "EE", "IE", "NL", "PT", "NO", "EMSA"],
                ("1.11.2045–31.3.2046",),
                "2045-11-01",
                "2046-03-31",
                ["flight hours (target 350)", "masters charged"],
            ),
            Action(
                "3.3",
                "Behind the permit",
                "Audit treatment plants that hold every permit and yet accept more tonnes than their ovens could "
                "ever burn, so as to show how they pass other people’s refuse off as recycled.",
                ["IT"],
                ["HR"],
                "AT, CZ, FR, HU, SI; EnviCrimeNet",
                ["AT", "CZ", "FR", "HU", "SI", "EnviCrimeNet"],
                ("05/2045 – 04/2046",),
                "2045-05",
                "2046-04",
                ["plants audited (target 25)"],
            ),
            Action(
                "3.4",
                "Cylinders and canisters",
                "Seize cooling gas that is brought in without a quota{1} and canisters of withdrawn crop sprays "
                "at land crossings, and trace the wholesalers who ordered them.",
                ["RO"],
                ["BG"],
                "Hungary, Poland and Slovakia; Moldova, Serbia and Ukraine; OLAF",
                ["HU", "PL", "SK", "MD", "RS", "UA", "OLAF"],
                ("2045",),
                "2045",
                "2045",
                ["weight of gas seized", "wholesalers traced (target 12)"],
            ),
            Action(
                "3.5",
                "Logs on the road",
                "Compare felling permits, lorry weights and the books of sawmills, and halt loads from virgin "
                "beech and spruce stands before they are cut into parquet.",
                ["SK"],
                ["RO"],
                "AT, CZ, HU, PL, UA",
                ["AT", "CZ", "HU", "PL", "UA"],
                ("15 September 2045 – 15 December 2045",),
                "2045-09-15",
                "2045-12-15",
                ["loads checked (target 1 200)", "sawmills inspected"],
            ),
            Action(
                "3.6",
                "Fairs and closed groups",
                "Check animal fairs and closed groups in messaging services for tortoises, parrots and chameleons "
                "caught in the wild, and bring couriers and customers before a judge.",
                ["DE"],
                ["AT"],
                "BE, CZ, ES, HU, NL, SI; MA, MG; INTERPOL",
                ["BE", "CZ", "ES", "HU", "NL", "SI", "MA", "MG", "INTERPOL"],
                ("Feb. – Oct. 2046",),
                "2046-02",
                "2046-10",
                ["animals taken into care", "persons brought before a judge"],
            ),
            Action(
                "3.7",
                "Reflective jackets",
                "Remind municipal collectors of household refuse of the rules on rest periods and reflective "
                "jackets, and count the accidents at collection points.",
                ["LU"],
                [],
                "BE and FR",
                ["BE", "FR"],
                ("April 2045",),
                "2045-04",
                "2045-04",
                ["leaflets handed out"],
            ),
            Action(
                "3.8",
                "Barrels in the brook",
                "Take samples where barrels left behind by makers of amphetamine leak into brooks and fields, "
                "link them to production sites, and claim the cost of cleaning from those convicted{2}.",
                ["NL"],
                ["BE"],
                "CZ, DE, PL; Eurojust; Europol",
                ["CZ", "DE", "PL", "Eurojust", "Europol"],
                ("2045–2046",),
                "2045",
                "2046",
                ["samples linked to a site", "costs recovered (target EUR 1.5 million)"],
                also=["CHSG 4"],
            ),
            Action(
                "3.9",
                "Bidders under scrutiny",
                "Screen bidders for municipal collection contracts against lists of firms that belong to persons "
                "convicted of organised crime, and exclude those that match.",
                ["IT"],
                ["ES"],
                "AT, BE, HR, MT, NL; ENAA",
                ["AT", "BE", "HR", "MT", "NL", "ENAA"],
                ("1 July 2045 – 30 June 2046",),
                "2045-07-01",
                "2046-06-30",
                ["tenders screened (target 300)", "bidders excluded"],
            ),
        ],
    ),
    (
        MEANS,
        [
            Action(
                "4.1",
                "Accounts for rent",
                "Identify those who talk students into letting strangers use their bank account, and explain at "
                "job fairs what becomes of the students.",
                ["PT"],
                ["NL"],
                "All MS except CY, DK and MT; AU, UK, US; Europol",
                [*all_but("CY", "DK", "MT"), "AU", "UK", "US", "Europol"],
                ("March – November 2045",),
                "2045-03",
                "2045-11",
                ["recruiters identified (target 90)"],
            ),
            Action(
                "4.2",
                "Kiosks and exchangers",
                "Inspect kiosks and websites that swap cash for tokens without asking for identification, and "
                "withdraw their registration.",
                ["EE"],
                ["CZ"],
                "BG, CY, EL, LT, MT; AMLA",
                ["BG", "CY", "EL", "LT", "MT", "AMLA"],
                ("12.1.2046–28.2.2046",),
                "2046-01-12",
                "2046-02-28",
                ["kiosks and websites inspected", "registrations withdrawn (target 35)"],
            ),
            Action(
                "4.3",
                "Money trail from day one",
                "Attach a financial investigator to each team from its first meeting and draw up a profile of "
                "assets for every main suspect, whatever the offence.",
                ["FR"],
                ["ES", "IT"],
                "All Member States; Eurojust, Europol",
                [*all_but(), "Eurojust", "Europol"],
                ("from January 2045 to December 2046",),
                "2045-01",
                "2046-12",
                ["share of teams with a financial investigator (baseline 38 %, target 90 %)"],
            ),
            Action(
                "4.4",
                "Names on the gate",
                "Request land, yacht and company records from partners on the Gulf and the Bosporus in order to "
                "prove who stands behind the names in which fortunes are registered there.",
                ["BE"],
                ["IE"],
                "DE, NL, SE; the United Arab Emirates; Türkiye; CARIN",
                ["DE", "NL", "SE", "AE", "TR", "CARIN"],
                ("2045 to 2046",),
                "2045",
                "2046",
                ["requests answered (target 50)", "true owners proven"],
            ),
            Action(
                "4.5",
                "Auction before the verdict",
                "Sell seized cars, boats and cattle by public auction while proceedings are still under way, and "
                "keep the proceeds on a blocked account.",
                ["RO"],
                ["FR"],
                "BG, HR, HU, SI",
                ["BG", "HR", "HU", "SI"],
                ("1 Sept. 2045 – 31 Aug. 2046",),
                "2045-09-01",
                "2046-08-31",
                ["auctions held (target 15)", "price obtained in per cent of the estimate"],
            ),
            Action(
                "4.6",
                "Shared toolbox",
                "Buy licences for software that reads out telephones and servers, and lend them to the teams of "
                "this plan for up to six weeks.",
                ["SI"],
                [],
                "AT, HR, SK; Europol",
                ["AT", "HR", "SK", "Europol"],
                ("01.2045–06.2046",),
                "2045-01",
                "2046-06",
                ["loans (target 40)"],
            ),
            Action(
                "4.7",
                "Kick-off",
                "Bring all leaders and the national EMPACT coordinators together at Europol in order to settle "
                "overlaps and to agree on a calendar.",
                ["IT"],
                ["AT", "PT"],
                "All Member States; Eurojust; CEPOL",
                [*all_but(), "Eurojust", "CEPOL"],
                ("18 January 2045",),
                "2045-01-18",
                "2045-01-18",
                ["calendar agreed"],
            ),
            Action(
                "4.8",
                "Fire drill in tank farms",
                "Stage a fire drill with the operators of excise warehouses and tank farms, and check whether "
                "alarms reach the fire brigades on both sides of the border.",
                ["CZ"],
                ["PL"],
                "DE, SK",
                ["DE", "SK"],
                ("May 2046",),
                "2046-05",
                "2046-05",
                ["drills held (target 2)"],
            ),
        ],
    ),
]
