"""Texts to unit vectors: a sentence-transformers model, exported once, served by ONNX Runtime.

Serving imports neither torch nor sentence-transformers: it starts in a fifth of a second instead of seconds. What the
export writes stands in a folder of its own; `models.export` makes it and proves it equal to the original.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

Vectors = npt.NDArray[np.float32]

_BATCH = 32  # windows that are encoded at once
CARD = "card.json"


@dataclass(frozen=True, slots=True)
class EncoderCard:
    """What an exported model is.

    `window` is how many word pieces it reads at once, special ones included; `weights` the sha256 of the original's
    weights; `agreement` the lowest cosine between its vectors and the original's on the probe sentences.
    """

    name: str
    dimensions: int
    window: int
    weights: str
    agreement: float
    query_prompt: str = ""
    document_prompt: str = ""
    lower_case: bool = False

    @property
    def version(self) -> str:
        """Tells vectors of one model from those of another: part of the key under which they are stored."""
        return f"{self.name}@{self.weights[:12]}"


class Encoder(Protocol):
    """What turns texts into vectors."""

    @property
    def card(self) -> EncoderCard: ...

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """Unit vectors, one row a text: shape (len(texts), dimensions), float32."""
        ...

    def pieces(self, text: str) -> list[tuple[int, int]]:
        """The offsets of the text's word pieces."""
        ...


class OnnxEncoder:
    """An exported model. Loads on first use; one thread, so that the same text gives the same bytes everywhere."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self._card = EncoderCard(**json.loads((folder / CARD).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as exc:
            raise ModelError(
                f"{folder}: the exported model has no readable card ({type(exc).__name__}).",
                remedy="Delete the folder; the next run exports it again.",
            ) from exc

    @property
    def card(self) -> EncoderCard:
        return self._card

    @cached_property
    def _session(self) -> "onnxruntime.InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(
                str(self._folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as exc:  # ONNX Runtime raises types of its own for each kind of damage
            raise ModelError(
                f"{self._folder / 'model.onnx'}: can't be loaded ({type(exc).__name__}).",
                remedy="Delete the folder; the next run exports it again.",
            ) from exc

    @cached_property
    def _tokenizer(self) -> "tokenizers.Tokenizer":
        import tokenizers

        path = self._folder / "tokenizer.json"
        try:
            tokenizer = tokenizers.Tokenizer.from_file(str(path))
        except Exception as exc:  # the library raises no class of its own
            raise ModelError(
                f"{path}: can't be loaded ({type(exc).__name__}).",
                remedy="Delete the folder; the next run exports it again.",
            ) from exc
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _frame(self) -> tuple[list[int], list[int]]:
        """The special pieces that stand before and behind every text."""
        bare = self._tokenizer.encode("a", add_special_tokens=False).ids
        framed = self._tokenizer.encode("a").ids
        at = next(i for i in range(len(framed)) if framed[i : i + len(bare)] == bare)
        return framed[:at], framed[at + len(bare) :]

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """Unit vectors; a text longer than the window is read in windows whose vectors are pooled by length."""
        prompt = self._card.query_prompt if query else self._card.document_prompt
        before, after = self._frame
        room = room_of(self._card, len(before) + len(after))
        windows: list[list[int]] = []
        owners: list[int] = []
        for position, text in enumerate(texts):
            ids = self._tokenizer.encode(self._cased(prompt + text), add_special_tokens=False).ids
            for start in range(0, max(1, len(ids)), room):
                windows.append([*before, *ids[start : start + room], *after])
                owners.append(position)
        return pooled(self._run(windows), [len(window) for window in windows], owners, len(texts))

    def pieces(self, text: str) -> list[tuple[int, int]]:
        """The offsets of the text's word pieces."""
        return list(self._tokenizer.encode(self._cased(text), add_special_tokens=False).offsets)

    def _cased(self, text: str) -> str:
        return text.lower() if self._card.lower_case else text

    def _run(self, windows: Sequence[Sequence[int]]) -> Vectors:
        """Sentence vectors of windows of word pieces, batched by length so that little is padded."""
        names = {entry.name for entry in self._session.get_inputs()}
        order = sorted(range(len(windows)), key=lambda i: (len(windows[i]), i))
        out = np.zeros((len(windows), self._card.dimensions), dtype=np.float32)
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            width = max(len(windows[i]) for i in batch)
            ids = np.zeros((len(batch), width), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, i in enumerate(batch):
                ids[row, : len(windows[i])] = windows[i]
                mask[row, : len(windows[i])] = 1
            feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            (rows,) = self._session.run(None, {name: feed[name] for name in feed if name in names})
            out[batch] = rows
        return out


def room_of(card: EncoderCard, special: int) -> int:
    """How many word pieces of a text fit into the window beside the special ones.

    Raises:
        ModelError: none.
    """
    if card.window <= special:
        raise ModelError(f"{card.name}: its window of {card.window} holds no text.", remedy="Name another model.")
    return card.window - special


def pooled(rows: Vectors, lengths: Sequence[int], owners: Sequence[int], texts: int) -> Vectors:
    """Unit vectors of texts from those of their windows, which count by their length.

    Args:
        rows: one vector a window.
        lengths: of each window, in word pieces.
        owners: of each window, which text it belongs to.
        texts: how many there are.
    """
    out = np.zeros((texts, rows.shape[1]), dtype=np.float32)
    for row, length, owner in zip(rows, lengths, owners, strict=True):
        out[owner] += row * np.float32(length)
    norms = np.linalg.norm(out, axis=1, keepdims=True)
    norms[norms == 0] = 1
    return np.asarray(out / norms, dtype=np.float32)


def write_card(folder: Path, card: EncoderCard) -> None:
    (folder / CARD).write_text(json.dumps(asdict(card), indent=1) + "\n", encoding="utf-8")
