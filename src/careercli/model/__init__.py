"""The shapes of everything else. Imports nothing of careercli."""
