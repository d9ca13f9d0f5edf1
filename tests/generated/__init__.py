"""What a program that knows only our OpenAPI documents makes up to ask, of each document as each kind of asker."""
