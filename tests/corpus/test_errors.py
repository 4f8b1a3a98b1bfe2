"""Errors are what a user reads: one line, with a remedy, whole on both sides of a process."""

import copy
import inspect
import pickle
import re
from collections.abc import Iterator

import pytest

from corpus import errors
from corpus.errors import AimtraceError, Empty, FileOutcome, Restricted

KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, AimtraceError)]
CLASSES = {"not_a_pdf", "encrypted", "corrupt", "too_large", "empty", "restricted", "timeout", "crash"}


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_the_same_after_it_crossed_a_process(kind: type[AimtraceError]) -> None:
    """The batch reads each PDF in a process of its own; its report is written in another one."""
    sent = kind("in.pdf: seven pages were expected.", remedy="Export it again.")
    got = pickle.loads(pickle.dumps(sent))
    assert type(got) is kind
    assert (got.problem, got.remedy, str(got)) == (sent.problem, sent.remedy, str(sent))
    assert copy.deepcopy(sent).remedy == sent.remedy


@pytest.mark.parametrize("marking", [None, "SECRET_UE"])
def test_a_refusal_for_a_marking_keeps_the_marking_across_processes(marking: str | None) -> None:
    """The ingest report says for which marking a file was refused, also when a worker met it."""
    got = pickle.loads(pickle.dumps(Restricted("refused.", remedy="Delete it.", marking=marking)))
    assert got.marking == marking
    assert got.remedy == "Delete it."


def test_an_error_without_a_remedy_ends_with_its_problem() -> None:
    """No dangling space in the one line that the command prints."""
    assert str(Empty("The file holds no bytes.")) == "The file holds no bytes."


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_says_how_each_face_tells_it(kind: type[AimtraceError]) -> None:
    """Scripts branch on the exit code, API clients on the problem type."""
    assert kind.exit_code in (1, 2, 3)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.problem_type)
    assert inspect.getdoc(kind)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if issubclass(kind, FileOutcome)])
def test_a_file_that_is_not_kept_has_a_class_of_the_ingest_report(kind: type[FileOutcome]) -> None:
    """Readers of the report count by these eight words (contract, section 6)."""
    assert kind.outcome_class in CLASSES
    assert kind.exit_code == 3


def test_each_class_of_the_ingest_report_has_its_own_error() -> None:
    """A class that nothing raises, or that two errors share, would tell a reader of the report nothing."""
    leaves = [kind for kind in KINDS if issubclass(kind, FileOutcome) and not kind.__subclasses__()]
    assert sorted(kind.outcome_class for kind in leaves) == sorted(CLASSES)


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    """Who writes a new face reads the drawing, not the classes."""
    drawn = re.findall(r"\b[A-Z]\w+\b", "\n".join(_drawing()))
    assert sorted(drawn) == sorted(kind.__name__ for kind in KINDS if kind is not FileOutcome)


def _drawing() -> Iterator[str]:
    """The lines of the tree, without what each says about itself."""
    for line in (errors.__doc__ or "").splitlines():
        if re.match(r"\s+(AimtraceError|[├└│])", line):
            yield re.split(r"\s{2,}(?=exit)|\s{3,}(?=[a-z])", line)[0]
