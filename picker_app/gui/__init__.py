"""What is seen: screens, widgets and the one filter that owns the scanner."""
