"""Wordings that name a time: found by a lexer and tables of rules, worked out against an anchor."""
