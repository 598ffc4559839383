# Forms of the certification.
form-this-assessment = this assessment
form-quote-facts = Facts sheet for quotes
form-quote-facts-lead = What certification bodies ask before they quote, and room for what three of them answer.
form-quote-organization = Organization
form-quote-offers = What the bodies offer
form-quote-asked = Asked
form-quote-body = Body:
form-document-index = Document index for stage 1
form-document-index-lead = Every document by clause, with state, version, owner and place. The auditor of stage 1 reads with it.
form-interview-plan = Interview plan for stage 2
form-interview-plan-lead = Who is interviewed about what and when, who goes along with the auditor, and which records lie ready.
form-interview-plan-sign = Agreed with the body
