"""Records keep games in one SQLite file: who played what, every event, and what follows from them."""
