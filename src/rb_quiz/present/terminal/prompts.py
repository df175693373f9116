"""The one adapter to questionary: each interaction as a prompt that is answered with one key where it can be.

Its traps (seen in 2.1.1): only `unsafe_ask` lets Ctrl-C through; a select ignores Ctrl-D; a long title is cut off at
the edge without a word, so titles come folded.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from string import ascii_lowercase
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, assert_never

import questionary
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from questionary import Choice, Question, Style
from questionary.prompts.common import InquirerControl

from rb_quiz.item import Arrange, Choose, Enter, Interaction, Option, Pair, Response
from rb_quiz.present.terminal.page import Line, clean, folded
from rb_quiz.present.terminal.reading import STOP, UnreadableError, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from prompt_toolkit.application import Application

from prompt_toolkit.key_binding import KeyPressEvent

_STYLE: Final = Style(
    [
        ("pointer", "bold"),
        ("highlighted", "bold"),
        ("selected", "noreverse bold"),
        ("answer", "bold"),
        ("instruction", ""),
    ]
)
_LOOK: Final[dict[str, Any]] = {
    "qmark": "",
    "pointer": "▸",
    "instruction": " ",
    "style": _STYLE,
    "use_jk_keys": False,
    "use_emacs_keys": False,
}
_MOST_LETTERS: Final = 16  # from q on, letters are commands
_MOST_DIGITS: Final = 9
_MARGIN: Final = 6
GUARD = 0.7
"""For so many seconds Enter alone answers nothing: who presses a number and Enter has answered with the number."""


class Wish(Enum):
    """What a player can want instead of answering."""

    SKIP = auto()
    STOP = auto()
    BACK = auto()


def respond(interaction: Interaction, width: int) -> Response | None:
    """Return the response, () for none, None to stop; raise KeyboardInterrupt on Ctrl-C and Ctrl-D."""
    match interaction:
        case Choose(options, _, 1):
            answer: Response | Wish = _one(options, "Press a number", width)
        case Choose(options):
            answer = _several(options, width)
        case Arrange(options):
            answer = _arranged(options, width)
        case Pair(prompts, options):
            answer = _paired(prompts, options, width)
        case Enter():
            answer = _entered(interaction)
        case _:
            assert_never(interaction)
    if isinstance(answer, Wish):
        return () if answer is Wish.SKIP else None
    return answer


def pick(title: str, options: Sequence[tuple[str, str]], width: int) -> str | None:
    """Return the value of the (value, text) that was picked from a menu, None when the player leaves it."""
    shown = tuple(Option(str(number), text) for number, (_, text) in enumerate(options, start=1))
    answer = _one(shown, title, width, skip=False)
    return None if isinstance(answer, Wish) else options[int(answer[0]) - 1][0]


def _one(
    options: Sequence[Option], message: str, width: int, *, skip: bool = True, back: bool = False
) -> Response | Wish:
    wishes = {STOP: Wish.STOP} | ({"s": Wish.SKIP} if skip else {}) | ({"backspace": Wish.BACK} if back else {})
    question = questionary.select(
        _message(f"{message} ({_said(wishes)})", width),
        choices=_choices(options, width),
        **_LOOK,
    )
    answers: dict[str, object] = {key: option.id for option, key in _keys_of(options)}
    answer = _ask(question, answers | wishes)
    return answer if isinstance(answer, Wish) else (str(answer),)


def _several(options: Sequence[Option], width: int) -> Response | Wish:
    question = questionary.checkbox(
        _message("Press all that apply, then Enter (s skips, q stops)", width),
        choices=_choices(options, width),
        **_LOOK,
    )
    control = next(c for c in question.application.layout.find_all_controls() if isinstance(c, InquirerControl))

    def toggle(option_id: str) -> None:
        chosen = control.selected_options
        (chosen.remove if option_id in chosen else chosen.append)(option_id)

    toggles = {key: partial(toggle, option.id) for option, key in _keys_of(options)}
    answer = _ask(question, {STOP: Wish.STOP, "s": Wish.SKIP}, toggles)
    return answer if isinstance(answer, Wish) else tuple(answer) or Wish.SKIP


def _arranged(options: Sequence[Option], width: int) -> Response | Wish:
    placed: list[Option] = []
    while len(placed) < len(options) - 1:
        left = [option for option in options if option not in placed]
        so_far = "".join(f"{clean(option.text)} → " for option in placed)
        answer = _one(
            left, f"{so_far}{'which comes next' if placed else 'Which comes first'}?", width, back=bool(placed)
        )
        if answer is Wish.BACK:
            placed.pop()
        elif isinstance(answer, Wish):
            return answer
        else:
            placed += [option for option in left if option.id in answer]
    return tuple(option.id for option in (*placed, *(option for option in options if option not in placed)))


def _paired(prompts: Sequence[Option], options: Sequence[Option], width: int) -> Response | Wish:
    pairs: list[tuple[str, str]] = []
    while len(pairs) < len(prompts):
        prompt = prompts[len(pairs)]
        left = [option for option in options if option.id not in {taken for _, taken in pairs}]
        message = f"{len(pairs) + 1} of {len(prompts)}: {clean(prompt.text)} goes with…"
        answer = _one(left, message, width, back=bool(pairs))
        if answer is Wish.BACK:
            pairs.pop()
        elif isinstance(answer, Wish):
            return answer
        else:
            pairs.append((prompt.id, answer[0]))
    return tuple(prompt + option for prompt, option in pairs)


def _entered(interaction: Enter) -> Response | Wish:
    what = f"Your answer, in {clean(interaction.unit)}" if interaction.unit else "Your answer"
    question = questionary.text(
        f"{what} (Enter alone skips, {STOP} stops):",
        qmark="",
        validate=partial(_readable, interaction),
        style=_STYLE,
    )
    answer = _ask(question, {})
    if isinstance(answer, Wish):
        return answer
    text = str(answer).strip()
    return Wish.STOP if text == STOP else (text,) if text else Wish.SKIP


def _readable(interaction: Enter, text: str) -> bool | str:
    try:
        read(interaction, "" if text.strip() == STOP else text)
    except UnreadableError as error:
        return str(error)
    return True


def _ask(
    question: Question, results: Mapping[str, object], actions: Mapping[str, Callable[[], None]] | None = None
) -> Any:
    """Return the answer of a prompt; keys in `results` end it at once, keys in `actions` do something and go on."""
    bindings = KeyBindings()
    for key, result in results.items():
        bindings.add(key, eager=True)(partial(_leave, result))
    for key, action in (actions or {}).items():
        bindings.add(key, eager=True)(partial(_act, action))
    bindings.add("c-d", eager=True)(_interrupt)
    bindings.add("c-z", eager=True)(_suspend)
    app = question.application
    begun = monotonic()
    bindings.add("enter", eager=True, filter=Condition(lambda: not _moved(app) and monotonic() - begun < GUARD))(
        _ignore
    )
    app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), bindings])
    app.erase_when_done = True
    return question.unsafe_ask()


def _leave(result: object, event: KeyPressEvent) -> None:
    event.app.exit(result=result)


def _act(action: Callable[[], None], event: KeyPressEvent) -> None:
    action()
    event.app.invalidate()


def _moved(app: Application[Any]) -> bool:
    """Return whether the player has done anything at this prompt: typed, ticked, or moved the pointer."""
    controls = [c for c in app.layout.find_all_controls() if isinstance(c, InquirerControl)]
    return bool(app.current_buffer.text) or any(c.pointed_at or c.selected_options for c in controls)


def _ignore(_: KeyPressEvent) -> None:
    """Leave a key without effect: an Enter that was meant for the question before must not answer this one."""


def _suspend(event: KeyPressEvent) -> None:
    event.app.suspend_to_background()


def _interrupt(event: KeyPressEvent) -> None:
    event.app.exit(exception=KeyboardInterrupt)


def _keys_of(options: Sequence[Option]) -> Iterable[tuple[Option, str]]:
    """Yield the keys of each option: its number and its letter, whichever of the two is shown."""
    for option in options:
        place = int(option.id) if option.id.isdigit() else ascii_lowercase.index(option.id) + 1
        if place <= _MOST_LETTERS:
            yield option, ascii_lowercase[place - 1]
        if place <= _MOST_DIGITS:
            yield option, str(place)


def _choices(options: Sequence[Option], width: int) -> list[Choice]:
    return [Choice(_title(option, width), value=option.id) for option in options]


def _title(option: Option, width: int) -> str:
    label = f"{option.id}) "
    return "\n".join(
        piece.text for piece in folded(Line(label + clean(option.text), hang=len(label) + 3), width - _MARGIN)
    )


def _message(text: str, width: int) -> str:
    return "\n ".join(piece.text for piece in folded(Line(text), width - _MARGIN))


def _said(wishes: dict[str, Wish]) -> str:
    words = {Wish.SKIP: "s skips", Wish.STOP: "q stops", Wish.BACK: "Backspace takes back"}
    return ", ".join(words[wish] for wish in wishes.values())
