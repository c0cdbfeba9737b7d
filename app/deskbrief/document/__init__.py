"""The values everything else is made of: documents, outlines, notes, anchors, dates and brief plans."""
