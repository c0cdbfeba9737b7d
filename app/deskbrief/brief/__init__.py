"""Plans become files: the only reportlab."""
