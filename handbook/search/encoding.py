"""Numbers as printable text, so that postings are plain strings in a script file.

Ninety ASCII characters that need no escape in a JavaScript string or in HTML.  A number of any
size ends with a character of the first sixty; the thirty others continue it.  `_NUMBERS` keeps
what was written: postings write the same few numbers millions of times.
"""

from __future__ import annotations

ALPHABET = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in "\"\\<&'")
FINAL = 60
MORE = len(ALPHABET) - FINAL
BASE = len(ALPHABET)


class _Numbers(dict[int, str]):
    def __missing__(self, number: int) -> str:
        text = self[number] = _write(number)
        return text


def _write(number: int) -> str:
    rest, last = divmod(number, FINAL)
    text = ALPHABET[last]
    while rest:
        rest, digit = divmod(rest, MORE)
        text = ALPHABET[FINAL + digit] + text
    return text


NUMBERS: dict[int, str] = _Numbers()
"""Number → its text.

>>> NUMBERS[0], NUMBERS[59], NUMBERS[60]
(' ', '_', '` ')
"""


def fixed(number: int, width: int) -> str:
    """Write a number with a fixed width.

    >>> fixed(91, 2)
    '!!'
    """
    text = ""
    for _ in range(width):
        number, digit = divmod(number, BASE)
        text = ALPHABET[digit] + text
    if number:
        raise ValueError("the number is too large for its width")
    return text
