"""A training platform that speaks the order side of the Delivery Hero Partner API v2."""
