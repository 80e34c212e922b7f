"""The pages as a reader has them: in a real Chromium, from the disk, without a server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import Terminal, moment

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(not os.access(CHROMIUM, os.X_OK), reason=f"there is no Chromium at {CHROMIUM}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium with a new profile, which is gone afterwards."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


class Reader:
    """A reader of the pages of a folder. Nothing may be said on the console, and only files may be asked for."""

    def __init__(self, browser: Browser, folder: Path, **settings: object) -> None:
        self.folder = folder
        self.console: list[str] = []
        self.asked: list[str] = []
        self.page: Page = browser.new_page(**settings)  # type: ignore[arg-type] # as they are named there
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def opens(self, name: str) -> Page:
        """The page, with all that it asks for asked for."""
        self.page.goto((self.folder / name.partition("#")[0]).as_uri() + "".join(name.partition("#")[1:]))
        return self.page

    def leaves(self) -> None:
        """Nothing was said, nothing asked of anywhere."""
        self.page.close()
        assert self.console == []
        assert [url for url in self.asked if not url.startswith(("file:", "data:"))] == []


@pytest.fixture
def folder(silent: Terminal, tmp_path: Path) -> Path:
    """The pages, with what is restricted."""
    silent.types(f"site -o {tmp_path / 'site'} --restricted")
    return tmp_path / "site"


@pytest.fixture
def reader(browser: Browser, folder: Path) -> Iterator[Reader]:
    """A reader of them."""
    reading = Reader(browser, folder)
    yield reading
    reading.leaves()


def shown(page: Page) -> list[str]:
    """The headings of the agendas that are shown."""
    return [one.split(":")[0] for one in page.locator(".state h2:visible").all_inner_texts()]


def test_the_slider_shows_another_agenda_by_keyboard_and_says_which_act_it_was(reader: Reader) -> None:
    page = reader.opens("agenda.html")
    assert shown(page) == ["5 of 5"]
    page.focus("#slider")
    page.keyboard.press("ArrowLeft")
    assert shown(page) == ["4 of 5"]
    assert "as orally amended" in page.inner_text("#told")
    assert page.get_attribute("#told", "aria-live") == "polite"
    assert str(page.get_attribute("#slider", "aria-valuetext")).startswith("4 of 5: 8 September 2020, 10.25 a.m.")
    page.keyboard.press("Home")
    assert shown(page) == ["1 of 5"]
    assert "Election of officers" not in page.inner_text(".state:visible")
    page.keyboard.press("End")
    assert "Election of officers" in page.inner_text(".state:visible")
    page.click("#before")
    page.click("#after")
    page.click("#after")
    assert shown(page) == ["5 of 5"]


def test_a_link_to_an_act_shows_the_agenda_it_left(reader: Reader) -> None:
    page = reader.opens("item-i11.html")
    page.click("main li a >> nth=0")
    assert shown(page) == ["2 of 5"]
    page.click("summary")
    page.click("details li:nth-child(4) a")
    assert shown(page) == ["4 of 5"]


def test_a_text_of_the_lineage_is_chosen_with_the_pointer_and_by_keyboard(reader: Reader) -> None:
    page = reader.opens("lineage.html")
    page.click("a.node[aria-label^='Resolution UNTOC-COP 7/1']")
    assert "recalled by Resolution UNTOC-COP 9/1" in page.inner_text("#chosen")
    assert page.get_attribute("#chosen", "aria-live") == "polite"
    assert page.locator(".tie.near").count() == 9
    page.focus("a.node >> nth=0")
    page.keyboard.press("Enter")
    assert "Meeting wg7" in page.inner_text("#chosen")
    assert page.locator("a.node[aria-current]").count() == 1


def test_the_drawing_is_moved_with_the_pointer_and_by_keyboard(reader: Reader) -> None:
    page = reader.opens("lineage.html")

    def seen() -> list[float]:
        return [float(one) for one in str(page.get_attribute("#drawing", "viewBox")).split()]

    page.focus("#frame")
    before = seen()
    page.keyboard.press("ArrowRight")
    assert seen()[0] > before[0]
    page.keyboard.press("+")
    assert seen()[2] < before[2]
    page.keyboard.press("0")
    assert (seen()[0], seen()[1]) <= (0, 0)
    box = page.locator("#drawing").bounding_box()
    assert box is not None
    before = seen()
    page.mouse.move(box["x"] + 60, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 40, steps=4)
    page.mouse.up()
    assert seen()[0] < before[0]
    assert page.inner_text("#chosen") == ""
    page.click("[data-do=out]")
    assert seen()[2] > before[2]


def test_what_is_left_of_a_silence_goes_by_the_readers_clock(reader: Reader) -> None:
    reader.page.clock.install(time=moment("2020-10-01 19:30"))
    page = reader.opens("silence.html")
    assert "By your clock 2 hours left." in page.inner_text("main")
    page.clock.set_fixed_time(datetime.fromisoformat("2020-10-01T22:00:30+00:00"))
    page.clock.run_for(60_000)
    assert "By your clock the deadline has passed; what came of it is not on this page." in page.inner_text("main")
    assert page.locator(".note").count() == 1  # a silence that was broken has no hours left


def test_every_page_fits_a_narrow_screen_light_and_dark(browser: Browser, folder: Path) -> None:
    for scheme in ("light", "dark"):
        reading = Reader(browser, folder, viewport={"width": 320, "height": 640}, color_scheme=scheme)
        for file in sorted(folder.glob("*.html")):
            page = reading.opens(file.name)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, file.name
        reading.leaves()


_CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const solid = (colour, behind) => {
    canvas.fillStyle = behind; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Canvas";
  const ground = getComputedStyle(probe).color;
  probe.remove();
  const found = [];
  for (const one of document.querySelectorAll("p, a, dt, dd, h1, h2, h3, h4, .label, .why, summary, label")) {
    let opacity = 1;
    for (let up = one; up; up = up.parentElement) opacity *= getComputedStyle(up).opacity;
    const colour = getComputedStyle(one).color;
    const mixed = solid(colour, ground).map((v, at) => v * opacity + solid(ground, ground)[at] * (1 - opacity));
    const [a, b] = [light(mixed), light(solid(ground, ground))].sort((x, y) => y - x);
    found.push((a + 0.05) / (b + 0.05));
  }
  return Math.min(...found);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(browser: Browser, folder: Path, scheme: str) -> None:
    reading = Reader(browser, folder, color_scheme=scheme)
    for name in ("index.html", "agenda.html", "silence.html", "lineage.html", "history.html"):
        assert reading.opens(name).evaluate(_CONTRAST) >= 4.5, name
    reading.leaves()


def test_without_scripts_every_agenda_stands_below_another(browser: Browser, folder: Path) -> None:
    reading = Reader(browser, folder, java_script_enabled=False)
    page = reading.opens("agenda.html")
    assert shown(page) == [f"{rank} of 5" for rank in range(1, 6)]
    assert page.locator("#slider:visible").count() == 0
    page = reading.opens("lineage.html")
    page.click("a.node >> nth=0")
    assert page.url.endswith("lineage.html#n0")
    reading.leaves()


def test_who_reads_with_a_screen_reader_finds_landmarks_and_a_way_past_the_menu(reader: Reader) -> None:
    page = reader.opens("agenda.html")
    for role in ("banner", "navigation", "main", "contentinfo", "slider"):
        assert page.get_by_role(role).count() == 1, role
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_page_is_printed_as_it_is_shown_without_its_controls(reader: Reader) -> None:
    page = reader.opens("agenda.html#s2")
    page.emulate_media(media="print")
    assert shown(page) == ["2 of 5"]
    assert page.locator("nav:visible, #time:visible, details:visible").count() == 0
    assert '"Election of officers"' in page.inner_text(".state:visible .act")
