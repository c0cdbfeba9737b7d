"""Who is said to have said what."""
