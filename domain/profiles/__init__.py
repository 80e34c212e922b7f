"""Rules of procedure of some bodies, as data, a module for each text.

A rule is *verified* where its own wording was read (in the body's own paper, in a whole copy of it, or quoted in papers
of the body), or where the secretariat of the body itself told it term by term, more than once. One that is applied by
number in the body's own papers is verified as far as these go: it refuses nothing by that alone. What is known from
other accounts or from copies of quotations is not verified: it is shown and marked, and never refuses. No profile is
complete: where one is silent, nothing is out of order.
"""

from __future__ import annotations

from collections.abc import Mapping

from domain.profiles.ecosoc import ECOSOC_COMMISSIONS
from domain.profiles.ipbes import IPBES
from domain.profiles.osce import OSCE
from domain.profiles.unfccc import UNFCCC
from domain.profiles.unga import GENERAL_ASSEMBLY, GENERAL_ASSEMBLY_2020
from domain.profiles.untoc import UNTOC
from domain.rules import PERMISSIVE, Profile

PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        PERMISSIVE,
        UNTOC,
        GENERAL_ASSEMBLY,
        GENERAL_ASSEMBLY_2020,
        ECOSOC_COMMISSIONS,
        UNFCCC,
        OSCE,
        IPBES,
    )
}

__all__ = [
    "ECOSOC_COMMISSIONS",
    "GENERAL_ASSEMBLY",
    "GENERAL_ASSEMBLY_2020",
    "IPBES",
    "OSCE",
    "PROFILES",
    "UNFCCC",
    "UNTOC",
]
