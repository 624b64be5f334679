"""Sheet to bytes: one module per format, table EXPORTERS."""
