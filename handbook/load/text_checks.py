"""Find text that looks right and is not: not NFC, invisible, in an old encoding, broken.

The whole file is checked at once as text, so keys, values and comments are covered alike.  Each
kind of fault is one problem, at its first place, that names the other lines: a file saved in the
wrong form is one mistake, however many lines it has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from handbook.load.faults import Fault
from handbook.load.legacy_encodings import find_legacy_words


class Flaw(NamedTuple):
    """One place of bad text: 1-based line and column, what to say of it and how to mend it."""

    code: str
    line: int
    column: int
    message: str
    hint: str


_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_CONTINUATION = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(f"[ÂÃÄÅÆ][{_CONTINUATION}]|á[º»][{_CONTINUATION}]|â[€\x80][{_CONTINUATION}]")
"""UTF-8 bytes of Vietnamese letters and quotes, read as Windows-1252 or Latin-1."""
_ODD = re.compile("[¡-¿×÷ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿÐðƉɖͰ-ӿ\uff01-\uff5e]")
"""Letters and signs that a text in TCVN3 or VNI has somewhere and ours hardly ever; look-alikes."""
_LOOK_ALIKE = re.compile(
    "[ÐðƉɖ\uff01-\uff5e]|[Ͱ-ϿЀ-ӿ](?=[A-Za-zÀ-ỹ])(?<![Ωμ])|(?<=[A-Za-zÀ-ỹ])[Ͱ-ϿЀ-ӿ](?<![Ωμ])"
)
_WORD = re.compile(r"\S+")
_LOST = re.compile(r"[^\W\d_]\?+[^\W\d_]|\ufffd")
_ADDRESS = re.compile(r"[/=&#@.:\d]")

_HINT_NFC = (
    "Chữ này gõ bằng dấu rời, máy tìm kiếm sẽ không thấy. Gõ lại với bộ gõ đặt “Unicode dựng sẵn”."
)
_HINT_INVISIBLE = (
    "Xóa ký tự này, cần thì gõ lại dấu cách thường. Thường gặp khi chép từ Word hoặc trang web."
)
_HINT_LEGACY = "Chuyển văn bản sang Unicode (ví dụ bằng UniKey: Ctrl+Shift+F6) rồi dán lại."
_HINT_MOJIBAKE = "Mở tệp gốc đúng bảng mã UTF-8 rồi chép lại; không sửa tay từng chữ."
_HINT_LOST = "Chữ đã mất khi chuyển đổi: chép lại từ bản gốc."
_HINT_LOOK_ALIKE = "Gõ lại chữ này bằng bộ gõ tiếng Việt; nhìn giống nhưng máy coi là chữ khác."


def find_flaws(text: str) -> list[Flaw]:
    """Give every place of bad text, at most one of a kind on a line."""
    broken = list(_broken_lines(text))
    taken = {flaw.line for flaw in broken}
    # A line in a wrong encoding is full of odd characters; that is still one mistake.
    others = [flaw for flaw in (*_loose_marks(text), *_invisible(text)) if flaw.line not in taken]
    return sorted(broken + others, key=lambda flaw: (flaw.line, flaw.column))


def find_value_flaw(value: str) -> Flaw | None:
    """Give the first flaw of a value, which an escape such as `"\\u200b"` hid from the text."""
    return next(iter(find_flaws(value.replace("\n", " "))), None)


def gather(flaws: list[Flaw]) -> list[Fault]:
    """Make one fault of all the places of one kind, naming every line that has it."""
    kinds: dict[tuple[str, str], list[Flaw]] = {}
    for flaw in flaws:
        said = flaw.message if flaw.code == "CHU-02" else ""
        kinds.setdefault((flaw.code, said), []).append(flaw)
    return [_first(places) for places in kinds.values()]


def _first(places: list[Flaw]) -> Fault:
    first, *others = places
    more = ", ".join(str(flaw.line) for flaw in others[:8]) + ("…" if len(others) > 8 else "")
    message = first.message + (f" (và ở dòng {more})" if more else "")
    return Fault(
        code=first.code, line=first.line, column=first.column, message=message, hint=first.hint
    )


def _loose_marks(text: str) -> Iterator[Flaw]:
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        normal = unicodedata.normalize("NFC", line)
        if normal != line:
            pairs = enumerate(zip(line, normal, strict=False))
            index = next((at for at, (a, b) in pairs if a != b), len(normal))
            message = "chữ có dấu rời, không phải Unicode dựng sẵn (NFC)"
            yield Flaw("CHU-01", number, index + 1, message, _HINT_NFC)


def _invisible(text: str) -> Iterator[Flaw]:
    if not _INVISIBLE.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _INVISIBLE.search(line):
            own = "\ue000" <= match[0] <= "\uf8ff"
            name = "ký tự riêng của một phông chữ" if own else "ký tự không nhìn thấy"
            message = f"có {name} (U+{ord(match[0]):04X})"
            yield Flaw("CHU-02", number, match.start() + 1, message, _HINT_INVISIBLE)


def _broken_lines(text: str) -> Iterator[Flaw]:
    """Yield the first fault of encoding of each line, looking closely only where it may be."""
    odd = not text.isascii() and bool(_ODD.search(text) or _MOJIBAKE.search(text))
    if not odd and "?" not in text and "\ufffd" not in text:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii():
            found = _lost(line) if "?" in line else None
        else:
            found = (_mojibake(line) or _legacy(line) if odd else None) or _lost(line)
            found = found or (_look_alike(line) if odd else None)
        if found:
            code, index, message, hint = found
            yield Flaw(code, number, index + 1, message, hint)


_Found = tuple[str, int, str, str] | None


def _mojibake(line: str) -> _Found:
    for match in _MOJIBAKE.finditer(line):
        if _is_real_text(line, match):
            continue
        return "CHU-04", match.start(), f"chữ bị vỡ mã: “{match[0]}”", _HINT_MOJIBAKE
    return None


def _is_real_text(line: str, match: re.Match[str]) -> bool:
    """Allow a capital `Ã` or `Â`, or `á»`, that ends a word before a quotation mark or dots.

    “VIỆC ĐÃ…” and «quá» are Vietnamese; “CÃ”NG” is not.
    """
    after = line[match.end() : match.end() + 1]
    if after.isalpha():
        return False
    if match[0].startswith("á»"):
        return "«" in line[: match.start()]
    before = line[match.start() - 1 : match.start()]
    return match[0][0] in "ÂÃ" and (before.isupper() or not before.isalpha())


def _legacy(line: str) -> _Found:
    words = find_legacy_words(line)
    if not words:
        return None
    first = words[0]
    message = f"có vẻ là chữ bảng mã {first.encoding}: “{first.word}” là “{first.reading}”"
    return "CHU-03", first.start, message, _HINT_LEGACY


def _lost(line: str) -> _Found:
    if "?" not in line and "\ufffd" not in line:
        return None
    for match in _WORD.finditer(line):
        lost = _LOST.search(match[0])
        if lost and not _is_question(match[0], lost):
            word = match[0][:30].strip(".,;:!?…“”\"'()")
            return "CHU-04", match.start(), f"chữ bị mất khi chuyển mã: “{word}”", _HINT_LOST
    return None


def _is_question(word: str, lost: re.Match[str]) -> bool:
    """Allow `?` in an address, and before a sentence that follows a question without a space."""
    if "\ufffd" in word:
        return False
    return bool(_ADDRESS.search(word)) or (lost[0][0].islower() and lost[0][-1].isupper())


def _look_alike(line: str) -> _Found:
    match = _LOOK_ALIKE.search(line)
    if not match:
        return None
    name = unicodedata.name(match[0], "?")
    message = f"chữ “{match[0]}” (U+{ord(match[0]):04X}, {name}) giống chữ Việt mà không phải"
    return "CHU-05", match.start(), message, _HINT_LOOK_ALIKE
