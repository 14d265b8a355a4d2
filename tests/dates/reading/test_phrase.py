"""What offices write, and the days it allows: a table of phrases with their first and last day."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from handbook.dates.bounds import first_permitted_day, last_permitted_day
from handbook.dates.occurrences import occurrences
from handbook.dates.reading import Unreal, read
from handbook.text import fold

REFERENCE = date(2023, 1, 1)
YEAR = (date(2023, 1, 1), date(2023, 12, 31))

SINGLE = [
    # exclusive
    ("trước 15/12/2020", "", "2020-12-14"),
    ("Hoàn thành trước ngày 15 tháng 12 năm 2020.", "", "2020-12-14"),
    ("Trước  ngày 15 / 12 / 2020 ./.", "", "2020-12-14"),
    ("trước ngày 01/01/2024", "", "2023-12-31"),
    ("trước tháng 6/2023", "", "2023-05-31"),
    ("trước quý IV năm 2023", "", "2023-09-30"),
    ("trước 2025", "", "2024-12-31"),
    # an hour of a day: the day is still allowed, midnight is not
    ("trước 17h00 ngày 15/12/2023", "", "2023-12-15"),
    ("trước 10h30, thứ Sáu (15/12/2023)", "", "2023-12-15"),
    ("trước 0h ngày 15/12/2023", "", "2023-12-14"),
    # inclusive
    ("chậm nhất ngày 11/12/2023", "", "2023-12-11"),
    ("chậm nhất là ngày 25 tháng 11 năm 2023", "", "2023-11-25"),
    ("muộn nhất vào 16 giờ ngày 5 tháng 6 năm 2023", "", "2023-06-05"),
    ("không quá ngày 20/6/2023", "", "2023-06-20"),
    ("không muộn hơn 15/12/2023", "", "2023-12-15"),
    ("thời hạn nộp: 20/6/2023", "", "2023-06-20"),
    ("hạn cuối: 20.6.2023", "", "2023-06-20"),
    ("đến hết quý II/2021", "", "2021-06-30"),
    ("hết ngày 31/12/2023", "", "2023-12-31"),
    ("đến hết năm 2023", "", "2023-12-31"),
    ("đến năm 2030", "", "2030-12-31"),
    ("từ nay đến hết năm 2021", "", "2021-12-31"),
    ("chậm nhất trong tháng 11/2023", "", "2023-11-30"),
    ("trước và trong tháng 5/2023", "", "2023-05-31"),
    ("đến hết nhiệm kỳ 2020-2025", "", "2025-12-31"),
    ("trước khi kết thúc quý I/2023", "", "2023-03-31"),
    # a day, a month, a quarter, half a year, a year
    ("ngày 01 tháng 7 năm 2025", "2025-07-01", "2025-07-01"),
    ("31.12.2023", "2023-12-31", "2023-12-31"),
    ("Ngày 15-12-2023", "2023-12-15", "2023-12-15"),
    ("lúc 8 giờ 00, ngày 20/12/2023", "2023-12-20", "2023-12-20"),
    ("từ 7h30 đến 11h30 ngày 15/12/2023", "2023-12-15", "2023-12-15"),
    ("29/02/2024", "2024-02-29", "2024-02-29"),
    ("trong tháng 01/2021", "2021-01-01", "2021-01-31"),
    ("Tháng Mười hai năm 2023", "2023-12-01", "2023-12-31"),
    ("T6/2023", "2023-06-01", "2023-06-30"),
    ("5/2023", "2023-05-01", "2023-05-31"),
    ("ngày … tháng 12 năm 2023", "2023-12-01", "2023-12-31"),
    ("trong quý I năm 2021", "2021-01-01", "2021-03-31"),
    ("quý 3/2023", "2023-07-01", "2023-09-30"),
    ("quý IV-2023", "2023-10-01", "2023-12-31"),
    ("6 tháng đầu năm 2021", "2021-01-01", "2021-06-30"),
    ("sáu tháng cuối năm 2023", "2023-07-01", "2023-12-31"),
    ("9 tháng đầu năm 2023", "2023-01-01", "2023-09-30"),
    ("năm 2023", "2023-01-01", "2023-12-31"),
    # parts
    ("đầu tháng 12/2023", "2023-12-01", "2023-12-10"),
    ("giữa tháng 12 năm 2023", "2023-12-11", "2023-12-20"),
    ("hạ tuần tháng 2/2023", "2023-02-21", "2023-02-28"),
    ("tuần thứ 2 của tháng 3/2021", "2021-03-08", "2021-03-14"),
    ("tuần cuối tháng 12/2023", "2023-12-25", "2023-12-31"),
    ("đầu quý II/2023", "2023-04-01", "2023-04-30"),
    ("cuối năm 2023", "2023-10-01", "2023-12-31"),
    ("05 ngày đầu tháng 5/2023", "2023-05-01", "2023-05-05"),
    ("nửa đầu tháng 6/2021", "2021-06-01", "2021-06-15"),
    ("nửa sau tháng 2/2021", "2021-02-16", "2021-02-28"),
    # ranges and lists
    ("từ ngày 01/5 đến ngày 31/5/2021", "2021-05-01", "2021-05-31"),
    ("từ 01-31/5/2021", "2021-05-01", "2021-05-31"),
    ("từ 15/12 đến 15/01/2021", "2020-12-15", "2021-01-15"),
    ("từ 8h00 ngày 15/12/2023 đến 17h00 ngày 16/12/2023", "2023-12-15", "2023-12-16"),
    ("từ ngày 05 đến ngày 15/5/2021", "2021-05-05", "2021-05-15"),
    ("giai đoạn 2021-2025", "2021-01-01", "2025-12-31"),
    ("tháng 10, 11/2023", "2023-10-01", "2023-11-30"),
    ("Quý IV/2022 và quý I/2023", "2022-10-01", "2023-03-31"),
    ("ngày 15, 16 và 17 tháng 12 năm 2023", "2023-12-15", "2023-12-17"),
    ("3 năm (từ năm 2018 đến năm 2020)", "2018-01-01", "2020-12-31"),
    # open ends
    ("từ ngày 01/7/2025", "2025-07-01", ""),
    ("không sớm hơn ngày 01/6/2023", "2023-06-01", ""),
    ("sau ngày 15/12/2023", "2023-12-16", ""),
    ("sau tháng 6/2023", "2023-07-01", ""),
    # terms
    ("nhiệm kỳ 2018 – 2023", "2018-01-01", "2023-12-31"),
    ("năm học 2023-2024", "2023-09-01", "2024-05-31"),
    # counted from a date; Tết 2021 was 10–16 February
    ("trong vòng 10 ngày kể từ ngày 01/5/2021", "2021-05-01", "2021-05-11"),
    ("trong thời hạn 05 (năm) ngày làm việc kể từ ngày 09/02/2021", "2021-02-09", "2021-02-23"),
    ("chậm nhất 02 ngày làm việc trước ngày 18/12/2023", "", "2023-12-14"),
    ("sau 30 ngày kể từ ngày 01/6/2023", "2023-07-01", "2023-07-01"),
    # the year is not printed: the first one from the day of the document on
    ("chậm nhất là 25/11", "", "2023-11-25"),
    ("quý II và quý III", "2023-04-01", "2023-09-30"),
    ("trước 30/4", "", "2023-04-29"),
    ("quý thứ hai năm 2023", "2023-04-01", "2023-06-30"),
    ("không được muộn hơn ngày 10/11/2023", "", "2023-11-10"),
    ("không để quá ngày 20/12/2023", "", "2023-12-20"),
    ("không được trước ngày 01/9/2023", "2023-09-01", ""),
    ("chậm nhất sau 03 ngày kể từ ngày 10/10/2023", "2023-10-10", "2023-10-13"),
    # a weekday of a month
    ("thứ Sáu cuối cùng của tháng 11/2023", "2023-11-24", "2023-11-24"),
    ("trước thứ Hai đầu tiên của tháng 4 năm 2023", "", "2023-04-02"),
    ("thứ Tư tuần thứ hai của tháng 11 năm 2023", "2023-11-08", "2023-11-08"),
    # lunar days that the library knows
    ("mùng 1 Tết Nguyên đán năm 2023", "2023-01-22", "2023-01-22"),
    ("mùng sáu Tết Giáp Thìn 2024", "2024-02-15", "2024-02-15"),
    ("rằm tháng Giêng năm 2023", "2023-02-05", "2023-02-05"),
    ("ngày 10/3 âm lịch năm 2023", "2023-04-29", "2023-04-29"),
    ("ngày 10 tháng 3 (âm lịch)", "2023-04-29", "2023-04-29"),
    ("trước Tết Nguyên đán Quý Mão 2023", "", "2023-01-21"),
    ("chăm lo Tết Nguyên đán Giáp Thìn, xong trước 05/02/2024", "", "2024-02-04"),
    # what only names the report is not its time
    ("báo cáo 6 tháng đầu năm: trước ngày 15/6/2021", "", "2021-06-14"),
    ("báo cáo năm 2023 gửi chậm nhất ngày 10/12/2023", "", "2023-12-10"),
    # a cited document has a date of its own
    ("Kế hoạch số 53/KH-LĐLĐ ngày 28/8/2020, xong trước 15/12/2023", "", "2023-12-14"),
    # nothing
    ("theo quy định", "", ""),
    ("thường xuyên", "", ""),
    ("sau hội nghị 05 ngày", "", ""),
]


@pytest.mark.parametrize(("phrase", "first", "last"), SINGLE)
def test_first_and_last_day(phrase: str, first: str, last: str) -> None:
    found = read(phrase, REFERENCE)

    assert found is not None
    assert not isinstance(found, Unreal)
    assert (_iso(first_permitted_day(found)), _iso(last_permitted_day(found))) == (first, last)


RECURRING = [
    ("trước ngày 15 tháng cuối quý", "14/03 14/06 14/09 14/12"),
    (
        "Định kỳ hàng quý, 6 tháng, năm báo cáo kết quả về Liên đoàn trước ngày 15 tháng cuối quý",
        "14/03 14/06 14/09 14/12",
    ),
    ("trước ngày 05 của tháng đầu quý sau", "04/01 04/04 04/07 04/10"),
    ("hằng quý, chậm nhất ngày 05 tháng sau", "05/01 05/04 05/07 05/10"),
    ("chậm nhất 05 ngày sau khi kết thúc quý", "05/01 05/04 05/07 05/10"),
    ("ngày cuối cùng của quý", "31/03-31/03 30/06-30/06 30/09-30/09 31/12-31/12"),
    ("ngày 15 của tháng thứ hai mỗi quý", "15/02-15/02 15/05-15/05 15/08-15/08 15/11-15/11"),
    ("từ ngày 20 đến 25 của tháng cuối quý", "20/03-25/03 20/06-25/06 20/09-25/09 20/12-25/12"),
    ("từ ngày 01 đến ngày 10 tháng đầu quý sau", "01/01-10/01 01/04-10/04 01/07-10/07 01/10-10/10"),
    ("trước ngày 05 tháng liền kề sau quý báo cáo", "04/01 04/04 04/07 04/10"),
    ("9 tháng và năm, trước ngày 15 của tháng cuối kỳ", "14/09 14/12"),
    ("thứ Hai đầu tiên của quý", "02/01-02/01 03/04-03/04 03/07-03/07 02/10-02/10"),
    ("trước thứ Sáu cuối cùng của quý", "30/03 29/06 28/09 28/12"),
    ("thứ Sáu cuối cùng của tháng 11 hằng năm", "24/11-24/11"),
    ("2 tháng một lần", "01/01-28/02 01/03-30/04 01/05-30/06 01/07-31/08 01/09-31/10 01/11-31/12"),
    ("4 tháng/lần", "01/01-30/04 01/05-31/08 01/09-31/12"),
    ("cứ 2 năm một lần, trong quý IV", "01/10-31/12"),
    ("hai năm một lần, từ năm 2022", "01/01-31/12"),
    ("mỗi quý một lần", "01/01-31/03 01/04-30/06 01/07-30/09 01/10-31/12"),
    ("6 tháng một lần", "01/01-30/06 01/07-31/12"),
    ("ngày 28/7 hằng năm", "28/07-28/07"),
    ("tháng 5 hằng năm", "01/05-31/05"),
    ("quý IV hằng năm", "01/10-31/12"),
    ("từ ngày 01/5 đến 31/5 hằng năm", "01/05-31/05"),
    ("trước ngày 15/01 năm sau", "14/01"),
    ("trước ngày 15/6 và 15/12 hằng năm", "14/06 14/12"),
    ("báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12", "14/06 14/12"),
    ("Định kỳ 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12)", "14/06 14/12"),
    ("hàng quý năm 2024", ""),
    (
        "hằng tháng, trước ngày 20, từ tháng 3/2023 đến tháng 6/2023",
        "19/03 19/04 19/05 19/06",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "times"), RECURRING)
def test_times_in_a_year(phrase: str, times: str) -> None:
    assert _times(phrase) == times


@pytest.mark.parametrize(
    ("phrase", "count", "first"),
    [
        ("chậm nhất ngày 20 hằng tháng", 12, "20/01"),
        ("trước ngày 01 hàng tháng", 12, "31/01"),
        ("ngày 05 tháng sau", 12, "05/01-05/01"),
        ("từ ngày 15 đến ngày 20 hằng tháng", 12, "15/01-20/01"),
        ("ngày 01-05 hằng tháng", 12, "01/01-05/01"),
        ("chiều thứ sáu hàng tuần", 52, "06/01-06/01"),
        ("Ngày 31 hàng tháng", 12, "31/01-31/01"),
        ("thứ Sáu cuối cùng của tháng", 12, "27/01-27/01"),
        ("chậm nhất thứ Tư tuần thứ hai của tháng", 12, "11/01"),
        ("Thứ Hai đầu tiên hằng tháng", 12, "02/01-02/01"),
        ("hai tuần một lần", 27, "26/12-08/01"),
        ("2 tuần/lần, từ ngày 02/01/2023", 26, "02/01-15/01"),
        ("thứ Hai, 2 tuần một lần, từ ngày 09/01/2023", 26, "09/01-09/01"),
    ],
)
def test_times_that_come_often(phrase: str, count: int, first: str) -> None:
    times = _times(phrase).split()

    assert (len(times), times[0]) == (count, first)


@pytest.mark.parametrize(
    "phrase", ["30/02/2023", "trước ngày 15/13/2023", "29/2/2023", "31/4/2023"]
)
def test_a_day_that_does_not_exist_is_no_date(phrase: str) -> None:
    assert read(phrase) == Unreal(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "rằm tháng Bảy năm 2023",  # no library of ours knows this month
        "ngày 30 tháng Giêng năm 2023",  # not every month has 30 days
        "mùng 10 tháng 3 âm lịch hằng năm",
        "dịp Tết Nguyên đán năm 2023",
        "23 tháng Chạp",
        "trước ngày 15 tháng cuối kỳ",  # of which cycle?
    ],
)
def test_what_is_not_understood_is_said_to_be_so(phrase: str) -> None:
    assert read(phrase) is None


def test_a_year_that_nobody_gives_is_not_guessed() -> None:
    found = read("chậm nhất là 25/11")

    assert found is not None
    assert not isinstance(found, Unreal)
    assert found.type == "không nêu"


def test_a_date_before_the_document_is_next_year() -> None:
    found = read("trước 10/01", date(2020, 9, 15))

    assert found is not None
    assert not isinstance(found, Unreal)
    assert last_permitted_day(found) == date(2021, 1, 9)


@pytest.mark.parametrize("phrase", [one[0] for one in SINGLE] + [one[0] for one in RECURRING])
def test_composition_and_case_do_not_matter(phrase: str) -> None:
    expected = _meaning(phrase)

    assert _meaning(unicodedata.normalize("NFD", phrase)) == expected
    assert _meaning(phrase.upper()) == expected


@pytest.mark.parametrize(
    "phrase",
    [one[0] for one in SINGLE + RECURRING if "(năm)" not in one[0] and "sáu hàng" not in one[0]],
)
def test_tone_marks_do_not_matter(phrase: str) -> None:
    assert _meaning(fold(phrase)) == _meaning(phrase)


def _meaning(phrase: str) -> tuple[object, ...]:
    found = read(phrase, REFERENCE)
    assert found is not None
    assert not isinstance(found, Unreal)
    days = first_permitted_day(found), last_permitted_day(found)
    return found.type, days, occurrences(found, *YEAR)


def _times(phrase: str) -> str:
    found = read(phrase, REFERENCE)
    assert found is not None
    assert not isinstance(found, Unreal)
    return " ".join(
        "-".join(day.strftime("%d/%m") for day in one if day) for one in occurrences(found, *YEAR)
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def test_without_a_year_nor_a_reference_a_lunar_day_is_not_guessed() -> None:
    assert read("mùng 3 Tết") is None


@pytest.mark.parametrize(
    "phrase", ["báo cáo 5 năm thực hiện Nghị quyết", "ghi rõ ngày, tháng, năm"]
)
def test_how_long_is_not_how_often(phrase: str) -> None:
    found = read(phrase, REFERENCE)

    assert found is not None
    assert not isinstance(found, Unreal)
    assert found.type == "không nêu"
