"""Blocks to running text with origins: furniture, debris, line wraps."""
