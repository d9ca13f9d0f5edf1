"""What can be done: one verb a function, keyword-only, one transaction, ``actor`` first. The only writers of anything.

Input comes as frozen dataclasses (``services.inputs``); a rule that forbids something raises
``rules.refusals.RefusedError`` or Django's ``ValidationError`` with a sentence for each field.
"""
