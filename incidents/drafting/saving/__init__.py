"""From what was sent to the services: what a request writes, in the one transaction that its view opens."""
