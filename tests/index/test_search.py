"""What an analyst gets for a question on the sample corpus."""

import re
from pathlib import Path

import pytest

from api.operations.ask import ask
from api.operations.ingest import ingest
from api.operations.workspace import Workspace
from corpus.markings import OPEN
from index.search import Found
from tests.conftest import SAMPLE

QUESTIONS = ("overcrowded dinghies", "THB", "90210/41", "fake papers", "who is asked to pay for this", "OA 2.6")


def documents(workspace: Workspace) -> dict[str, str]:
    with workspace.seen() as view:
        return {d.id: d.source for d in view.documents.all()}


def test_a_paraphrase_is_found_without_its_words(sample_workspace: Workspace) -> None:
    found = ask(sample_workspace, "women forced to sell their bodies", limit=10)
    texts = " ".join(hit.text.casefold() for hit in found.hits)
    assert "prostitution" in texts
    assert "bodies" not in texts


def test_an_acronym_is_read_as_what_it_stands_for(sample_workspace: Workspace) -> None:
    found = ask(sample_workspace, "THB", limit=3)
    assert all("trafficking" in hit.text.casefold() for hit in found.hits)
    assert found.query.widened


@pytest.mark.parametrize("typed", ["90210/41", "ST 90210/41", "ST 90210 2041 INIT"])
def test_a_number_leads_to_its_paper_first(sample_workspace: Workspace, typed: str) -> None:
    found = ask(sample_workspace, typed, limit=3)
    assert found.hits[0].type == "document"
    assert documents(sample_workspace)[found.hits[0].document] == "st90210-41.pdf"


def test_an_action_is_found_by_its_number(sample_workspace: Workspace) -> None:
    found = ask(sample_workspace, "OA2.6", limit=2)
    with sample_workspace.seen() as view:
        first = view.records.get(found.hits[0].record or "")[0]
    assert (first.type, (first.number or "").removeprefix("OA ")) == ("action", "2.6")


def test_words_beside_a_number_say_which_of_several_is_meant(sample_workspace: Workspace) -> None:
    """Two plans of one year have an action 2.6 each."""
    for words in ("evening classes", "platforms"):
        found = ask(sample_workspace, f"OA 2.6 {words}", limit=2)
        assert words in found.hits[0].text


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_hit_says_where_it_stands_and_why(sample_workspace: Workspace, question: str) -> None:
    found = ask(sample_workspace, question, limit=10)
    assert found.hits
    scores = [hit.score for hit in found.hits]
    assert scores == sorted(scores, reverse=True)
    for hit in found.hits:
        assert hit.page
        assert hit.why
        assert hit.highlights or found.query.codes
        assert all(0 <= a < b <= len(hit.text) for a, b in hit.highlights)
        if hit.type != "document":
            assert hit.box is not None
    assert len({hit.record or hit.passage for hit in found.hits}) == len(found.hits)


def test_a_box_surrounds_the_words_of_a_hit(sample_workspace: Workspace) -> None:
    from extract.pdf import open_pdf

    found = ask(sample_workspace, "fake papers", limit=5)
    with sample_workspace.seen() as view:
        for hit in found.hits:
            document = view.documents.get(hit.document)
            with open_pdf(sample_workspace.blobs.get(document.sha256)) as pdf:
                page = pdf.page(hit.page or 0)
            assert hit.box is not None
            inside = " ".join(w.text for w in page.words if hit.box.holds_center_of(w.box))
            first = re.findall(r"\w{4,}", hit.text)[0]
            assert first in inside


def test_another_subject_has_no_hits_unless_they_are_asked_for(sample_workspace: Workspace) -> None:
    found = ask(sample_workspace, "sourdough starter for rye bread")
    assert found.nothing_relevant
    assert found.hits == ()
    assert ask(sample_workspace, "sourdough starter for rye bread", show_all=True).hits


@pytest.mark.parametrize("text", ["", "   ", "\x00\x1b[31m", '"unclosed', "AND", "-", "🙂", "a" * 10_000, "../../etc"])
def test_no_text_breaks_a_search(sample_workspace: Workspace, text: str) -> None:
    assert isinstance(ask(sample_workspace, text), Found)


@pytest.fixture(scope="module")
def public_home(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds only the sample's public papers."""
    home = tmp_path_factory.mktemp("public")
    (home / "models").symlink_to(sample_home / "models")
    with Workspace(sample_home) as everything, everything.seen() as view:
        public = [SAMPLE / d.source for d in view.documents.all() if OPEN.sees(d.marking)]
        assert 0 < len(public) < view.documents.count()
    with Workspace(home) as workspace:
        ingest(workspace, public)
    return home


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_may_not_be_seen_leaves_no_trace(sample_home: Path, public_home: Path, question: str) -> None:
    """A reader of public papers gets, score by score, the answer of a store that holds only the public papers."""
    with Workspace(sample_home, clearance=OPEN) as shared, Workspace(public_home) as alone:
        assert ask(shared, question, limit=50) == ask(alone, question, limit=50)


def test_the_same_question_gets_the_same_answer(sample_workspace: Workspace) -> None:
    assert ask(sample_workspace, "fake papers") == ask(sample_workspace, "fake papers")
