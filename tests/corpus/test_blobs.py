"""PDF bytes by their hash: each file is there whole or not at all."""

import hashlib
import os
from pathlib import Path

import pytest

from corpus.blobs import Blobs
from corpus.errors import HomeUnusable, NotHeld

DATA = b"%PDF-1.7 " + bytes(range(256)) * 40
SHA256 = hashlib.sha256(DATA).hexdigest()


def test_what_was_put_is_got_back_byte_for_byte(tmp_path: Path) -> None:
    """The page that a reviewer is shown is that of the file that was read."""
    blobs = Blobs(tmp_path / "files")
    blobs.put(SHA256, DATA)
    assert blobs.get(SHA256) == DATA
    assert blobs.held() == {SHA256}
    assert hashlib.sha256(blobs.path(SHA256).read_bytes()).hexdigest() == SHA256


def test_putting_twice_is_putting_once(tmp_path: Path) -> None:
    """Ingest runs again after a crash; a file that is kept already is not written anew."""
    blobs = Blobs(tmp_path)
    blobs.put(SHA256, DATA)
    before = blobs.path(SHA256).stat()
    blobs.put(SHA256, DATA)
    after = blobs.path(SHA256).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [blobs.path(SHA256)]


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_disk_that_fails_midway_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    """Half a PDF under its full hash would be taken for the document for ever."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    blobs = Blobs(tmp_path)
    monkeypatch.setattr(*((os, "fsync") if broken == "fsync" else (Path, "replace")), full)
    with pytest.raises(HomeUnusable, match="No space left on device") as refused:
        blobs.put(SHA256, DATA)
    assert refused.value.remedy
    assert blobs.held() == set()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    monkeypatch.undo()
    blobs.put(SHA256, DATA)
    assert blobs.get(SHA256) == DATA


def test_a_file_in_the_making_is_not_held(tmp_path: Path) -> None:
    """What a kill left behind is no document, and does not stand in the way of one."""
    blobs = Blobs(tmp_path)
    torn = blobs.path(SHA256).with_name(".part-torn")
    torn.parent.mkdir(parents=True)
    torn.write_bytes(DATA[:10])
    assert blobs.held() == set()
    blobs.put(SHA256, DATA)
    assert blobs.held() == {SHA256}


def test_a_folder_that_cannot_be_written_is_told_with_its_name(tmp_path: Path) -> None:
    """A file stands where the folder should be: the message says where, and what to do."""
    (tmp_path / "files").write_text("in the way")
    with pytest.raises(HomeUnusable, match="files") as refused:
        Blobs(tmp_path / "files").put(SHA256, DATA)
    assert refused.value.remedy


def test_what_is_not_held_is_told_and_deleting_it_is_nothing(tmp_path: Path) -> None:
    """A document's bytes may have been removed by hand: reading says so, removing is done already."""
    blobs = Blobs(tmp_path / "never-made")
    assert blobs.held() == set()
    with pytest.raises(NotHeld, match=SHA256[:12]):
        blobs.get(SHA256)
    blobs.delete(SHA256)
    blobs.put(SHA256, DATA)
    blobs.delete(SHA256)
    assert blobs.held() == set()
