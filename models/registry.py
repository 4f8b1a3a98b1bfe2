"""Models on disk: which exported one stands for a name, and exporting it where there is none yet."""

from collections.abc import Callable
from pathlib import Path

from models import DEFAULT_MODEL
from models.encoder import CARD, Encoder, OnnxEncoder


def find_exported(folder: Path, name: str) -> OnnxEncoder | None:
    """The exported model of that name in the models folder, if it is there whole."""
    target = folder / _folder_name(name)
    return OnnxEncoder(target) if (target / CARD).is_file() and (target / "model.onnx").is_file() else None


def load_encoder(folder: Path, name: str = DEFAULT_MODEL, *, tell: Callable[[str], None] = lambda _: None) -> Encoder:
    """The encoder that the settings name: exported already, or exported now.

    Args:
        folder: where exported models stand.
        name: the default model, a folder with a sentence-transformers model, or a name in the local cache.
        tell: told once, in a sentence, when the model has to be exported.

    Raises:
        ModelMissing: there is no such model on this machine.
        ModelAltered: the default model's weights are not those that were pinned.
    """
    exported = find_exported(folder, name)
    if exported is not None:
        return exported
    from models.export import export_encoder

    tell(f"Preparing the language model {name} for this machine; this happens once and takes a few seconds.")
    return export_encoder(name, folder / _folder_name(name))


def _folder_name(name: str) -> str:
    """A folder's name for a model's name or path."""
    return "".join(c if c.isalnum() or c in "-_." else "-" for c in name).strip("-") or "model"
