"""The workspace of promotions: list, calendar, form, products, check and sending, jobs, files."""
