"""One module per place the project runs in: development, test, production. All start from base."""
