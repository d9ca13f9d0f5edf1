"""The verbs about people. Each is one transaction, takes ``actor`` first, and leaves its name in the history."""
