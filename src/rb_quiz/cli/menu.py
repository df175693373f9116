"""What `rb-quiz` alone does: a menu in a terminal, and elsewhere a word on how to play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.cli.banks import open_bank
from rb_quiz.cli.hosting import host, on_screen
from rb_quiz.cli.modes import wanted_mode
from rb_quiz.cli.play import again_command
from rb_quiz.cli.quizzes import Flags, origin
from rb_quiz.cli.unseen import Repeats, unseen_quiz

if TYPE_CHECKING:
    from pathlib import Path

    from rb_quiz.records.games import Summary
    from rb_quiz.records.store import Store

_HOW_TO_PLAY: Final = """\
rb-quiz plays trivia about the film Rust and Bone, or about anything a folder of YAML files asks.

  rb-quiz                              a menu, in a terminal
  rb-quiz play                         ten questions at once
  rb-quiz play --spoilers premise      for those who have not seen the film
  rb-quiz play --plain                 lines in, lines out: for pipes and screen readers
  rb-quiz --help                       everything else"""

_PREMISE: Final = "premise"
_TOPIC: Final = "topic"
_QUIT: Final = "quit"
_RESUME: Final = "resume"


def menu(bank: Path | None) -> None:
    """Ask what to play, and play it; without a terminal, say how to play."""
    if not on_screen():
        print(_HOW_TO_PLAY)
        return
    from shutil import get_terminal_size

    opened = open_bank(bank)
    from rb_quiz.cli.hosting import todays_game
    from rb_quiz.cli.keeping import opened_or_said
    from rb_quiz.play import MODES
    from rb_quiz.present.terminal.prompts import pick
    from rb_quiz.records.games import Setting, load

    width, store = get_terminal_size().columns, opened_or_said()
    left = open_games(store)
    modes = [(name, mode.title) for name, mode in MODES.items()]
    games = [modes[0], (_PREMISE, "The same without spoilers"), (_TOPIC, "One topic…"), *modes[1:]]
    resumed = [(_RESUME, "Go on with the last game")] if left else []
    picked = pick("What shall we play?", [*resumed, *games, (_QUIT, "Not now")], width)
    if picked in (None, _QUIT):
        return
    if picked == _RESUME and store is not None:
        saved = load(store, left[0].id)
        host(saved.setting, store, plain=False, saved=saved)
        return
    topic = pick("Which topic?", [(each, each) for each in opened.topics], width) if picked == _TOPIC else None
    if picked == _TOPIC and topic is None:
        return
    flags = Flags(topics=() if topic is None else (topic,), spoilers=_PREMISE if picked == _PREMISE else None)
    mode = wanted_mode(picked if picked in MODES else None, None, None, clock=True)
    if mode.of_the_day and todays_game(store, ("",), plain=False):
        return
    quiz = unseen_quiz(opened, flags, mode, store, ("",), Repeats.LAST)
    again = again_command(quiz.code, mode, bank)
    host(Setting(quiz, mode, ("",), again, origin(None, bank)), store, plain=False)


def open_games(store: Store | None) -> list[Summary]:
    """Return the last game that has no end, if there is one."""
    from rb_quiz.records.games import games
    from rb_quiz.records.store import StoreError

    try:
        return [] if store is None else games(store, ended=False, most=1)
    except StoreError:
        return []
