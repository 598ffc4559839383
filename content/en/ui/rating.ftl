# The rating of a question, beside the words in common.ftl.
