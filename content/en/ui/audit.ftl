# Internal audit.
audit-lead = Plan the internal audits of a period, carry them out with a checklist made from the questions, and write down what was found.
