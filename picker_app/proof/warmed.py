"""Warms the process that children are forked from: it lives a shop's first day, so that none of them has to learn it.

To be imported by that process alone, which does nothing but fork (`set_forkserver_preload`). A child then finds there
the modules, the catalogue, the root certificates and what libraries remember of types; no file, socket or thread is
left of that day.
"""

import gc

from picker_app.platforms.network import tls
from picker_app.proof.day import new_file

tls()
new_file()
gc.collect()
gc.freeze()  # what is here stays: a child that looked through it for garbage would copy it page by page
