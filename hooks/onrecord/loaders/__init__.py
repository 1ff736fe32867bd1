"""Disk to model: what authors wrote and what the sources say, with places."""
