"""Reading a text aloud: what is said of it, who says it, and the bar that steers it."""
