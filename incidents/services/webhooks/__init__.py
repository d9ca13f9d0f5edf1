"""Tell other people's programs what was published, by Standard Webhooks (https://www.standardwebhooks.com).

``subscribing`` and ``replaying`` are for the desk, ``owing`` and ``sending`` for the worker: a publication owes one
task, the task makes the deliveries once, and each delivery is tried until it is taken or given up.
"""
