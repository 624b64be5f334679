"""quizgen: from a Chinese study booklet to a printed test with an answer key, offline and rule-based."""

__version__ = "0.1.0"
__all__ = ["__version__"]
