"""A desktop program with which a shop picks the orders of delivery platforms at the counter."""

__version__ = "0.1.0"
