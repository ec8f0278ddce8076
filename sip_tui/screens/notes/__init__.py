"""The secretary's pads and what stands beside them."""
