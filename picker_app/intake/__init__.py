"""The door through which orders come in from the platforms."""
