"""Dates, periods, states and bodies, teams in prose, lists of indicators."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon import Lexicon, load_lexicon
from extract.actors import actors_of, team_of
from extract.dates import date_of, period_of
from extract.laid import LaidText, laid
from extract.lines import Spelling
from extract.values import is_empty, items_of
from tests.strategies import line_of

# --- dates ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2035-03-09", "2035-03-09"),
        ("2035-3-9", "2035-03-09"),
        ("09.03.2035", "2035-03-09"),
        ("9.3.2035", "2035-03-09"),
        ("9/3/2035", "2035-03-09"),
        ("09-03-2035", "2035-03-09"),
        ("09.03.35", "2035-03-09"),
        ("9 March 2035", "2035-03-09"),
        ("9th March 2035", "2035-03-09"),
        ("9 of March 2035", "2035-03-09"),
        ("March 9, 2035", "2035-03-09"),
        ("9 Mar 2035", "2035-03-09"),
        ("9. März 2035", "2035-03-09"),
        ("9 mars 2035", "2035-03-09"),
        ("9 de marzo de 2035", "2035-03-09"),
        ("1er juin 2035", "2035-06-01"),
        ("9\u00a0March\u00a02035", "2035-03-09"),
        ("  9   March 2035. ", "2035-03-09"),
        ("March 2035", "2035-03"),
        ("Sept 2035", "2035-09"),
        ("Sep. 2035", "2035-09"),
        ("Sept. 2035", "2035-09"),
        ("end of March 2035", "2035-03"),
        ("by March 2035", "2035-03"),
        ("mid-March 2035", "2035-03"),
        ("03/2035", "2035-03"),
        ("3.2035", "2035-03"),
        ("2035-03", "2035-03"),
        ("2035/03", "2035-03"),
        ("Q1 2035", "2035-01"),
        ("Q3/2035", "2035-07"),
        ("2035 Q4", "2035-10"),
        pytest.param("2nd quarter 2035", "2035-04"),
        ("IV quarter of 2035", "2035-10"),
        ("2035", "2035"),
        pytest.param("end 2035", "2035"),
        ("by 2035", "2035"),
        pytest.param("end of 2035", "2035"),
        pytest.param(
            "by the end of 2035",
            "2035",
        ),
        pytest.param(
            "by end of 2035",
            "2035",
        ),
        ("mid-2035", "2035"),
    ],
)
def test_a_date_is_read_in_all_its_forms(printed: str, iso: str) -> None:
    """Plans are sorted and filtered by their dates, however their drafters wrote them."""
    assert date_of(printed) == iso


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "–",
        "TBC",
        "n/a",
        "ongoing",
        "13/2035",
        "40.01.2035",
        "31.13.2035",
        "12",
        "35",
        "OA 2.3",
        "90417/51",
        "Mars",
        "5 Foo 2035",
    ],
)
def test_what_is_no_date_is_none(printed: str) -> None:
    """A value that the document does not state is null, never a guess."""
    assert date_of(printed) is None


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(
            "31 February 2035",
        ),
        pytest.param(
            "30.02.2035",
        ),
        "32 January 2035",
        "0.1.2035",
    ],
)
def test_a_day_that_no_calendar_has_is_no_date(printed: str) -> None:
    """ISO dates are parsed by others: an impossible one breaks their import."""
    assert date_of(printed) is None


@pytest.mark.parametrize(
    ("printed", "iso"), [("Q1 2035", "2035-03"), ("2035 Q3", "2035-09"), ("IV quarter 2035", "2035-12")]
)
def test_a_quarter_that_ends_something_is_its_last_month(printed: str, iso: str) -> None:
    """ "Until Q1" lasts until March."""
    assert date_of(printed, is_end=True) == iso


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_reads_back_from_the_ways_in_which_it_is_printed(day: date) -> None:
    """Days come before months, as all over Europe."""
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%d.%m.%y"):
        assert date_of(day.strftime(form)) == day.isoformat(), form


@given(st.text(max_size=30))
def test_any_text_is_a_date_of_a_known_form_or_none(text: str) -> None:
    """No cell breaks a plan."""
    assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date_of(text) or "2000")


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("January – December 2035", ("2035-01", "2035-12")),
        pytest.param(
            "Jan-Dec 2035",
            ("2035-01", "2035-12"),
        ),
        ("01/2035-12/2036", ("2035-01", "2036-12")),
        ("01/2035 – 12/2036", ("2035-01", "2036-12")),
        ("2035-2036", ("2035", "2036")),
        ("2035 - 2036", ("2035", "2036")),
        ("2035 to 2036", ("2035", "2036")),
        ("from 1 March 2035 until 30 June 2036", ("2035-03-01", "2036-06-30")),
        ("between March and June 2035", ("2035-03", "2035-06")),
        ("1 March to 30 June 2035", ("2035-03-01", "2035-06-30")),
        ("1.3. – 30.6.2035", ("2035-03-01", "2035-06-30")),
        ("01.03.2035-30.06.2035", ("2035-03-01", "2035-06-30")),
        pytest.param(
            "3-14 June 2035",
            ("2035-06-03", "2035-06-14"),
        ),
        pytest.param(
            "3 – 14 June 2035",
            ("2035-06-03", "2035-06-14"),
        ),
        ("Q1 2035 – Q4 2036", ("2035-01", "2036-12")),
        ("as of March 2035 until 2036", ("2035-03", "2036")),
        ("2035", ("2035", "2035")),
        ("March 2035", ("2035-03", "2035-03")),
        ("9 June 2035", ("2035-06-09", "2035-06-09")),
        pytest.param(
            "Q2-Q4 2035",
            ("2035-04", "2035-12"),
        ),
        pytest.param(
            "2035/2036",
            ("2035", "2036"),
        ),
        pytest.param(
            "03-06/2035",
            ("2035-03", "2035-06"),
        ),
        ("TBC", (None, None)),
        ("–", (None, None)),
        ("throughout the cycle", (None, None)),
    ],
)
def test_a_period_gives_its_start_and_its_end(printed: str, period: tuple[str | None, str | None]) -> None:
    """Contract: a single date is both start and end; what is not stated is null."""
    assert period_of(printed) == period


# --- states and bodies ---------------------------------------------------------------------------------------------

MEMBERS = "AT BE BG HR CY CZ DK EE FI FR DE EL HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split()


def without(*codes: str) -> set[str]:
    return set(MEMBERS) - set(codes)


@pytest.mark.parametrize(
    ("cell", "actors"),
    [
        ("ES", ["ES"]),
        ("ES, IT, Europol", ["ES", "IT", "Europol"]),
        ("ES/IT/FR", ["ES", "IT", "FR"]),
        ("ES; IT; FR", ["ES", "IT", "FR"]),
        ("ES IT FR", ["ES", "IT", "FR"]),
        ("ES and IT", ["ES", "IT"]),
        ("ES & IT", ["ES", "IT"]),
        ("ES – IT", ["ES", "IT"]),
        ("ES, ES, IT", ["ES", "IT"]),
        ("GR", ["EL"]),
        ("EL, GR", ["EL"]),
        ("Spain, Greece and the Netherlands", ["ES", "EL", "NL"]),
        ("Czech Republic", ["CZ"]),
        ("Spain (lead), Italy (support)", ["ES", "IT"]),
        ("ES*, IT**", ["ES", "IT"]),
        ("MS: ES, IT; third countries: CH, NO; agencies: Europol", ["ES", "IT", "CH", "NO", "Europol"]),
        ("European Union Agency for Law Enforcement Cooperation", ["Europol"]),
        ("EMCDDA", ["EUDA"]),
        ("EBCGA, Eurojust", ["Frontex", "Eurojust"]),
        ("the European Commission", ["Commission"]),
        ("Bosnia and Herzegovina, RS", ["BA", "RS"]),
        ("AL, Bosnia and Herzegovina and ME", ["AL", "BA", "ME"]),
        ("MAOC (N), Frontex", ["MAOC (N)", "Frontex"]),
        ("MAOC(N)", ["MAOC (N)"]),
        ("ES, INTERPOL, WCO", ["ES", "INTERPOL", "WCO"]),
        ("IT, postal operators", ["IT", "postal operators"]),
        ("IT, Harbour Guild", ["IT", "Harbour Guild"]),
        ("IT, others", ["IT"]),
        ("IT, etc.", ["IT"]),
        pytest.param(
            "(ES)",
            ["ES"],
        ),
        ("TBC", []),
        ("ES, TBC", ["ES"]),
        ("–", []),
        ("n/a", []),
        ("none", []),
        ("", []),
        ("   ", []),
    ],
)
def test_a_cell_names_its_states_and_bodies(cell: str, actors: list[str], lexicon: Lexicon) -> None:
    """ "What does Spain lead?" is answered from codes: EL and not GR, bodies by their usual short name, each once."""
    assert list(actors_of(cell, lexicon)) == actors


@pytest.mark.parametrize(
    ("cell", "states", "others"),
    [
        ("all MS", without(), []),
        ("All Member States", without(), []),
        ("all the Member States", without(), []),
        ("All 27 MS", without(), []),
        ("27 MS", without(), []),
        ("EU-27", without(), []),
        ("MS (all)", without(), []),
        ("all EU MS", without(), []),
        ("all MS except DK", without("DK"), []),
        ("All MS (except DK)", without("DK"), []),
        ("all MS except for DK and IE", without("DK", "IE"), []),
        ("all MS except DK, IE", without("DK", "IE"), []),
        ("all MS, excluding Denmark and Ireland", without("DK", "IE"), []),
        ("all MS but not HU", without("HU"), []),
        ("MS except GR", without("EL"), []),
        ("all MS except DK, Europol, Frontex", without("DK"), ["Europol", "Frontex"]),
        ("all MS except DK; Europol", without("DK"), ["Europol"]),
        ("all MS except DK plus CH", without("DK"), ["CH"]),
        ("all MS (except DK), CH, NO", without("DK"), ["CH", "NO"]),
        ("all MS, Europol, Eurojust", without(), ["Europol", "Eurojust"]),
        ("Europol and all MS", without(), ["Europol"]),
        ("All MS without DK, and Europol", without("DK"), ["Europol"]),
        ("all MS apart from DK and IE", without("DK", "IE"), []),
        pytest.param(
            "all MS with the exception of DK",
            without("DK"),
            [],
        ),
        pytest.param(
            "all MS (DK excluded)",
            without("DK"),
            [],
        ),
        pytest.param(
            "MS: all except DK",
            without("DK"),
            [],
        ),
        pytest.param(
            "all Member States of the EU",
            without(),
            [],
        ),
        ("CH, NO, all MS except SE", without("SE"), ["CH", "NO"]),
    ],
)
def test_all_member_states_are_counted_out(cell: str, states: set[str], others: list[str], lexicon: Lexicon) -> None:
    """Contract: "All MS" expands to the 27 codes, "all MS except DK" to 26."""
    found = actors_of(cell, lexicon)
    assert set(found) & set(MEMBERS) == states
    assert [name for name in found if name not in MEMBERS] == others
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("cell", "actors"),
    [
        ("ES, IT; AT, BE to be informed", ["ES", "IT"]),
        ("ES, IT (informed: SE)", ["ES", "IT"]),
        ("ES, IT. Informed: SE, FI", ["ES", "IT"]),
        ("ES, IT; SE for information", ["ES", "IT"]),
        ("ES, IT; observers: NO, CH", ["ES", "IT", "NO", "CH"]),
        ("ES, NO (observer)", ["ES", "NO"]),
        ("ES; associated: UA, MD", ["ES", "UA", "MD"]),
    ],
)
def test_observers_take_part_and_those_merely_informed_do_not(cell: str, actors: list[str], lexicon: Lexicon) -> None:
    """Contract: observers and associated parties count, those merely informed do not."""
    assert list(actors_of(cell, lexicon)) == actors


@given(st.lists(st.sampled_from(MEMBERS), unique=True, max_size=27), st.sampled_from([", ", "/", "; ", " ", " - "]))
def test_a_list_of_codes_reads_back_in_its_order(codes: list[str], between: str) -> None:
    """The order of participants is the plan's."""
    assert list(actors_of(between.join(codes), load_lexicon())) == codes


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The action is led by ES together with Europol, and IT takes part in it.", ["ES", "Europol", "IT"]),
        ("It will be run in the ports of the north by NL with the help of Frontex.", ["NL", "Frontex"]),
        ("No one is named in this sentence, it says so at once.", []),
        ("Work in IT systems is part of it as of MAY, with the support of the desk.", ["IT"]),
    ],
)
def test_in_prose_only_codes_in_capitals_and_known_names_count(text: str, actors: list[str], lexicon: Lexicon) -> None:
    """A sentence is no list: "in", "it" and "no" are words there."""
    assert list(actors_of(text, lexicon, prose=True)) == actors


