"""The public side, through HTTP."""
