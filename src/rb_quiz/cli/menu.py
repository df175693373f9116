"""What `rb-quiz` alone does: a menu in a terminal, and elsewhere a word on how to play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.cli.banks import open_bank
from rb_quiz.cli.modes import wanted_mode
from rb_quiz.cli.play import again_command, on_screen, play_game
from rb_quiz.cli.quizzes import Flags, new_quiz

if TYPE_CHECKING:
    from pathlib import Path

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


def menu(bank: Path | None) -> None:
    """Ask what to play, and play it; without a terminal, say how to play."""
    if not on_screen():
        print(_HOW_TO_PLAY)
        return
    from shutil import get_terminal_size

    opened = open_bank(bank)
    from rb_quiz.play import MODES
    from rb_quiz.present.terminal import Game
    from rb_quiz.present.terminal.prompts import pick

    width = get_terminal_size().columns
    modes = [(name, mode.title) for name, mode in MODES.items()]
    games = [modes[0], (_PREMISE, "The same without spoilers"), (_TOPIC, "One topic…"), *modes[1:], (_QUIT, "Not now")]
    picked = pick("What shall we play?", games, width)
    if picked in (None, _QUIT):
        return
    topic = pick("Which topic?", [(each, each) for each in opened.topics], width) if picked == _TOPIC else None
    if picked == _TOPIC and topic is None:
        return
    flags = Flags(topics=() if topic is None else (topic,), spoilers=_PREMISE if picked == _PREMISE else None)
    mode = wanted_mode(picked if picked in MODES else None, None, None, clock=True)
    quiz = new_quiz(opened, flags, mode)
    play_game(Game(quiz, mode, again=again_command(quiz.code, mode, bank)), plain=False)
