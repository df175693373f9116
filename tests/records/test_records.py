"""Decks, history, practice, ratings and appeals: what follows from the answers that were kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rb_quiz.bank import KINDS
from rb_quiz.cli.quizzes import Flags
from rb_quiz.cli.unseen import Repeats, unseen_quiz
from rb_quiz.draw import draw, practice
from rb_quiz.item import Choose, Difficulty
from rb_quiz.play import MODES, Halved, Protested, Responded, Session, Stopped
from rb_quiz.play.analysis import ENOUGH, correlation
from rb_quiz.quiz import Blueprint, Quiz
from rb_quiz.records.deck import dealt
from rb_quiz.records.encoding import decoded, encoded
from rb_quiz.records.games import Setting, begin, games, keep, load
from rb_quiz.records.history import history, item_records, players, run_of_days, todays_daily
from rb_quiz.records.learning import due, learn, skill_of
from rb_quiz.records.rating import AIM, PRIORS, USUAL_GUESS, Rating, chance, fitting, rated
from rb_quiz.records.settling import accept, appeals, decline, forget, rekey
from rb_quiz.records.store import StoreError, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from rb_quiz.bank import Bank
    from rb_quiz.play import Event
    from rb_quiz.records.store import Store

AT, DAY = "2026-01-01T00:00:00+00:00", "2026-01-01"
TODAY = date(2026, 1, 1)
FORTY = "questions:\n" + "".join(
    f"  - {{ask: What is number {n}?, answer: a{n}, distractors: [b{n}, c{n}, d{n}]}}\n" for n in range(40)
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    made = open_store(tmp_path / "records.sqlite3")
    yield made
    made.close()


def play(
    store: Store, quiz: Quiz, events: list[Event], player: str = "Ana", day: str = DAY, mode: str = "classic"
) -> int:
    """Keep a game with these events; return its number."""
    setting = Setting(quiz, MODES[mode], (player,))
    kept = begin(store, setting, f"{day}T00:00:00+00:00", day)
    session = Session(quiz, setting.mode.limits)
    for event in events:
        session = session.after(event)
        keep(store, kept, 0, [session], setting, f"{day}T00:00:00+00:00")
    return kept.id


def right(quiz: Quiz) -> list[Event]:
    """Return the events of a perfect game."""
    return [Responded(item.key.model, 2.0) for item in quiz.items]


@given(
    st.builds(
        Responded,
        st.lists(st.text(), max_size=4).map(tuple),
        st.floats(0, 86_400),
        st.none() | st.integers(1, 3),
    )
    | st.sampled_from([Halved(), Protested(), Stopped()])
)
def test_an_event_is_kept_as_it_is(event: Event) -> None:
    """Reading back what was written gives the same event, whatever text is in it."""
    assert decoded(encoded(event)) == event


@pytest.mark.parametrize("text", ["[]", "{}", '{"event": "won"}', '{"event": "responded"}', "1"])
def test_what_is_no_event_is_refused(text: str) -> None:
    """A text that is no event is a ValueError."""
    with pytest.raises(ValueError, match="expected an event"):
        decoded(text)


def test_a_game_comes_back_as_it_was(store: Store, bundled: Bank) -> None:
    """Quiz, mode, players and sessions of every kind of item are the same after loading."""
    by_kind = [draw(bundled, Blueprint(1, kinds=(kind,)), "S") for kind in KINDS]
    quiz = replace(by_kind[0], items=tuple(item for some in by_kind for item in some.items))
    game = play(store, quiz, [*right(quiz)[:-1], Stopped()])
    saved = load(store, game)

    assert saved.setting == Setting(quiz, MODES["classic"], ("Ana",))
    assert saved.sessions[0].events == (*right(quiz)[:-1], Stopped())
    assert (saved.ended, games(store)[0].done) == (True, len(quiz.items) - 1)
    with pytest.raises(StoreError, match="expected the number of a game"):
        load(store, 99)


@pytest.mark.parametrize(
    "name", ["O'Brien", 'Ana "the orca"', "x" * 10_000, "'; DROP TABLE players; --", "é", "\x1b[31m"]
)
def test_any_name_is_only_a_name(name: str, store: Store, bundled: Bank) -> None:
    """Quotes, escape codes and ten thousand letters are kept and found again, and forgotten without a trace."""
    quiz = draw(bundled, Blueprint(1), "S")
    play(store, quiz, right(quiz), name)

    assert players(store) == (name,)
    assert history(store, name.upper(), TODAY).games == 1
    assert forget(store, name) == 1
    assert players(store) == ()


def deal(store: Store, bank: Bank, count: int, **flags: object) -> set[str]:
    """Play a new quiz of what was not asked yet; return the ids that were asked."""
    asked = unseen_quiz(bank, Flags(count, **flags), MODES["classic"], store, ("Ana",), Repeats.LAST)  # type: ignore[arg-type]
    play(store, asked, [Responded(()) for _ in asked.items])
    return {item.id for item in asked.items}


def test_nothing_comes_back_before_all_was_asked(store: Store, bank_of: Callable[..., Bank]) -> None:
    """Four games of ten use up a bank of forty; the fifth brings back the first games, not the last."""
    bank = bank_of(FORTY)
    rounds: list[set[str]] = [deal(store, bank, 10) for _ in range(4)]
    again = deal(store, bank, 10)

    assert len(set[str]().union(*rounds)) == 40
    assert again <= rounds[0] | rounds[1]


def test_what_is_left_comes_before_what_returns(store: Store, bank_of: Callable[..., Bank]) -> None:
    """When fewer are left than are asked for, all of these are in the quiz."""
    bank = bank_of(FORTY)
    rounds = [deal(store, bank, 12) for _ in range(3)]
    last = deal(store, bank, 12)

    assert {question.id for question in bank.questions} - set[str]().union(*rounds) <= last
    assert last - set[str]().union(*rounds[1:]) == last


def test_history_changes_no_seed_and_no_code(store: Store, bank_of: Callable[..., Bank]) -> None:
    """With a seed the quiz is the same after many games; --repeat is blind; --fresh is strict."""
    bank = bank_of(FORTY)
    mode = MODES["classic"]
    before = unseen_quiz(bank, Flags(10, seed="S"), mode, store, ("Ana",), Repeats.LAST)
    for _ in range(4):
        deal(store, bank, 9)
    after = unseen_quiz(bank, Flags(10, seed="S"), mode, store, ("Ana",), Repeats.LAST)
    fresh = unseen_quiz(bank, Flags(), mode, store, ("Ana",), Repeats.NEVER)

    assert before == after
    assert before.code
    assert (len(fresh.items), fresh.code) == (4, "")
    assert unseen_quiz(bank, Flags(10), mode, store, ("Ana",), Repeats.ALWAYS).code
    assert unseen_quiz(bank, Flags(10), mode, store, ("Ben",), Repeats.LAST).code


def test_a_history_counts_what_was_played(store: Store, bundled: Bank) -> None:
    """Games, days, shares by topic, difficulty and kind, runs and best games follow from the answers."""
    quiz = draw(bundled, Blueprint(6), "S")
    play(store, quiz, right(quiz), day="2025-12-31")
    play(store, quiz, [Responded(())] * 6)
    play(store, quiz, [], day="2026-01-03")
    found = history(store, "ana", TODAY)

    assert (found.player, found.games, found.days, found.streak, found.day_streak) == ("Ana", 2, 2, 6, 2)
    assert (found.answers.asked, found.answers.credit) == (12, 6)
    for axis in (found.topics, found.difficulties, found.kinds):
        assert sum(share.asked for share in axis) == 12
        assert all(share.right == 0.5 for share in axis)
    assert [(best.points, best.most) for best in found.best] == [(6, 6)]
    assert history(store, "Zoe", TODAY).games == 0


@given(st.sets(st.integers(0, 12)))
def test_days_in_a_row(ago: set[int]) -> None:
    """A run counts back from today, or from yesterday while today is still open."""
    days = [(TODAY - timedelta(days=n)).isoformat() for n in ago]
    start = 0 if 0 in ago else 1
    expected = next(n for n in range(14) if start + n not in ago)

    assert run_of_days(days, TODAY) == expected


def test_the_quiz_of_the_day_counts_once_it_is_played(store: Store, bundled: Bank) -> None:
    """One without an answer doesn't count, one that was finished does."""
    quiz = draw(bundled, Blueprint(2), "S")
    play(store, quiz, [Stopped()], mode="daily")
    assert todays_daily(store, "Ana", TODAY) is None
    game = play(store, quiz, right(quiz), mode="daily")

    assert todays_daily(store, "Ana", TODAY) == game
    assert history(store, "Ana", TODAY).daily_streak == 1


