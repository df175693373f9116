"""Each interaction as a prompt that is answered with one key where it can be, by questionary.

A long title is cut off at the edge there without a word, so titles come folded.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any, Final, assert_never

import questionary
from questionary import Choice, Style
from questionary.prompts.common import InquirerControl

from rb_quiz.item import Arrange, Choose, Enter, Interaction, Option, Pair, Response, allows
from rb_quiz.present.terminal.asking import Clock, Message, OutOfTime, ask
from rb_quiz.present.terminal.page import Line, clean, folded
from rb_quiz.present.terminal.reading import UnreadableError, read
from rb_quiz.present.terminal.reply import KEYS, legend, reply
from rb_quiz.present.terminal.table import Ask, TimeUp, Wish

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rb_quiz.present.terminal.table import Reply

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
_CLOCK_MARGIN: Final = 8


class _Step(Enum):
    """What can be pressed within one response."""

    SKIP = auto()
    BACK = auto()


_Answer = Response | Wish | _Step | TimeUp


class _Prompter:
    """Asks for one response: what else can be wanted, how wide the window is, and the clock are the same throughout."""

    def __init__(self, asked: Ask, width: int) -> None:
        self.asked = asked
        self.clock = Clock(asked.seconds)
        self.width = width - (0 if asked.seconds is None else _CLOCK_MARGIN)

    def reply(self) -> Reply:
        answer = self._answer(self.asked.interaction)
        return () if isinstance(answer, _Step) else answer

    def _answer(self, interaction: Interaction) -> _Answer:
        match interaction:
            case Choose(options, _, 1):
                return self.one(options, "Press a number")
            case Choose(options):
                return self._several(options)
            case Arrange(options):
                return self._arranged(options)
            case Pair(prompts, options):
                return self._paired(prompts, options)
            case Enter():
                return self._entered(interaction)
            case _:
                assert_never(interaction)

    def one(self, options: Sequence[Option], message: str, *, back: bool = False, begin: str | None = None) -> _Answer:
        keys = self._keys("s") | ({"backspace": _Step.BACK} if back else {})
        said = legend(self.asked, "s") + (", Backspace takes back" if back else "")
        question = questionary.select(
            self._message(f"{message} ({said})" if said else message),
            choices=_choices(options, self.width),
            default=begin,
            **_LOOK,
        )
        answers = {key: option.id for option, key in _keys_of(options)}
        answer = ask(question, self.clock, answers | keys)
        if isinstance(answer, OutOfTime):
            return TimeUp(())
        return answer if isinstance(answer, Wish | _Step) else (str(answer),)

    def _several(self, options: Sequence[Option]) -> _Answer:
        question = questionary.checkbox(
            self._message(f"Press all that apply, then Enter ({legend(self.asked, 's')})"),
            choices=_choices(options, self.width),
            **_LOOK,
        )
        control = next(c for c in question.application.layout.find_all_controls() if isinstance(c, InquirerControl))

        def toggle(option_id: str) -> None:
            chosen = control.selected_options
            (chosen.remove if option_id in chosen else chosen.append)(option_id)

        toggles = {key: partial(toggle, option.id) for option, key in _keys_of(options)}
        answer = ask(question, self.clock, self._keys("s"), toggles)
        if isinstance(answer, OutOfTime):
            return TimeUp(answer.options if allows(self.asked.interaction, answer.options) else ())
        return answer if isinstance(answer, Wish | _Step) else tuple(answer) or _Step.SKIP

    def _arranged(self, options: Sequence[Option]) -> _Answer:
        placed: list[Option] = []
        while len(placed) < len(options) - 1:
            left = [option for option in options if option not in placed]
            so_far = "".join(f"{clean(option.text)} → " for option in placed)
            next_one = "which comes next" if placed else "Which comes first"
            answer = self.one(left, f"{so_far}{next_one}?", back=bool(placed))
            if answer is _Step.BACK:
                placed.pop()
            elif isinstance(answer, tuple):
                placed += [option for option in left if option.id in answer]
            else:
                return answer
        return tuple(option.id for option in (*placed, *(option for option in options if option not in placed)))

    def _paired(self, prompts: Sequence[Option], options: Sequence[Option]) -> _Answer:
        pairs: list[tuple[str, str]] = []
        while len(pairs) < len(prompts):
            prompt = prompts[len(pairs)]
            left = [option for option in options if option.id not in {taken for _, taken in pairs}]
            message = f"{len(pairs) + 1} of {len(prompts)}: {clean(prompt.text)} goes with…"
            answer = self.one(left, message, back=bool(pairs))
            if answer is _Step.BACK:
                pairs.pop()
            elif isinstance(answer, tuple):
                pairs.append((prompt.id, answer[0]))
            else:
                return answer
        return tuple(prompt + option for prompt, option in pairs)

    def _entered(self, interaction: Enter) -> _Answer:
        what = f"Your answer, in {clean(interaction.unit)}" if interaction.unit else "Your answer"
        said = legend(self.asked)
        question = questionary.text(
            self._message(f"{what} ({said}):" if said else f"{what}:"),
            qmark="",
            validate=self._readable,
            style=_STYLE,
        )
        protest = {KEYS[Wish.PROTEST]: Wish.PROTEST} if Wish.PROTEST in self.asked.wishes else {}
        answer = ask(question, self.clock, protest)
        if isinstance(answer, OutOfTime):
            return TimeUp(_half_typed(interaction, answer.text))
        return answer if isinstance(answer, Wish) else reply(self.asked, str(answer))

    def _readable(self, text: str) -> bool | str:
        try:
            reply(self.asked, text)
        except UnreadableError as error:
            return str(error)
        return True

    def _keys(self, skip: str) -> dict[str, object]:
        wishes: dict[str, object] = {KEYS[wish]: wish for wish in self.asked.wishes}
        return wishes | ({skip: _Step.SKIP} if self.asked.skips else {})

    def _message(self, text: str) -> Message:
        lines = (piece.text for piece in folded(Line(text), self.width - _MARGIN))
        return Message("\n ".join(lines), self.clock)


def respond(asked: Ask, width: int) -> Reply:
    """Return the reply; raise KeyboardInterrupt on Ctrl-C and Ctrl-D."""
    return _Prompter(asked, width).reply()


def pick(title: str, options: Sequence[tuple[str, str]], width: int, usual: str = "") -> str | None:
    """Return the value of the (value, text) that was picked from a menu, None when the player leaves it.

    The pointer begins at the usual one.
    """
    shown = tuple(Option(str(number), text) for number, (_, text) in enumerate(options, start=1))
    begin = next((option.id for option, (value, _) in zip(shown, options, strict=True) if value == usual), None)
    answer = _Prompter(Ask(Choose(shown), skips=False), width).one(shown, title, begin=begin)
    return options[int(answer[0]) - 1][0] if isinstance(answer, tuple) else None


def ready(title: str, width: int) -> None:
    """Wait until the player presses Enter or 1."""
    shown = (Option("1", "Show me the question"),)
    _Prompter(Ask(Choose(shown), skips=False, wishes=frozenset()), width).one(shown, title)


def line(prompt: str, draft: str, width: int) -> str:
    """Return the line that was typed; raise KeyboardInterrupt on Ctrl-C and Ctrl-D."""
    message = "\n ".join(piece.text for piece in folded(Line(clean(prompt)), width - _MARGIN))
    question = questionary.text(message, default=draft, qmark="", style=_STYLE)
    return str(ask(question, Clock(None), {}, guarded=False))


def _half_typed(interaction: Enter, text: str) -> Response:
    try:
        return read(interaction, text)
    except UnreadableError:
        return ()


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
