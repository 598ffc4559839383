# Daily operation.
operation-lead = An auditor wants to see that each process runs and leaves records. Note here since when it does, and what there is to look at.
