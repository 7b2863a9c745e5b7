"""What is written takes the place of what was there, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dprk_events.output.replacing import replacing
from dprk_events.output.writer import CannotOpenError


def left(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_is_replaced_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("old")
    target.chmod(0o640)
    with replacing(str(target)) as path:
        path.write_text("new")
        assert target.read_text() == "old"
    assert (target.read_text(), left(tmp_path)) == ("new", ["out"])
    assert os.name != "posix" or target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("error", [KeyError, KeyboardInterrupt])
def test_after_an_error_it_is_as_it_was(error: type[BaseException], tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("old")
    with pytest.raises(error), replacing(str(target)) as path:
        path.write_text("new")
        raise error
    assert (target.read_text(), left(tmp_path)) == ("old", ["out"])


def test_missing_folders_are_made(tmp_path: Path) -> None:
    with replacing(str(tmp_path / "a" / "b")) as path:
        path.write_text("new")
    assert (tmp_path / "a" / "b").read_text() == "new"


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "old.txt").touch()
    with replacing(str(target)) as path:
        path.mkdir()
        (path / "new.txt").touch()
    assert (left(target), left(tmp_path)) == (["new.txt"], ["out"])


@pytest.mark.skipif(os.name != "posix", reason="links and devices of POSIX")
def test_links_go_on_leading_there_and_devices_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "out", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    with replacing(str(link)) as path:
        path.write_text("new")
    assert (target.read_text(), link.is_symlink()) == ("new", True)
    with replacing("/dev/null") as path:
        assert path == Path("/dev/null")


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(CannotOpenError, match="Choose another path with -o FILE"),
        replacing(str(tmp_path / "file" / "out")),
    ):
        pass
