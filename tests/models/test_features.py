"""An action and a clause as numbers: finite, within their ranges, and those of the pair alone."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.lexicon import Lexicon
from models.encoder import Encoder
from models.features import NAMES, ActionText, ClauseText, TermWeights, areas_of, pair_features
from models.judge import load_judge
from models.words import stems
from tests.strategies import plain_sentences, texts

CORE = "To disrupt the trafficking of firearms"
ACTIONS = [
    ActionText("Parcels", "Search parcels at sorting centres for ammunition, and trace those who sent it."),
    ActionText("Calendar", "A meeting of the leaders to agree the calendar and the templates for reports."),
    ActionText("", "Controlled deliveries of cocaine through two container ports."),
]
CLAUSES = [
    ClauseText(CORE, CORE, ("Firearms trafficking",)),
    ClauseText("with a special focus on parcels", CORE, ("Firearms trafficking",), True),
    ClauseText("To seize cocaine in ports", "To seize cocaine in ports", ("Drugs trafficking",)),
]
WEIGHTS = TermWeights.fit([action.whole for action in ACTIONS] + [clause.in_context for clause in CLAUSES])


def column(name: str) -> int:
    return NAMES.index(name)


actions = st.builds(ActionText, texts | plain_sentences, texts | plain_sentences)
clauses = st.builds(
    ClauseText, texts | plain_sentences, texts | plain_sentences, st.lists(texts, max_size=2).map(tuple), st.booleans()
)


@settings(deadline=None, max_examples=25)
@given(st.lists(actions, max_size=3), st.lists(clauses, max_size=3))
def test_features_are_finite_whatever_the_texts_hold(
    encoder: Encoder, lexicon: Lexicon, some: list[ActionText], others: list[ClauseText]
) -> None:
    """An empty cell or a row of signs must not become a probability of "not a number"."""
    features = pair_features(some, others, encoder=encoder, weights=WEIGHTS, lexicon=lexicon)
    assert features.shape == (len(some), len(others), len(NAMES))
    assert np.isfinite(features).all()
    assert np.abs(features[:, :, :4]).max(initial=0) <= 1 + 1e-5  # cosines
    assert features[:, :, 4:9].min(initial=0) >= 0
    assert features[:, :, 4:7].max(initial=0) <= 1 + 1e-9  # shares of words


def test_a_pair_is_judged_by_its_own_texts(encoder: Encoder, lexicon: Lexicon) -> None:
    """A probability does not move when another plan is ingested."""

    def of(some: list[ActionText], others: list[ClauseText]) -> np.ndarray:
        return pair_features(some, others, encoder=encoder, weights=WEIGHTS, lexicon=lexicon)

    together = of(ACTIONS, CLAUSES)
    for row, action in enumerate(ACTIONS):
        for place, clause in enumerate(CLAUSES):
            assert np.allclose(of([action], [clause])[0, 0], together[row, place], atol=1e-5)


def test_features_say_what_their_names_say(encoder: Encoder, lexicon: Lexicon) -> None:
    """A link prints them as its reason; a reviewer must be able to believe the words."""
    features = pair_features(ACTIONS, CLAUSES, encoder=encoder, weights=WEIGHTS, lexicon=lexicon)
    parcels, calendar, cocaine = range(3)
    core, rider, drugs = range(3)
    assert features[parcels, rider, column("words_of_clause_shared")] > 0
    assert features[calendar, rider, column("words_of_clause_shared")] == 0
    assert features[parcels, core, column("areas_shared")] > 0
    assert features[cocaine, core, column("areas_in_conflict")] == 1
    assert features[parcels, core, column("areas_in_conflict")] == 0
    assert features[:, :, column("is_rider")].tolist() == [[0, 1, 0]] * 3
    assert features[calendar, core, column("general_support")] > features[parcels, core, column("general_support")] == 0
    best = features[:, :, column("meaning_alone")].argmax(axis=1)
    assert (best[parcels], best[cocaine]) in {(core, drugs), (rider, drugs)}


def test_only_a_riders_own_words_count_as_its_own(encoder: Encoder, lexicon: Lexicon) -> None:
    """An action on the aim's core that does not touch the rider earns nothing by the words that both share."""
    rider = ClauseText("with a special focus on firearms in parcels", CORE, (), True)
    about_core = ActionText("", "Trace firearms.")
    about_rider = ActionText("", "Search parcels.")
    features = pair_features([about_core, about_rider], [rider], encoder=encoder, weights=WEIGHTS, lexicon=lexicon)
    own = features[:, 0, column("words_distinct_shared")]
    assert own[0] == 0
    assert own[1] > 0
    assert features[0, 0, column("words_of_clause_shared")] > 0


