"""The sentences of the key ring, and of confirmations by a second person."""

from __future__ import annotations

from typing import assert_never

from domain.confirming import ActConfirmed
from domain.days import long_day
from domain.keyring import LogKeyAdopted, LogKeyRotated, StaffKeyAdmitted, StaffKeyWithdrawn, fingerprint


def of_keys(fact: LogKeyAdopted | LogKeyRotated | StaffKeyAdmitted | StaffKeyWithdrawn) -> str:
    """Which key signs the log, and who of the recording staff signs with which."""
    match fact:
        case LogKeyAdopted():
            return f"The log key {fact.key} was adopted"
        case LogKeyRotated():
            return f"The log key {fact.key} took the place of {fact.instead_of}, both signing"
        case StaffKeyAdmitted():
            until = f" to {long_day(fact.until)}" if fact.until else " on"
            since = long_day(fact.since)
            return f"{fact.person} was admitted to sign with the key {fingerprint(fact.key)} from {since}{until}"
        case StaffKeyWithdrawn():
            return f"The key {fingerprint(fact.key)} of {fact.person} was withdrawn"
        case _:
            assert_never(fact)


def of_confirmation(fact: ActConfirmed) -> str:
    """Who confirmed what, and who had recorded it."""
    return f"{fact.entry.recorded_by} confirmed entry {fact.confirmed}, which {fact.recorded_by} had recorded"
