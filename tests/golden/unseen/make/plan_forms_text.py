"""The words of ``unseen-plan-forms``: an invented plan for 2045 with one form for each action."""

from tests.golden.unseen.make.plans import Action, Goal, all_but

NUMBER, PREVIOUS = "92418/1/44 REV 1", "92418/44"
DATE, ISO_DATE = "28 November 2044", "2044-11-28"
CODES = ["COSI 168", "ENFOPOL 511", "CRIMORG 129", "FRONT 301", "MIGR 412", "JAI 1620"]
PLAN = "OAP 2045 Protection of Persons"
SUBJECT = "Operational action plan 2045 on the protection of persons from abuse, exploitation and smuggling"
COVER = [("From:", "Presidency"), ("To:", "Standing Committee on Operational Cooperation on Internal Security (COSI)")]
COVER_TEXT = [
    "Delegations will find in the annex the revised draft of the above-mentioned plan, which takes account of the "
    "comments made at the meeting of the national EMPACT coordinators on 19 November 2044. COSI is invited to "
    "adopt it.",
    "The plan is one of those by which the priorities of the EMPACT cycle 2045-2048 are put into practice. It "
    "serves three of them: sexual exploitation of children, human trafficking, and facilitated irregular "
    "migration.",
    "Finland is the Driver of the plan; Belgium and Greece are Co-drivers. Countries that appear as observers "
    "have signed a statement of confidentiality. A measure that is marked as withdrawn remains in the document so "
    "that numbers do not change.",
]
GOALS_TITLE = "Goals of the plan"
GOALS_HEAD = ("Goal", "Name", "What is to be achieved", "Measured by")
FORMS_TITLE = "Measures"

SIGHT = Goal(
    "CHSG 2",
    "Shared sight",
    "To see persons in danger, and those who exploit them, before the harm is done, by putting together what each "
    "service knows.",
    ["contributions that lead to a match", "joint analytical reports"],
)
SKILLS = Goal(
    "CHSG 6",
    "Skills and tools",
    "To give officials who come across victims the skills and the tools that the situation demands.",
    ["officials trained"],
)
CHILDREN = Goal(
    "SG A",
    "Children",
    "To end the suffering of children whom nobody else protects.",
    ["children identified", "offenders arrested"],
)
VICTIMS = Goal(
    "SG B",
    "Victims and their masters",
    "To free persons who are held in exploitation, and to call their masters to account.",
    ["persons freed", "convictions"],
)
PASSAGES = Goal(
    "SG C",
    "Passages and permits",
    "To make the smuggling of persons a business that no longer pays.",
    ["proceeds seized"],
)

OWN = "budgets of the participants"

