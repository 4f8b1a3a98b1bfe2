"""What tests share: the sample corpus, models that are loaded once, and a data folder that holds the sample corpus."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from api.operations.ingest import ingest
from api.operations.workspace import Workspace
from corpus.lexicon import Lexicon, load_lexicon
from models.encoder import Encoder
from models.language import Language
from models.registry import load_encoder
from tests.cli import Cli

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpus" / "sample"
SHARED = ROOT.parent / "shared"

for name in [key for key in os.environ if key.startswith("AIMTRACE_")]:
    del os.environ[name]  # a developer's own settings are not the tests'


@pytest.fixture(scope="session")
def language() -> Language:
    return Language()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def models_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the exported encoder, made once for all workers."""
    return _once(tmp_path_factory, "models", lambda folder: load_encoder(folder))


@pytest.fixture(scope="session")
def encoder(models_home: Path) -> Encoder:
    return load_encoder(models_home)


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory, models_home: Path) -> Path:
    """A data folder that holds the sample corpus. Read only: a test that writes takes `own_home`."""

    def fill(folder: Path) -> None:
        (folder / "models").symlink_to(models_home, target_is_directory=True)
        with Workspace(folder) as workspace:
            ingest(workspace, [SAMPLE])

    return _once(tmp_path_factory, "sample-home", fill)


@pytest.fixture
def own_home(sample_home: Path, tmp_path: Path) -> Path:
    """A copy of the sample's data folder that a test may change."""
    home = tmp_path / "home"
    shutil.copytree(sample_home, home, symlinks=True)
    return home


@pytest.fixture
def empty_home(tmp_path: Path, models_home: Path) -> Path:
    """A data folder that holds nothing but the exported encoder."""
    home = tmp_path / "empty"
    home.mkdir()
    (home / "models").symlink_to(models_home, target_is_directory=True)
    return home


@pytest.fixture
def sample_workspace(sample_home: Path) -> Iterator[Workspace]:
    with Workspace(sample_home) as workspace:
        yield workspace


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first worker makes and the others wait for."""
    base = factory.getbasetemp()
    base = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder, done, lock = base / name, base / f"{name}.done", base / f"{name}.lock"
    deadline = time.monotonic() + 300
    while not done.exists():
        try:
            lock.mkdir()
        except FileExistsError:
            if time.monotonic() > deadline:
                raise TimeoutError(f"another worker has been making {name} for five minutes") from None
            time.sleep(0.2)
            continue
        try:
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        finally:
            lock.rmdir()
    return folder


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Commands, run in this process, with lines as wide as they like."""
    monkeypatch.setenv("COLUMNS", "200")
    return Cli(capsys)
