"""Notes and events as other programs write and read them."""
