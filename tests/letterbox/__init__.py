"""The one public door that writes."""