def test_items_have_figures_from_twenty_answers_on(store: Store, bundled: Bank) -> None:
    """Asked, share right, picks, and discrimination once it means something."""
    quiz = draw(bundled, Blueprint(4, kinds=("choice",)), "S")
    wrong: list[Event] = [
        Responded(next((o.id,) for o in item.interaction.options if (o.id,) != item.key.model))
        for item in quiz.items
        if isinstance(item.interaction, Choose)
    ]
    for number in range(ENOUGH):
        play(store, quiz, right(quiz) if number % 2 else wrong)
        if number == 0:
            assert not item_records(store)[0].measured
    for record in item_records(store):
        assert (record.asked, record.right, record.measured) == (ENOUGH, 0.5, True)
        assert record.discrimination == pytest.approx(1)
        assert sum(times for _, times in record.picks) == ENOUGH


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=30))
def test_a_correlation_is_one(pairs: list[tuple[float, float]]) -> None:
    """It lies between -1 and 1, or there is none."""
    found = correlation(pairs)
    assert found is None or -1.0001 <= found <= 1.0001


def test_cards_follow_fsrs(store: Store, bank_of: Callable[..., Bank]) -> None:
    """Good, good, good, again, good, easy at their due times give the stabilities that SCIENCE 4 computed."""
    bank = bank_of(
        "questions:\n"
        "  - {id: a, fact: f, ask: A?, answer: x, distractors: [y, z]}\n"
        "  - {id: b, fact: f, kind: text, ask: B?, answer: x}\n"
    )
    choice, typed = (draw(bank, Blueprint(1, kinds=(kind,)), "S") for kind in ("choice", "text"))
    at, stabilities, waits = datetime(2024, 1, 1, tzinfo=UTC), [], []
    for grade in "GGGAGE":
        quiz = typed if grade == "E" else choice
        setting = Setting(quiz, MODES["classic"], ("Ana",))
        kept = begin(store, setting, at.isoformat(), DAY)
        event = Responded(() if grade == "A" else quiz.items[0].key.model, 1.0)
        keep(store, kept, 0, [Session(quiz).after(event)], setting, at.isoformat())
        learn(store, "Ana")
        body = json.loads(store.connection.execute("SELECT body FROM cards").fetchone()[0])
        stabilities.append(body["stability"])
        waits.append(datetime.fromisoformat(body["due"]) - at)
        at = datetime.fromisoformat(body["due"])

    assert stabilities == pytest.approx([2.3065, 2.3065, 10.971048, 1.539013, 1.571842, 7.870268], abs=1e-5)
    assert waits == [timedelta(minutes=10), *map(timedelta, (2, 11)), timedelta(minutes=10), *map(timedelta, (2, 8))]


