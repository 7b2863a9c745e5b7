"""The output folder, wherever fsspec can reach: files are there whole or not at all."""

from __future__ import annotations

import importlib
import json
import os
import socket
from typing import Any

from dprk_events.distributed.errors import ClusterError, MismatchError, MissingEngineError

MANIFEST = "manifest.json"


def need(name: str) -> Any:
    """Import a module of the extra ``cluster``; MissingEngineError where it is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        package = name.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != package:
            raise
        raise MissingEngineError(package) from None


class Store:
    """A folder of output."""

    def __init__(self, url: str) -> None:
        try:
            self._system, self._folder = need("fsspec.core").url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise ClusterError(f"{url}: {error}") from error
        self.url = url

    def prepare(self) -> None:
        """Make the folder."""
        try:
            self._system.makedirs(self._folder, exist_ok=True)
        except OSError as error:
            msg = f"cannot make the folder {self.url}: {error}. Choose another with -o FOLDER."
            raise ClusterError(msg) from error

    def get(self, name: str) -> bytes | None:
        """Read a file; None where there is none."""
        try:
            return bytes(self._system.cat_file(self._place(name)))
        except FileNotFoundError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Write a file whole: under another name first, then renamed.

        Two workers may do so at the same time (one was thought dead and was not): they write the
        same bytes, each under a name of its own.
        """
        started = self._place(f".{name}.{socket.gethostname()}-{os.getpid()}")
        self._system.pipe_file(started, data)
        self._system.mv(started, self._place(name))

    def names(self) -> list[str]:
        """List what is in the folder, hidden files left out, sorted."""
        self._system.invalidate_cache()
        paths = self._system.ls(self._folder, detail=False)
        names = (path.rstrip("/").rsplit("/", 1)[-1] for path in paths)
        return sorted(name for name in names if not name.startswith("."))

    def sweep(self) -> None:
        """Remove what killed workers left half written."""
        self._system.invalidate_cache()
        for path in self._system.ls(self._folder, detail=False):
            if path.rstrip("/").rsplit("/", 1)[-1].startswith(".part-"):
                self._system.rm_file(path)

    def _place(self, name: str) -> str:
        return f"{self._folder}/{name}"


def open_store(url: str, described: dict[str, object]) -> Store:
    """Open the folder of a run: a new one, an empty one, or that of the same run begun before.

    Args:
        url: The folder.
        described: What decides what stands in the parts; it is kept in the manifest.

    Raises:
        MismatchError: There are parts of another run, or files of no run.

    """
    store = Store(url)
    store.prepare()
    known = store.get(MANIFEST)
    if known is None:
        if names := store.names():
            raise MismatchError(
                f"{url} holds files already ({names[0]}, …). Choose a new or an empty folder "
                "with -o FOLDER."
            )
        write_manifest(store, described, [])
        return store
    try:
        before = json.loads(known)["run"]
    except (ValueError, KeyError, TypeError):
        msg = f"{url}/{MANIFEST} is not of this program. Choose another folder with -o FOLDER."
        raise MismatchError(msg) from None
    now = json.loads(json.dumps(described))
    if before != now:
        differing = sorted(k for k in {*before, *now} if before.get(k) != now.get(k))
        told = "; ".join(_told(k, before.get(k), now.get(k)) for k in differing)
        raise MismatchError(
            f"{url} holds parts that were made otherwise ({told}). Run with the same inputs and "
            "options to go on, or choose another folder with -o FOLDER."
        )
    return store


def _told(key: str, before: object, now: object) -> str:
    """Say how a setting differs: the digests of inputs and of a table tell nobody anything."""
    if key in {"inputs", "metadata"}:
        return f"other {key}"
    return f"{key}: {before} there, {now} now"


def write_manifest(
    store: Store, described: dict[str, object], parts: list[dict[str, object]]
) -> None:
    """Write down what made the parts and, when all are there, what each holds."""
    value = {"manifest": 1, "complete": bool(parts), "run": described, "parts": parts}
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    store.put(MANIFEST, text.encode("utf-8"))
