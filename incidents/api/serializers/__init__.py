"""What the answers hold, field by field. The OpenAPI document and the reference page are made from these."""
