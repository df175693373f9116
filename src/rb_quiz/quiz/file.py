"""A quiz is kept as a JSON file that plays for ever, whatever happens to the bank it was drawn from."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, assert_never

from rb_quiz.answers import Expected, Expects
from rb_quiz.item import (
    Arrange,
    ArrangeKey,
    Choose,
    ChooseKey,
    Difficulty,
    Enter,
    EnterKey,
    Interaction,
    Item,
    Key,
    Option,
    Pair,
    PairKey,
    Proof,
    Spoiler,
    allows,
    labelled,
)
from rb_quiz.item.interaction import MOST_OPTIONS
from rb_quiz.problem import CallError
from rb_quiz.quiz.model import Blueprint, Quiz, Recipe

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT: Final = "rb-quiz/1"

_Json = dict[str, Any]


def render(quiz: Quiz) -> str:
    """Return the quiz as JSON text, the same bytes for the same quiz."""
    whole = {
        "format": FORMAT,
        "recipe": asdict(quiz.recipe),
        "code": quiz.code,
        "items": [_item_json(item) for item in quiz.items],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _item_json(item: Item) -> _Json:
    return {
        "id": item.id,
        "topic": item.topic,
        "kind": item.kind,
        "stem": item.stem,
        **_interaction_json(item.interaction),
        "model": list(item.key.model),
        **_key_json(item.key),
        "difficulty": item.difficulty.value,
        "spoiler": item.spoiler.value,
        "feedback": item.feedback,
        "source": item.source,
        "facts": list(item.facts),
        "proof": [asdict(proof) for proof in item.proof],
    }


def _interaction_json(interaction: Interaction) -> _Json:
    match interaction:
        case Choose(options, least, most):
            return {"interaction": {"type": "choose", "least": least, "most": most}, "options": _options_json(options)}
        case Arrange(options):
            return {"interaction": {"type": "arrange"}, "options": _options_json(options)}
        case Pair(prompts, options):
            shape = {"type": "pair", "prompts": _options_json(prompts)}
            return {"interaction": shape, "options": _options_json(options)}
        case Enter(expects, unit):
            return {"interaction": {"type": "enter", "expects": expects.value, "unit": unit}, "options": []}
        case _:
            assert_never(interaction)


def _options_json(options: Iterable[Option]) -> list[_Json]:
    return [{"id": option.id, "text": option.text} for option in options]


def _key_json(key: Key) -> _Json:
    """Return what a key holds beside its model."""
    if isinstance(key, ChooseKey) and key.struck:
        return {"struck": list(key.struck)}
    if not isinstance(key, EnterKey):
        return {}
    fields = asdict(key.expected)
    return {"judging": {name: value for name, value in fields.items() if value and name not in ("answer", "expects")}}


def read(text: str) -> Quiz:
    """Return the quiz of a JSON text; raise CallError saying what was expected when it is no quiz file."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CallError(f"expected a quiz file as `rb-quiz draw -o` writes it, found no JSON ({error})") from None
    found = whole.get("format") if isinstance(whole, dict) else None
    if found != FORMAT:
        raise CallError(f"expected a quiz file of format {FORMAT!r}, found {found!r}; draw it again with this version")
    try:
        _refuse_hidden(whole)
        quiz = Quiz(str(whole["code"]), _recipe(whole["recipe"]), tuple(_item(item) for item in whole["items"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CallError(f"expected a whole quiz file, found a damaged one ({error!r}); draw it again") from None
    if not quiz.items:
        raise CallError("expected a quiz file with questions, found none in it; draw it again")
    return quiz


def _refuse_hidden(value: Any) -> None:
    """Raise ValueError where a text holds what a terminal would obey; only line ends and tabs may stand in one."""
    if isinstance(value, str):
        if any(unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t" for character in value):
            raise ValueError(f"a hidden character in {value!r}")
    elif isinstance(value, dict):
        for key, inner in value.items():
            _refuse_hidden(key)
            _refuse_hidden(inner)
    elif isinstance(value, list):
        for inner in value:
            _refuse_hidden(inner)


def _recipe(recipe: _Json) -> Recipe:
    fields = dict(recipe["blueprint"])
    fields |= {name: tuple(fields[name]) for name in ("topics", "kinds")} | {"spoilers": Spoiler(fields["spoilers"])}
    return Recipe(Blueprint(**fields), str(recipe["seed"]), str(recipe["edition"]))


def _item(item: _Json) -> Item:
    interaction = _interaction(item)
    model = tuple(str(part) for part in item["model"])
    if not model or not allows(interaction, model):
        raise ValueError(f"item {item['id']!r} has a key that can't be given")
    return Item(
        id=str(item["id"]),
        topic=str(item["topic"]),
        kind=str(item["kind"]),
        stem=str(item["stem"]),
        interaction=interaction,
        key=_key(interaction, model, item),
        difficulty=Difficulty(item["difficulty"]),
        spoiler=Spoiler(item["spoiler"]),
        feedback=str(item["feedback"]),
        source=str(item["source"]),
        facts=tuple(str(fact) for fact in item["facts"]),
        proof=tuple(_proof(proof) for proof in item["proof"]),
    )


def _proof(proof: _Json) -> Proof:
    facts = tuple(str(fact) for fact in proof["facts"])
    return Proof(str(proof["text"]), str(proof["rule"]), facts, str(proof["sentence"]))


def _interaction(item: _Json) -> Interaction:
    shape = item["interaction"]
    options = _options(item["options"])
    match shape["type"]:
        case "choose":
            return Choose(options, int(shape["least"]), int(shape["most"]))
        case "arrange":
            return Arrange(options)
        case "pair":
            return Pair(_options(shape["prompts"]), options)
        case "enter":
            return Enter(Expects(shape["expects"]), str(shape["unit"]))
        case other:
            raise ValueError(f"expected choose, arrange, pair or enter, found {other!r}")


def _options(options: list[_Json]) -> tuple[Option, ...]:
    read = tuple(Option(str(option["id"]), str(option["text"])) for option in options)
    texts = [option.text for option in read]
    if read not in (labelled(texts), labelled(texts, letters=True)) or len(set(texts)) < len(texts):
        raise ValueError("options that are not numbered or lettered in their order, or two that are the same")
    if len(texts) > MOST_OPTIONS:
        raise ValueError(f"{len(texts)} options")
    return read


def _key(interaction: Interaction, model: tuple[str, ...], item: _Json) -> Key:
    match interaction:
        case Choose(options, _, most):
            struck = tuple(str(option) for option in item.get("struck", ()))
            wrong = {option.id for option in options} - set(model)
            if not set(struck) < wrong:
                raise ValueError(f"item {item['id']!r} has no wrong option that stays")
            return ChooseKey(model, len(options), most, struck)
        case Arrange():
            return ArrangeKey(model)
        case Pair(_, options):
            return PairKey(model, len(options))
        case Enter(expects):
            judging: _Json = {name: tuple(v) if isinstance(v, list) else str(v) for name, v in item["judging"].items()}
            return EnterKey(Expected(expects, model[0], **judging))
        case _:
            assert_never(interaction)