def test_practice_asks_what_is_due_in_other_words(store: Store, bank_of: Callable[..., Bank]) -> None:
    """A missed fact is due soon and asked in another wording; one just known is due later."""
    bank = bank_of(
        "questions:\n"
        "  - {id: a, fact: f, ask: A?, answer: x, distractors: [y, z]}\n"
        "  - {id: b, fact: f, kind: text, ask: B?, answer: x}\n"
        "  - {id: c, fact: g, ask: C?, answer: v, distractors: [u, w]}\n"
    )
    quiz = draw(bank, Blueprint(2, kinds=("choice",)), "S")
    missed: list[Event] = [Responded(() if item.id == "a" else item.key.model) for item in quiz.items]
    play(store, quiz, missed)
    learn(store, "Ana")
    start = datetime.fromisoformat(AT)
    soon = due(store, "Ana", start + timedelta(minutes=2))
    asked = practice(bank, soon.facts, "S", 10)

    assert due(store, "Ana", start).facts == {}
    assert (soon.facts, soon.all) == ({"f": "a"}, 2)
    assert asked is not None
    assert [item.id for item in asked.items] == ["b"]
    assert practice(bank, {"nothing": ""}, "S", 10) is None
    assert practice(bank, {"g": "c"}, "S", 10) is not None


