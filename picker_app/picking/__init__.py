"""The desk, where an order is picked."""
