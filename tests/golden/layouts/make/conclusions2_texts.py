"""Requests of the second set of conclusions, written for layouts in which several are asked at once, point by point.

Priorities and recitals of these papers are those of ``conclusion_texts``, picked, moved and renumbered by each maker.
"""

from tests.golden.layouts.make.conclusion_texts import Paragraph, Point

ASKED_2051 = (
    Paragraph(
        "INVITES the Member States, Europol and the Commission to:",
        "INVITES",
        ("Member States", "Europol", "Commission"),
        (
            Point(
                "agree, before the end of 2051, on a single form in which the progress of an action is reported, and "
                "give up the three forms now in use;"
            ),
            Point(
                "publish once a year, in all official languages, which actions were completed, which were abandoned, "
                "and for what reason;"
            ),
            Point("examine by the spring of 2053 whether the yearly meeting of all Drivers is worth its cost."),
        ),
    ),
    Paragraph(
        "CALLS ON the Member States and Frontex to lend each other document examiners, sniffer dogs and thermal "
        "cameras for joint action days, and to settle the cost among themselves.",
        "CALLS ON",
        ("Member States", "Frontex"),
    ),
    Paragraph(
        "REQUESTS Europol to:",
        "REQUESTS",
        ("Europol",),
        (
            Point("tell each Driver twice a year which of the networks named in the plan are still active;"),
            Point(
                "keep ready for operations that cannot wait:",
                (
                    Point("an office that can be moved within two days;"),
                    Point("interpreters of at least nine languages who have been vetted;"),
                    Point("a laboratory for telephones that were found locked or broken;"),
                ),
            ),
            Point("return to the sender, with a reason, data which it has not been able to use."),
        ),
    ),
    Paragraph(
        "RECALLS that an action leader answers for an action as a whole, also where parts of it have been entrusted to "
        "others.",
    ),
    Paragraph(
        "URGES the Commission, the High Representative and the Member States to speak with one voice towards countries "
        "which refuse to surrender fugitives, and to make the refusal felt in talks on visas.",
        "URGES",
        ("Commission", "High Representative", "Member States"),
    ),
    Paragraph(
        "ENCOURAGES EUDA, ENISA and Frontex to second one analyst each, for the whole of the cycle, to the teams at "
        "Europol that draft the plans.",
        "ENCOURAGES",
        ("EUDA", "ENISA", "Frontex"),
    ),
    Paragraph(
        "CALLS UPON the Member States to:",
        "CALLS UPON",
        ("Member States",),
        (
            Point("name a deputy for every Driver, who is not from the same service;"),
            Point("let investigators who take part in an action travel without a further order, where this is lawful;"),
            Point("see to it that an arrest abroad is known to the prosecutor at home on the same day."),
        ),
    ),
    Paragraph(
        "INVITES Eurojust and the European Judicial Network (EJN) to collect model requests for the preservation of "
        "data that are held by providers outside the Union, and to have them tested in court before they are spread.",
        "INVITES",
        ("Eurojust", "EJN"),
    ),
    Paragraph(
        "TAKES NOTE of the offer of two Member States to house, at their own cost, the servers on which seized "
        "crypto-assets are kept.",
    ),
    Paragraph(
        "INSTRUCTS COSI to:",
        "INSTRUCTS",
        ("COSI",),
        (
            Point("adopt the operational action plans for 2052 and 2053 before Christmas 2051;"),
            Point("strike out actions for which nobody has entered a result in twelve months;"),
            Point("present to the Council, in the first half of 2053, a review of no more than ten pages."),
        ),
    ),
    Paragraph(
        "ASKS the incoming Presidencies to reserve one meeting in each half-year for those who carry out the actions, "
        "and to let them speak first.",
        "ASKS",
        ("incoming Presidencies",),
    ),
)
"""Eleven paragraphs of a cycle from 2051 to 2054; nine of them ask for something."""

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

ASKED_OF_NONE = (
    Paragraph(
        "Requests that the operational action plans for 2044 and 2045 be adopted before the summer of 2043, so that "
        "staff can be released in time;",
        "Requests",
        ("COSI",),
    ),
    Paragraph(
        "Invites comments, to be sent before the end of October 2043, on:",
        "Invites",
        ("Member States", "Europol", "Eurojust"),
        (
            Point(
                "the forms in which results are reported, and in particular:",
                (
                    Point("whether arrests that a court has lifted are still to be counted;"),
                    Point("how the value of seized drugs is to be estimated;"),
                ),
            ),
            Point("the number of meetings that could be held at a distance;"),
            Point("the languages into which requests for assistance are translated;"),
        ),
    ),
    Paragraph(
        "Welcomes the fact that the backlog of unread contributions has shrunk by half;",
    ),
    Paragraph(
        "Encourages the exchange of officers for up to six weeks:",
        "Encourages",
        ("Member States", "Frontex"),
        (
            Point("between ports at which the same shipping lines call;"),
            Point("between border posts on the two sides of a river;"),
            Point("between laboratories, where samples cannot travel;"),
        ),
    ),
    Paragraph(
        "Calls upon those who keep registers of containers, aircraft and vessels to make them searchable for "
        "investigators by day and by night;",
        "Calls upon",
        ("Commission", "OLAF", "EMSA"),
    ),
    Paragraph(
        "Urges a decision before the end of 2043 on who pays for witnesses that have been moved to another country;",
        "Urges",
        ("Member States", "Commission"),
    ),
    Paragraph(
        "Stresses that an action without a prosecutor seldom leads to a judgment;",
    ),
    Paragraph(
        "Asks for a list of all courses that touch on the priorities, to be kept up to date, and for one place in four "
        "to be offered to candidates from partner countries;",
        "Asks",
        ("CEPOL",),
    ),
    Paragraph(
        "Recommends that seized servers be copied on the spot, and that a copy be handed over within:",
        "Recommends",
        ("Member States", "Europol"),
        (
            Point("three days where children are in danger;"),
            Point("ten days where a trial is near;"),
            Point("thirty days in all other cases;"),
        ),
    ),
    Paragraph(
        "Calls upon networks of practitioners to say once a year what they have contributed, and to which aim;",
        "Calls upon",
        ("EnviCrimeNet", "CARIN", "EUCPN"),
    ),
    Paragraph(
        "Instructs that these conclusions be sent to the European Parliament and published.",
        "Instructs",
        ("General Secretariat of the Council",),
    ),
)
"""Paragraphs of 2043 that name nobody: who is asked stands in a line of its own below them."""
