"""Issuers as citations print them: “Ban Thường vụ Huyện ủy”, “LĐLĐ thành phố Hồ Chí Minh”.

An issuer is a known head (a table) followed by words that still belong to the name: words with a
capital, and the lower-case words of names (tỉnh, nhân dân, viên chức …).  It ends at punctuation or
at the first other word.
"""

from __future__ import annotations

import re

from handbook.citations.normalise import CleanText
from handbook.citations.ordinals import GAP, ORDINAL
from handbook.citations.vocabulary import any_of

CENTRAL = (
    "bộ chính trị",
    "bộ chính trị trung ương đảng",
    "ban bí thư",
    "ban bí thư trung ương",
    "ban bí thư trung ương đảng",
    "ban bí thư trung ương đoàn",
    "ban bí thư tw đảng",
    "ban chấp hành trung ương",
    "ban chấp hành trung ương đảng",
    "ban chấp hành trung ương đảng cộng sản việt nam",
    "ban chấp hành trung ương đoàn",
    "bch trung ương",
    "bch trung ương đảng",
    "bch trung ương đoàn",
    "bch tw",
    "bch tw đảng",
    "trung ương",
    "trung ương đảng",
    "trung ương đoàn",
    "tw đảng",
    "đảng",
    "đảng cộng sản việt nam",
    "chính phủ",
    "thủ tướng chính phủ",
    "thủ tướng",
    "phó thủ tướng chính phủ",
    "phó thủ tướng",
    "quốc hội",
    "ủy ban thường vụ quốc hội",
    "ubtvqh",
    "chủ tịch nước",
    "văn phòng chính phủ",
    "văn phòng quốc hội",
    "văn phòng trung ương đảng",
    "văn phòng trung ương",
)
"""Issuers that take no further words."""

PREFIXES = (
    "ban thường vụ",
    "ban thường trực",
    "ban chấp hành",
    "ban cán sự đảng",
    "đảng đoàn",
    "thường trực đoàn chủ tịch",
    "đoàn chủ tịch",
    "thường trực",
    "thường vụ",
    "ủy ban kiểm tra",
    "văn phòng",
    "chủ tịch",
    "phó chủ tịch",
    "phó chủ tịch thường trực",
    "bộ trưởng",
    "giám đốc",
    "hiệu trưởng",
    "tổng giám đốc",
    "tổng bí thư",
    "bí thư",
    "trưởng ban",
    "cơ quan",
    "btv",
    "bch",
    "đct",
    "ubkt",
)
"""Organs and offices of a body, before the body's name; also issuers by themselves."""

MINISTRIES = (
    "công an",
    "công thương",
    "dân tộc và tôn giáo",
    "giao thông vận tải",
    "giáo dục và đào tạo",
    "giáo dục & đào tạo",
    "giáo dục - đào tạo",
    "giáo dục, đào tạo",
    "gd&đt",
    "gdđt",
    "khoa học và công nghệ",
    "kế hoạch và đầu tư",
    "lao động - thương binh và xã hội",
    "lao động-thương binh và xã hội",
    "lao động, thương binh và xã hội",
    "lao động thương binh và xã hội",
    "lao động - thương binh",
    "lđ-tb&xh",
    "lđtb&xh",
    "lđtbxh",
    "ngoại giao",
    "nội vụ",
    "nông nghiệp và môi trường",
    "nông nghiệp và phát triển nông thôn",
    "nn&ptnt",
    "quốc phòng",
    "thông tin và truyền thông",
    "tt&tt",
    "tài chính",
    "tài chính - kế hoạch",
    "tài nguyên và môi trường",
    "tn&mt",
    "tư pháp",
    "văn hóa, thể thao và du lịch",
    "văn hóa - thông tin",
    "văn hóa và thông tin",
    "văn hóa và thể thao",
    "vhttdl",
    "vhtt&dl",
    "xây dựng",
    "y tế",
)
"""Fields of ministries (bộ), departments (sở) and offices (phòng)."""

BOARDS = (
    "chính sách - pháp luật",
    "chính sách pháp luật",
    "chính sách kinh tế xã hội và thi đua khen thưởng",
    "công tác công đoàn",
    "dân vận",
    "kinh tế",
    "nội chính",
    "nữ công",
    "quan hệ lao động",
    "quản lý",
    "thi đua - khen thưởng",
    "tuyên giáo",
    "tuyên giáo - nữ công",
    "tuyên giáo và dân vận",
    "tài chính",
    "tổ chức",
    "tổ chức - kiểm tra",
    "tổ chức cán bộ",
    "đối ngoại",
    "chỉ đạo",
    "chỉ đạo công tác đại hội",
    "quản lý khu kinh tế",
    "quản lý các khu công nghiệp",
)
"""What a board (ban) is for."""

