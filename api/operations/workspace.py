"""One home, opened: its store, files, models and derived index, each on first use."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self

from api.operations.limits import Limits
from corpus.blobs import Blobs
from corpus.lexicon import Lexicon, load_lexicon
from corpus.markings import FULL, Clearance
from corpus.store import Store, View
from extract.own_profiles import Texts
from extract.profile import read_profiles
from index.generation import Generation, build_generation, find_generation, is_current
from index.passages import READING
from models import DEFAULT_MODEL
from models.encoder import Encoder
from models.language import Language
from models.registry import load_encoder


@dataclass(frozen=True)
class Workspace:
    """Where everything of one home stands. Use as a context: it closes the store.

    `profiles_folder` holds the user's own profiles; the folder `profiles` of the home, if None.
    """

    home: Path
    model: str = DEFAULT_MODEL
    clearance: Clearance = FULL
    limits: Limits = field(default_factory=Limits)
    tell: Callable[[str], None] = lambda _: None
    profiles_folder: Path | None = None

    @cached_property
    def store(self) -> Store:
        return Store.open(self.home)

    @cached_property
    def blobs(self) -> Blobs:
        return Blobs(self.home / "files")

    @property
    def models_home(self) -> Path:
        return self.home / "models"

    @property
    def index_home(self) -> Path:
        return self.home / "index"

    @cached_property
    def encoder(self) -> Encoder:
        return load_encoder(self.models_home, self.model, tell=self.tell)

    @property
    def vectors_version(self) -> str:
        """What makes a passage's vector: the model, and how the passage is read."""
        return f"{self.encoder.card.version}/{READING}"

    @cached_property
    def lexicon(self) -> Lexicon:
        return load_lexicon()

    @cached_property
    def language(self) -> Language:
        return Language()

    @cached_property
    def profiles(self) -> Texts:
        """What the user's files add to the words of profiles.

        Raises:
            BadSetting: one of them is wrong.
        """
        return read_profiles(self.profiles_folder or self.home / "profiles")

    @contextmanager
    def seen(self) -> Iterator[View]:
        """What the workspace's user may see."""
        with self.store.seen_by(self.clearance) as view:
            yield view

    def generation(self, view: View) -> Generation:
        """The current generation, built anew where the store has moved on or its files are torn.

        Raises:
            GenerationError: a passage has no vector; an interrupted ingest has to go on first.
        """
        found = self._usable(view)
        if found is not None:
            return found
        with self.store.seen_by(FULL) as everything:
            return build_generation(self.index_home, everything, self.vectors_version, self.encoder.card.dimensions)

    def _usable(self, view: View) -> Generation | None:
        from corpus.errors import GenerationError

        try:
            found = find_generation(self.index_home)
        except GenerationError:
            return None
        if found is None or not is_current(found, view, self.vectors_version) or found.problems():
            return None
        return found

    def close(self) -> None:
        if "store" in self.__dict__:
            self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
