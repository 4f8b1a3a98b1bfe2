"""What is derived can be lost, torn or old, and is made again from the store."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from api.operations.ask import ask
from api.operations.workspace import Workspace
from corpus.errors import GenerationError
from corpus.markings import FULL
from index.generation import build_generation, find_generation


def current(home: Path) -> Path:
    index = home / "index"
    return index / (index / "CURRENT").read_text(encoding="utf-8").strip()


def passages(home: Path) -> list[str]:
    with Workspace(home) as workspace:
        return [hit.passage for hit in ask(workspace, "fake papers").hits]


DAMAGE: dict[str, Callable[[Path], object]] = {
    "no index": lambda home: shutil.rmtree(home / "index"),
    "a lost folder": lambda home: shutil.rmtree(current(home)),
    "a torn manifest": lambda home: (current(home) / "manifest.json").write_text("{"),
    "no rows": lambda home: (current(home) / "rows.npz").unlink(),
    "torn rows": lambda home: (current(home) / "rows.npz").write_bytes(b"PK"),
    "no vectors": lambda home: (current(home) / "vectors.faiss").unlink(),
    "torn vectors": lambda home: (current(home) / "vectors.faiss").write_bytes(b"IxFI"),
    "no words": lambda home: shutil.rmtree(current(home) / "words"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_generation_is_made_again(own_home: Path, damage: str) -> None:
    before = passages(own_home)
    DAMAGE[damage](own_home)
    assert passages(own_home) == before


def test_two_builds_of_one_store_answer_alike(own_home: Path, tmp_path: Path) -> None:
    with Workspace(own_home) as workspace, workspace.store.seen_by(FULL) as view:
        dimensions = workspace.encoder.card.dimensions
        one, two = (
            build_generation(tmp_path / name, view, workspace.vectors_version, dimensions) for name in ("one", "two")
        )
        assert [one.passage(row) for row in range(len(one))] == [two.passage(row) for row in range(len(two))]
        assert (one.folder / "vectors.faiss").read_bytes() == (two.folder / "vectors.faiss").read_bytes()


def test_old_generations_are_swept_and_the_last_one_stays_open(own_home: Path) -> None:
    with Workspace(own_home) as workspace, workspace.store.seen_by(FULL) as view:
        reader = workspace.generation(view)
        for _ in range(2):
            build_generation(own_home / "index", view, workspace.vectors_version, workspace.encoder.card.dimensions)
        assert len(reader.vectors) == len(reader)
        assert len([p for p in (own_home / "index").iterdir() if p.is_dir()]) == 2


def test_passages_without_vectors_are_told(own_home: Path, tmp_path: Path) -> None:
    with (
        Workspace(own_home) as workspace,
        workspace.store.seen_by(FULL) as view,
        pytest.raises(GenerationError, match="have no vector of another-model"),
    ):
        build_generation(tmp_path / "index", view, "another-model", 384)
    assert find_generation(tmp_path / "index") is None
    assert list((tmp_path / "index").iterdir()) == []
