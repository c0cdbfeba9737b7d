"""The names of the commands."""

#: Any other first word is a file to open in the window.
COMMANDS = ("outline", "brief", "notes", "decisions", "doctor")