# --- teams ---------------------------------------------------------------------------------------------------------

Team = tuple[list[str], list[str], list[str]]


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("Led by ES, with IT as co-leader; BE, FR and Europol join.", (["ES"], ["IT"], ["BE", "FR", "Europol"])),
        ("Led by ES and co-led by IT, with the participation of NL and SE.", (["ES"], ["IT"], ["NL", "SE"])),
        ("Spain leads, Italy and Europol take part.", (["ES"], [], ["IT", "Europol"])),
        ("Leader: ES; co-leader: IT; participants: NL, SE", (["ES"], ["IT"], ["NL", "SE"])),
        ("Leader: ES. Co-leaders: IT and PT. Participants: NL, SE.", (["ES"], ["IT", "PT"], ["NL", "SE"])),
        (
            "Led by Europol and Frontex, together with all MS except DK",
            (["Europol", "Frontex"], [], sorted(without("DK"))),
        ),
        ("Headed by NL, with BE and DE as deputies; FR takes part.", (["NL"], ["BE", "DE"], ["FR"])),
        ("Under the leadership of PL, with LT and LV.", (["PL"], [], ["LT", "LV"])),
        pytest.param(
            "ES is the leader, IT and PT take part.",
            (["ES"], [], ["IT", "PT"]),
        ),
        pytest.param(
            "Led by: ES. Co-led by: IT, PT. Participants: NL, SE.",
            (["ES"], ["IT", "PT"], ["NL", "SE"]),
        ),
        pytest.param(
            "ES acts as leader and IT as co-leader; NL and SE take part.",
            (["ES"], ["IT"], ["NL", "SE"]),
        ),
        ("ES, IT, PT", ([], [], ["ES", "IT", "PT"])),
        ("", ([], [], [])),
    ],
)
def test_a_team_told_in_a_sentence_is_parted_into_its_parts(text: str, team: Team, lexicon: Lexicon) -> None:
    """Who leads is not who takes part: contract, fields of an action."""
    leader, deputies, others = team_of(text, lexicon)
    assert (list(leader), list(deputies)) == team[:2]
    assert sorted(others) == sorted(team[2])


