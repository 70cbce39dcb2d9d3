"""The machine that proves it: nothing lost, nothing doubled."""
