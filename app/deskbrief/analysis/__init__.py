"""Documents become outlines: one module a kind of item, one pipeline."""
