quick-lead = { $count } questions that decide most. Answer what you know; “don't know” is an answer too. It takes about twenty minutes.
quick-more = More in clause { $clause }
quick-result = What the quick check says
