"""Persons, organisations and places: found in prose, joined under their fullest form, traced everywhere."""
