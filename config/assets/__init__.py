"""How style sheets and modules are served: as they are written in a checkout, joined and squeezed in production."""
