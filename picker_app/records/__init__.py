"""What is handed on about the shop's work: today the support bundle."""
