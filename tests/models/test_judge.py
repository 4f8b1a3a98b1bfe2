"""Levels and probabilities: they agree with each other, quote what they rest on, and come from pairs that ship."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ModelError
from corpus.lexicon import Lexicon
from models import judge as module
from models.datasets import sample_plans
from models.encoder import Encoder
from models.features import NAMES, ActionText, ClauseText, Matrix, TermWeights, pair_features
from models.judge import Judge, as_json, evidence_words, judge_from, load_judge
from models.training import fit, write
from tests.strategies import plain_sentences

SHIPPED = Path(module.__file__).parent / "shipped" / "judge.json"
JUDGE = load_judge()


def pairs(seed: int, shape: tuple[int, int] = (4, 5)) -> Matrix:
    """Features as they occur, and somewhat beyond."""
    regression = JUDGE.regressions[2]
    drawn = np.random.default_rng(seed).normal(size=(*shape, len(NAMES)))
    return np.asarray(regression.mean + 3 * regression.scale * drawn)


def with_thresholds(one: float, two: float, three: float) -> Judge:
    return Judge("test", JUDGE.regressions, {1: one, 2: two, 3: three}, JUDGE.weights)


seeds = st.integers(0, 2**32 - 1)
chances = st.floats(0, 1)


@given(seeds)
def test_level_and_probability_never_contradict_each_other(seed: int) -> None:
    """What is listed as covering has a higher probability than anything that is not: one list, one order."""
    levels, probabilities = JUDGE.judge(pairs(seed))
    assert levels.shape == probabilities.shape == (4, 5)
    assert set(np.unique(levels)) <= {0, 1, 2, 3}
    assert ((probabilities >= 0) & (probabilities <= 1)).all()
    covers = levels >= 2
    assert (covers == (probabilities >= JUDGE.thresholds[2])).all()
    if covers.any() and not covers.all():
        assert probabilities[covers].min() > probabilities[~covers].max()


@given(seeds, chances, chances, chances, st.integers(1, 3), chances)
def test_a_lower_threshold_never_lowers_a_level(
    seed: int, one: float, two: float, three: float, which: int, other: float
) -> None:
    """An analyst who wants more links loses none."""
    before = {1: one, 2: two, 3: three}
    after = {**before, which: min(before[which], other)}
    strict, _ = with_thresholds(*before.values()).judge(pairs(seed))
    loose, _ = with_thresholds(*after.values()).judge(pairs(seed))
    assert (loose >= strict).all()


@given(seeds)
def test_a_pair_is_judged_alike_alone_and_among_others(seed: int) -> None:
    """The level of a link does not depend on what else was judged in that run."""
    features = pairs(seed)
    levels, probabilities = JUDGE.judge(features)
    alone, chance = JUDGE.judge(features[1:2, 3:4])
    assert alone[0, 0] == levels[1, 3]
    assert chance[0, 0] == pytest.approx(probabilities[1, 3])
    nothing, _ = JUDGE.judge(features[:0])
    assert nothing.shape == (0, 5)


def test_the_shipped_thresholds_are_chances() -> None:
    """A threshold of 0 would link everything, one above 1 nothing."""
    assert set(JUDGE.thresholds) == set(JUDGE.regressions) == {1, 2, 3}
    assert all(0 < threshold < 1 for threshold in JUDGE.thresholds.values())


FIREARMS = "To disrupt the trafficking of firearms in the Union"
HUMANS = "To disrupt criminal networks that traffic human beings"
PARCELS = "with a special focus on firearms sent by parcel"
ACTIONS = {
    "parcels": ActionText(
        "Parcel searches for firearms",
        "Customs officers search parcels for firearms and their parts at sorting centres.",
    ),
    "brothels": ActionText(
        "Screening of brothels", "Joint action days against trafficking in human beings in brothels and on farms."
    ),
    "meeting": ActionText("Kick-off", "A meeting of all leaders to agree the calendar and the templates for reports."),
    "cocaine": ActionText("Deliveries", "Joint controlled deliveries of cocaine through container ports."),
}
CLAUSES = {
    "firearms": ClauseText(FIREARMS, FIREARMS, ("Firearms trafficking",)),
    "parcels": ClauseText(PARCELS, FIREARMS, ("Firearms trafficking",), True),
    "humans": ClauseText(HUMANS, HUMANS, ("Trafficking in human beings",)),
}


@pytest.mark.parametrize(
    ("action", "clause", "covers"),
    [
        ("parcels", "firearms", True),
        ("parcels", "parcels", True),
        ("parcels", "humans", False),
        ("brothels", "humans", True),
        ("brothels", "parcels", False),
        ("meeting", "firearms", False),
        ("meeting", "parcels", False),
        ("cocaine", "firearms", False),
        ("cocaine", "humans", False),
    ],
)
def test_plain_pairs_are_judged_as_a_person_would(
    encoder: Encoder, lexicon: Lexicon, action: str, clause: str, covers: bool
) -> None:
    """Contract, section 2: conduct and object make a link; a shared topic word or a meeting does not."""
    one, other = [ACTIONS[action]], [CLAUSES[clause]]
    levels, _ = JUDGE.judge(pair_features(one, other, encoder=encoder, weights=JUDGE.weights, lexicon=lexicon))
    assert (levels[0, 0] >= 2) == covers


WEIGHTS = TermWeights.fit(["search parcels for firearms", "search boats", "seize boats"])


@given(plain_sentences, st.lists(plain_sentences, min_size=1, max_size=3), plain_sentences)
def test_evidence_is_quoted_from_both_texts(title: str, sentences: list[str], clause: str) -> None:
    """A reviewer looks for these words on the page: they must stand there as they are printed."""
    action = ActionText(title, ". ".join(sentences) + ".")
    for_action, for_clause = evidence_words(action, ClauseText(clause, clause), WEIGHTS)
    assert for_action in title or for_action in action.text
    assert for_clause
    assert for_clause in clause


def test_evidence_is_the_part_that_speaks_of_the_clause() -> None:
    """Of a long description the one sentence; of the clause, from the first to the last shared word."""
    action = ActionText(
        "Joint action days", "Leaders meet twice a year. Officers search parcels and boats for firearms."
    )
    clause = ClauseText(
        "with a special focus on firearms that are sent in parcels within the Union", FIREARMS, (), True
    )
    assert evidence_words(action, clause, WEIGHTS) == (
        "Officers search parcels and boats for firearms.",
        "firearms that are sent in parcels",
    )


def test_a_pair_without_a_common_word_shows_the_whole_clause() -> None:
    """Linked by meaning alone: nothing is underlined that is not shared."""
    action = ActionText("", "Underground bankers are identified.")
    clause = ClauseText("hawala", "hawala")
    assert evidence_words(action, clause, WEIGHTS) == ("Underground bankers are identified.", "hawala")


@pytest.mark.parametrize("harm", ["missing", "torn", "older features", "no regressions", "a list"])
def test_a_judge_that_can_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str) -> None:
    """A damaged installation says so before a single pair is judged by it."""
    text = SHIPPED.read_text(encoding="utf-8")
    data = json.loads(text)
    harmed = {
        "torn": text[:400],
        "older features": json.dumps({**data, "features": list(NAMES[:-1])}),
        "no regressions": json.dumps({key: value for key, value in data.items() if key != "regressions"}),
        "a list": "[]",
    }
    (tmp_path / "shipped").mkdir()
    if harm in harmed:
        (tmp_path / "shipped" / "judge.json").write_text(harmed[harm], encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    with pytest.raises(ModelError) as refused:
        load_judge()
    assert refused.value.remedy


def test_features_in_another_order_are_refused() -> None:
    """A weight that meets the wrong number gives a probability that looks right."""
    data = json.loads(SHIPPED.read_text(encoding="utf-8"))
    with pytest.raises(ValueError, match="other features"):
        judge_from({**data, "features": list(reversed(NAMES))})


def test_the_judge_that_ships_is_the_one_that_the_sample_gives(
    encoder: Encoder, lexicon: Lexicon, tmp_path: Path
) -> None:
    """Anybody can fit it again from the pairs that ship, byte for byte; an edit by hand or a forgotten fit shows here."""
    write(fit(sample_plans(), encoder, lexicon), tmp_path / "judge.json")
    assert (tmp_path / "judge.json").read_bytes() == SHIPPED.read_bytes()


def test_a_judge_that_judges_otherwise_bears_another_version() -> None:
    """Links are stored under it: after an update those of the old fit must not pass for up to date."""
    judge = load_judge()
    about: dict[str, str] = {}
    same, other = (as_json(judge.regressions, {1: first, 2: 0.5, 3: 0.5}, judge.weights, about) for first in (0.1, 0.2))
    assert same["version"] != other["version"]
    assert (
        as_json(judge.regressions, {1: 0.1, 2: 0.5, 3: 0.5}, judge.weights, {"fitted": "again"})["version"]
        == (same["version"])
    )
    assert as_json(judge.regressions, judge.thresholds, judge.weights, about)["version"] == judge.version


def test_what_the_judge_says_of_itself_has_a_definition() -> None:
    """The file names what it was fitted on and how it did on plans that it had not seen."""
    about = json.loads(SHIPPED.read_text(encoding="utf-8"))["about"]
    plans = sample_plans()
    assert about["plans"] == [plan.name for plan in plans]
    assert about["pairs"] == sum(plan.levels.size for plan in plans)
    assert about["covering"] == sum(int((plan.levels >= 2).sum()) for plan in plans)
    assert all(0 <= about["unseen"][figure] <= 1 for figure in ("f1", "ap", "brier", "ece"))
