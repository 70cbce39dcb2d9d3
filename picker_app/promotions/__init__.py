"""Promotions: composed, checked, read from files and written to them, sent, and followed to the end of their jobs."""
