"""Chấm bộ nhận dẫn chiếu bằng bộ câu mẫu: độ chính xác, độ phủ, được và mất so với lần ghi trước.

    python3 scripts/cite_gold.py [--gold DIR] [--record] [--speed]

Câu mẫu: tests/citations/gold/*.yml, mỗi nhóm một tệp; lần ghi trước: last_run.json ở cùng thư mục.
`--speed` đo thời gian với văn bản dài gấp đôi dần và với những văn bản cố ý gây khó: thời gian phải
tăng theo tỷ lệ. Mã thoát: 0 không mất câu nào, 1 có câu bị mất, 2 gọi sai.
"""

import json
import sys
import time
from pathlib import Path

from _arguments import new_parser
from _environment import ROOT, enter_environment

GOLD = ROOT / "tests" / "citations" / "gold"


def main() -> int:
    """Score the gold set, or measure the speed."""
    parser = new_parser(__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD, metavar="DIR", help="thư mục câu mẫu")
    parser.add_argument(
        "--record", action="store_true", help="ghi kết quả lần này để lần sau so sánh"
    )
    parser.add_argument("--speed", action="store_true", help="chỉ đo thời gian")
    arguments = parser.parse_args()
    enter_environment()
    return measure_speed() if arguments.speed else score(arguments.gold, record=arguments.record)


def score(gold: Path, *, record: bool) -> int:
    """Print the figures, the failing cases, and what was gained and lost."""
    from handbook.citations.scoring import changes_since, read_gold, score_cases

    result = score_cases(read_gold(gold))
    last = gold / "last_run.json"
    before = json.loads(last.read_text(encoding="utf-8")) if last.is_file() else {"failing": []}
    gained, lost = changes_since(result.failing, before["failing"])
    for name, wrong in result.failing.items():
        print(f"{name}\n    {wrong}", file=sys.stderr)
    for name, value in result.figures().items():
        print(f"{name:16} {value}")
    for word, names in (("được thêm", gained), ("bị mất", lost)):
        print(f"{word:16} {len(names)}", *(f"\n    {name}" for name in names), sep="")
    if record:
        report = {"figures": result.figures(), "failing": sorted(result.failing)}
        last.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 1 if lost else 0


PROSE = (
    "Thực hiện Kế hoạch số 51/KH-LĐLĐ ngày 02/02/2022 của Ban Thường vụ Liên đoàn Lao động tỉnh về"
    " tổ chức Tháng Công nhân, các công đoàn cơ sở tuyên truyền Luật Công đoàn năm 2012, Nghị quyết"
    " Đại hội XII Công đoàn Việt Nam, chăm lo đời sống đoàn viên, người lao động theo khả năng.\n"
)
HARD_TEXTS = {
    "văn xuôi": PROSE,
    "chữ số": "1",
    "phân số": "12/",
    "số liền nhau": "12/KH-LĐLĐ và ",
    "liệt kê": "Nghị quyết số 12, 13, ",
    "tên loại": "Kế hoạch số ",
    "đại hội": "Nghị quyết Đại hội Công đoàn và Đại hội ",
    "luật": "Luật sửa đổi, bổ sung một số điều của Luật Công đoàn, Luật Thanh niên, ",
    "cơ quan": "Nghị quyết của Ban Thường vụ ",
    "chữ hoa": "LĐLĐ tỉnh Abc Abc ",
    "điều khoản": "khoản 1, Điều 5 ",
    "ngoặc": "Nghị quyết số 02-NQ/TW “(",
    "dấu rời": "a\u0301\u0323",
    "khoảng trắng": " \n",
    "thư điện tử": "a@a",
}


def measure_speed() -> int:
    """Time the finder on texts that double in length; the last column must stay near 2."""
    from handbook.citations.find import find_citations

    print(f"{'văn bản':16} {'0,5 MB':>8} {'1 MB':>8} {'2 MB':>8}  2 MB : 1 MB")
    for name, unit in HARD_TEXTS.items():
        seconds = []
        for size in (500_000, 1_000_000, 2_000_000):
            text = unit * (size // len(unit.encode()))
            start = time.perf_counter()
            find_citations(text)
            seconds.append(time.perf_counter() - start)
        print(f"{name:16}", *(f"{one:8.2f}" for one in seconds), f"{seconds[2] / seconds[1]:12.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
