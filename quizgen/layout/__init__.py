"""Paper to sheets: paper, key, answer card, handout."""
