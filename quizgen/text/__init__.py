"""Chinese text, no quizzes: words (the only importer of jieba), sentences, numerals, similarity, width."""
