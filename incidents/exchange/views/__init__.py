"""What is answered under /downloads/."""
