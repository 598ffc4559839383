# Objectives and value.
objectives-lead = What service management is meant to achieve, how you measure it, and how far you are.
