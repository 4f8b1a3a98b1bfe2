"""Models on disk: which exported one stands for a name, and exporting it where there is none yet."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from models import DEFAULT_MODEL
from models.encoder import CARD, Encoder, OnnxEncoder

_READABLE = 60  # letters of a name in its folder's; that may have 255 bytes


def find_exported(folder: Path, name: str) -> OnnxEncoder | None:
    """The exported model of that name in the models folder, if it is there whole and was made of the weights of today.

    A user's own model may be trained on in its folder, so its weights are hashed each time (a second for each gigabyte or
    less). The default model's are pinned, and those of a cached name do not change under it.

    Raises:
        ModelError: its card can't be read.
        ModelMissing: the user's folder has no weights any more that may be loaded.
    """
    target = folder / _folder_name(name)
    if not (target / CARD).is_file() or not (target / "model.onnx").is_file():
        return None
    exported = OnnxEncoder(target)
    source = Path(name).expanduser()
    if name == DEFAULT_MODEL or not source.is_dir():
        return exported
    from models.export import weights_hash

    return exported if weights_hash(source) == exported.card.weights else None


def load_encoder(folder: Path, name: str = DEFAULT_MODEL, *, tell: Callable[[str], None] = lambda _: None) -> Encoder:
    """The encoder that the settings name: exported already, or exported now.

    Args:
        folder: where exported models stand.
        name: the default model, a folder with a sentence-transformers model, or a name in the local cache.
        tell: told once, in a sentence, when the model has to be exported.

    Raises:
        ModelMissing: there is no such model on this machine.
        ModelAltered: the default model's weights are not those that were pinned.
        ModelError: what is there can't be loaded.
        HomeUnusable: the models folder can't be written.
    """
    exported = find_exported(folder, name)
    if exported is not None:
        return exported
    from models.export import export_encoder

    tell(f"Preparing the language model {name} for this machine; this happens once and takes a few seconds.")
    return export_encoder(name, folder / _folder_name(name))


def _folder_name(name: str) -> str:
    """A folder's name for a model's name or path: readable, and of this name alone."""
    if name == DEFAULT_MODEL:
        return name
    readable = "".join(c if c.isalnum() or c in "-_." else "-" for c in name).strip("-.")
    digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()
    return f"{readable[-_READABLE:]}-{digest[:8]}"
