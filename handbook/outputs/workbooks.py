"""The assignment sheets under `xuat/phan-cong/`: one for each plan, one for each role, one of all.

Every plan's rows are made once and written into each workbook they belong to as they come, so
memory does not grow with the number of plans.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.outputs.assignment_book import AssignmentBook
from handbook.views.addresses import assignment_sheet_of
from handbook.views.assignments import assignments_of
from handbook.views.site import Site, document_name, newest_first


def workbook_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every workbook as (path under the site's root, bytes)."""
    everything = AssignmentBook("Phân công nhiệm vụ – mọi kế hoạch, hướng dẫn đã nhập", site.today)
    roles = {
        role.id: (
            site.index.bodies_of_role.get(role.id, frozenset()),
            AssignmentBook(f"Phân công nhiệm vụ – {role.name}", site.today),
        )
        for role in site.index.roles.values()
    }
    for plan in sorted(site.index.plans.values(), key=newest_first):
        rows = list(assignments_of(site, plan))
        book = AssignmentBook(f"Phân công nhiệm vụ – {document_name(plan)}", site.today)
        book.extend(rows)
        finished = book.close()
        for one in (plan.id, *plan.former_ids):  # a workbook cannot lead on to a new address
            yield assignment_sheet_of("plan", one), finished
        everything.extend(rows)
        for bodies, sheet in roles.values():
            sheet.extend(row for row in rows if not bodies.isdisjoint(row.bodies))
    for role_id, (_, sheet) in roles.items():
        yield assignment_sheet_of("role", role_id), sheet.close()
    yield assignment_sheet_of("all", ""), everything.close()
