"""The fixtures of the whole program."""

from helpers.e2e_program import fonts, reading, sample, start

__all__ = ["fonts", "reading", "sample", "start"]
