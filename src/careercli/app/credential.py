"""What `show` answers of a credential."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercli.errors import UsageError
from careercli.output.stdout import Record, Result
from careercli.store.reader import Store

if TYPE_CHECKING:
    from careercli.output.page import Page


def credential_answer(store: Store, credential_id: str, parts: Sequence[str]) -> Result:
    """`show CREDENTIAL`. Raises UsageError if parts are asked for, of which it has none."""
    credential = store.credential(credential_id)
    if parts:
        raise UsageError(
            f"{credential.label} has no parts.",
            hint=f"Show all of it: careercli show {credential_id}",
        )
    sources = store.handbook_pages(credential.sources)
    asking = store.asking(credential_id)

    def page() -> "Page":
        from careercli.output.screens.credential import credential_page

        return credential_page(credential, asking, sources)

    def record() -> Record:
        from careercli.output.records.credential import CREDENTIAL, CredentialView

        return Record(CREDENTIAL, CredentialView(credential_id, credential, asking, sources))

    return Result("show", page, record)
