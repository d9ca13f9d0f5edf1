"""What is on record, as it is answered; what is withheld from the owner of a key at the desk is withheld here."""
