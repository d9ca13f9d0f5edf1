"""Pages about one's own account and, for administrators, about everybody's."""
