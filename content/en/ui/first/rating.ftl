rating-dont-know-meaning = Nobody present can say. It counts as not met until somebody has found out.
