"""How each platform speaks."""
