"""The algebra of boxes: every stage of the reader stands on it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.geometry import Box, hull
from tests.strategies import boxes


@given(boxes(), boxes())
def test_a_union_holds_both_and_nothing_smaller_does(one: Box, two: Box) -> None:
    """A record's box must hold all of its words, and no line of its neighbour."""
    both = one.union(two)
    assert both == two.union(one)
    assert both.x0 in (one.x0, two.x0)
    assert both.bottom in (one.bottom, two.bottom)
    for box in (one, two):
        assert both.x0 <= box.x0 <= box.x1 <= both.x1
        assert both.top <= box.top <= box.bottom <= both.bottom


@given(boxes(), boxes())
def test_an_intersection_lies_in_both_and_has_an_area(one: Box, two: Box) -> None:
    """Boxes that only touch share nothing: a rule between two cells belongs to neither."""
    common = one.intersection(two)
    assert common == two.intersection(one)
    if common is None:
        assert one.overlap_x(two) == 0 or one.overlap_y(two) == 0
    else:
        assert common.area > 0
        assert common.union(one) == one
        assert common.union(two) == two
        assert (common.width, common.height) == (one.overlap_x(two), one.overlap_y(two))


@given(boxes())
def test_a_box_with_an_area_meets_itself_and_holds_its_center(box: Box) -> None:
    """A cell finds its own words by their centers."""
    assert box.holds_center_of(box)
    assert box.intersection(box) == (box if box.width > 0 and box.height > 0 else None)


@given(boxes(), st.floats(0, 100).map(lambda value: round(value, 2)))
def test_growing_adds_the_same_on_each_side(box: Box, by: float) -> None:
    """Tolerances are stated in points on a side."""
    grown = box.grown(by)
    assert grown.union(box) == grown
    assert math.isclose(grown.width, box.width + 2 * by, abs_tol=1e-6)
    assert math.isclose(grown.center_y, box.center_y, abs_tol=1e-6)


@given(boxes(), boxes())
def test_overlaps_are_symmetric_and_never_negative(one: Box, two: Box) -> None:
    """Shares of a width are computed from them."""
    assert one.overlap_x(two) == two.overlap_x(one) >= 0
    assert one.overlap_y(two) == two.overlap_y(one) >= 0
    assert one.overlap_x(two) <= min(one.width, two.width) + 1e-9


@given(st.lists(boxes(), min_size=1, max_size=6))
def test_a_hull_does_not_depend_on_the_order(found: list[Box]) -> None:
    """The order in which a PDF draws its words must not move a record's box."""
    together = hull(found)
    assert together == hull(reversed(found))
    assert all(together.union(box) == together for box in found)


def test_a_hull_of_nothing_is_refused() -> None:
    """There is no box at nowhere: a record without words is a mistake of the reader, not a box at the corner."""
    with pytest.raises(ValueError, match="no boxes"):
        hull([])


@given(boxes())
def test_rounding_twice_is_rounding_once(box: Box) -> None:
    """The same PDF gives the same bytes of JSON."""
    assert box.rounded() == box.rounded().rounded()
    assert abs(box.rounded().x0 - box.x0) <= 0.005 + 1e-9


@pytest.mark.parametrize(
    ("box", "area"), [(Box(0, 0, 3, 4), 12), (Box(5, 5, 5, 9), 0), (Box(9, 0, 3, 4), 0), (Box(9, 8, 3, 4), 0)]
)
def test_an_inverted_box_has_no_area(box: Box, area: float) -> None:
    """PDFs hold rectangles with negative width; they cover nothing."""
    assert box.area == area
