"""Compare date expressions of different precision honestly: yes, no, or not known.

“Tháng 11/2020” may be before or after “15/11/2020”: nobody can tell, and so the answer is None.
"""

from __future__ import annotations

from datetime import date

from handbook.dates.bounds import first_permitted_day, last_permitted_day
from handbook.model.date_expression import DateExpression, Recurring


def is_before(one: DateExpression, other: DateExpression) -> bool | None:
    """Tell whether `one` surely happens before `other`; None when the words do not decide it."""
    first, last = _bounds(one)
    other_first, other_last = _bounds(other)
    if last is not None and other_first is not None and last < other_first:
        return True
    if first is not None and other_last is not None and first >= other_last:
        return False
    return None


def is_over(one: DateExpression, day: date) -> bool | None:
    """Tell whether `one` is over on a day: True after its last day, False until its first.

    Between the two a deadline still runs (False); an event somewhere in a month may have been held
    already (None).
    """
    first, last = _bounds(one)
    if last is not None and last < day:
        return True
    if last is None:
        return False if first is not None and first >= day else None
    is_deadline = first is None or first == last
    return False if is_deadline or (first is not None and first >= day) else None


def _bounds(one: DateExpression) -> tuple[date | None, date | None]:
    """Give the first and last day; a recurrence has none, for each of its times has its own."""
    if isinstance(one, Recurring):
        return None, None
    return first_permitted_day(one), last_permitted_day(one)
