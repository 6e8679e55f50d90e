"""What careercli answers, one module a question: shared by commands and explorer."""