BODIES = (
    "tổng liên đoàn",
    "tổng liên đoàn lao động",
    "tổng lđlđ",
    "tlđlđ",
    "tlđ",
    "liên đoàn lao động",
    "liên đoàn lao động (lđlđ)",
    "lđlđ",
    "ldlđ",
    "công đoàn",
    "công đoàn viên chức (cđvc)",
    "nghiệp đoàn",
    "cđ",
    "cđcs",
    "cđgd",
    "cđn",
    "cđvc",
    "cđyt",
    "ủy ban nhân dân",
    "ubnd",
    "hội đồng nhân dân",
    "hđnd",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "quận ủy",
    "thị ủy",
    "đảng ủy",
    "đảng bộ",
    "chi bộ",
    "chi ủy",
    "mặt trận tổ quốc",
    "mttq",
    "ủy ban mặt trận tổ quốc",
    "ủy ban trung ương",
    "ủy ban trung ương mặt trận tổ quốc",
    "ủy ban trung ương mttq",
    "ủy ban mttq",
    "ubmttq",
    "ub mttq",
    "đoàn tncs",
    "đoàn thanh niên",
    "đoàn thanh niên cộng sản",
    "tỉnh đoàn",
    "thành đoàn",
    "huyện đoàn",
    "quận đoàn",
    "thị đoàn",
    "hội liên hiệp phụ nữ",
    "hội lhpn",
    "hội phụ nữ",
    "hội nông dân",
    "hội cựu chiến binh",
    "hội chữ thập đỏ",
    "hội đồng",
    "bảo hiểm xã hội",
    "bhxh",
    "kho bạc nhà nước",
    "ngân hàng",
    "tòa án nhân dân",
    "viện kiểm sát nhân dân",
    "thanh tra",
    "thanh tra chính phủ",
    "kiểm toán nhà nước",
    "tổng cục",
    "cục",
    "chi cục",
    "viện",
    "học viện",
    "trường",
    "đại học",
    "bệnh viện",
    "trung tâm",
    "tập đoàn",
    "tổng công ty",
    "công ty",
    "ban chỉ đạo",
    "ban quản lý",
    "công an",
    "bộ chỉ huy quân sự",
    "khối thi đua",
    "cụm thi đua",
    "khối",
)
"""Bodies whose names go on with a level, a place or a field."""

_NAME_WORDS = (
    "tỉnh",
    "thành phố",
    "tp",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "liên xã",
    "ngành",
    "khối",
    "khu công nghiệp",
    "khu kinh tế",
    "khu chế xuất",
    "các khu công nghiệp",
    "các khu chế xuất",
    "nhân dân",
    "tổng liên đoàn",
    "tổng liên đoàn lao động",
    "liên đoàn lao động",
    "lao động",
    "việt nam",
    "viên chức",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "quận ủy",
    "thị ủy",
    "đảng ủy",
    "cơ sở",
    "cơ quan",
    "trực thuộc",
    "các cấp",
    "các cơ quan",
    "đảng",
    "trung ương",
    "trường",
    "tiểu học",
    "trung học cơ sở",
    "trung học phổ thông",
    "phổ thông",
    "mầm non",
    "mẫu giáo",
    "đại học",
    "cao đẳng",
    "miền bắc",
    "miền nam",
    "miền trung",
    "miền tây",
    "thành viên",
    "cổ phần",
    "công ty",
    "tổng công ty",
    "doanh nghiệp",
    "các doanh nghiệp",
    "các cơ quan và doanh nghiệp",
    "nhà nước",
    "bộ",
    "sở",
    "phòng",
    "phụ nữ",
    "tổ quốc",
    "cộng sản",
    "bệnh viện",
)
_SECTORS = (
    "công thương",
    "dân tộc",
    "giao thông vận tải",
    "giáo dục",
    "giáo dục và đào tạo",
    "nông nghiệp",
    "nông nghiệp và phát triển nông thôn",
    "xây dựng",
    "y tế",
)
_COMPOUND_HEADS = (
    "tổng công ty",
    "công ty",
    "tập đoàn",
    "cục",
    "tổng cục",
    "vụ",
    "viện",
    "trung tâm",
    "bệnh viện",
)
"""Bodies in whose names only the first syllable of a word bears a capital: “Điện lực miền Bắc”."""
_JOINED = (
    "và đào tạo",
    "& đào tạo",
    "và xã hội",
    "và môi trường",
    "và công nghệ",
    "và truyền thông",
    "và du lịch",
    "và phát triển nông thôn",
    "và chế xuất",
    "và công nghiệp",
    "và kỹ thuật",
    "và dân vận",
    "- thương binh và xã hội",
    "- vũng tàu",
    "- huế",
    ", thể thao và du lịch",
)
_STOPS = (
    "ban hành",
    "bổ sung",
    "chỉ đạo",
    "công nhận",
    "có",
    "cho",
    "của",
    "gửi",
    "hướng dẫn",
    "khóa",
    "kết luận",
    "kế hoạch",
    "lần",
    "là",
    "năm",
    "ngày",
    "nghị quyết",
    "nghị định",
    "nhiệm kỳ",
    "phát động",
    "phê duyệt",
    "quy chế",
    "quy định",
    "quyết định",
    "số",
    "sửa đổi",
    "thành lập",
    "tháng",
    "theo",
    "thông báo",
    "thông qua",
    "thông tư",
    "thực hiện",
    "tiếp tục",
    "triển khai",
    "trả lời",
    "trình",
    "trong",
    "tuyên truyền",
    "tại",
    "tăng cường",
    "tổ chức",
    "v/v",
    "và",
    "về",
    "vì",
    "với",
    "xây dựng kế hoạch",
    "yêu cầu",
    "đánh giá",
    "đã",
    "được",
    "đề nghị",
    "đối với",
    "chỉ thị",
    "chương trình",
    "công văn",
    "đại hội",
    "để",
    "nhằm",
    "như",
)

