"""The embedded training platforms and the script of a shop's day that drives them."""
