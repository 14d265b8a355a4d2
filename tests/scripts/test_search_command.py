"""search: one query, a file of judged queries, wrong usage."""

from __future__ import annotations

import json
from pathlib import Path

from tests.scripts.conftest import RunScript

CURRENT = {"HANDBOOK_PYTHON": "current"}


def test_a_query_prints_its_results(run_script: RunScript, built_site: Path) -> None:
    done = run_script("search.py", "nghi quyet 02", "--site-dir", built_site, **CURRENT)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1. [02-nq-tw-")


def test_judged_queries_give_measures(
    run_script: RunScript, built_site: Path, tmp_path: Path
) -> None:
    gold, record = tmp_path / "gold.jsonl", tmp_path / "last.json"
    rows = [
        {"query": "39/KH-LĐLĐ", "expected": ["thu-duc-39-kh-2020"]},
        {"query": "hạn nộp báo cáo", "expected": ["no-such-record"]},
    ]
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    record.write_text('{"ranks": {"39/KH-LĐLĐ": 3, "hạn nộp báo cáo": 1}}', encoding="utf-8")

    done = run_script(
        "search.py", "--gold", gold, "--site-dir", built_site, "--record", record, **CURRENT
    )
    report = json.loads(done.stdout)

    assert done.returncode == 0, done.stderr
    assert report["recall@1"] == report["mrr"] == 0.5
    assert (report["gained"], report["lost"]) == (["39/KH-LĐLĐ"], ["hạn nộp báo cáo"])
    assert json.loads(record.read_text(encoding="utf-8"))["ranks"] == report["ranks"]


def test_a_wrong_file_is_named(run_script: RunScript, built_site: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("không phải JSON", encoding="utf-8")

    done = run_script("search.py", "--gold", gold, "--site-dir", built_site, **CURRENT)

    assert (done.returncode, done.stdout) == (1, "")
    assert "gold.jsonl:1" in done.stderr


def test_a_folder_without_an_index_is_wrong_usage(run_script: RunScript, tmp_path: Path) -> None:
    assert run_script("search.py", "x", "--site-dir", tmp_path).returncode == 2
