"""Who people are: users, roles, sign-in, API keys. Knows nothing of incidents."""