@given(st.floats(-4, 4), st.floats(-4, 4), st.sampled_from([0.0, 0.25, 0.5]), st.integers(0, 200))
def test_ratings_move_towards_what_happened(skill: float, hardness: float, guess: float, answers: int) -> None:
    """A hit raises the skill and lowers the hardness, a miss the other way, and many answers move it less."""
    player, item = Rating(skill, answers), Rating(hardness, answers)
    better, easier = rated(player, item, guess, 1.0)
    worse, harder = rated(player, item, guess, 0.0)

    assert guess <= chance(skill, hardness, guess) <= 1
    assert better.value >= skill >= worse.value
    assert easier.value <= hardness <= harder.value
    assert rated(Rating(skill, 0), item, guess, 1.0)[0].value >= better.value


def test_mine_is_about_seventy_percent() -> None:
    """The better the player, the harder; and each choice is the one nearest to the aim."""
    skills = [n / 4 for n in range(-20, 21)]
    order = [list(Difficulty).index(fitting(skill)) for skill in skills]

    assert set(order) == {0, 1, 2}
    assert all(one <= other for one, other in pairwise(order))
    for skill in skills:
        gaps = {each: abs(chance(skill, PRIORS[each], USUAL_GUESS) - AIM) for each in Difficulty}
        assert gaps[fitting(skill)] == min(gaps.values())


def test_only_first_answers_move_a_rating(store: Store, bundled: Bank) -> None:
    """Answering the same questions again changes no rating."""
    quiz = draw(bundled, Blueprint(5), "S")
    play(store, quiz, right(quiz), day="2025-12-30")
    learn(store, "Ana")
    first = skill_of(store, "Ana")
    play(store, quiz, right(quiz))
    learn(store, "Ana")

    assert first.answers == 5
    assert first.value > 0
    assert skill_of(store, "Ana") == first


TOWN = "questions: [{kind: text, id: town, ask: Which town?, answer: Antibes, expects: place, reject: [Juan-les-Pins]}]"


def test_an_accepted_appeal_counts_in_every_game(store: Store, bank_of: Callable[..., Bank]) -> None:
    """All who gave the answer get the mark, whether they protested or not, and the appeal is settled."""
    quiz = draw(bank_of(TOWN), Blueprint(1), "S")
    said = Responded(("Juan-les-Pins",))
    first = play(store, quiz, [said, Protested()])
    second = play(store, quiz, [said], "Ben")
    play(store, quiz, [Responded(("Nice",)), Protested()], "Eve")
    [appeal, other] = sorted(appeals(store), key=lambda each: each.response)

    assert (appeal.response, appeal.players, appeal.answer) == ("Juan-les-Pins", ("Ana",), "Antibes")
    assert accept(store, appeal) == 2
    assert [each.response for each in appeals(store)] == ["Nice"]
    for game in (first, second):
        assert load(store, game).sessions[0].marks[0].credit == 1
    assert history(store, "Ben", TODAY).answers.right == 1
    assert history(store, "Eve", TODAY).answers.right == 0
    decline(store, other)
    assert appeals(store) == ()


def test_a_changed_key_scores_old_games_again(store: Store, bank_of: Callable[..., Bank]) -> None:
    """A choice whose answer was wrong in the bank is marked by its new one, and scoring twice changes nothing more."""
    quiz = draw(bank_of("questions: [{id: a, ask: A?, answer: x, distractors: [y, z]}]"), Blueprint(1), "S")
    options = {option.text: option.id for option in getattr(quiz.items[0].interaction, "options", ())}
    game = play(store, quiz, [Responded((options["y"],))])
    mended = draw(bank_of("questions: [{id: a, ask: A?, answer: y, distractors: [x, z]}]"), Blueprint(1), "T").items

    assert rekey(store, {"a": mended[0]}) == 1
    assert rekey(store, {"a": mended[0]}) == 0
    assert load(store, game).sessions[0].marks[0].credit == 1
    assert history(store, "Ana", TODAY).answers.right == 1
    assert rekey(store, {"a": quiz.items[0]}) == 1, "a key can be changed back"
    assert load(store, game).sessions[0].marks[0].credit == 0


