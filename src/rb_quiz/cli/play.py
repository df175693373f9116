"""The command `play`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rb_quiz.cli.banks import open_bank
from rb_quiz.cli.hosting import host, todays_game
from rb_quiz.cli.modes import known_players, wanted_mode
from rb_quiz.cli.options import (
    AnyEditionOption,
    BankOption,
    ClockOption,
    DifficultyOption,
    ExplainOption,
    FreshOption,
    KindsOption,
    ModeOption,
    PlainOption,
    PlayersOption,
    QuestionsOption,
    RepeatOption,
    ScoringOption,
    SecondsOption,
    SeedOption,
    SpoilersOption,
    TieBreakerOption,
    TopicsOption,
)
from rb_quiz.cli.quizzes import Flags, origin, tie_breaker_of, wanted_quiz
from rb_quiz.cli.unseen import SUITING, Repeats, suiting, unseen_quiz

if TYPE_CHECKING:
    from rb_quiz.play import Mode


def play(
    context: typer.Context,
    quiz: Annotated[str | None, typer.Argument(help="A quiz file that `draw -o` wrote, or a quiz code.")] = None,
    questions: QuestionsOption = None,
    topic: TopicsOption = None,
    kind: KindsOption = None,
    difficulty: DifficultyOption = None,
    spoilers: SpoilersOption = None,
    seed: SeedOption = None,
    any_edition: AnyEditionOption = False,
    mode: ModeOption = None,
    scoring: ScoringOption = None,
    explain: ExplainOption = False,
    seconds: SecondsOption = None,
    clock: ClockOption = True,
    players: PlayersOption = None,
    tie_breaker: TieBreakerOption = False,
    fresh: FreshOption = False,
    repeat: RepeatOption = False,
    plain: PlainOption = False,
    bank: BankOption = None,
) -> None:
    """Play a quiz, alone or in company.

    Example: rb-quiz play --mode survival --players "Ana,Ben,Team Orca" --spoilers premise
    """
    wanted = wanted_mode(mode, scoring, seconds, clock=clock)
    if explain:
        print(f"{wanted.name}: {wanted.rules}\n\n{wanted.scheme.name}: {wanted.scheme.rules}")
        return
    from rb_quiz.cli.keeping import opened_or_said
    from rb_quiz.records.games import Setting

    names = known_players(players)
    flags = Flags(questions, tuple(topic or ()), tuple(kind or ()), difficulty, spoilers, seed)
    bank = bank or context.obj
    store = opened_or_said()
    if flags.difficulty == SUITING:
        flags = replace(flags, difficulty=suiting(store, names[0]))
    if wanted.of_the_day and (flags.seed is not None or quiz is not None):
        wanted = replace(wanted, of_the_day=False)  # another quiz than the day's
    if wanted.of_the_day and todays_game(store, names, plain=plain):
        return
    if quiz is None:
        drawn = unseen_quiz(open_bank(bank), flags, wanted, store, names, Repeats.of(fresh=fresh, repeat=repeat))
    else:
        drawn = wanted_quiz(quiz, flags, bank, any_edition=any_edition)
    decisive = tie_breaker_of(drawn, bank) if tie_breaker and len(names) > 1 else None
    again = again_command(drawn.code, wanted, bank)
    setting = Setting(drawn, wanted, names, again, origin(quiz, bank), decisive)
    host(setting, store, plain=plain)


def again_command(code: str, mode: Mode, bank: Path | None) -> str:
    """Return the command that plays the quiz of a code again, nothing where it has none."""
    from shlex import quote

    from rb_quiz.play import MODES

    parts = ["" if bank is None else f"--bank {quote(str(bank))} "]
    parts += ["" if mode.name == "classic" else f"--mode {mode.name} "]
    parts += ["" if mode.scheme is MODES[mode.name].scheme else f"--scoring {mode.scheme.name} "]
    return f"rb-quiz play {''.join(parts)}{code}" if code else ""
