"""Incidents that a program makes up, to try the software at the size of the data sets it is measured with.

Every one says so in its title, its summary, its sources and its groups, and is marked as demonstration data. What they
have of real data is its shape: a few hot spots that come and go, long gaps, many places known no finer than a town,
tolls that are mostly small and often unknown.
"""
