"""Running text to themed sections and sentences."""
