"""Written is what stands in the blanks of a sheet: letters by the places of the options, or a text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, assert_never

from rb_quiz.answers import normal
from rb_quiz.item import Arrange, Choose, Enter, Interaction, Option, Pair, Response, allows
from rb_quiz.present.paper.question import letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INVISIBLE: Final = re.compile("[\u200b\ufeff]")
_DASH: Final = r"\-_\u2010-\u2015"
_EMPTY: Final = re.compile(rf"[\s{_DASH}]*")
_SAID: Final = {"t": "True", "yes": "True", "y": "True", "f": "False", "no": "False", "n": "False"}
"""What else is written for a statement that holds or doesn't."""
_APART: Final = re.compile(r"[\s,;.:/()&+|]+")
_IN_TURN: Final = re.compile(r"[\s,;.:/()&+|<>→\u2010-\u2015-]+")
_LIST: Final = re.compile(r"[,;]")
_PAIR: Final = re.compile(rf"([0-9]+)\s*(?:[.:)={_DASH}]*\s*([a-z])|[.:)=]*\s*[{_DASH}])")
_BETWEEN: Final = re.compile(rf"[\s,;.:/()&+|{_DASH}]*")


def written(interaction: Interaction, text: str) -> Response | None:
    """Return the response that a blank means, `()` for an empty one or a dash, None for what can't be read.

    Options are called by letters here and never by numbers; where a text is both a letter and an option in words, it
    is the letter.
    """
    text = " ".join(_INVISIBLE.sub("", text).split())
    if _EMPTY.fullmatch(text):
        return ()
    return next((found for found in _readings(interaction, text) if found and allows(interaction, found)), None)


def how_to_write(interaction: Interaction) -> str:
    """Return in a few words what stands in a blank for this interaction."""
    match interaction:
        case Choose(options, _, 1):
            return f"one letter, {_span(options)}"
        case Choose(options):
            return f"the letters of all that apply, {_span(options)}, such as A C"
        case Arrange(options):
            backwards = " ".join(letter(place) for place in reversed(range(len(options))))
            return f"all {len(options)} letters in their order, such as {backwards}"
        case Pair(prompts, options):
            return f"a letter, {_span(options)}, for each of {len(prompts)} numbers and none twice, such as 1B 2A"
        case Enter():
            return "an answer in words"
        case _:
            assert_never(interaction)


def elsewhere(response: Response, here: Interaction, there: Interaction) -> Response:
    """Return a response to an item in the ids of another form of it, whose options stand elsewhere."""
    match here, there:
        case Choose(options), Choose(others):
            ids = _ids(options, others)
            chosen = {ids[option] for option in response}
            return tuple(option.id for option in others if option.id in chosen)
        case Arrange(options), Arrange(others):
            ids = _ids(options, others)
            return tuple(ids[option] for option in response)
        case Pair(), Pair():
            numbers, letters = _ids(here.prompts, there.prompts), _ids(here.options, there.options)
            return tuple(sorted(numbers[pair[:-1]] + letters[pair[-1]] for pair in response))
        case _:
            return response


def _span(options: Sequence[Option]) -> str:
    return f"A {'to' if len(options) > 2 else 'or'} {letter(len(options) - 1)}"  # noqa: PLR2004 - two are one or other


def _ids(here: Iterable[Option], there: Iterable[Option]) -> dict[str, str]:
    by_text = {option.text: option.id for option in there}
    return {option.id: by_text[option.text] for option in here}


def _readings(interaction: Interaction, text: str) -> Iterable[Response | None]:
    """Yield what a text can mean, what is likeliest first."""
    match interaction:
        case Choose(options):
            yield _letters(options, _fold(text), _APART)
            yield _in_words(options, [text])
            yield _in_words(options, _LIST.split(text))
            yield _run_together(options, _fold(text))
        case Arrange(options):
            yield _letters(options, _fold(text), _IN_TURN)
            yield _in_words(options, _LIST.split(text))
            yield _run_together(options, _fold(text))
        case Pair():
            yield _pairs(interaction, _fold(text))
            yield _by_prompt(interaction, _fold(text))
        case Enter():
            yield (text,)
        case _:
            assert_never(interaction)


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _letters(options: Sequence[Option], fold: str, apart: re.Pattern[str]) -> Response | None:
    """Return the options whose letters stand apart from each other, each once."""
    return _called(options, [part for part in apart.split(fold) if part])


def _run_together(options: Sequence[Option], fold: str) -> Response | None:
    """Return the options whose letters make one word, each once."""
    said = _APART.sub(" ", fold).split()
    return _called(options, list(said[0])) if len(said) == 1 else None


def _called(options: Sequence[Option], letters: Sequence[str]) -> Response | None:
    ids = {letter(place).casefold(): option.id for place, option in enumerate(options)}
    known = all(each in ids for each in letters) and len(set(letters)) == len(letters)
    return tuple(ids[each] for each in letters) if known else None


def _in_words(options: Sequence[Option], texts: Iterable[str]) -> Response | None:
    """Return the options whose whole texts these are, None when one of them is none or might be several."""
    found = [_named(options, text.strip()) for text in texts]
    ids = [option.id for option in found if option is not None]
    return tuple(ids) if len(set(ids)) == len(found) else None


def _named(options: Sequence[Option], text: str) -> Option | None:
    for form in (_fold, normal):
        alike = [option for option in options if form(option.text) == form(text) != ""]
        if len(alike) == 1:
            return alike[0]
    if {option.text for option in options} == set(_SAID.values()):
        return next((option for option in options if option.text == _SAID.get(_fold(text))), None)
    return None


def _pairs(interaction: Pair, fold: str) -> Response | None:
    """Return the pairs of a text such as `1C 2-A 3-`, where a dash after a number is an empty box."""
    found = _PAIR.findall(fold)
    if not found or not _BETWEEN.fullmatch(_PAIR.sub("", fold)):
        return None
    return _boxes(interaction, found)


def _by_prompt(interaction: Pair, fold: str) -> Response | None:
    """Return the pairs of letters that stand in the order of the prompts, with a dash for an empty box."""
    letters = _APART.sub("", fold)
    if len(letters) != len(interaction.prompts):
        return None
    return _boxes(interaction, [(prompt.id, each) for prompt, each in zip(interaction.prompts, letters, strict=True)])


def _boxes(interaction: Pair, boxes: Sequence[tuple[str, str]]) -> Response | None:
    ids = {letter(place).casefold(): option.id for place, option in enumerate(interaction.options)}
    known = {prompt.id for prompt in interaction.prompts}
    numbers = {number for number, _ in boxes}
    if len(numbers) < len(boxes) or not numbers <= known:
        return None
    if not all(each in ids or _EMPTY.fullmatch(each) for _, each in boxes):
        return None
    return tuple(sorted(number + ids[each] for number, each in boxes if each in ids))
