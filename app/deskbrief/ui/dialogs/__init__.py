"""The small windows that ask for something."""
