"""The answers as papers: text and Markdown, made from what the queries return."""
