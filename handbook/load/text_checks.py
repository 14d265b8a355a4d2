"""Find text that looks right and is not: not NFC, invisible characters, legacy encodings, mojibake.

The whole file is checked at once as text, so keys, values and comments are covered alike.
TCVN3 and VNI are the two encodings of old Vietnamese office files; their bytes read as Latin-1
give letters and signs that Vietnamese never puts together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handbook.load.yaml_tree import Fault

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\ue000-\uf8ff\U000e0000-\U000e007f]"
)
_TCVN3 = re.compile(
    r"[A-Za-z®][¸µ¶·¹¨¾»¼½©ª«¬®][A-Za-z]|(?<![^\W\d_])®[A-Za-zµ¸¶·¹¨©ª«¬]|[A-Za-z][µ¸¶¹](?![A-Za-z])"
)
_VNI = re.compile(r"[aeoAEO][âêøûïùõåäëöü][^\W\d_]?|ñ[aeouiöôâ]|[uoUO][öô][ïøûùõ]|[iuyIUY][øûïõù]")
_VNI_LETTERS = frozenset("øûïñöäåëüØÛÏÑÖÄÅËÜ")
_MOJIBAKE = re.compile(
    r"Ã[\x80-\xbf ‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Ä[‘ƒ\x90\x83\x82]|á[º»][\x80-\xbf¡-¿‚-™Œœ]?|Æ[°¡]|â€"
)
_LOST = re.compile(r"\ufffd|[^\W\d_]\?[^\W\d_]")

_HINT_NFC = "Lưu lại ở dạng dựng sẵn (Unicode NFC): gõ lại chữ này bằng bộ gõ đặt “Unicode dựng sẵn”."
_HINT_INVISIBLE = "Xóa ký tự này rồi gõ lại dấu cách thường. Thường gặp khi chép từ Word hoặc trang web."
_HINT_LEGACY = "Chuyển văn bản sang Unicode (ví dụ bằng UniKey: Ctrl+Shift+F6) rồi dán lại."
_HINT_MOJIBAKE = "Mở tệp gốc đúng bảng mã UTF-8 rồi chép lại; không sửa tay từng chữ."
_HINT_LOST = "Chữ đã mất khi chuyển đổi: chép lại từ bản gốc."


def find_text_faults(text: str) -> Iterator[Fault]:
    """Yield at most one fault of each kind for each line of `text`."""
    if text.isascii() and not _INVISIBLE.search(text):
        yield from _lost_letters(text)
        return
    normalised = unicodedata.is_normalized("NFC", text)
    for number, line in enumerate(text.split("\n"), start=1):
        if not normalised and not unicodedata.is_normalized("NFC", line):
            message = "chữ ở dạng tổ hợp, không phải Unicode dựng sẵn (NFC)"
            yield _fault("CHU-01", number, _first_unnormalised(line), message, _HINT_NFC)
        if match := _INVISIBLE.search(line):
            message = f"có ký tự không nhìn thấy (U+{ord(match[0]):04X})"
            yield _fault("CHU-02", number, match.start(), message, _HINT_INVISIBLE)
        if line.isascii():
            continue
        yield from _encoding_faults(number, line)
    yield from _lost_letters(text)


def _encoding_faults(number: int, line: str) -> Iterator[Fault]:
    if match := _MOJIBAKE.search(line):
        message = f"chữ bị vỡ mã: “{match[0]}”"
        yield _fault("CHU-04", number, match.start(), message, _HINT_MOJIBAKE)
    elif match := _TCVN3.search(line):
        message = f"có vẻ là chữ bảng mã TCVN3 (.VnTime): “{match[0]}”"
        yield _fault("CHU-03", number, match.start(), message, _HINT_LEGACY)
    elif (match := _VNI.search(line)) and sum(letter in _VNI_LETTERS for letter in line) >= 2:
        message = f"có vẻ là chữ bảng mã VNI: “{match[0]}”"
        yield _fault("CHU-03", number, match.start(), message, _HINT_LEGACY)


def _lost_letters(text: str) -> Iterator[Fault]:
    if "?" not in text and "\ufffd" not in text:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        match = _LOST.search(line)
        if match and "://" not in line:
            message = f"chữ bị mất khi chuyển mã: “{match[0]}”"
            yield _fault("CHU-04", number, match.start(), message, _HINT_LOST)


def _first_unnormalised(line: str) -> int:
    for index in range(len(line)):
        if not unicodedata.is_normalized("NFC", line[: index + 1]):
            return index
    return 0


def _fault(code: str, line: int, index: int, message: str, hint: str) -> Fault:
    return Fault(code=code, line=line, column=index + 1, message=message, hint=hint)
