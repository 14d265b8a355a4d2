"""Plain scalars: what every program reads alike is read; the rest is a surprise."""

from __future__ import annotations

import time

import pytest

from handbook.load.yaml_scalars import (
    SURPRISE,
    explain_surprise,
    hint_for_surprise,
    read_plain,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-7", -7),
        ("3100", 3100),
        ("80.5", 80.5),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("39/KH-LĐLĐ", "39/KH-LĐLĐ"),
        ("02-NQ/TW", "02-NQ/TW"),
        ("5%", "5%"),
        ("1,5", "1,5"),
        ("1.2.3", "1.2.3"),
        ("2020-13-01", "2020-13-01"),
        ("2020-12", "2020-12"),
        ("Nội dung", "Nội dung"),
        ("not", "not"),
    ],
)
def test_plain_value_is_read(text: str, value: object) -> None:
    assert read_plain(text) == value
    assert type(read_plain(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "No",
        "NO",
        "yes",
        "on",
        "off",
        "y",
        "N",
        "012",
        "007",
        "0_1",
        "1_000",
        "1:30",
        "12:30:45",
        "190:20:30.15",
        "0o17",
        "0x1F",
        "0b11",
        "1e3",
        "1.5E-3",
        ".5",
        "5.",
        "+12",
        ".inf",
        "-.INF",
        ".nan",
        "9999999999999999999999",
        "2020-12-15",
        "2020-1-5",
        "2020-12-15T10:00",
    ],
)
def test_what_programs_read_differently_is_a_surprise(text: str) -> None:
    assert read_plain(text) is SURPRISE
    assert explain_surprise(text)
    assert text in hint_for_surprise(text)


def test_hint_for_a_truth_value_offers_true_and_false() -> None:
    assert "true hoặc false" in hint_for_surprise("no")


def test_hint_for_a_number_offers_it_without_the_zero() -> None:
    assert "viết 12." in hint_for_surprise("012")


@pytest.mark.parametrize(
    "text", ["0_" * 400_000 + "x", "1:" * 400_000, "9" * 900_000, "." * 900_000]
)
def test_time_is_bounded(text: str) -> None:
    start = time.process_time()

    read_plain(text)

    assert time.process_time() - start < 1


@pytest.mark.parametrize("text", ["“Thủ Đức”", "”Thủ Đức”", "„Thủ Đức“"])
def test_curved_quotes_around_a_value_are_told_to_be_straight(text: str) -> None:
    assert read_plain(text) is SURPRISE
    assert '"Thủ Đức"' in hint_for_surprise(text)


@pytest.mark.parametrize("text", ["“Nêu gương” năm 2023", "“Một” và “hai”"])
def test_curved_quotes_within_a_value_are_text(text: str) -> None:
    assert read_plain(text) == text
