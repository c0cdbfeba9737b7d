"""The reading view: the article in one measured column, its gutter, ruler, find bar and selection bar."""
