"""What the desk's pages ask the database, so that views and templates ask nothing."""
