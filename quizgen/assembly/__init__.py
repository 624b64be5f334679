"""Bank and blueprint to paper: selection, balance, enemies, option order."""
