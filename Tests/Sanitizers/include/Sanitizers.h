// Nothing to call: what is here is asked for by name, see options.c.
