"""The marks that come back from paper: a table is read, marked, and told as standings and item analysis."""
