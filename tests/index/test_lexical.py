"""The word index: stems, codes, words to leave out, clearance, one order."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.errors import GenerationError
from index.lexical import Entry, LexicalIndex, Terms, highlights
from models.words import stems

ENTRIES = (
    Entry(0, "To seize weapons that are printed at home", "Firearms"),
    Entry(1, "Officers who seize printed weapons", "Firearms", codes=("oa1.2", "1.2", "action1.2")),
    Entry(2, "To stop the trafficking of victims", "Trafficking in human beings", mentions=("oa1.2",)),
    Entry(3, "Money that changes hands", "Weapons"),
)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    return LexicalIndex.build(tmp_path_factory.mktemp("lexical") / "words", ENTRIES)


def rows(found: Sequence[tuple[int, float]]) -> list[int]:
    return [row for row, _ in found]


def test_other_forms_of_a_word_are_found(words: LexicalIndex) -> None:
    assert set(rows(words.search(Terms("seizing a weapon"), 9))) == {0, 1, 3}


def test_an_exact_code_comes_before_what_only_mentions_it(words: LexicalIndex) -> None:
    assert rows(words.search(Terms(codes=("oa1.2",)), 9)) == [1, 2]


def test_words_can_be_left_out(words: LexicalIndex) -> None:
    assert rows(words.search(Terms("seize weapons", without=("officers",)), 9)) == [0, 3]


def test_bearing_a_code_is_told_from_mentioning_it(words: LexicalIndex) -> None:
    assert words.with_codes(("oa1.2",), 9) == {1}
    assert words.with_codes((), 9) == set()


@pytest.mark.parametrize("text", ["", "the of and", "AND OR NOT", '"', "body:", "+-*/()[]{}^~", "a" * 5_000])
def test_no_text_breaks_it(words: LexicalIndex, text: str) -> None:
    assert isinstance(words.search(Terms(text), 9), list)


def test_a_torn_folder_is_told(tmp_path: Path) -> None:
    LexicalIndex.build(tmp_path / "words", ENTRIES)
    (tmp_path / "words" / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(GenerationError, match="doctor --repair"):
        LexicalIndex.read(tmp_path / "words")


def test_highlights_are_the_words_that_match() -> None:
    text = "Seizures of weapons, seized at sea"
    assert [text[a:b] for a, b in highlights(text, stems("seize a weapon"))] == ["weapons", "seized"]
    assert highlights(text, []) == ()
