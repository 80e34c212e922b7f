from domain.papers import Asked, issue_paper
from tests.domain.story import AT_WORK, Deed, did, history, refused

HASH = "0" * 64


def printed(sha256: str, last: int) -> Deed:
    return did(issue_paper, asked=Asked(paper="agenda", form="text"), sha256=sha256, last=last)


def test_a_paper_rests_on_what_was_recorded_before_it() -> None:
    last = history(*AT_WORK)[-1].entry.number

    assert history(*AT_WORK, printed(HASH, last))[-1].entry.number == last + 1
    for wrong in (0, last + 1):
        with refused(f"Entry {wrong} does not stand before the paper."):
            history(*AT_WORK, printed(HASH, wrong))


def test_a_paper_is_known_by_the_hash_of_its_bytes() -> None:
    with refused("'agenda' is no SHA-256."):
        history(*AT_WORK, printed("agenda", 1))


def test_what_was_never_scheduled_has_no_papers() -> None:
    with refused("There is no such meeting"):
        history(printed(HASH, 1))
