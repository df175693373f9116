"""Adding a row to a table."""

from __future__ import annotations

from typing import Any


def add_row(*args: Any) -> None:
    """Stub."""
    raise NotImplementedError
