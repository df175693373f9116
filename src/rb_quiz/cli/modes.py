"""Which mode, scheme and players the flags of a command ask for."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rb_quiz.problem import CallError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    from rb_quiz.play import Mode, Scheme

    Named = TypeVar("Named")

_MOST_PLAYERS: Final = 8
_LONGEST_NAME: Final = 40
_USUAL: Final = "classic"


def wanted_mode(mode: str | None, scoring: str | None, seconds: float | None, *, clock: bool) -> Mode:
    """Return the mode of this name, with another scheme, other seconds for each question, or no clock at all."""
    from rb_quiz.play import MODES, SCHEMES

    wanted = named(MODES, mode or _USUAL, "--mode")
    if scoring is not None:
        wanted = replace(wanted, scheme=named(SCHEMES, scoring, "--scoring"))
    own = wanted.limits.item_seconds if seconds is None else seconds
    limits = replace(wanted.limits, item_seconds=wanted.scheme.seconds if own is None else own)
    if wanted.limits.game_seconds is not None and seconds is None:
        limits = wanted.limits  # a clock for the whole game is enough
    return replace(wanted, limits=limits if clock else limits.without_clock())


def paper_scheme(scoring: str) -> Scheme:
    """Return the scheme of this name; raise CallError for one that needs more than a sheet of paper says."""
    from rb_quiz.play import SCHEMES

    wanted = named(SCHEMES, scoring, "--scoring")
    if wanted.on_paper:
        return wanted
    if wanted.seconds is not None:
        why = "needs a clock"
    else:
        why = "asks how sure players are" if wanted.asks_certainty else "goes by the order of the answers"
    usable = ", ".join(scheme.name for scheme in SCHEMES.values() if scheme.on_paper)
    raise CallError(f"expected --scoring to be one for paper, found {wanted.name!r}, which {why}; there are {usable}")


def named(known: Mapping[str, Named], name: str, flag: str) -> Named:
    """Return what goes by a name; raise CallError, which says what there is, for a name of nothing."""
    if name.casefold() not in known:
        mend = did_you_mean(name, known) or f"; there are {', '.join(known)}"
        raise CallError(f"expected {flag} to be one that there is, found {name!r}{mend}")
    return known[name.casefold()]


def known_players(names: str | None) -> tuple[str, ...]:
    """Return the players of a list with commas, one without a name where there is no list.

    Raise CallError for too many, for two of the same name, and for names that are empty, long or hold control codes.
    """
    if names is None:
        return ("",)
    players = tuple(unicodedata.normalize("NFC", " ".join(name.split())) for name in names.split(","))
    if len(players) > _MOST_PLAYERS:
        raise CallError(f"expected --players to name at most {_MOST_PLAYERS}, found {len(players)}; make teams")
    seen: dict[str, str] = {}
    for player in players:
        if not player or len(player) > _LONGEST_NAME or not player.isprintable():
            raise CallError(
                f"expected each name of --players to have 1 to {_LONGEST_NAME} visible characters, found {player!r:.60}"
            )
        if player.casefold() in seen:
            raise CallError(f"expected each player once, found {player!r} beside {seen[player.casefold()]!r}")
        seen[player.casefold()] = player
    return players
