"""The fixtures of the whole program."""

from helpers.e2e_program import dressed, hands, known, own_font, reading, reading_anew, sample, start

__all__ = ["dressed", "hands", "known", "own_font", "reading", "reading_anew", "sample", "start"]
