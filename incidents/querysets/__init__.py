"""Questions that chain: a queryset class stands below its model."""
