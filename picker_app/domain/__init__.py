"""What is true of orders, whoever sells and whatever shows them."""
