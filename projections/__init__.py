"""One module for each question asked of the record: its table, its reading of the facts, its query."""