_CENTRAL = re.compile(rf"(?:{any_of(CENTRAL)})(?!\w)")
_MORE_OF_PARTY = re.compile(rf"{GAP}(?:bộ|ủy|đoàn|viên)(?!\w)")
_CENTRE_OF = re.compile(rf"(?<=ương){GAP}(?:hội|đoàn|mặt{GAP}trận|mttq)(?!\w)")
_PREFIX = re.compile(rf"(?:{any_of(PREFIXES)})(?!\w)")
_MEETING = re.compile(
    rf"(?:hội{GAP}nghị(?:{GAP}(?:lần{GAP})?thứ{GAP}{ORDINAL})?{GAP})?"
    rf"(?:(?=ban{GAP}chấp{GAP}hành|bch(?!\w)|trung{GAP}ương|đảng|tỉnh{GAP}ủy))"
)
_MINISTRY = re.compile(
    rf"(?:bộ|sở|phòng|ngành|liên{GAP}bộ|liên{GAP}sở){GAP}(?:{any_of(MINISTRIES)})(?!\w)"
)
_BOARD = re.compile(rf"ban{GAP}(?:{any_of(BOARDS)})(?!\w)")
_BODY = re.compile(rf"(?:{any_of(BODIES)})(?!\w)")
_CONGRESS_BODY = re.compile(rf"(?:đoàn|hội(?!{GAP}nghị)|liên{GAP}hiệp)(?!\w)")
_ABBREVIATION = re.compile(
    r"(?:CĐ[A-ZĐ]{1,8}|UBND[A-Z]{1,3}|(?:UB)?MTTQ[A-Z]{1,3}|SGD&?ĐT|PGD&?ĐT|TWĐTN)(?!\w)"
)
_LEVEL = re.compile(
    rf"{GAP}(?:tỉnh|thành{GAP}phố|tp|huyện|quận|thị{GAP}xã|xã|phường|thị{GAP}trấn|đặc{GAP}khu|ngành|trường)(?!\w)"
)
_NAME_WORD = re.compile(rf"{GAP}(?:{any_of(_NAME_WORDS)})(?!\w)")
_SECTOR = re.compile(rf"{GAP}(?:{any_of(_SECTORS)})(?!\w)")
_AFTER_SECTOR_HEAD = ("đoàn", "ngành", "cđ")
_JOINT_WORDS = re.compile(rf"[ \n]{{0,2}}(?:{any_of(_JOINED)})(?!\w)")
_STOP = re.compile(rf"{GAP}(?:{any_of(_STOPS)})(?!\w)")
_CAPITALISED = re.compile(rf"{GAP}(?P<word>[^\W\d_][\w&]{{0,24}})")
_NUMBERED_PLACE = re.compile(rf"{GAP}(?:quận|phường|khu vực|số)[ \n]{{1,3}}[0-9]{{1,2}}(?![\w/.-])")
_ABBREVIATED_PLACE = re.compile(
    rf"{GAP}(?:TP|Tp|tp|TX|Tx|TT|Q|P|H)\.[ \n]{{0,2}}[A-ZÀ-ỸĐ]\w{{0,20}}"
)
_GLOSS = re.compile(r" {1,2}\((?:TP\.? ?)?[A-ZĐ]{2,10}\)(?=[ \n])")
_ROMAN = re.compile(r"[IVX]+$")
_SECOND_SYLLABLE = re.compile(rf"{GAP}[^\W\d_]{{1,7}}(?!\w)")
_COMPOUND_HEAD = re.compile(rf"(?:{any_of(_COMPOUND_HEADS)})(?!\w)")
_MOST_WORDS = 24


