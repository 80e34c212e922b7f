"""The lineage of a text as a paper: the tree, a table of the links, and its picture."""

import json
import re

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def texts(read: Terminal) -> Terminal:
    """The founding agenda, and the texts it rests on."""
    read.types("run examples/resolutions.nemcon")
    return read


def test_as_text_it_is_the_tree(texts: Terminal) -> None:
    assert texts.types("print lineage 7/1") == texts.types("lineage 7/1 --most 40")


def test_the_page_has_every_link_in_words_and_the_picture_beside(texts: Terminal) -> None:
    page = texts.types("print lineage 7/1 --format html")

    assert "<h1>Lineage of resolution <bdi>UNTOC-COP</bdi> <bdi>7/1</bdi></h1>" in page
    assert '<th scope="col">Relation</th>' in page
    assert '<figure><svg xmlns="http://www.w3.org/2000/svg" role="img"' in page
    assert page == texts.types("print lineage 7/1 --format html")


def test_the_picture_alone_is_svg_or_dot(texts: Terminal) -> None:
    assert texts.types("print lineage 7/1 --format svg").startswith("<svg xmlns=")
    assert "digraph lineage {" in texts.types("print lineage 7/1 --format dot")
    assert json.loads(texts.types("print lineage 7/1 --format json"))["root"]
    texts.refused("print journal --on 2020-06-04 --format svg", "The journal is not printed as svg.")
    texts.refused("print work --format dot", "The organization of work is not printed as dot.")


def test_each_link_names_its_entry_where_asked(texts: Terminal) -> None:
    assert r"| \#12 |" in texts.types("print lineage 7/1 --format markdown --why")


def test_it_may_be_of_another_time(texts: Terminal) -> None:
    texts.refused(
        'print lineage "UNTOC-COP 99/1"', "The record knows nothing of UNTOC-COP 99/1", "nemcon resolution record"
    )
    texts.refused("print lineage", "It is not said of what.", "nemcon print lineage")
    told = texts.types('print lineage "UNTOC-COP 7/1" --on 2020-06-10 --format markdown')
    assert "Organization of work of wg7" in told


def test_a_text_without_links_and_one_with_too_many_say_so(texts: Terminal) -> None:
    texts.runs(
        'resolution record "UNTOC-COP 70/1" "Alone" --adopted 2020-01-01',
        *(f'resolution relate "UNTOC-COP 9/1" recalls "UNTOC-COP 90/{one}"' for one in range(45)),
    )

    assert "No link is recorded." in texts.types('print lineage "UNTOC-COP 70/1" --format markdown')
    assert texts.types('print lineage "UNTOC-COP 70/1" --format svg').count("<rect") == 2
    many = texts.types('print lineage "UNTOC-COP 9/1" --format html')
    assert re.search(r"<p>\d+ more left out\.</p>", many)
    assert "<h1>" in texts.types('print lineage "UNTOC-COP 6/1" --format html')
