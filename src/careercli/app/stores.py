"""The stores, made again first if another version of careercli made them.

A store of the user's that can't be read doesn't stop what can be answered without it.
"""

import os
from pathlib import Path

from careercli.errors import CareerError
from careercli.files import locations
from careercli.output.stdout import say_err
from careercli.store.open import BrokenStoreError, OutdatedStoreError, StoreName, is_spoiled
from careercli.store.reader import Store

COMPLETING = "_CAREERCLI_COMPLETE"
"""What a shell sets that waits for a completion."""
OWN: tuple[StoreName, ...] = ("user", "official")
WORDS: dict[StoreName, str] = {"user": "your guides", "official": "the data that you added"}
left_out: dict[StoreName, str] = {}
"""The user's stores that this process goes on without -> why."""


def open_store(*, user: bool = True, strict: bool = False) -> Store:
    """Every store there is; without the user's guides if `user` is false.

    strict: raises CareerError for a store of the user's that can't be read, instead of leaving it
    out with a line on stderr
    """
    remade: set[StoreName] = set()
    while True:
        without = {*left_out, *(() if user else ("user",))}
        try:
            return Store(without=without)
        except (OutdatedStoreError, BrokenStoreError) as error:
            store, why = error.store, error
        try:
            if isinstance(why, BrokenStoreError) or store in remade:
                raise why
            remade.add(store)
            _remake(store)
        except CareerError as error:
            if store not in OWN or strict:
                raise
            leave_out(store, error)


def leave_out(store: StoreName, why: CareerError) -> None:
    """Goes on without a store of the user's, and says so once."""
    left_out[store] = why.message
    if COMPLETING not in os.environ:
        say_err(f"careercli: {WORDS[store]} are left out: {why.message} See `careercli doctor`.")


def leave_out_spoiled() -> bool:
    """After an error that nothing expects: goes on without a store whose bytes have changed.

    The store of the guides is made again of their files. Says whether there was any.
    """
    spoiled: list[StoreName] = []
    if is_spoiled(locations.user_store()):
        locations.user_store().unlink()
        spoiled.append("user")
    if is_spoiled(locations.official_store()):
        path = locations.official_store()
        leave_out("official", CareerError(f"{path} is damaged; add the files again."))
        spoiled.append("official")
    return bool(spoiled)


def _remake(store: StoreName) -> None:
    if store in OWN and COMPLETING in os.environ:
        raise CareerError("A completion doesn't wait for a store to be made again.")
    if store == "official":
        from careercli.official.store import rebuild

        say_err("The data that you added are of another version; making them ready, once.")
        rebuild(lambda _: None)
    elif store == "user":
        from careercli.store.compile import remake_user

        open_store(user=False)  # the guides' skills are named by the bundled store
        for path, problem in remake_user():
            say_err(f"careercli: {path} is left out: {problem}. `careercli guide check` says more.")
    else:
        from careercli.official.build import compile_shipped

        data = Path(__file__).parents[3] / "data"
        if not (data / "skills.toml").exists():
            raise CareerError(
                "The bundled data are missing from this installation.",
                hint="Install careercli again.",
            )
        compile_shipped(data)