ACTIONS: list[tuple[Goal, list[Action]]] = [
    (
        SIGHT,
        [
            Action(
                "OA 2.1",
                "Faces behind the files",
                "Hash every picture and film that is confiscated in a case of child abuse, upload the values to "
                "the common database, and let specialists work out from furniture, voices and school uniforms who "
                "the boys and girls are and where they live.",
                ["Europol"],
                ["SE", "NL"],
                "all MS; NO, UK, US; INTERPOL",
                [*all_but(), "NO", "UK", "US", "INTERPOL"],
                ("1 January 2045", "31 December 2045"),
                "2045-01-01",
                "2045-12-31",
                ["series uploaded (target 900)", "children identified (baseline 214, target 300)"],
                also=["SG A"],
                status="under way",
                funding="Europol budget",
            ),
            Action(
                "OA 2.2",
                "Reading the road",
                "Combine toll data, fuel cards and hire contracts so as to recognise cooling trucks that are "
                "being readied for the transport of people, and rubber boats that are ordered for the same "
                "purpose, before they set off.",
                ["AT"],
                ["HU"],
                "BG, DE, EL, HR, RO, SI; Frontex; observers: BA, RS",
                ["BG", "DE", "EL", "HR", "RO", "SI", "Frontex", "BA", "RS"],
                ("15.2.2045", "30.11.2045"),
                "2045-02-15",
                "2045-11-30",
                ["alerts sent", "share of alerts that led to a check (target 50 %)"],
                also=["SG C"],
                status="not yet begun",
                funding="EMPACT grant, high value, EUR 310 000",
            ),
            Action(
                "OA 2.3",
                "Numbers that recur",
                "Scan flat-sharing sites, escort portals and lonely-hearts apps for advertisements in which the "
                "same telephone number, room or tattoo recurs, as a sign that somebody is being sold against her "
                "or his will.",
                ["BE"],
                ["LV"],
                "CY, CZ, EE, FR, LT, LU, MT; Europol",
                ["CY", "CZ", "EE", "FR", "LT", "LU", "MT", "Europol"],
                ("March 2045", "December 2045"),
                "2045-03",
                "2045-12",
                ["advertisements examined", "persons located (target 60)"],
                status="not yet begun",
                funding="EMPACT grant, low value, EUR 42 500",
            ),
            Action(
                "OA 2.4",
                "Annual report",
                "Draw up the annual report on the progress of this plan and submit it to COSI.",
                ["FI"],
                ["BE", "EL"],
                "Europol",
                ["Europol"],
                ("November 2045", "15 December 2045"),
                "2045-11",
                "2045-12-15",
                ["report submitted on time"],
                status="not yet begun",
                funding=OWN,
            ),
        ],
    ),
    (
        SKILLS,
        [
            Action(
                "OA 6.1",
                "Signs of servitude",
                "Teach passport officers, farm inspectors and nurses in casualty departments, with role play and "
                "a card in twelve languages, the signs by which a person who is held in servitude can be told.",
                ["CEPOL"],
                ["ELA"],
                "all MS except DK; Frontex; FRA",
                [*all_but("DK"), "Frontex", "FRA"],
                ("1 April 2045", "31 October 2045"),
                "2045-04-01",
                "2045-10-31",
                ["courses held (target 9)", "participants who use the card six months later (target 70 %)"],
                also=["SG B"],
                status="under way",
                funding="CEPOL budget",
            ),
            Action(
                "OA 6.2",
                "Asking without leading",
                "Train detectives to question witnesses who have lived through abuse or captivity in such a way "
                "that the answer is not put into their mouths.",
                ["IE"],
                ["SI"],
                "AT, HR, IT, MT, PT",
                ["AT", "HR", "IT", "MT", "PT"],
                ("05/2045", "09/2045"),
                "2045-05",
                "2045-09",
                ["detectives trained (target 48)"],
                status="not yet begun",
                funding="ISF",
            ),
            Action(
                "OA 6.3",
                "Drones for rescuers",
                "Lend drones with heat cameras to mountain and sea rescue services, so that hikers and sailors in "
                "distress are found faster.",
                ["SI"],
                [],
                "AT, HR, IT",
                ["AT", "HR", "IT"],
                ("June 2045", "August 2045"),
                "2045-06",
                "2045-08",
                ["drones lent", "hours in the air"],
                status="on hold",
                funding="BMVI",
            ),
            Action(
                "OA 6.4",
                "Machine translation",
                "Buy licences for a program that transcribes and translates intercepted conversations, for use in "
                "all the measures of this plan.",
                ["LU"],
                ["Europol"],
                "to be determined",
                [],
                ("2045", "2045"),
                "2045",
                "2045",
                ["languages covered (target 14)"],
                status="under way",
                funding="EMPACT grant, low value, EUR 60 000",
            ),
        ],
    ),
    (
        CHILDREN,
        [
            Action(
                "OA A.1",
                "Behind the invitation",
                "Place trained undercover officers in members-only boards of the darknet, win the rights of an "
                "administrator, and arrest the moderators who hand out pictures of abused children as a reward.",
                ["DE"],
                ["FR"],
                "DK, EE, ES, FI, NL, PL, SE; AU, CA; Eurojust, Europol",
                ["DK", "EE", "ES", "FI", "NL", "PL", "SE", "AU", "CA", "Eurojust", "Europol"],
                ("01/02/2045", "31/12/2045"),
                "2045-02-01",
                "2045-12-31",
                ["boards closed (target 5)", "moderators arrested"],
                status="under way",
                funding="EMPACT grant, high value, EUR 275 000",
            ),
            Action(
                "OA A.2",
                "Paying by the minute",
                "Follow small transfers to the Philippines and Madagascar back to the customers who direct the "
                "maltreatment of children by webcam, and search their homes on one and the same day.",
                ["SE"],
                ["DK", "FI"],
                "BE, CZ, DE, FR, HU, IE, IT, NL, PT; CH, MG, PH; AMLA",
                ["BE", "CZ", "DE", "FR", "HU", "IE", "IT", "NL", "PT", "CH", "MG", "PH", "AMLA"],
                ("23 May 2045", "23 May 2045"),
                "2045-05-23",
                "2045-05-23",
                ["homes searched (target 120)", "children brought to safety"],
                status="not yet begun",
                funding=OWN,
            ),
            Action(
                "OA A.3",
                "Once sent, never gone",
                "Run a campaign in schools and on gaming servers which tells pupils how to react when a supposed "
                "friend asks for nude pictures, and where to turn when such a picture is used against them.",
                ["EE"],
                ["IE", "LV"],
                "Bulgaria, Cyprus, Greece, Lithuania, Malta and Romania; EUCPN",
                ["BG", "CY", "EL", "LT", "MT", "RO", "EUCPN"],
                ("September 2045", "November 2045"),
                "2045-09",
                "2045-11",
                ["schools reached (target 3 000)", "calls to the helpline"],
                status="not yet begun",
                funding="EMPACT grant, low value, EUR 58 000",
            ),
            Action(
                "OA A.4",
                "Young hands for hire",
                "Close chat channels in which fifteen-year-olds are offered money to shoot or to throw petrol "
                "bombs, and find out who pays them.",
                ["DK"],
                ["SE", "NO"],
                "BE, DE, FI, FR, NL; Europol",
                ["BE", "DE", "FI", "FR", "NL", "Europol"],
                ("1 March 2045", "30 September 2045"),
                "2045-03-01",
                "2045-09-30",
                ["channels closed", "persons behind the offers identified (target 25)"],
                status="under way",
                funding=OWN,
            ),
        ],
    ),
    (
        VICTIMS,
        [
            Action(
                "OA B.1",
                "Pickpockets under orders",
                "Arrest the handlers who make children and disabled persons collect alms, lift wallets or swallow "
                "packets of cocaine, and treat those who had to obey them as injured parties rather than as "
                "culprits.",
                ["ES"],
                ["RO", "BG"],
                "AT, BE, FR, HR, IT, PT; AL, MA; Eurojust, Europol",
                ["AT", "BE", "FR", "HR", "IT", "PT", "AL", "MA", "Eurojust", "Europol"],
                ("2 June 2045", "12 June 2045"),
                "2045-06-02",
                "2045-06-12",
                ["handlers arrested (target 80)", "persons freed"],
                status="not yet begun",
                funding="EMPACT grant, high value, EUR 190 000",
            ),
            Action(
                "OA B.2",
                "Harvest inspections",
                "Visit orchards, packing halls and slaughterhouses in the high season together with labour "
                "inspectors, and investigate gangmasters who withhold passports and pay from pickers.",
                ["NL"],
                ["PL"],
                "BG, CY, DE, EL, ES, FR, HU, IT, PT, RO, SK; ELA; observers: GE, MD, UA",
                ["BG", "CY", "DE", "EL", "ES", "FR", "HU", "IT", "PT", "RO", "SK", "ELA", "GE", "MD", "UA"],
                ("July 2045", "October 2045"),
                "2045-07",
                "2045-10",
                ["places visited (target 1 500)", "gangmasters charged"],
                status="not yet begun",
                funding="ELA and budgets of the participants",
            ),
            Action(
                "OA B.3",
                "When not to charge",
                "Write a guideline for prosecutors on when to drop charges against people who broke the law "
                "because their captors left them no choice.",
                ["Eurojust"],
                ["IT"],
                "BE, CZ, IE, LT, SE; EJN; the FRA is kept informed",
                ["BE", "CZ", "IE", "LT", "SE", "EJN"],
                ("2045-01-15", "2045-06-30"),
                "2045-01-15",
                "2045-06-30",
                ["guideline adopted", "Member States that apply it (target 20)"],
                status="under way",
                funding="Eurojust budget",
            ),
            Action(
                "OA B.4",
                "Nights of control",
                "Visit flats, massage parlours and bars on three nights of the year, bring women and men who are "
                "made to sell sex there to shelters, and arrest those who control them.",
                ["RO"],
                ["DE", "UK"],
                "all MS except EE, IE and MT; CH, VN; Europol",
                [*all_but("EE", "IE", "MT"), "CH", "VN", "Europol"],
                ("February 2045", "November 2045"),
                "2045-02",
                "2045-11",
                ["premises visited", "persons brought to a shelter (target 250)"],
                status="under way",
                funding="ISF",
            ),
            Action(
                "OA B.5",
                "Children on order",
                "Identify agents who lure women into carrying children for couples abroad and then keep their papers.",
                ["CY"],
                ["CZ"],
                "EL, FR; GE, UA",
                ["EL", "FR", "GE", "UA"],
                ("2045", "2045"),
                "2045",
                "2045",
                ["agents identified (target 10)"],
                status="withdrawn",
                funding="EMPACT grant, low value, EUR 35 000",
            ),
        ],
    ),
    (
        PASSAGES,
        [
            Action(
                "OA C.1",
                "Cold trucks",
                "Stop articulated lorries with cooling units on the roads from Thrace to the North Sea in search "
                "of hidden passengers, measure carbon dioxide at the door seals, and detain the drivers and those "
                "who sent them.",
                ["HU"],
                ["AT", "DE"],
                "BE, BG, CZ, FR, GR, NL, RO, SK; RS, TR, UK; Frontex",
                ["BE", "BG", "CZ", "FR", "EL", "NL", "RO", "SK", "RS", "TR", "UK", "Frontex"],
                ("1.4.2045", "31.8.2045"),
                "2045-04-01",
                "2045-08-31",
                ["lorries checked (target 8 000)", "persons rescued from loading spaces"],
                status="not yet begun",
                funding="EMPACT grant, high value, EUR 240 000",
            ),
            Action(
                "OA C.2",
                "Hulls and engines",
                "Cut off the supply of outboard engines and rubber hulls which dealers in third countries send to "
                "the beaches from which passengers are launched.",
                ["EL"],
                ["IT"],
                "BG, CY, DE, ES, FR, MT, NL; CN, TR; Europol, Frontex",
                ["BG", "CY", "DE", "ES", "FR", "MT", "NL", "CN", "TR", "Europol", "Frontex"],
                ("May 2045", "December 2045"),
                "2045-05",
                "2045-12",
                ["consignments stopped (target 40)"],
                status="not yet begun",
                funding=OWN,
            ),
            Action(
                "OA C.3",
                "Clean hands at the visa desk",
                "Investigate clerks at consulates and ground staff at airports who take money for a stamp, a "
                "boarding card or a look the other way, and share the findings with internal affairs units.",
                ["FR"],
                ["PT"],
                "AT, BE, ES, IT, SE; AIRPOL; INTERPOL is kept informed",
                ["AT", "BE", "ES", "IT", "SE", "AIRPOL"],
                ("10 January 2045", "20 December 2045"),
                "2045-01-10",
                "2045-12-20",
                ["posts examined (target 15)", "clerks and ground staff charged"],
                status="under way",
                funding=OWN,
            ),
            Action(
                "OA C.4",
                "Weddings for sale",
                "Compare the files of registrars with those of the residence offices so as to discover marriages, "
                "universities and employers that exist on paper only, and charge the brokers who sell them.",
                ["PT"],
                ["IE", "LV"],
                "BE, CY, CZ, EE, LT, PL; eu-LISA",
                ["BE", "CY", "CZ", "EE", "LT", "PL", "eu-LISA"],
                ("03/2045", "12/2045"),
                "2045-03",
                "2045-12",
                ["files compared", "brokers charged (target 30)"],
                status="not yet begun",
                funding="EMPACT grant, low value, EUR 51 000",
            ),
            Action(
                "OA C.5",
                "Fees in trust",
                "Trace the fees that passengers leave with hawala offices in Istanbul, Kabul and Milan, close the "
                "offices, and seize the money before it reaches the smugglers.",
                ["IT"],
                ["EL"],
                "AT, BG, DE, FR, SE; TR; AMLA, Eurojust, Europol",
                ["AT", "BG", "DE", "FR", "SE", "TR", "AMLA", "Eurojust", "Europol"],
                ("1 June 2045", "31 December 2045"),
                "2045-06-01",
                "2045-12-31",
                ["offices closed (target 12)", "amounts seized"],
                status="not yet begun",
                funding="EMPACT grant, high value, EUR 205 000",
            ),
            Action(
                "OA C.6",
                "Family lanes",
                "Open additional lanes for families at land crossings in the holiday season, and publish waiting "
                "times online.",
                ["HR"],
                ["SI"],
                "BG, HU, RO; BA, RS",
                ["BG", "HU", "RO", "BA", "RS"],
                ("July 2045", "August 2045"),
                "2045-07",
                "2045-08",
                ["waiting time at weekends"],
                status="on hold",
                funding="BMVI",
            ),
            Action(
                "OA C.7",
                "Quarterly call",
                "Convene the leaders of all measures by video link every quarter in order to settle overlaps and "
                "dates.",
                ["FI"],
                ["BE", "EL"],
                "all MS; CEPOL, Eurojust, Europol, Frontex",
                [*all_but(), "CEPOL", "Eurojust", "Europol", "Frontex"],
                ("15 January 2045", "15 October 2045"),
                "2045-01-15",
                "2045-10-15",
                ["calls held (target 4)"],
                status="under way",
                funding=OWN,
            ),
        ],
    ),
]
