"""Sections to findings: one file per fact family, table MINERS."""
