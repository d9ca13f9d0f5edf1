"""The public doors that write: a reader says what is wrong, or has a query kept under a short address. Whoever comes
through them can add, and read nothing but the record.
"""
