"""The doctor: looks at all that the program needs, changes nothing, and says what to do."""
