"""One database: SQLite in a file today, and nothing in it that would keep PostgreSQL out."""
