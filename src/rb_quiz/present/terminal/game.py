"""A game is one quiz at a table, alone or in company, from the first question to the scorecard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, assert_never

from rb_quiz.item import Choose, labelled
from rb_quiz.play import Halved, Mode, Protested, Responded, Session, Stopped, next_seat, score
from rb_quiz.play.session import LONGEST
from rb_quiz.present.terminal import company, wording
from rb_quiz.present.terminal.page import Line, Tone
from rb_quiz.present.terminal.table import Ask, TimeUp, Wish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

    from rb_quiz.item import Interaction, Item
    from rb_quiz.play import Mark, Scorecard
    from rb_quiz.present.terminal.table import Table
    from rb_quiz.quiz import Quiz

_CERTAINTIES: Final = labelled(("Not sure", "Fairly sure", "Certain"))
_LAST_WORD: Final = labelled(("Go on", "Protest the last verdict"))


@dataclass(frozen=True, slots=True)
class Game:
    """What is played, by whom.

    Attributes:
        quiz: the items.
        mode: the scheme and the limits.
        players: their names; one player may go without.
        again: the command that brings the same game back.
        tie_breaker: a question for a number, for those who share the first place.

    """

    quiz: Quiz
    mode: Mode
    players: tuple[str, ...] = ("",)
    again: str = ""
    tie_breaker: Item | None = None

    @property
    def alone(self) -> bool:
        """Return whether there is one player."""
        return len(self.players) == 1


@dataclass(frozen=True, slots=True)
class Played:
    """How a game ended: a session for each player, whether it was interrupted, and the distances of a tie-breaker."""

    sessions: tuple[Session, ...]
    interrupted: bool
    distances: tuple[Fraction | None, ...] = ()


def _keep_nothing(seat: int, sessions: Sequence[Session]) -> None:
    """Keep nothing of a game."""


def play(
    game: Game,
    table: Table,
    clock: Callable[[], float],
    keep: Callable[[int, Sequence[Session]], None] = _keep_nothing,
    sessions: Sequence[Session] = (),
) -> Played:
    """Play a game to its end, or to where the players stop, and show the scorecard.

    `clock` tells seconds. `keep` is given whose session has one more event, before anything else is shown. With
    `sessions` the game goes on from there.
    """
    hosting = _Hosting(game, table, clock, keep, sessions)
    interrupted = False
    try:
        hosting.play()
    except KeyboardInterrupt:
        interrupted = True
    distances = hosting.close(interrupted=interrupted)
    return Played(tuple(hosting.sessions), interrupted, distances)


class _Hosting:
    """One game under way: the sessions change, all else stays."""

    def __init__(
        self,
        game: Game,
        table: Table,
        clock: Callable[[], float],
        keep: Callable[[int, Sequence[Session]], None],
        sessions: Sequence[Session],
    ) -> None:
        self.game = game
        self.table = table
        self.clock = clock
        self.keep = keep
        self.sessions = list(sessions) or [Session(game.quiz, game.mode.limits) for _ in game.players]

    def play(self) -> None:
        self.table.show(wording.opening(self.game.quiz, self.game.mode))
        if any(session.events for session in self.sessions):
            self.table.show([Line("The game goes on where it stopped.", Tone.QUIET)])
        while (seat := next_seat(self.sessions)) is not None:
            place = len(self.sessions[seat].marks)
            if not self.game.alone:
                self.table.hand_over(self.game.players[seat])
            self._turn(seat)
            if self.game.alone and len(self.sessions[seat].marks) > place:
                self.table.show(wording.told(*self._last_mark(seat)))
            elif not self.game.alone and self._round_over(place):
                self._tell_round(place)
        for seat in range(len(self.sessions)):
            self._offer_last_protest(seat)

    def _round_over(self, place: int) -> bool:
        upcoming = next_seat(self.sessions)
        return upcoming is None or len(self.sessions[upcoming].marks) > place

    def _turn(self, seat: int) -> None:
        """Ask one player until the current item is done, or the game is over for them."""
        session = self.sessions[seat]
        item, place = session.current, len(session.marks)
        if item is None:
            return
        self.table.show(wording.asked(item, session, self.game.mode.scheme))
        begun = self.clock()
        while session.current is item and len(session.marks) == place:
            if session.attempts:
                self.table.show([Line(f"… {session.hint}", Tone.PARTLY)])
            tried = len(session.attempts)
            session, said = self._after_reply(session, item, begun)
            self.sessions[seat] = session
            self.keep(seat, self.sessions)
            self.table.show(said)
            if len(session.attempts) > tried:
                begun = self.clock()

    def _after_reply(self, session: Session, item: Item, begun: float) -> tuple[Session, Iterable[Line]]:
        """Return the session after the player's reply, and what is to be said of it once it is kept."""
        left = session.seconds_left
        asked = Ask(
            _shown(item.interaction, session.struck),
            skips=session.skips_left != 0,
            wishes=_wishes(session),
            seconds=None if left is None else max(0.0, left - self._since(begun)),
            leaving="stops" if session.limits.goal is None else "walks away",
        )
        reply = self.table.respond(asked)
        seconds = self._since(begun)
        match reply:
            case Wish.STOP:
                return session.after(Stopped()), ()
            case Wish.PROTEST:
                return session.after(Protested()), wording.protest_noted(session.marks[-1])
            case Wish.HALVE:
                return session.after(Halved()), [Line("Two wrong options are gone.", Tone.QUIET)]
            case TimeUp(response):
                return session.after(Responded(response, left or 0.0)), [Line("Time is up.", Tone.PARTLY)]
            case tuple() as response:
                return self._with_certainty(session, Responded(response, seconds)), ()
            case _:
                assert_never(reply)

    def _with_certainty(self, session: Session, event: Responded) -> Session:
        """Return the session after a response, and after a stop when the player stops instead of saying how sure."""
        if not self.game.mode.scheme.asks_certainty or not event.response:
            return session.after(event)
        self.table.show([Line("How sure are you?", Tone.STRONG)])
        reply = self.table.respond(Ask(Choose(_CERTAINTIES), skips=False))
        if isinstance(reply, tuple):
            return session.after(replace(event, certainty=int(reply[0])))
        session = session.after(event)
        return session.after(Stopped()) if session.current else session

    def _since(self, begun: float) -> float:
        """Return the seconds since then; a clock that jumps gives none, or a day, but never nonsense."""
        return round(min(max(0.0, self.clock() - begun), LONGEST), 3)

    def _last_mark(self, seat: int) -> tuple[Mark, Fraction | None]:
        """Return a player's last mark, and its points where they are more than the credit."""
        card = self._card(seat)
        return card.marks[-1], None if self.game.mode.scheme.name == "casual" else card.each[-1]

    def _card(self, seat: int) -> Scorecard:
        return score(self.sessions[seat], self.game.mode.scheme)

    def _tell_round(self, place: int) -> None:
        said = [
            (player, session.marks[place])
            for player, session in zip(self.game.players, self.sessions, strict=True)
            if len(session.marks) > place
        ]
        if not said:
            return
        self.table.show(company.told_round(said))
        cards = [self._card(seat) for seat in range(len(self.sessions))]
        if next_seat(self.sessions) is not None:
            self.table.show(company.standings_so_far(self.game.players, cards))

    def _offer_last_protest(self, seat: int) -> None:
        """Let a player protest the last verdict of the game, as no question follows at which they could."""
        session = self.sessions[seat]
        if not session.can_protest:
            return
        name = "" if self.game.alone else f"{self.game.players[seat]}: "
        self.table.show([Line(), Line(f"{name}Is the last verdict fair?")])
        reply = self.table.respond(Ask(Choose(_LAST_WORD)))
        if reply == (_LAST_WORD[1].id,):
            self.sessions[seat] = session.after(Protested())
            self.keep(seat, self.sessions)
            self.table.show(wording.protest_noted(session.marks[-1]))

    def close(self, *, interrupted: bool) -> tuple[Fraction | None, ...]:
        """Show the end of the game, after a tie-breaker where one is asked for; return its distances."""
        cards = [self._card(seat) for seat in range(len(self.sessions))]
        if self.game.alone:
            self.table.show(wording.summary(cards[0], self.game.mode, self.game.again))
            return ()
        if interrupted:
            self.table.show(company.standings_so_far(self.game.players, cards))
            return ()
        distances = company.break_tie(self.table, self.game.players, cards, self.game.tie_breaker)
        self.table.show(company.final(self.game.players, cards, distances, self.game.again))
        return distances


def _wishes(session: Session) -> frozenset[Wish]:
    wishes = {Wish.STOP}
    if session.can_halve:
        wishes.add(Wish.HALVE)
    if session.can_protest:
        wishes.add(Wish.PROTEST)
    return frozenset(wishes)


def _shown(interaction: Interaction, struck: tuple[str, ...]) -> Interaction:
    """Return the interaction without the options that are struck out."""
    if not isinstance(interaction, Choose) or not struck:
        return interaction
    return replace(interaction, options=tuple(option for option in interaction.options if option.id not in struck))
