"""Measures what the shop feels: python -m tests.bench prints a table and writes build/bench.json."""
