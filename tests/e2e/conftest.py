"""The fixtures of the whole program."""

from helpers.e2e_program import dressed, known, reading, reading_anew, sample, start

__all__ = ["dressed", "known", "reading", "reading_anew", "sample", "start"]
