"""What people write: guides, profiles, résumés, and where they lie."""