def read_issuer(clean: CleanText, position: int) -> int | None:
    """Give the end of the issuer that begins at `position`, or None when none does.

    >>> from handbook.citations.normalise import normalise
    >>> text = normalise("Ban Thường vụ Tỉnh ủy Bình Phước về việc")
    >>> text.text[:read_issuer(text, 0)]
    'Ban Thường vụ Tỉnh ủy Bình Phước'
    """
    lower = clean.lower
    if central := _central_end(clean, position):
        return central
    end: int | None = None
    while (match := _PREFIX.match(lower, position)) is not None:
        end = match.end()
        gap = _skip_gap(lower, end)
        if gap is None:
            return end
        if central := _central_end(clean, gap):
            return central
        position = gap
    body = read_body(clean, position)
    if body is not None:
        return body
    return _read_name(clean, end) if end is not None else None


def read_body(clean: CleanText, position: int, *, congress: bool = False) -> int | None:
    """Give the end of the body's name that begins at `position`, offices left aside, or None."""
    lower = clean.lower
    for pattern in (_MINISTRY, _BOARD, _BODY):
        if match := pattern.match(lower, position):
            return _read_name(
                clean, match.end(), compound=_COMPOUND_HEAD.match(match.group()) is not None
            )
    if match := _ABBREVIATION.match(clean.text, position):
        return _read_name(clean, match.end())
    if congress and (match := _CONGRESS_BODY.match(lower, position)):
        return _read_name(clean, match.end())
    return None


def skip_meeting(lower: str, position: int) -> int:
    """Step over “Hội nghị lần thứ sáu” before the committee that held it."""
    match = _MEETING.match(lower, position)
    return match.end() if match else position


def read_place_after(clean: CleanText, position: int) -> int | None:
    """Read the level and place that go on with an organ's abbreviation: “LĐLĐ thành phố Sầm Sơn”."""
    if _LEVEL.match(clean.lower, position) is None or clean.text[position : position + 1] == "\n":
        return None
    end = _read_name(clean, position)
    return end if end > position else None


def _central_end(clean: CleanText, position: int) -> int | None:
    match = _CENTRAL.match(clean.lower, position)
    if match is None:
        return None
    if match.group() == "đảng" and not clean.text[position].isupper():
        return None
    if match.group().endswith("đảng") and _MORE_OF_PARTY.match(clean.lower, match.end()):
        return None  # “Ban Chấp hành Đảng bộ tỉnh”
    if _CENTRE_OF.match(clean.lower, match.end()) or match.group().endswith("đoàn"):
        return _read_name(clean, match.end())  # “… Trung ương Hội LHPN Việt Nam”
    return match.end()


def _skip_gap(lower: str, position: int) -> int | None:
    end = position
    while end < len(lower) and lower[end] in " \n" and end - position < 4:
        end += 1
    return end if end > position else None


def _read_name(clean: CleanText, position: int, *, compound: bool = False) -> int:
    """Read on while the words still belong to the name."""
    end, capital = position, False
    for _ in range(_MOST_WORDS):
        step = _next_word(clean, end)
        if step is None and compound and capital:
            step = _second_syllable(clean, end)
            capital = False
        elif step is not None:
            capital = clean.text[end:step].lstrip()[:1].isupper()
        if step is None:
            break
        end = step
    return end


def _second_syllable(clean: CleanText, position: int) -> int | None:
    match = _SECOND_SYLLABLE.match(clean.lower, position)
    return match.end() if match and not _STOP.match(clean.lower, position) else None


def _next_word(clean: CleanText, position: int) -> int | None:
    lower, text = clean.lower, clean.text
    if match := _JOINT_WORDS.match(lower, position):
        return match.end()
    if match := _GLOSS.match(text, position):  # “Liên đoàn Lao động (LĐLĐ) huyện”
        return match.end() if _next_word(clean, match.end()) else None
    if match := _ABBREVIATED_PLACE.match(text, position):  # “TP. Hồ Chí Minh”
        return match.end()
    if lower.endswith(_AFTER_SECTOR_HEAD, 0, position) and (
        match := _SECTOR.match(lower, position)
    ):
        return match.end()
    if match := _NUMBERED_PLACE.match(lower, position) or _NAME_WORD.match(lower, position):
        return match.end()
    word = _CAPITALISED.match(text, position)
    if word is None or not word["word"][0].isupper() or _ROMAN.match(word["word"]):
        return None
    return None if _STOP.match(lower, position) else word.end()
