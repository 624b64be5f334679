"""The order of the stages; the only module that knows all of them."""
