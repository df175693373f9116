"""What `rb-quiz` alone does: a menu in a terminal, and elsewhere a word on how to play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rb_quiz.cli.banks import open_bank
from rb_quiz.cli.play import on_screen, play_quiz
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

_GAMES: Final[dict[str, tuple[str, Flags]]] = {
    "all": ("Ten questions about everything", Flags()),
    "premise": ("Ten questions without spoilers", Flags(spoilers="premise")),
    "rising": ("Ten questions, from easy to hard", Flags(difficulty="rising")),
    "topic": ("One topic…", Flags()),
    "quit": ("Not now", Flags()),
}


def menu(bank: Path | None) -> None:
    """Ask what to play, and play it; without a terminal, say how to play."""
    if not on_screen():
        print(_HOW_TO_PLAY)
        return
    from shutil import get_terminal_size

    opened = open_bank(bank)
    from rb_quiz.present.terminal.prompts import pick

    width = get_terminal_size().columns
    game = pick("What shall we play?", [(name, title) for name, (title, _) in _GAMES.items()], width)
    if game in (None, "quit"):
        return
    flags = _GAMES[game][1]
    if game == "topic":
        topic = pick("Which topic?", [(topic, topic) for topic in opened.topics], width)
        if topic is None:
            return
        flags = Flags(topics=(topic,))
    play_quiz(new_quiz(opened, flags), bank, plain=False)
