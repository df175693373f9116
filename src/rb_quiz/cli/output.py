"""Output for programs: JSON is UTF-8 on every machine, whatever its terminal speaks."""

from __future__ import annotations

import sys


def print_json(text: str) -> None:
    """Print JSON text to stdout as UTF-8."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        print(text, end="")
        return
    sys.stdout.flush()
    buffer.write(text.encode("utf-8", "replace"))
    buffer.flush()
