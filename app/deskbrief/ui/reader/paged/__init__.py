"""The reading view on Qt's own text widget, for screen readers: it can be walked letter by letter."""
