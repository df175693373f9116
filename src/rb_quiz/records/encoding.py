"""Events as JSON text, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Final

from rb_quiz.play import Event, Halved, Protested, Responded, Stopped

_PLAIN: Final[dict[str, Event]] = {"halved": Halved(), "protested": Protested(), "stopped": Stopped()}
_NAMES: Final = {type(event): name for name, event in _PLAIN.items()}


def encoded(event: Event) -> str:
    """Return an event as JSON text."""
    if isinstance(event, Responded):
        return json.dumps({"event": "responded"} | asdict(event), ensure_ascii=True)
    return json.dumps({"event": _NAMES[type(event)]})


def decoded(text: str) -> Event:
    """Return the event of a JSON text; raise ValueError for what is none."""
    fields = json.loads(text)
    name = fields.pop("event", None) if isinstance(fields, dict) else None
    if name == "responded":
        try:
            return Responded(tuple(map(str, fields["response"])), float(fields["seconds"]), fields["certainty"])
        except (KeyError, TypeError) as error:
            raise ValueError(f"expected an event, found {text!r}") from error
    if name not in _PLAIN:
        raise ValueError(f"expected an event, found {text!r}")
    return _PLAIN[name]
