"""What a page holds, read without a browser."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

_EMPTY = {"meta", "link", "input", "br"}


class Read(HTMLParser):
    """A page: what it leads to, what others may lead to, its headings and its text. Every tag is closed in order."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[str] = []
        self.root: dict[str, str | None] = {}
        self.words: list[str] = []
        self.asked: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))
        assert not self.open

    @property
    def text(self) -> str:
        """All that is read aloud, in one line."""
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a tag says."""
        said = dict(attrs)
        self.ids += [str(said["id"])] if "id" in said else []
        self.links += [str(said["href"])] if tag == "a" else []
        self.asked += [str(said[name]) for name in ("src", "href", "xlink:href") if name in said and tag != "a"]
        self.headings += [tag] if tag[0] == "h" and tag[1:].isdigit() else []
        self.root = said if tag == "html" else self.root
        self.open += [] if tag in _EMPTY else [tag]

    def handle_endtag(self, tag: str) -> None:
        """Close the last one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if self.open and self.open[-1] not in {"style", "script"}:
            self.words.append(data)


def read(folder: Path) -> dict[str, Read]:
    """Every page of a folder."""
    return {file.name: Read(file) for file in sorted(folder.glob("*.html"))}
