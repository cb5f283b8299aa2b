"""Django's PostgreSQL engine, with a quicker look at whether a connection still stands."""
