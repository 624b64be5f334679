"""Frozen records passed between the stages (DESIGN.md section 2): values only, no behaviour beyond look-up."""
