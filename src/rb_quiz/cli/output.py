"""Output for programs is UTF-8, whatever the terminal speaks; files are written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from rb_quiz.problem import CallError


def print_text(text: str) -> None:
    """Print JSON, Markdown or the like to stdout as UTF-8."""
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


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the rights it had; raise CallError where that can't be done."""
    from tempfile import NamedTemporaryFile

    path = path.resolve()  # a link stays one
    try:
        with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name[:100]}.", delete=False) as file:
            beside = Path(file.name)
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                if path.exists():
                    shutil.copymode(path, beside)
                else:
                    beside.chmod(0o666 & ~_mask())
                beside.replace(path)
            except BaseException:
                beside.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise CallError(f"expected to write {str(path)!r}, found: {error.strerror}") from None


def _mask() -> int:
    """Return which rights new files don't get; the only way to ask for it is to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
