"""One Qt model for each list; each takes frozen rows and tells Qt only what differs."""
