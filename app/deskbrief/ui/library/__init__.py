"""The page of the library: all documents, what a search finds in them, and chronologies of several."""
