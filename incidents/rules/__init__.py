"""Pure rules of the domain: no database, no request, no clock. What goes in decides what comes out."""
