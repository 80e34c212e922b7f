"""Anything is done to a record, by every act there is, in any order: the laws hold whatever is accepted or refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from domain.act import Act, Fact
from domain.beginning import circulate
from domain.body import register_body
from domain.business import ActStruck, standing
from domain.resolution import record_resolution
from domain.rounds import Deadline
from domain.rules import OutOfOrder
from domain.streams import ACT_OF, ACTS, KIND_OF, STREAMS
from domain.values import text_in
from tests.domain.anything import KEYS, OWN, told
from tests.domain.story import BUREAU, FIRST_DAY, LAST_DAY, ZONE, Deed, did, moment
from tests.record.book import Book, asked, begun

acts = st.sampled_from(list(ACT_OF.values()))
kinds = st.sampled_from(sorted(KEYS))
versions = st.integers(1, 12)
days = st.sampled_from(["2020-06-04", FIRST_DAY, FIRST_DAY, LAST_DAY])
TODAY = "2020-09-10"
DEADLINE = Deadline(instant=moment("2020-09-08 18:00"), zone=ZONE, printed="6 p.m., Tuesday, 8 September 2020")
BEGINNINGS = (
    did(register_body, "2020-06-04", key=KEYS["body"], name="Working Group on Firearms", short="Working Group"),
    did(circulate, "2020-06-04", key="topics", body=BUREAU.key, subject="Topics", deadline=DEADLINE),
    did(record_resolution, "2020-06-04", ref=OWN, title=text_in("en", "On texts"), adopted=date(2020, 6, 4)),
)


class Secretariat(RuleBasedStateMachine):
    """A record, and everything that may be done to it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.book = begun(Book.new(Path(self.folder.name) / "record.db"))

    @initialize(keeping=st.booleans(), begun=st.booleans())
    def sits_down(self, keeping: bool, begun: bool) -> None:  # noqa: FBT001 - hypothesis names what it hands in
        """The streams are kept from act to act, or read again; there is one of each kind already, or not."""
        self.book.register.keeping = keeping
        for deed in BEGINNINGS if begun else ():
            self.book.record(asked(deed, KEYS[KIND_OF[ACT_OF[deed.act].fact]]))

    def tries(self, work: Callable[[], object]) -> bool:
        """Whether it is accepted; a refusal says why, and leaves the record as it was."""
        before = self.book.dump()
        refusal: OutOfOrder | None = None
        try:
            work()
        except OutOfOrder as error:
            refusal = error
        if refusal is None:
            return True
        assert refusal.rule
        assert refusal.sentence.endswith(".")
        assert refusal.next_step
        assert self.book.dump() == before
        return False

    def deed(self, act: Act, data: st.DataObject, on: str) -> Deed:
        """The act, told anything, on a day."""
        kind = KIND_OF[act.fact]
        fields: Mapping[str, object] = data.draw(told(act, self.book.state(kind, KEYS[kind])))
        return Deed(act.function, fields, on)

    @rule(act=acts, data=st.data(), on=days)
    def does(self, act: Act, data: st.DataObject, on: str) -> None:
        """Any act, on any day: where its day has passed it is a late one."""
        deed, key = self.deed(act, data, on), KEYS[KIND_OF[act.fact]]
        self.tries(lambda: self.book.record(asked(deed, key)))

    @rule(act=acts, data=st.data(), before=versions)
    def enters_late(self, act: Act, data: st.DataObject, before: int) -> None:
        """Any act, before another."""
        deed, key = self.deed(act, data, FIRST_DAY), KEYS[KIND_OF[act.fact]]
        self.tries(lambda: self.book.record(asked(deed, key, before=before)))

    @rule(kind=kinds, version=versions)
    def strikes(self, kind: str, version: int) -> None:
        """Any entry."""
        self.tries(lambda: self.book.strike(version, KEYS[kind], kind))

    @rule(act=acts, data=st.data(), on=days, wrongly_on=days)
    def corrects_what_was_wrong(self, act: Act, data: st.DataObject, on: str, wrongly_on: str) -> None:
        """What is corrected is as if it had been right at once, of the same day or of another."""
        kind = KIND_OF[act.fact]
        wrong, right = self.deed(act, data, wrongly_on), self.deed(act, data, on)
        at_once = self.book.copy("at once.db")
        if not self.tries(lambda: self.book.record(asked(wrong, KEYS[kind]))):
            return
        version = len(self.book.facts(kind, KEYS[kind]))
        if self.tries(lambda: self.book.correct(version, right, KEYS[kind])):
            at_once.record(asked(right, KEYS[kind]))
            assert self.book.shown() == at_once.shown()
            assert self.book.shown(on=on) == at_once.shown(on=on)

    def looks(self) -> None:
        """What is derived again is what was derived; nothing is dated ahead, so today is now."""
        rows = self.book.rows()
        assert self.book.rebuilt() == rows
        assert self.book.rows_as_of(on=TODAY) == rows

    def teardown(self) -> None:
        """At the end all of it is looked at again."""
        self.looks()
        for kind, key in KEYS.items():
            self.lawful(kind, self.book.facts(kind, key))
        self.folder.cleanup()

    def lawful(self, kind: str, facts: Any) -> None:  # noqa: ANN401 - of any stream
        """Each act is accepted again on those before it: so every prefix of a lawful history is lawful."""
        state: Any = STREAMS[kind].empty
        with self.book.again().open() as under_way:
            for fact in standing(facts):
                ACTS[type(fact)].judge_again(state, fact, under_way.context(fact.entry.occurred.day))
                state = STREAMS[kind].evolve(state, fact)
            assert state == under_way.chapter(kind, key=KEYS[kind]).state


Secretariat.TestCase.settings = settings(max_examples=15, stateful_step_count=12)
TestSecretariat = Secretariat.TestCase


def test_every_act_there_is_can_be_told_something() -> None:
    facts: set[type[Fact]] = {fact for stream in STREAMS.values() for fact in stream.facts if fact is not ActStruck}
    assert set(KEYS) == set(STREAMS)
    assert {act.fact for act in ACT_OF.values()} == facts
    for act in ACT_OF.values():
        assert told(act, STREAMS[KIND_OF[act.fact]].empty) is not None
