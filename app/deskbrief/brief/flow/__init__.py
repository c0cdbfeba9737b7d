"""Briefs as text that flows: one composition from the plan, written as HTML, Word and Markdown."""
