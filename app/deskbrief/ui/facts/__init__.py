"""The docks of figures and of quotes."""
