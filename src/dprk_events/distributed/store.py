"""The output folder, wherever fsspec can reach; each file is there complete or not at all."""

from __future__ import annotations

import importlib
import json
import os
import socket
from typing import Any

from dprk_events.distributed.errors import ClusterError, MismatchError, MissingEngineError

MANIFEST = "manifest.json"


def require(name: str) -> Any:
    """Import a module of the extra ``cluster``; raise MissingEngineError if it is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        package = name.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != package:
            raise
        raise MissingEngineError(package) from None


class Store:
    """An output folder."""

    def __init__(self, url: str) -> None:
        try:
            self._system, self._folder = require("fsspec.core").url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise ClusterError(f"{url}: {error}") from error
        self.url = url

    def prepare(self) -> None:
        """Create the folder."""
        try:
            self._system.makedirs(self._folder, exist_ok=True)
        except OSError as error:
            msg = f"cannot create the folder {self.url}: {error}. Choose another with -o FOLDER."
            raise ClusterError(msg) from error

    def get(self, name: str) -> bytes | None:
        """Read a file; return None if there is none."""
        try:
            return bytes(self._system.cat_file(self._path(name)))
        except FileNotFoundError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Write a file atomically: under a temporary name, then rename it.

        Two workers may do so at the same time (if one was wrongly believed dead): they write the
        same bytes, each under its own temporary name.
        """
        temporary = self._path(f".{name}.{socket.gethostname()}-{os.getpid()}")
        self._system.pipe_file(temporary, data)
        self._system.mv(temporary, self._path(name))

    def names(self) -> list[str]:
        """Return the names of the files in the folder, without hidden ones, sorted."""
        self._system.invalidate_cache()
        paths = self._system.ls(self._folder, detail=False)
        names = (path.rstrip("/").rsplit("/", 1)[-1] for path in paths)
        return sorted(name for name in names if not name.startswith("."))

    def remove_temporary(self) -> None:
        """Remove the temporary files that killed workers left behind."""
        self._system.invalidate_cache()
        for path in self._system.ls(self._folder, detail=False):
            if path.rstrip("/").rsplit("/", 1)[-1].startswith(".part-"):
                self._system.rm_file(path)

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}"


def open_store(url: str, described: dict[str, object]) -> Store:
    """Open the folder of a run: new, empty, or begun by an earlier call of the same run.

    Args:
        url: The folder.
        described: What determines the content of the parts; it is stored in the manifest.

    Raises:
        MismatchError: The folder holds parts of a different run, or other files.

    """
    store = Store(url)
    store.prepare()
    known = store.get(MANIFEST)
    if known is None:
        if names := store.names():
            raise MismatchError(
                f"{url} already holds files ({names[0]}, …). Choose a new or an empty folder "
                "with -o FOLDER."
            )
        write_manifest(store, described, [])
        return store
    try:
        before = json.loads(known)["run"]
    except (ValueError, KeyError, TypeError):
        msg = (
            f"{url}/{MANIFEST} was not written by dprk-events. Choose another folder with "
            "-o FOLDER."
        )
        raise MismatchError(msg) from None
    now = json.loads(json.dumps(described))
    if before != now:
        differing = sorted(k for k in {*before, *now} if before.get(k) != now.get(k))
        differences = "; ".join(_difference(k, before.get(k), now.get(k)) for k in differing)
        raise MismatchError(
            f"{url} holds parts of a different run ({differences}). To resume that run, use the "
            "same inputs and options; or choose another folder with -o FOLDER."
        )
    return store


def _difference(key: str, before: object, now: object) -> str:
    """Describe how a setting differs; hashes of inputs and metadata would mean nothing to users."""
    if key in {"inputs", "metadata"}:
        return f"different {key}"
    return f"{key}: {before} before, {now} now"


def write_manifest(
    store: Store, described: dict[str, object], parts: list[dict[str, object]]
) -> None:
    """Write the manifest: what produced the parts and, once all are done, what each holds."""
    value = {"manifest": 1, "complete": bool(parts), "run": described, "parts": parts}
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    store.put(MANIFEST, text.encode("utf-8"))
