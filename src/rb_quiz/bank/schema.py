"""The schema tells editors and other programs what a bank file may hold, in the terms of JSON Schema 2020-12.

It is made from what the readers ask for, so that it says what they do. Beyond it are references from one place to
another, values that must be read as dates or numbers, and what only the whole bank can tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from rb_quiz.bank.fields import USUAL_KIND
from rb_quiz.bank.recorder import ANY, recorded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rb_quiz.bank.fields import Form
    from rb_quiz.bank.recorder import Asked, Recorder

Schema: TypeAlias = dict[str, Any]

_SCALAR: Final = ("string", "number", "boolean")  # what YAML takes for a number or a truth value is text to us
_TEXT: Final[Schema] = {"$ref": "#/$defs/text"}
_TEXTS: Final[Schema] = {"$ref": "#/$defs/texts"}
_NOT_BLANK: Final = r"\S"
_TYPED: Final = frozenset({"text", "texts", "word", "kind", "flag", "groups"})
"""The forms of texts; where one of them is asked for, nothing is an empty text and not an empty map or list."""


def schema() -> Schema:
    """Return the schema of one file of a bank; always the same."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:rb-quiz:bank",
        "title": "A bank of rb-quiz",
        "description": "One YAML file of a question bank; 'rb-quiz check' finds what no schema can.",
        **_map([recorded()], empty=True),
        "$defs": {
            "text": {"type": [*_SCALAR], "pattern": _NOT_BLANK},
            "texts": {"type": [*_SCALAR, "array"], "pattern": _NOT_BLANK, "items": _TEXT},
        },
    }


def _name(key: str) -> str:
    return ANY if key.startswith(ANY) else key


def _names(records: Iterable[Recorder]) -> list[str]:
    """Return the fields that are asked for, in that order, all names that authors choose as one."""
    return list(dict.fromkeys(_name(key) for record in records for key in record.asked))


def _map(records: Sequence[Recorder], shared: Iterable[str] = (), *, empty: bool = False) -> Schema:
    """Return the schema of maps that one reader reads; what is said of shared fields stands elsewhere."""
    fields = {name: True if name in shared else _field(name, records) for name in _names(records)}
    others = fields.pop(ANY, None)
    needed = [name for name in fields if any(name in record.needed for record in records)]
    made: Schema = {"type": ["object", "null"] if empty else "object"}
    if fields:
        made["properties"] = fields
    if needed:
        made["required"] = needed
    if others is not None or any(record.closed for record in records):
        made["additionalProperties"] = others or False
    if any(record.filled for record in records):
        made["minProperties"] = 1
    return made


def _field(name: str, records: Sequence[Recorder]) -> Schema:
    """Return the schema of one field: of the form it is asked for in, or of any of several."""
    found = [asked for record in records for key, asked in record.asked.items() if _name(key) == name]
    inner = [below for record in records for key, maps in record.inner.items() if _name(key) == name for below in maps]
    first = {asked.form: asked for asked in reversed(found)}
    empty = _TYPED.isdisjoint(first)
    forms = [
        schema
        for form, asked in first.items()
        for schema in (_typed(asked) if form in _TYPED else [_held(form, inner, empty=empty)])
    ]
    return {"description": found[0].says, **(forms[0] if len(forms) == 1 else {"anyOf": forms})}


def _typed(asked: Asked) -> list[Schema]:
    """Return what may be typed where one or several texts are asked for."""
    match asked.form:
        case "text":
            return [_TEXT]
        case "texts":
            return [{**_TEXTS, "minItems": 1} if asked.needed else _TEXTS]
        case "word":
            return [{"enum": [*asked.words]}, _in_any_case(asked.words)]
        case "kind":
            return [{"enum": [*asked.words]}]
        case "flag":
            return [{"type": "boolean"}, _in_any_case(("true", "false"))]
        case _:
            return [{"type": [*_SCALAR, "array"], "pattern": _NOT_BLANK, "items": _TEXTS}]


def _held(form: Form, inner: Sequence[Recorder], *, empty: bool) -> Schema:
    """Return what a map or list holds."""
    if form == "map":
        return _map(inner, empty=empty)
    if form == "pair":
        return {**_map(inner), "minProperties": 1, "maxProperties": 1}
    items: Schema = {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}
    if form == "entries":
        items = _entry(inner)
    elif form == "named entries":
        items = {"anyOf": [{"type": [*_SCALAR, "null"]}, _entry(inner)]}
    return {"type": ["array", "null"] if empty else "array", "items": items}


def _in_any_case(words: Iterable[str]) -> Schema:
    """Return the schema of words as they may be typed; editors offer those of the `enum` beside it."""
    letters = ("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in words)
    return {"type": "string", "pattern": f"^({'|'.join(letters)})$"}


def _entry(records: Sequence[Recorder], shared: Iterable[str] = ()) -> Schema:
    """Return the schema of entries, which are read as what they say they are."""
    return (
        _forked(records, "from", shared)
        or _by_kind(records)
        or _forked(records, "count", shared)
        or _map(records, shared)
    )


def _forked(records: Sequence[Recorder], key: str, shared: Iterable[str]) -> Schema:
    """Return the schema of entries that are read otherwise when they have a field; nothing when that makes no odds."""
    having = [record for record in records if key in record.node]
    others = [record for record in records if key not in record.node]
    if not having or not others:
        return {}
    return {
        "type": "object",
        "properties": {key: _field(key, having)},
        "if": {"required": [key]},
        "then": _entry(having, shared),
        "else": _entry(others, shared),
    }


def _by_kind(records: Sequence[Recorder]) -> Schema:
    """Return the schema of entries of several kinds; nothing when all are of one."""
    kinds: dict[str, list[Recorder]] = {}
    for record in records:
        kinds.setdefault(str(record.node.get("kind")), []).append(record)
    if len(kinds) <= 1:
        return {}
    shared = [name for name in _names(records) if _alike(name, list(kinds.values()))]
    forks = []
    for kind, found in kinds.items():
        said: Schema = {"properties": {"kind": {"const": kind}}}
        if kind != USUAL_KIND:
            said["required"] = ["kind"]
        forks.append({"if": said, "then": _entry(found, shared)})
    return {"type": "object", "properties": {name: _field(name, records) for name in shared}, "allOf": forks}


def _alike(name: str, groups: Sequence[Sequence[Recorder]]) -> bool:
    """Return whether a field is the same for all."""
    if any(name not in _names(records) for records in groups):
        return False
    first, *others = (_field(name, records) for records in groups)
    return all(other == first for other in others)
