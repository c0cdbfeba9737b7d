"""The window in which a brief is put together, beside the pages that it will have."""
