"""What is kept on disk: documents, notes and decisions. The only SQL."""
