"""The catalogue: imported, searched, and asked for replacements."""
