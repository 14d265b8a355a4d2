"""What is entered whole is counted by plans, however many sources tell of one."""

from __future__ import annotations

from datetime import date

from handbook.checks import load_and_check
from handbook.views.coverage import coverage_list
from handbook.views.site import Site
from tests.catalogues import PLAN, BaseCatalogue


def test_a_plan_with_two_sources_is_entered_once(base: BaseCatalogue) -> None:
    other = '  - id: ban-scan\n    title: "Bản chụp"\n    confidence: "đã đối chiếu"\n'
    lines = "    file: scan.pdf\n    lines: 20\n    lines_with_text: 15\n"
    base.edit(PLAN, ("notes:\n", f"{other}{lines}notes:\n"))
    index, problems = load_and_check(base.root)
    assert not problems

    page = coverage_list(Site(index, date(2025, 1, 1)))

    assert page["plan_count"] == 1
    assert [lines for _, lines, _ in page["plans"]] == [11]
