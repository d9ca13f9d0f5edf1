"""From filled-in forms to the services: what a page saves, in one transaction that the page's bundle opens."""
