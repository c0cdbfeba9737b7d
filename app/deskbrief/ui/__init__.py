"""The window: the only PySide6."""
