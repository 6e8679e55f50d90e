from careercli.cli import entry

entry()
