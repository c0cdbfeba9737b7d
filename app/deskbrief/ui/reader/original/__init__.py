"""The pages of a PDF as they are, as one more kind of reading view."""
