"""rb-quiz is a trivia quiz engine: a bank of questions, a seeded draw, a quiz, a session, a scorecard."""

__version__ = "0.1.0"
