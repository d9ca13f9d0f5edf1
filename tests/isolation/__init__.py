"""How one test is kept from another while every test runs under the roles that production runs under."""
