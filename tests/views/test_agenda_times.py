"""Of too many times the agenda shows the nearest, and says so; the others are in parts."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.dates.in_plan import UNBOUNDED, Span
from handbook.views import agenda_times
from handbook.views.agenda_parts import say_dated, say_undated
from handbook.views.agenda_times import BEHIND, MAX_ITEMS, NEAR, AgendaTime, Chosen, choose_times

FIRST = date(2020, 1, 1)


def choose(days: int, today: date, monkeypatch: pytest.MonkeyPatch, undated: int = 0) -> Chosen:
    plan: Any = SimpleNamespace(id="a", issued=None)
    milestone: Any = None
    dated = [
        AgendaTime(plan, milestone, Span(None, FIRST + timedelta(one)), None) for one in range(days)
    ]
    others = [AgendaTime(plan, milestone, UNBOUNDED, None)] * undated
    monkeypatch.setattr(agenda_times, "all_times", lambda site: (dated, others))
    site: Any = SimpleNamespace(today=today)
    return choose_times(site)


@given(st.integers(0, 3_000), st.integers(-500, 3_500))
def test_the_nearest_times_are_shown(days: int, offset: int) -> None:
    today = FIRST + timedelta(offset)
    with pytest.MonkeyPatch.context() as patch:
        chosen = choose(days, today, patch)

    shown = [one.span.last for one in chosen.dated]
    assert len(shown) == (days if days <= MAX_ITEMS else NEAR)
    assert chosen.is_whole == (days <= MAX_ITEMS)
    if not chosen.is_whole:
        ahead = [FIRST + timedelta(one) for one in range(days) if FIRST + timedelta(one) >= today]
        assert set(ahead[: NEAR - BEHIND]) <= set(shown)
        assert [one for one in shown if one] == sorted(one for one in shown if one)


def test_a_page_says_which_times_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = choose(10, FIRST, monkeypatch, undated=10)
    assert (say_dated(whole), say_undated(whole)) == ("", "")
    assert say_dated(choose(1_000, FIRST, monkeypatch, undated=10)) == (
        "Trang này chỉ hiện 400 mốc gần nhất trong 1000 mốc có ngày: "
        "hạn từ 01/01/2020 đến 03/02/2021."
    )


def test_a_page_says_how_many_times_without_a_day_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = choose(0, FIRST, monkeypatch, undated=250)

    assert not chosen.is_whole
    assert say_dated(chosen) == ""
    assert say_undated(chosen) == (
        "Chỉ hiện 100 trong 250 mốc không nêu ngày, của các văn bản mới nhất."
    )
