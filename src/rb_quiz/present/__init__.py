"""Presenters show a quiz and a session to people; they know interactions, never kinds."""
