"""Dates as documents say them.  See `expression` for the records, `calendar` for the arithmetic."""
