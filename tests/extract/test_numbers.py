"""Quantities: any amount in any spelling gives its value, and what only looks like one counts nothing."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extract.measures import in_unit, unit_in_label
from extract.numbers import bare_quantity, is_figure, quantities
from extract.numerals import number_words, value_of, value_of_words

THOUSANDS = ["", " ", "\u00a0", "\u2009", "\u202f", ",", ".", "'", "’"]
SCALES = {"": 1, " million": 10**6, " billion": 10**9, "m": 10**6, " thousand": 1000, "bn": 10**9}
MONEY = ["EUR {}", "€{}", "€ {}", "EUR\u00a0{}", "{} euros", "{} EUR", "{}\u00a0€"]


def grouped(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


def only(text: str, language: str = "en") -> tuple[float, str | None, str | None]:
    (found,) = quantities(text, language)
    return found.value, found.unit, found.qualifier


@given(st.integers(2, 10**9), st.sampled_from(THOUSANDS), st.sampled_from(["arrests were made", "victims", "of them"]))
def test_a_count_reads_the_same_whatever_parts_its_thousands(number: int, sign: str, behind: str) -> None:
    """Thin spaces, non-breaking spaces, commas, dots and apostrophes come from the producers' languages."""
    assume(not (sign == "" and 1900 <= number <= 2100))  # a year
    assert only(f"{grouped(number, sign)} {behind}") == (number, None, None)


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from(list(SCALES)), st.sampled_from(MONEY))
def test_a_sum_reads_the_same_however_currency_and_scale_are_set(
    whole: int, tenth: int, scale: str, money: str
) -> None:
    """EUR before or after, "1.2 million" or "1,2m": the value is in euros."""
    for sign in ".,":
        printed = f"{whole}{sign}{tenth}{scale}" if tenth else f"{whole}{scale}"
        value, unit, _ = only(money.format(printed) + " in cash")
        assert (round(value, 3), unit) == (round((whole + tenth / 10) * SCALES[scale], 3), "EUR")


@given(st.integers(1, 99), st.integers(0, 999), st.integers(0, 99))
def test_thousands_and_decimals_are_told_apart_by_the_last_sign(millions: int, thousands: int, cents: int) -> None:
    """1,234.56 and 1.234,56 are one amount."""
    wanted = millions * 1000 + thousands + cents / 100
    assert value_of(f"{millions},{thousands:03}.{cents:02}") == pytest.approx(wanted)
    assert value_of(f"{millions}.{thousands:03},{cents:02}") == pytest.approx(wanted)


@given(st.integers(2, 999_999))
def test_a_number_in_words_has_its_value(number: int) -> None:
    """ "Twenty-nine" is 29, and so for all numbers that somebody might write out."""
    assert value_of_words(spelt(number), "en") == number


def spelt(number: int) -> str:
    """English words for a number below a million."""
    names = {value: word for word, value in number_words("en").items() if word != "dozen"}
    if number in names and number < 100:
        return names[number]
    if number < 100:
        return f"{names[number // 10 * 10]}-{names[number % 10]}"
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if size == 100 or rest < 100 else " "
            return f"{spelt(number // size)} {name}" + (f"{joint}{spelt(rest)}" if rest else "")
    return names[number]


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("over 1 200 officers", 1200, None, "over"),
        ("some 15 200 officers", 15200, None, "some"),
        ("nearly EUR 310 million", 310_000_000, "EUR", "nearly"),
        ("at least 71 networks", 71, None, "at least"),
        ("no fewer than 2 000 lorries", 2000, None, "no fewer than"),
        ("an estimated 40 tonnes", 40, "tonnes", "an estimated"),
        ("losses estimated at EUR 214 million", 214_000_000, "EUR", "estimated at"),
        ("> 85 000 documents", 85000, None, ">"),
        ("12 000+ servers", 12000, None, "+"),
        ("half a million documents", 500_000, None, None),
        ("two dozen cars", 24, None, None),
        ("41 % of actions", 41, "%", None),
        ("21 per cent children", 21, "%", None),
        ("30 to 35 tonnes of refrigerants", 30, "tonnes", None),
        ("between 190 and 200 kg", 190, "kg", None),
        ("EUR20 million", 20_000_000, "EUR", None),
        ("€38.5M in cash", 38_500_000, "EUR", None),
        ("11.2K arrests", 11200, None, None),
        ("1.4 t of explosives", 1.4, "tonnes", None),
        ("18 TB of material", 18, "TB", None),
        ("1.264 million parcels", 1_264_000, None, None),
    ],
)
def test_bounds_scales_and_units_are_read_as_printed(
    text: str, value: float, unit: str | None, qualifier: str | None
) -> None:
    """A lower bound stays one, and a range gives its lower end."""
    assert only(text) == (value, unit, qualifier)


