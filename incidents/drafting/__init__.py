"""The way in for programs that write: drafts, with a key of somebody's scope ``draft``, and nothing but drafts.

It calls the services that the desk's forms call, as the owner of the key and by the owner's rights. Nothing is
approved, published, rejected, merged or waived through it: there is no address for that, and import-linter keeps it so.
"""
