"""The tables of the store, as the steps that made them: a store of any earlier version is brought forward by the rest.

Times are texts in UTC, days the player's own. What is counted again and again (`tallies`, `items`) is kept up to date
by triggers, so that looking it up takes as long after a million answers as after ten.
"""

from __future__ import annotations

from typing import Final

_GAMES: Final = (
    "CREATE TABLE players (id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE)",
    "CREATE TABLE quizzes (digest TEXT PRIMARY KEY, code TEXT NOT NULL, edition TEXT NOT NULL, body TEXT NOT NULL)",
    """CREATE TABLE games (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        quiz TEXT NOT NULL REFERENCES quizzes (digest),
        mode TEXT NOT NULL, scheme TEXT NOT NULL, limits TEXT NOT NULL, again TEXT NOT NULL, bank TEXT NOT NULL,
        tie_breaker TEXT NOT NULL,
        day TEXT NOT NULL, begun TEXT NOT NULL, ended TEXT)""",
    "CREATE INDEX games_by_end ON games (ended, id)",
    "CREATE INDEX games_by_quiz ON games (quiz)",
    """CREATE TABLE seats (
        id INTEGER PRIMARY KEY,
        game INTEGER NOT NULL REFERENCES games (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        player INTEGER NOT NULL REFERENCES players (id) ON DELETE CASCADE,
        points REAL NOT NULL DEFAULT 0, most REAL NOT NULL DEFAULT 0, streak INTEGER NOT NULL DEFAULT 0,
        distance TEXT,
        UNIQUE (game, place))""",
    "CREATE INDEX seats_by_player ON seats (player, game)",
    """CREATE TABLE events (
        seat INTEGER NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
        number INTEGER NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (seat, number)) WITHOUT ROWID""",
)
_ANSWERS: Final = (
    """CREATE TABLE answers (
        seat INTEGER NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        player INTEGER NOT NULL REFERENCES players (id) ON DELETE CASCADE,
        item TEXT NOT NULL, facts TEXT NOT NULL, topic TEXT NOT NULL, kind TEXT NOT NULL, difficulty TEXT NOT NULL,
        outcome TEXT NOT NULL, credit REAL NOT NULL, guess REAL NOT NULL, tries INTEGER NOT NULL,
        response TEXT NOT NULL, seconds REAL NOT NULL, certainty INTEGER, protested INTEGER NOT NULL DEFAULT 0,
        settled TEXT NOT NULL DEFAULT '', learnt INTEGER NOT NULL DEFAULT 0, at TEXT NOT NULL,
        PRIMARY KEY (seat, place)) WITHOUT ROWID""",
    "CREATE INDEX answers_by_item ON answers (item, player)",
    "CREATE INDEX answers_protested ON answers (item) WHERE protested = 1 AND settled = ''",
    "CREATE INDEX answers_to_learn ON answers (player, at) WHERE learnt = 0",
    """CREATE TABLE tallies (
        player INTEGER NOT NULL REFERENCES players (id) ON DELETE CASCADE,
        axis TEXT NOT NULL, value TEXT NOT NULL, asked INTEGER NOT NULL, credit REAL NOT NULL,
        PRIMARY KEY (player, axis, value)) WITHOUT ROWID""",
    "CREATE TABLE items (item TEXT PRIMARY KEY, asked INTEGER NOT NULL, credit REAL NOT NULL) WITHOUT ROWID",
    """CREATE TABLE picks (
        item TEXT NOT NULL, option TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (item, option)) WITHOUT ROWID""",
    *(
        f"""CREATE TRIGGER {event}_{axis}_tally AFTER {event} ON answers BEGIN
            INSERT INTO tallies VALUES ({row}.player, '{axis}', {row}.{axis}, {sign}1, {sign}{row}.credit)
            ON CONFLICT DO UPDATE SET asked = asked + excluded.asked, credit = credit + excluded.credit;
        END"""
        for axis in ("topic", "kind", "difficulty")
        for event, row, sign in (("insert", "NEW", ""), ("delete", "OLD", "-"))
    ),
    *(
        f"""CREATE TRIGGER update_{axis}_tally AFTER UPDATE OF credit ON answers BEGIN
            UPDATE tallies SET credit = credit + NEW.credit - OLD.credit
            WHERE player = NEW.player AND axis = '{axis}' AND value = NEW.{axis};
        END"""
        for axis in ("topic", "kind", "difficulty")
    ),
    *(
        f"""CREATE TRIGGER {event}_item AFTER {event} ON answers BEGIN
            INSERT INTO items VALUES ({row}.item, {sign}1, {sign}{row}.credit)
            ON CONFLICT DO UPDATE SET asked = asked + excluded.asked, credit = credit + excluded.credit;
        END"""
        for event, row, sign in (("insert", "NEW", ""), ("delete", "OLD", "-"))
    ),
    """CREATE TRIGGER update_item AFTER UPDATE OF credit ON answers BEGIN
        UPDATE items SET credit = credit + NEW.credit - OLD.credit WHERE item = NEW.item;
    END""",
)
_LEARNING: Final = (
    """CREATE TABLE decks (
        player INTEGER NOT NULL REFERENCES players (id) ON DELETE CASCADE,
        item TEXT NOT NULL, number INTEGER NOT NULL,
        PRIMARY KEY (player, item)) WITHOUT ROWID""",
    "CREATE INDEX decks_by_number ON decks (player, number)",
    """CREATE TABLE cards (
        player INTEGER NOT NULL REFERENCES players (id) ON DELETE CASCADE,
        fact TEXT NOT NULL, item TEXT NOT NULL, body TEXT NOT NULL, due TEXT NOT NULL, last TEXT NOT NULL,
        PRIMARY KEY (player, fact)) WITHOUT ROWID""",
    "CREATE INDEX cards_by_due ON cards (player, due)",
    """CREATE TABLE skills (
        player INTEGER PRIMARY KEY REFERENCES players (id) ON DELETE CASCADE,
        value REAL NOT NULL, answers INTEGER NOT NULL)""",
    "CREATE TABLE hardness (item TEXT PRIMARY KEY, value REAL NOT NULL, answers INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE mended (
        quiz TEXT NOT NULL REFERENCES quizzes (digest) ON DELETE CASCADE,
        item TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (quiz, item)) WITHOUT ROWID""",
    "CREATE TABLE accepted (item TEXT NOT NULL, response TEXT NOT NULL, PRIMARY KEY (item, response)) WITHOUT ROWID",
)
MIGRATIONS: Final = (_GAMES, _ANSWERS, _LEARNING)
"""For each version, from 1, the statements that make it out of the one before."""
