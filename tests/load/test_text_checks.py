"""Bad text is found at its place, one fault a kind; real Vietnamese text has none."""

from __future__ import annotations

import time
import unicodedata

import pytest

from handbook.load.text_checks import find_flaws, find_value_flaw, gather


def found(text: str) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.line, fault.column) for fault in gather(find_flaws(text))]


def mojibake(text: str, encoding: str = "cp1252") -> str:
    """Read UTF-8 as a Western encoding, as programs did that made such files."""
    return "".join(
        bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "“VIỆC ĐÃ…”, các “XÃ”; XÃ – PHƯỜNG – ĐÃ’",
        "chữ “Â”, chữ “Ã”, «quá»… «đá»”",
        "Ai làm?Khi nào? Vì sao?? (“Có?”)",
        "https://a.vn/b?c=d&e=f và congdoan.vn/tin?id=5, a?b=c",
        "“Müller”, °C, µm, m², ½, Ω, μg, …, –, —, •, ≥, %",
        "Đảng ủy, uỷ ban, hoà, khoá\tcột",
        "emoji ✓ ☐ → và chữ 漢字",
    ],
)
def test_good_text_has_no_fault(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ok\nsố ha\u0300ng", ("CHU-01", 2, 5)),
        ("a\u00a0b", ("CHU-02", 1, 2)),
        ("a\n b\u200bc", ("CHU-02", 2, 3)),
        ("nghi\u00adệp", ("CHU-02", 1, 5)),
        ("\x07x", ("CHU-02", 1, 1)),
        ("a\u2028b", ("CHU-02", 1, 2)),
        ("a\x85b", ("CHU-02", 1, 2)),
        ("a\ufeffb", ("CHU-02", 1, 2)),
        ("a\ud800b", ("CHU-02", 1, 2)),
        ("\uf0b7 mục", ("CHU-02", 1, 1)),
        ("Tæng Liªn ®oµn", ("CHU-03", 1, 1)),
        ("Toång Lieân ñoaøn", ("CHU-03", 1, 1)),
        ("Kế ho?ch", ("CHU-04", 1, 4)),
        ("T?NG LIÊN ?OÀN", ("CHU-04", 1, 1)),
        ("K\ufffd ho\ufffdch", ("CHU-04", 1, 1)),
        ("LÐLÐ", ("CHU-05", 1, 2)),
        ("\u0421ông đoàn", ("CHU-05", 1, 1)),
        ("abc \uff28", ("CHU-05", 1, 5)),
    ],
)
def test_bad_text_is_one_fault_at_its_place(text: str, place: tuple[str, int, int]) -> None:
    assert found(text) == [place]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize(
    "text", ["Tổng Liên đoàn", "CÔNG ĐOÀN", "“Kế hoạch”", "Đã", "xã hội", "ở đó", "ẤP"]
)
def test_mojibake_is_one_fault(text: str, encoding: str) -> None:
    assert [code for code, _, _ in found(mojibake(text, encoding))] == ["CHU-04"]


def test_file_in_the_wrong_form_is_one_fault_that_names_the_lines() -> None:
    text = unicodedata.normalize("NFD", "đã có\n\ntiếng Việt\nxyz\nnăm dòng")

    faults = gather(find_flaws(text))

    assert [(fault.code, fault.line) for fault in faults] == [("CHU-01", 1)]
    assert "3, 5" in faults[0].message


def test_two_kinds_of_invisible_characters_are_two_faults() -> None:
    assert found("a\u00a0b\nc\u200bd\ne\u00a0f") == [("CHU-02", 1, 2), ("CHU-02", 2, 2)]


def test_line_in_an_old_encoding_is_not_blamed_for_its_soft_hyphens() -> None:
    assert [code for code, _, _ in found("nh\u00ad ph\u00ad¬ng h\u00adíng")] == ["CHU-03"]


def test_value_made_of_escapes_is_looked_at() -> None:
    flaw = find_value_flaw("dòng một\nab\u200bc")

    assert flaw is not None
    assert flaw.code == "CHU-02"
    assert find_value_flaw("dòng một\ndòng hai") is None


@pytest.mark.parametrize(
    "text",
    [
        "e\u0302 " * 300_000,
        "\u200b" * 900_000,
        "®oµn " * 190_000,
        "a" * 900_000 + "?",
        "a?" * 450_000,
        "?" * 900_000,
        "Ã”" * 400_000,
        "é\n" * 400_000,
        "a?b " * 200_000,
        "«" * 900_000,
    ],
    ids=lambda text: ascii(text[:5]),
)
def test_time_is_bounded(text: str) -> None:
    start = time.process_time()

    gather(find_flaws(text))

    assert time.process_time() - start < 2
