# What a copy opened from a disk says at once.
single-start = Open your file, or start a new assessment.
single-missing = No saved work was found for this address at the path { $path }. This file may have been moved or renamed, or the work is in another browser. Open your file on the start page.
