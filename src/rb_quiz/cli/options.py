"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

MOST: Final = 2**63 - 1
"""The greatest number of a game."""
BankOption = Annotated[
    Path | None,
    typer.Option("--bank", envvar="RB_QUIZ_BANK", metavar="PATH", help="Another bank: a folder of YAML files, or one."),
]
QuestionsOption = Annotated[
    int | None,
    typer.Option("--questions", "-n", min=1, max=4096, help="How many questions; usually 10, if there are as many."),
]
TopicsOption = Annotated[list[str] | None, typer.Option("--topic", help="Only this topic; may be given again.")]
KindsOption = Annotated[
    list[str] | None, typer.Option("--kind", help="Only this kind of question; may be given again.")
]
DifficultyOption = Annotated[
    str | None,
    typer.Option("--difficulty", help="easy, medium or hard; rising goes from easy to hard, mine suits your skill."),
]
SpoilersOption = Annotated[
    str | None, typer.Option("--spoilers", help="How much of the story may be given away: premise, plot or ending.")
]
SeedOption = Annotated[str | None, typer.Option("--seed", help="Any text; the same text draws the same quiz.")]
AnyEditionOption = Annotated[
    bool, typer.Option("--any-edition", help="Take a code from another edition of the bank; the quiz will differ.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
ModeOption = Annotated[
    str | None, typer.Option("--mode", help="classic, sprint, survival, ladder, confidence or daily.")
]
ScoringOption = Annotated[
    str | None,
    typer.Option(
        "--scoring",
        help="casual, exam, strict, speed, speed-streak, confidence, confidence-net or ladder; usually the mode's own.",
    ),
]
PlayersOption = Annotated[
    str | None, typer.Option("--players", metavar="NAMES", help="Up to 8 players or teams, such as Ana,Ben,Team Orca.")
]
PlainOption = Annotated[bool, typer.Option("--plain", help="Lines in, lines out: no colour, no redraw.")]
PlayerOption = Annotated[
    str, typer.Option("--player", metavar="NAME", help="Whose; usually who played without a name.")
]
ExplainOption = Annotated[bool, typer.Option("--explain", help="Say the rules of the mode and its scoring.")]
SecondsOption = Annotated[
    float | None, typer.Option("--seconds", min=1, max=3600, help="So many seconds for each question.")
]
ClockOption = Annotated[bool, typer.Option("--clock/--no-clock", help="Whether time counts, where it would.")]
TieBreakerOption = Annotated[
    bool, typer.Option("--tie-breaker", help="Who shares the first place guesses a number; the nearest wins.")
]
FreshOption = Annotated[bool, typer.Option("--fresh", help="Only what was never asked before, even if it is less.")]
RepeatOption = Annotated[bool, typer.Option("--repeat", help="Whether it was asked before or not.")]
