"""Runs the migrations on the connection that the database module hands over."""

from alembic import context

from picker_app.store.promotion_tables import promotions

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=promotions.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
