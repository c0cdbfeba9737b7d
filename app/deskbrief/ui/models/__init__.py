"""What the side panels share: rows, the list view that shows them, and helpers for words and places."""
