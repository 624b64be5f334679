"""How an item's marks are divided among its scoring points (CONTRACT.md section 3)."""

from __future__ import annotations


def divide_points(points: float, weights: tuple[int, ...]) -> tuple[float, ...]:
    """Return each point's marks by weight in steps of 0.5, the remainder to the first."""
    halves, total = round(points * 2), sum(weights)
    shares = [halves * weight // total / 2 for weight in weights]
    return (shares[0] + points - sum(shares), *shares[1:])


def reach_all(points: float, weights: tuple[int, ...]) -> bool:
    """Return whether no scoring point goes away with nothing: such an item is not printed for so few marks."""
    return bool(weights) and min(divide_points(points, weights)) > 0