def test_a_key_of_today_is_no_key_of_tomorrow(store: Store, bank_of: Callable[..., Bank]) -> None:
    """What was mended for past games doesn't touch those drawn later, and rescoring keeps what was accepted."""
    quiz = draw(bank_of(TOWN), Blueprint(1), "S")
    play(store, quiz, [Responded(("Juan-les-Pins",)), Protested()])
    accept(store, appeals(store)[0])
    later = draw(bank_of(TOWN.replace("reject: [Juan-les-Pins]", "accept: [Nice]")), Blueprint(1), "T")
    game = play(store, later, [Responded(("Nice",))])

    assert load(store, game).sessions[0].marks[0].credit == 1
    assert rekey(store, {"town": later.items[0]}) == 0
    assert history(store, "Ana", TODAY).answers.credit == 2


def test_an_appeal_that_cannot_be_shown_is_not_accepted(store: Store, bank_of: Callable[..., Bank]) -> None:
    """An answer with an escape code in it is refused, and every game can still be loaded."""
    quiz = draw(bank_of(TOWN), Blueprint(1), "S")
    game = play(store, quiz, [Responded(("\x1b[31mred",)), Protested()])
    with pytest.raises(StoreError, match="visible characters"):
        accept(store, appeals(store)[0])

    assert load(store, game).sessions[0].marks[0].credit == 0


def test_one_game_in_two_windows_is_noticed(store: Store, bundled: Bank) -> None:
    """Who goes on with a game that went on elsewhere is told so, and nothing is mixed."""
    quiz = draw(bundled, Blueprint(3), "S")
    setting = Setting(quiz, MODES["classic"], ("Ana",))
    kept = begin(store, setting, AT, DAY)
    here = Session(quiz).after(Responded(()))
    there = Session(quiz).after(Responded(quiz.items[0].key.model))
    keep(store, kept, 0, [here], setting, AT, 0)
    with pytest.raises(StoreError, match="went on elsewhere"):
        keep(store, kept, 0, [there], setting, AT, 0)

    assert load(store, kept.id).sessions == (here,)


def test_only_what_was_shown_is_in_the_deck(store: Store, bundled: Bank) -> None:
    """A game of thirty that ends after two answers has used up three items."""
    quiz = draw(bundled, Blueprint(30), "S")
    play(store, quiz, [Responded(()), Responded(()), Stopped()])

    assert set(dealt(store, ["Ana"])) == {item.id for item in quiz.items[:3]}


def test_a_game_ends_when_who_had_to_answer_is_forgotten(store: Store, bundled: Bank) -> None:
    """A game in which only the forgotten player was to go on is over; choices of theirs are not counted any more."""
    quiz = draw(bundled, Blueprint(1, kinds=("choice",)), "S")
    setting = Setting(quiz, MODES["classic"], ("Ben", "Ana", "Eve"))
    kept = begin(store, setting, AT, DAY)
    sessions = [Session(quiz)] * 3
    for seat in (0, 1):
        sessions[seat] = sessions[seat].after(Responded(quiz.items[0].key.model))
        keep(store, kept, seat, sessions, setting, AT)
    forget(store, "Eve")
    assert games(store)[0].ended
    forget(store, "Ana")

    assert [times for _, times in item_records(store)[0].picks] == [1]


def test_forgetting_leaves_no_trace(store: Store, bundled: Bank) -> None:
    """All of a player is gone, from the file too, and the others keep theirs."""
    quiz = draw(bundled, Blueprint(3), "S")
    setting = Setting(quiz, MODES["classic"], ("Anastasia Orca", "Ben"))
    kept = begin(store, setting, AT, DAY)
    sessions = [Session(quiz), Session(quiz)]
    for seat in (0, 1):
        for event in right(quiz):
            sessions[seat] = sessions[seat].after(event)
            keep(store, kept, seat, sessions, setting, AT)
    learn(store, "Anastasia Orca")
    forget(store, "anastasia orca")
    tables = ("seats", "events", "answers", "tallies", "cards", "decks", "skills")
    left = {table: store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608

    assert players(store) == ("Ben",)
    assert history(store, "Ben", TODAY).answers.asked == 3
    assert (left["seats"], left["events"], left["answers"], left["cards"], left["skills"]) == (1, 3, 3, 0, 0)
    assert all(record.asked == 1 for record in item_records(store))
    assert not any(b"nastasia" in each.read_bytes() for each in store.path.parent.iterdir())
    with pytest.raises(StoreError, match="expected a player who is known"):
        forget(store, "Zoe")
