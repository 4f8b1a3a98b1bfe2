"""Settings: defaults, then aimtrace.toml, then AIMTRACE_* in the environment, then options. Only here."""

from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_data_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from api.operations.limits import Limits, usable_cores
from corpus.errors import BadSetting
from corpus.markings import Clearance, Marking
from extract.allowance import MAX_MEMORY, MAX_SECONDS
from extract.scans.engines import DEFAULT as DEFAULT_OCR
from extract.scans.engines import Setting as OcrSetting
from models import DEFAULT_MODEL

FILE = "aimtrace.toml"


class Settings(BaseSettings):
    """What can be set; each also as AIMTRACE_<NAME> in the environment and as a key in aimtrace.toml."""

    model_config = SettingsConfigDict(env_prefix="AIMTRACE_", toml_file=FILE, extra="forbid")

    home: Annotated[Path, Field(description="the data folder")] = Field(
        default_factory=lambda: user_data_path("aimtrace", appauthor=False)
    )
    profiles: Annotated[
        Path | None, Field(description="the folder of your own profiles; `profiles` in the data folder if not set")
    ] = None
    model: Annotated[str, Field(description="the sentence-transformers model: a folder or a cached name")] = (
        DEFAULT_MODEL
    )
    clearance: Annotated[Marking, Field(description="the strictest marking that is shown")] = Marking.LIMITE
    max_file_mb: Annotated[int, Field(ge=1, le=4096, description="larger files are refused")] = 200
    max_pages: Annotated[int, Field(ge=1, le=100_000, description="longer documents are refused")] = 2_500
    max_seconds: Annotated[float, Field(gt=0, le=86_400, description="how long one file may be read")] = MAX_SECONDS
    max_memory_mb: Annotated[int, Field(ge=128, le=65_536, description="how much memory reading one file may take")] = (
        MAX_MEMORY // 1024**2
    )
    jobs: Annotated[int, Field(ge=0, le=256, description="files that are read at a time; 0: one a usable core")] = 0
    ocr: Annotated[OcrSetting, Field(description="what reads scanned pages: rapidocr, tesseract or off")] = DEFAULT_OCR
    host: Annotated[str, Field(description="where serve listens")] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65_535, description="the port that serve listens on")] = 8765

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is the library's
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def profiles_folder(self) -> Path:
        """Where the user's own profiles stand.

        Raises:
            BadSetting: the folder that is set is none.
        """
        if self.profiles is not None and not self.profiles.is_dir():
            raise BadSetting(
                f"the setting 'profiles' names {str(self.profiles)!r}, which is no folder.",
                remedy="Make the folder, or leave the setting out.",
            )
        return self.profiles or self.home / "profiles"

    @property
    def limits(self) -> Limits:
        return Limits(
            file_bytes=self.max_file_mb * 1024 * 1024,
            pages=self.max_pages,
            seconds=self.max_seconds,
            memory_bytes=self.max_memory_mb * 1024 * 1024,
            jobs=self.jobs or usable_cores(),
            ocr=self.ocr,
        )

    @property
    def seen(self) -> Clearance:
        return Clearance(self.clearance)


def load_settings(**options: Any) -> Settings:
    """Settings with the options of a command over them; an option that is None was not given.

    Raises:
        BadSetting: a value of the wrong form, or a key that there is none of.
    """
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as exc:
        error = exc.errors()[0]
        name = ".".join(str(part) for part in error["loc"])
        known = ", ".join(sorted(Settings.model_fields))
        if error["type"] == "extra_forbidden":
            raise BadSetting(f"{FILE}: there is no setting {name!r}.", remedy=f"Known: {known}.") from exc
        raise BadSetting(
            f"the setting {name!r} can't be {error.get('input')!r} ({error['msg']}).",
            remedy=f"Known settings: {known}.",
        ) from exc
    except ValueError as exc:
        raise BadSetting(f"{FILE}: {exc}.", remedy="Mend the line; strings stand in double quotes.") from exc
