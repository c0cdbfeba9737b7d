"""Quantities: amounts of money, shares, measures and counts."""
