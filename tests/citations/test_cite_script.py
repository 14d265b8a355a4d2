"""The command `scripts/cite.py`: its contract is what other programs read."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import cite as script
import pytest

KEYS = [
    "text",
    "start",
    "end",
    "line",
    "column",
    "kind",
    "number",
    "number_printed",
    "issuer",
    "date",
    "locator",
    "directive",
    "candidates",
    "inferred",
]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("HANDBOOK_PYTHON", "current")
    return Run(monkeypatch, tmp_path, capsys)


class Run:
    """Runs the command in this process, on an empty catalogue."""

    def __init__(
        self, patch: pytest.MonkeyPatch, root: Path, output: pytest.CaptureFixture[str]
    ) -> None:
        self.patch, self.root, self.output = patch, root, output

    def __call__(self, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        self.patch.setattr(sys, "argv", ["cite.py", "--root", str(self.root), *arguments])
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            code = script.main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = self.output.readouterr()
        return code, out, err


def test_json_has_the_keys_of_the_contract(run: Run) -> None:
    text = "Căn cứ\r\nKế hoạch số 39 /KH-LĐLĐ ngày 1/2/2021 của LĐLĐ tỉnh"

    code, out, _ = run("--json", stdin=text.encode())

    (row,) = json.loads(out)
    assert code == 0
    assert list(row) == KEYS
    assert text[row["start"] : row["end"]] == row["text"]
    assert (row["line"], row["column"], row["start"]) == (2, 1, 8)
    assert (row["number"], row["number_printed"]) == ("39/KH-LĐLĐ", "39 /KH-LĐLĐ")
    assert (row["directive"], row["candidates"], row["inferred"]) == (None, [], False)


def test_file_is_read_and_shown_as_a_table(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "van-ban.txt"
    file.write_text("Thực hiện Chỉ thị số 30-CT/TW", encoding="utf-8")

    code, out, _ = run(str(file))

    assert code == 0
    assert "30-CT/TW" in out
    assert "1 dẫn chiếu" in out


def test_empty_text_gives_an_empty_array(run: Run) -> None:
    assert run("-", "--json")[:2] == (0, "[]\n")


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (("khong-co.txt",), b""),
        (("-",), b"\xff\xfe"),
        (("-", "--date", "30/02/2023"), b""),
        (("-", "--plan", "khong-co"), b""),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_2(
    run: Run, arguments: tuple[str, ...], stdin: bytes
) -> None:
    code, out, err = run(*arguments, stdin=stdin)

    assert (code, out) == (2, "")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2023-07-19", "2023-07-19"),
        ("2023-07", "2023-07"),
        ("2023", "2023"),
        ("19/7/2023", "2023-07-19"),
        ("ngày 19 tháng 7 năm 2023", "2023-07-19"),
    ],
)
def test_day_is_read_in_either_form(printed: str, value: str) -> None:
    assert script.read_day(printed) == value
