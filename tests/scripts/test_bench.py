"""bench: the table, the synthetic catalogues, what the peers are given.  Nothing here is timed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import _peer_tools
import jinja2
import pytest
import yaml
from _bench_peers import PEERS, TEMPLATES, SiteSize, size_of, write_hugo, write_markdown
from _bench_table import Row, median_cost, table, total_cost
from _measured import CommandFailedError, Cost, run_measured
from bench import make_catalogue

from handbook.checks import load_and_check
from tests.scripts.conftest import ROOT

REAL = sorted((ROOT / "data" / "plans").glob("*.yml"))


def test_table_compares_with_ours_at_the_same_size_and_with_itself_at_the_smallest() -> None:
    rows = [
        Row(100, "handbook", Cost(2, 4, 100), SiteSize(10, 20, 1.5)),
        Row(100, "Hugo", Cost(1, 1, 50), SiteSize(5, 6, 0.5)),
        Row(300, "handbook", Cost(5, 10, 200), SiteSize(30, 60, 4.5)),
        Row(300, "Hugo", Cost(2, 5, 90), SiteSize(15, 16, 1.5)),
    ]

    heading, *lines = (line.split() for line in table(rows))

    assert heading[-3:] == ["wall/ours", "CPU/ours", "growth"]
    assert lines == [
        ["100", "handbook", "2.00", "4.00", "100", "10", "20", "1.5", "1.00", "1.00", "1.00"],
        ["100", "Hugo", "1.00", "1.00", "50", "5", "6", "0.5", "0.50", "0.25", "1.00"],
        ["300", "handbook", "5.00", "10.00", "200", "30", "60", "4.5", "1.00", "1.00", "2.50"],
        ["300", "Hugo", "2.00", "5.00", "90", "15", "16", "1.5", "0.40", "0.50", "5.00"],
    ]


def test_table_marks_what_was_not_measured() -> None:
    (_, line) = table([Row(5, "Hugo", Cost(1, 1, 50))])

    assert line.split() == ["5", "Hugo", "1.00", "1.00", "50", "-", "-", "-", "-", "-", "1.00"]


def test_repeated_runs_give_the_median_of_times_and_the_highest_memory() -> None:
    assert median_cost([Cost(1, 9, 10), Cost(5, 2, 30), Cost(3, 4, 20)]) == Cost(3, 4, 30)


def test_steps_that_follow_one_another_add_their_times_and_not_their_memory() -> None:
    assert total_cost([Cost(1, 2, 30), Cost(5, 7, 10)]) == Cost(6, 9, 30)


def test_synthetic_catalogue_has_as_many_plans_as_asked_and_breaks_no_rule(tmp_path: Path) -> None:
    make_catalogue(tmp_path, 12)

    index, problems = load_and_check(tmp_path)

    assert len(index.plans) == 12
    assert not [one for one in problems if one.level == "error"]


@pytest.mark.parametrize("write", [write_hugo, write_markdown])
def test_every_peer_gets_the_records_unchanged(write: Any, tmp_path: Path) -> None:
    write(tmp_path / "project", ROOT / "data")

    given = tmp_path / "project" / "data" / "plans"
    assert {one.name: one.read_bytes() for one in given.glob("*.yml")} == {
        one.name: one.read_bytes() for one in REAL
    }


def test_markdown_peers_have_a_page_for_each_plan(tmp_path: Path) -> None:
    write_markdown(tmp_path / "project", ROOT / "data")

    pages = tmp_path / "project" / "docs" / "plans"
    assert sorted(one.stem for one in pages.iterdir()) == [one.stem for one in REAL]


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_peers_page_has_what_a_reader_gets(path: Path) -> None:
    plan = yaml.safe_load(path.read_text(encoding="utf-8"))

    page = _markdown_page(plan)

    wanted = [one["what"] for one in [*plan["tasks"], *plan["milestones"], *plan["periods"]]]
    wanted += [one["problem"] for one in plan["notes"]]
    wanted += _headings(plan.get("outline", {}).get("sections", []))
    assert not [text for text in wanted if text.strip() not in page]


def test_hugo_shows_the_fields_that_the_markdown_peers_show() -> None:
    markdown = (TEMPLATES / "markdown" / "includes" / "plan.md").read_text(encoding="utf-8")
    hugo = "".join(
        one.read_text(encoding="utf-8") for one in (TEMPLATES / "hugo" / "layouts").rglob("*.html")
    )
    wanted = set(re.findall(r"\b(?:plan|task|row|one|citation)\.(\w+)", markdown))

    assert len(wanted) > 30
    assert not wanted - set(re.findall(r"\.(\w+)", hugo))


def test_every_peer_names_tools_that_exist(tmp_path: Path) -> None:
    asked: list[str] = []

    def tool(name: str) -> list[str]:
        asked.append(name)
        return [name]

    commands = [step.command for peer in PEERS for step in peer.steps(tmp_path, tool)]

    lock = (ROOT / "requirements-compare.lock").read_text(encoding="utf-8")
    assert len(commands) == len(asked)
    assert not [name for name in asked if name != "mkdocs" and f"{name}==" not in lock]


def test_peers_that_cannot_be_had_are_told_of(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    failed = SimpleNamespace(returncode=1, stderr="no route to host\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)

    with pytest.raises(_peer_tools.NoPeerError, match=r"no route to host\n.*requirements-compare"):
        _peer_tools.require_peer("hugo", tmp_path)


def test_size_of_a_site_counts_pages_files_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_bytes(b"x" * 1_000_000)
    (tmp_path / "a.json").write_bytes(b"x" * 500_000)

    assert size_of(tmp_path) == SiteSize(1, 2, 1.5)


def test_a_measured_command_reports_what_it_used() -> None:
    used = run_measured([sys.executable, "-c", "text = b'x' * 80_000_000"])

    assert used.wall > 0
    assert used.cpu > 0
    assert used.memory > 80


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(CommandFailedError, match="mã thoát 3\nwhy"):
        run_measured([sys.executable, "-c", "print('why'); raise SystemExit(3)"])


def _markdown_page(plan: dict[str, Any]) -> str:
    loader = jinja2.FileSystemLoader(TEMPLATES / "markdown" / "includes")
    environment = jinja2.Environment(loader=loader, autoescape=False)
    return environment.get_template("plan.md").render(plan=plan, name=lambda _kind, one: one)


def _headings(sections: list[dict[str, Any]]) -> list[str]:
    return [
        heading
        for one in sections
        for heading in (one["heading"], *_headings(one.get("children", [])))
    ]
