"""The stores, made again first if another version of careercli made them."""

from pathlib import Path

from careercli.errors import CareerError
from careercli.store.open import OutdatedStoreError, StoreName
from careercli.store.reader import Store


def open_store(*, user: bool = True) -> Store:
    """Every store there is; without the user's guides if `user` is false. Raises CareerError."""
    remade: set[StoreName] = set()
    while True:
        try:
            return Store(user=user)
        except OutdatedStoreError as error:
            if error.store in remade:
                raise
            remade.add(error.store)
            _remake(error.store)


def _remake(store: StoreName) -> None:
    if store == "official":
        from careercli.official.store import rebuild

        rebuild(lambda _: None)
    elif store == "user":
        from careercli.store.compile import compile_user, own_guides

        open_store(user=False)  # the guides' skills are named by the bundled store
        compile_user(own_guides().values())
    else:
        from careercli.official.build import compile_shipped

        data = Path(__file__).parents[3] / "data"
        if not (data / "skills.toml").exists():
            raise CareerError(
                "The bundled data are missing from this installation.",
                hint="Install careercli again.",
            )
        compile_shipped(data)
