"""The explorer: the pages that commands show, on a full screen."""
