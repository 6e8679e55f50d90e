"""Official downloads, and the store that is made of them."""
