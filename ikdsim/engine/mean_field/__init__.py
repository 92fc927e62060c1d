"""The mean field: a run in expected values, in milliseconds.

It shares with the agents the set-up (people, numbers, programme of all weeks) and the rules of `resident/`: own
factors, hazards, acceptance, handling time. Its own are the strata of residents who are alike, flows by competing risks
in place of draws, queues in expected time, and contacts by place alone.
"""
