"""What every test shares: how long and how hard hypothesis looks, and a law that all of them put to the test."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from projections.tables import ByAct
from projections.telling import Told

# A gate answers the same twice: its examples are derived from the test itself.
settings.register_profile("gate", derandomize=True, deadline=None, database=None)
# To look further: pytest --hypothesis-profile=hunt
settings.register_profile("hunt", deadline=None, database=None, max_examples=2000, print_blob=True)
settings.load_profile("gate")


@pytest.fixture(autouse=True, scope="session")
def _a_projection_reads_every_act_of_which_it_has_rows() -> Iterator[None]:
    """A projection may name the facts it reads: whatever any test records, none that it leaves out has rows."""
    reads = ByAct.reads

    def checked(self: ByAct, told: Told) -> bool:
        answer = reads(self, told)
        assert answer or not list(self.rows(told)), f"{self.table.name} leaves out {type(told.fact).__name__}"
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ByAct, "reads", checked)
        yield
