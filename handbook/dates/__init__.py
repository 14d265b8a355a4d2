"""Arithmetic and words for the dates of `handbook.model.date_expression`."""
