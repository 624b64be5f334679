"""Bytes to blocks: one reader per format, table READERS."""
