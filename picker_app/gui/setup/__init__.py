"""The pages on which the shop is set up: the first-run assistant, the settings, the way in and the doctor's round."""
