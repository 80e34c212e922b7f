"""How the record is kept: the only part that knows a database exists."""
