"""The messenger: sends the platforms what is owed to them and records what became of it."""
