"""Things that happened or are to happen at a time: from tables, lists and prose."""
