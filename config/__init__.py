"""How the parts are put together: settings, addresses, middleware and the server entry points."""
