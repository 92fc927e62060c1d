"""The commands: one file each. They take checked options and give an answer; only cli.py prints."""
