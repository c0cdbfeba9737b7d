"""What happens when a command is given: between the panels and the services."""
