"""The stores: schema, reading, writing, compiling."""
