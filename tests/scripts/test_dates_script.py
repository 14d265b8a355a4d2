"""scripts/dates.py keeps its contract: one JSON object with these keys, exit 0, 1 or 2."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
YEAR = ("--from", "2023-01-01", "--until", "2023-12-31")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "dates.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "HANDBOOK_PYTHON": "current"},
    )


def explain(*arguments: str) -> dict[str, Any]:
    done = run("--json", *arguments)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_a_recurring_deadline() -> None:
    assert explain("trước ngày 15 tháng cuối quý", *YEAR) == {
        "kind": "định kỳ",
        "precision": "ngày",
        "bound": "trước",
        "first": None,
        "last": None,
        "occurrences": [
            {"first": None, "last": f"2023-{month}-14"} for month in ("03", "06", "09", "12")
        ],
        "text": "hàng quý; trước ngày 15 tháng cuối quý",
    }


def test_what_is_counted_from_an_event_needs_its_day() -> None:
    phrase = "sau hội nghị 05 ngày làm việc"

    assert explain(phrase)["last"] is None
    counted = explain(phrase, "--anchor", "2021-02-09")
    assert (counted["first"], counted["last"]) == ("2021-02-09", "2021-02-23")


def test_a_missing_year_comes_from_the_day_of_issue() -> None:
    assert explain("trước 10/01", "--issued", "2020-09-15")["last"] == "2021-01-09"


def test_an_impossible_day_is_named_so_and_has_no_day() -> None:
    found = explain("chậm nhất ngày 30/02/2023", *YEAR)

    assert (found["kind"], found["last"], found["occurrences"]) == ("không có thật", None, [])


def test_words_for_readers() -> None:
    done = run("trước 15/12/2020")

    assert done.returncode == 0
    assert "chậm nhất thứ Hai, 14/12/2020" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("mùng 3 Tết",), 1),
        ((), 2),
        (("trước 15/12/2020", "--from", "2023-02-30"), 2),
        (("trước 15/12/2020", "--from", "2023-02-02", "--until", "2023-01-01"), 2),
    ],
)
def test_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    done = run(*arguments)

    assert done.returncode == code
    assert "Traceback" not in done.stderr
