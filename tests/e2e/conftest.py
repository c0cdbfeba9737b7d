"""The fixtures of the whole program."""

from helpers.e2e_program import dressed, reading, sample, start

__all__ = ["dressed", "reading", "sample", "start"]
