# Certification.
certification-lead = Choose an accredited certification body, prepare for stage one and stage two, and keep the dates that follow from the decision.
