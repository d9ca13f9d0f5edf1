"""What a program sends and is answered, as serializers: they read a request and describe themselves for OpenAPI."""