# --- cells that say nothing, lists of indicators -------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell", ["–", "-", "—", "", "  ", "n/a", "N/A", "TBC", "tbd", "(TBC)", "none", "nil", "...", "…", "not applicable"]
)
def test_a_cell_that_says_nothing_is_empty(cell: str) -> None:
    """A dash is no funding, no status and no leader."""
    assert is_empty(cell)


@pytest.mark.parametrize("cell", ["0", "no", "ES", "ongoing", "none of the ports", "n"])
def test_a_cell_that_says_something_is_not(cell: str) -> None:
    """ "No" is an answer."""
    assert not is_empty(cell)


def cell(*lines: str) -> LaidText:
    return laid([line_of(line, base=100 + 14 * number) for number, line in enumerate(lines)], Spelling())


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (["\u2022 number of", "controls", "\u2022 kilos seized"], ["number of controls", "kilos seized"]),
        (["- number of controls", "- kilos seized;"], ["number of controls", "kilos seized"]),
        (["1. number of controls", "2. kilos seized"], ["number of controls", "kilos seized"]),
        (["a) number of controls", "b) kilos seized"], ["number of controls", "kilos seized"]),
        (["number of controls; kilos", "seized; arrests"], ["number of controls", "kilos seized", "arrests"]),
        (["Number of controls", "Kilos seized"], ["Number of controls", "Kilos seized"]),
        (["number of controls", "in ports"], ["number of controls in ports"]),
        (["Measured by:", "\u2022 arrests"], ["Measured by:", "arrests"]),
        (["\u2022 TBC"], []),
        (["\u2013"], []),
        (["number of controls."], ["number of controls"]),
    ],
)
def test_the_items_of_a_list_in_a_cell_are_parted(lines: list[str], items: list[str]) -> None:
    """Each indicator of an action is one entry, without its bullet or full stop."""
    assert list(items_of(cell(*lines))) == items