@given(st.lists(plain_sentences, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_term_weights_do_not_depend_on_the_order_of_texts(sentences: list[str], dice: object) -> None:
    """The same pairs give the same file, byte for byte, in whatever order a folder lists them."""
    turned = sorted(sentences, key=lambda _: dice.random())  # type: ignore[attr-defined]
    there, back = TermWeights.fit(sentences), TermWeights.fit(turned)
    assert there == back
    assert list(there.weights) == list(back.weights) == sorted(there.weights)


@given(st.lists(plain_sentences, min_size=1, max_size=8))
def test_rarer_words_weigh_more_and_unseen_ones_most(sentences: list[str]) -> None:
    """What distinguishes a clause is what few others hold; a word that was never seen is as rare as can be."""
    weights = TermWeights.fit(sentences)
    counted = {term: sum(term in stems(text) for text in sentences) for text in sentences for term in stems(text)}
    by_count = sorted(counted, key=lambda term: counted[term])
    assert [weights.of(term) for term in by_count] == sorted((weights.of(t) for t in by_count), reverse=True)
    assert all(1 <= weights.of(term) <= weights.of("neverseenanywhere") for term in counted)
    assert weights.unseen == round(math.log((1 + len(sentences)) / 2) + 1, 4)


def test_the_weights_that_ship_know_the_field() -> None:
    """`network` stands in every plan, `parcel` in few; a probability may not change when the corpus grows, so they ship."""
    weights = load_judge().weights
    (network,), (rare,) = stems("networks"), stems("jewellery")
    assert 1 <= weights.of(network) < weights.of(rare) <= weights.unseen


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("the fight against trafficking in human beings", {"trafficking_in_human_beings"}),
        ("Ransomware and botnets", {"cyber_attacks"}),
        ("illegal dumping of drug waste", {"drugs"}),
        ("a police network", set()),
        ("a network of experts", set()),
        ("the new gangway", set()),
        ("a minor change to the threat assessment", set()),
        ("good practice for good officers", set()),
        ("Drugs. Waste is another matter", {"drugs", "environmental_crime"}),
        ("", set()),
    ],
)
def test_a_text_belongs_to_the_areas_that_it_names(lexicon: Lexicon, text: str, areas: set[str]) -> None:
    """Words shared with another subject count for nothing: areas tell networks of police from criminal ones."""
    assert set(areas_of(text, lexicon)) == areas


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("to stop the trafficking of firearms", "firearms"),
        ("drugs in ports", "drugs"),
        ("a cigarette factory was closed", "excise_fraud"),
        ("clandestine factories", "excise_fraud"),
        ("a cyber attack", "cyber_attacks"),
        ("CYBER\u2011ATTACKS", "cyber_attacks"),
        ("burglaries by night", "property_crime"),
    ],
)
def test_the_plainest_word_for_a_crime_is_enough(lexicon: Lexicon, text: str, area: str) -> None:
    """Aims and actions say `trafficking of firearms` as often as `firearms trafficking`."""
    assert area in areas_of(text, lexicon)


def test_a_mention_of_an_area_counts_once(lexicon: Lexicon) -> None:
    """`drugs` within `synthetic drugs` is no second sign of the same."""
    assert areas_of("synthetic drugs", lexicon) == areas_of("synthetic drug", lexicon) == {"drugs": 2.0}
    assert areas_of("synthetic drugs, and other drugs", lexicon) == {"drugs": 3.0}


@pytest.mark.parametrize(
    ("action", "whole", "sentences"),
    [
        (ActionText("T", "One thing that is done. Then; another thing is done."), None, 3),
        (ActionText("T", "T"), "T", 1),
        (ActionText("", "Short."), "Short.", 1),
        (ActionText("", ""), "", 1),
    ],
)
def test_an_action_can_be_read_whole_and_in_parts(action: ActionText, whole: str | None, sentences: int) -> None:
    """One sentence of a long description may be all that touches a clause; there is always one to compare."""
    assert len(action.sentences) == sentences
    assert whole is None or action.whole == whole
