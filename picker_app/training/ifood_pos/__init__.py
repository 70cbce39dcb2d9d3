"""A training platform that speaks iFood's legacy POS API v1.0."""
