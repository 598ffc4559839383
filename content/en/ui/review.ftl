# Management review.
review-lead = Top management looks at the service management system at planned intervals. The agenda lists every input that the edition asks for.
