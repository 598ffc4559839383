# The quick check.
quick-verdict = { $state ->
    [nothing] Nothing is answered yet.
    [some] { $answered } of { $total } questions are answered, { $met } of them are in place with evidence. What follows is a first impression.
    [blocking] All { $total } questions are answered, { $met } are in place with evidence. { $blocking ->
        [one] One of the gaps touches a blocking requirement.
       *[other] { $blocking } of the gaps touch blocking requirements.
     } Where such a requirement is absent, the certificate is at risk.
    [gaps] All { $total } questions are answered, { $met } are in place with evidence. None of the gaps is a blocking one.
   *[met] All { $total } questions are answered, and all of them are in place with evidence. The other questions can still hold surprises.
 }
quick-blocking = { $count ->
    [one] One blocking requirement is not met
   *[other] { $count } blocking requirements are not met
 }
quick-blocking-lead = If one of these is missing at the audit, a major nonconformity is likely. Begin here.
quick-others = { $count ->
    [one] One more question shows a gap
   *[other] { $count } more questions show a gap
 }
quick-others-lead = Each of these could become a finding.
quick-can-tell = What it can tell
quick-can-tell-text = Whether something essential is missing: a scope, a policy, a plan, control of suppliers, an internal audit, a management review. If so, you know where the work begins.
quick-cannot-tell = What it cannot tell
quick-cannot-tell-text = Whether you would pass an audit. Most requirements are not part of it, and nobody has looked at your evidence. A good result here is no forecast.
quick-to-clauses = Answer all clauses
quick-to-scope = Check scope and eligibility
