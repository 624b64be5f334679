"""Item-writing rules: candidates to fit items, table CHECKS."""
