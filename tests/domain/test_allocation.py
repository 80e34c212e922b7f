from domain.allocation import allocate_item
from tests.domain.story import AT_WORK, CONSENSUS, Deed, decide, did, history, meeting, moved, refused, retitled


def allocated(to: str, *, also: bool = False) -> Deed:
    return did(allocate_item, item="2", to=to, also=also, taken=CONSENSUS)


def test_an_allocation_takes_the_place_of_the_former_one() -> None:
    assert meeting(history(*AT_WORK, allocated("plenary"), allocated("C3"))).allocations.to == {"i2.4": ("C3",)}


def test_an_item_may_be_allocated_to_several() -> None:
    facts = history(*AT_WORK, allocated("plenary"), allocated("C3", also=True))
    assert meeting(facts).allocations.to == {"i2.4": ("plenary", "C3")}


def test_an_allocation_stays_with_the_item_whatever_its_title_and_place() -> None:
    facts = history(*AT_WORK, allocated("C3"), retitled("2", "New"), moved("2", after="4"))
    assert meeting(facts).allocations.to == {"i2.4": ("C3",)}


def test_an_item_is_not_allocated_twice_to_the_same_nor_to_nobody() -> None:
    for again in (allocated("C3"), allocated("C3", also=True)):
        with refused("Item 2 is allocated there already."):
            history(*AT_WORK, allocated("C3"), again)
    with refused("It is not said to whom item 2 is allocated."):
        decide(allocate_item, history(*AT_WORK), item="2", to="", taken=CONSENSUS)