def test_two_numbers_that_are_joined_are_no_range() -> None:
    """ "12 and 7 vans" are two counts; "from 12 990 to 13 871" two more."""
    assert [q.value for q in quantities("12 and 7 vans")] == [12, 7]
    assert [q.value for q in quantities("arrests rose from 12 990 to 13 871")] == [12990, 13871]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("1,3 Millionen Euro Bargeld", "de", 1_300_000, "EUR"),
        ("rund 41.200 Fahrzeuge", "de", 41200, None),
        ("640 millions d’euros", "fr", 640_000_000, "EUR"),
        ("quatre cents perquisitions", "fr", 400, None),
        ("más de 700 millones de euros", "es", 700_000_000, "EUR"),
        ("once terceros países", "es", 11, None),
        ("otto tonnellate", "it", 8, "tonnes"),
        ("vinte e duas toneladas", "pt", 22, "tonnes"),
    ],
)
def test_numbers_are_read_in_the_languages_of_the_union(
    text: str, language: str, value: float, unit: str | None
) -> None:
    """Press offices translate their sheets."""
    assert only(text, language)[:2] == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "in 2044",
        "the cycle 2041-2044",
        "on 14 March 2049",
        "Article 9 of Regulation (EU) 2016/794",
        "document 9921/21",
        "ST 9921 2021 INIT",
        "see page 12 and section 4",
        "telephone +31 70 302 5000",
        "the 3rd meeting",
        "at 10:30",
        "OA 1.2 and CHSG 3",
        "four in five",
        "1 in 3 suspects",
        "9 out of 10 cases",
        "three times as much",
        "within 48 hours",
        "for 12 years",
        "persons under 18",
        "the average age was 19",
        "an increase of 12 %",
        "up 12 %",
        "37 more than a year earlier",
        "two thirds of them",
        "one of them",
        "EUR 50 notes",
        "www.example.eu/2044/12",
    ],
)
def test_what_only_looks_like_a_count_counts_nothing(text: str) -> None:
    """A year, an article or a telephone number among the results would make every sum wrong."""
    assert quantities(text) == ()


def test_a_tile_is_a_number_with_its_unit_and_nothing_else() -> None:
    """ "2044" is no tile, "13 408 arrests" not the number of one."""
    assert bare_quantity("over EUR 920 million") is not None
    assert bare_quantity("13 408 arrests") is None
    assert bare_quantity("2044") is None
    assert is_figure("13 408 arrests")
    assert not is_figure("2044 in figures")


@pytest.mark.parametrize(
    ("label", "unit", "scale", "rest"),
    [
        ("Assets seized (EUR million)", "EUR", 10**6, "Assets seized"),
        ("Assets seized (million EUR)", "EUR", 10**6, "Assets seized"),
        ("Drugs seized (tonnes)", "tonnes", 1, "Drugs seized"),
        ("Drugs seized, in kg", "kg", 1, "Drugs seized"),
        ("Litres of spirits", "litres", 1, "of spirits"),
        ("million cigarettes", None, 10**6, "cigarettes"),
        ("Ammunition (rounds)", None, 1, "Ammunition (rounds)"),
        ("Tonne-kilometres", None, 1, "Tonne-kilometres"),
    ],
)
def test_a_label_may_state_the_unit(label: str, unit: str | None, scale: float, rest: str) -> None:
    """In tables and tiles the unit often stands beside what is counted."""
    assert unit_in_label(label) == (unit, scale, rest)


def test_a_unit_may_stand_in_a_column_of_its_own() -> None:
    """ "EUR million" and "million pieces" are told by their words, in either order."""
    assert in_unit("EUR million") == ("EUR", 10**6, "")
    assert in_unit("million pieces") == (None, 10**6, "pieces")
    assert in_unit("pieces") == (None, 1.0, "pieces")
