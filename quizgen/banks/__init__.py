"""Bank to YAML and back, merge, verify, import."""
