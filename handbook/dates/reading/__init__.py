"""Read how Vietnamese offices write time: “trước ngày 15 tháng cuối quý” becomes a date expression.

clean → find tokens → recurring, relative, or plain.  What the words do not say is not made up: a
phrase that names no time is `Unspecified`, a day that does not exist is `Unreal`, and a date
without a year needs a reference day (the day the document was issued) to become one.

Reads with or without tone marks, composed or decomposed, in any case.  Of lunar dates only
those are read whose day a library knows (see `handbook.dates.lunar`).
"""

from handbook.dates.reading.phrase import Unreal, read

__all__ = ["Unreal", "read"]
