"""What a release consists of, and how each file of it is written. The files of incidents are those of downloads."""
