"""The REST API under ``/api/v1/``: the published record, for programs.

Reading needs no key and no session. Every view starts from ``views.base.ReadView``; what an answer holds is said once,
in ``serializers``, from which the OpenAPI document and the reference page follow.
"""
