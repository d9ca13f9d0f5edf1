"""What people type at the desk, as typed forms; several of them stand on one page as a bundle."""
