"""The rights that a worker gives up before its first document; used in the worker alone."""
