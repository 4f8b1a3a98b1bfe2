"""The English pipeline: tokens that point into the text, and weights that are those that were pinned."""

import importlib
import importlib.util
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import ModelAltered, ModelMissing
from models import language as module
from models.language import Language, common_words, weights_hash
from tests.strategies import plain_sentences

ODD = [
    "To disrupt criminal networks, with a special focus on those that launder proceeds; and to seize assets.",
    "Zügig – “quoted” … €5,000\u00a0and\n\n a line-\nbreak",
    "OA 2.3: 90001/1/31 REV 1 (see Annex II, point 3.2).",
    "\u200b \U0001f46e\u200d\u2640\ufe0f x",
    " ",
]


def check(text: str, tokens: tuple[module.Token, ...]) -> None:
    """Offsets spell the tokens, in order; heads are tokens, and lead to a root without a circle."""
    end = 0
    for position, token in enumerate(tokens):
        assert text[token.start : token.end] == token.text
        assert end <= token.start < token.end
        assert not text[end : token.start].strip()
        end = token.end
        seen = {position}
        at = token.head
        while tokens[at].head != at:
            assert at not in seen
            seen.add(at)
            at = tokens[at].head
    assert not text[end:].strip()


@pytest.mark.parametrize("text", ODD)
def test_tokens_point_into_the_text_that_was_given(language: Language, text: str) -> None:
    """A clause is cut out of its aim by these offsets, and its box found by them."""
    (tokens,) = language.parse([text])
    check(text, tokens)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(max_size=60) | plain_sentences, max_size=4))
def test_every_text_has_its_tokens_whatever_it_holds(language: Language, texts: list[str]) -> None:
    """Extracted text holds anything; one answer comes for each text, in order."""
    parsed = list(language.parse(texts))
    assert len(parsed) == len(texts)
    for text, tokens in zip(texts, parsed, strict=True):
        check(text, tokens)


def test_a_parse_does_not_depend_on_its_neighbours(language: Language) -> None:
    """The same aim gives the same clauses, whichever document it is read with."""
    together = list(language.parse(ODD))
    assert [next(language.parse([text])) for text in ODD] == together
    assert list(language.parse(reversed(ODD))) == together[::-1]
    assert list(Language().parse(ODD)) == together


def test_nothing_has_no_tokens(language: Language) -> None:
    """An empty cell is a text too."""
    assert list(language.parse(["", ""])) == [(), ()]
    assert list(language.parse([])) == []


def test_the_object_of_an_aim_hangs_on_its_verb(language: Language) -> None:
    """Splitting aims stands on these labels; a pipeline with others would split them wrongly and say nothing."""
    (tokens,) = language.parse(["To seize the assets of smugglers, in particular boats."])
    verb, assets = tokens[1], next(token for token in tokens if token.text == "assets")
    assert (verb.text, verb.tag, verb.dep, verb.head) == ("seize", "VB", "ROOT", 1)
    assert (assets.dep, tokens[assets.head].text) == ("dobj", "seize")


def test_heads_are_counted_from_the_start_of_the_text(language: Language) -> None:
    """A description of several sentences is one text: a word of the last one hangs on a verb of the last one."""
    text = "They search the parcels. They study the routes. They freeze the accounts."
    (tokens,) = language.parse([text])
    hangs = {token.text: tokens[token.head].text for token in tokens if token.dep == "dobj"}
    assert hangs == {"parcels": "search", "routes": "study", "accounts": "freeze"}
    assert [token.text for place, token in enumerate(tokens) if token.head == place] == ["search", "study", "freeze"]


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a copy of the pipeline, which is the only one that can be found; named after the test."""
    name = next(name for name in module._PACKAGES if importlib.util.find_spec(name))
    source = Path(importlib.import_module(name).__file__ or "").parent
    package = tmp_path / f"copied_{tmp_path.name}"
    shutil.copytree(source, package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(module, "_PACKAGES", (package.name,))
    return next(package.glob("*-3.8.*"))


@pytest.mark.parametrize("part", ["tok2vec", "tagger", "parser"])
def test_altered_weights_are_refused(copied: Path, part: str) -> None:
    """The package is a re-upload: it is trusted only as far as it is the very bytes that were measured."""
    with (copied / part / "model").open("r+b") as file:
        file.seek(-9, 2)
        byte = file.read(1)
        file.seek(-9, 2)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(ModelAltered, match=copied.parent.name) as refused:
        next(Language().parse(["To seize assets."]))
    assert refused.value.remedy


def test_a_copy_with_the_same_weights_parses_alike(copied: Path, language: Language) -> None:
    """The hash is over the weights: where the package stands, and under which name, is nothing to it."""
    assert weights_hash(copied) == module._SHA256
    assert list(Language().parse(ODD)) == list(language.parse(ODD))


def test_another_version_is_refused(copied: Path) -> None:
    """Other versions cut clauses elsewhere; figures were measured with this one."""
    copied.rename(copied.with_name(copied.name.replace("3.8", "3.7")))
    with pytest.raises(ModelMissing, match=r"3\.8") as refused:
        next(Language().parse(["To seize assets."]))
    assert "pip install" in refused.value.remedy


def test_a_pipeline_that_is_not_installed_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is downloaded at run time; the remedy is a line to paste."""
    monkeypatch.setattr(module, "_PACKAGES", ("no_such_pipeline",))
    with pytest.raises(ModelMissing) as refused:
        next(Language().parse(["To seize assets."]))
    assert "pip install" in refused.value.remedy


def test_the_version_names_model_and_release(language: Language) -> None:
    """It is part of provenance: documents are read again when the pipeline changes."""
    assert language.version == Language().version == "en_core_web_sm-3.8.0"


def test_common_words_tell_broken_words_from_compounds() -> None:
    """`opera-` at a line's end and `tion` make a word; they are looked up here."""
    words = common_words()
    assert {"operation", "police", "trafficking", "cooperation", "smuggling"} <= words
    assert not {"opera-", "##tion", "polic", "of", "re", "2031"} & words
    assert all(word.isalpha() and len(word) > 2 for word in words)
    assert len(words) > 15_000
