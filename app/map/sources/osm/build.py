"""A map from an OpenStreetMap extract.

Imported by name where it is needed: the package `osmium` may be missing.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from ...build import Material, Source, build_map, osm_notice
from ...tiles.frame import Frame
from ...tiles.tiling import Progress, in_silence
from .extract import Extract, read_extract
from .shapes import shapes_of_extract
from .streets import foot_ways_of, plan_of_extract

Tell = Callable[[Extract], None]


def build_from_osm(
    file: Path, name: str, frame: Frame, progress: Progress = in_silence, tell: Tell = lambda extract: None
) -> Mapping[str, bytes]:
    """Return the files of the map of a frame, by suffix; raise `SourceUnusable` when the extract gives none.

    `tell` is called with the extract once it is read.
    """
    extract = read_extract(file, frame)
    tell(extract)
    source = Source("osm", osm_notice(extract.day), extract.day)
    plan = plan_of_extract(extract, source.notice)
    material = Material(name, source, extract.frame, shapes_of_extract(extract), plan)
    return build_map(material, foot_ways_of(extract), progress)
