"""Output for programs: JSON is UTF-8 on every machine, whatever its terminal speaks."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def print_json(text: str) -> None:
    """Print JSON text to stdout as UTF-8."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        print(text, end="")
        return
    sys.stdout.flush()
    buffer.write(text.encode("utf-8", "replace"))
    buffer.flush()


def confirmed(question: str) -> bool:
    """Ask on stderr and return whether a line of stdin says yes; anything else, and no line at all, is no."""
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def rewrite(path: Path, text: str) -> None:
    """Write a file anew, whole or not at all, with the rights it had."""
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
            shutil.copymode(path, beside)
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
