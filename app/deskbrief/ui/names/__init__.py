"""The names dock: who and what is named, and where."""
