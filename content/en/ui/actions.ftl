# Corrective actions.
actions-lead = Every nonconformity in one register, wherever it was found: correction, cause, corrective action and the check of its effect.
