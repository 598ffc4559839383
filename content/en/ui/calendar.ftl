# Calendar.
calendar-lead = Everything in this assessment that has a date, week by week and month by month.
