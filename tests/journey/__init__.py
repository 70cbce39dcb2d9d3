"""The way of an order from one end to the other."""
