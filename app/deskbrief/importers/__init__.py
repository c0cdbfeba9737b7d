"""Bytes become documents: one module a format, one registry."""
