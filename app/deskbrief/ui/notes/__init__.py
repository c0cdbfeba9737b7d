"""The notes dock: every note of the document, written in place."""
