"""A paper as a Word file: its paragraphs, its footnotes, and where it is revised, each change tracked."""
