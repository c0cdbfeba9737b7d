"""The outline dock: sections, events with a timeline, recommendations, unresolved times."""
