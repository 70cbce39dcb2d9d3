"""A training platform that speaks Deliveroo's Promotions API."""
