"""Outputs: functions from the index to text and bytes.  The caller writes; nothing here does."""
