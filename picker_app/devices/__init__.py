"""The devices at the counter: the scanner and what its codes and labels say, without Qt."""
