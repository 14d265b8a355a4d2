"""Date expressions for tests, from their fields."""

from __future__ import annotations

from pydantic import TypeAdapter

from handbook.model.date_expression import DateExpression

ADAPTER: TypeAdapter[DateExpression] = TypeAdapter(DateExpression)


def expression(**fields: object) -> DateExpression:
    """Make a date expression."""
    return ADAPTER.validate_python({"printed": "…", **fields})
