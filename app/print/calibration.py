"""A printer that draws beside its mark: what was measured on the test sheet, and how sheets are corrected for it."""

from dataclasses import dataclass

RULER_MM = 100
CROSS_MM = (70, 37.5)
"""Where the cross of the test sheet stands: the corner of label 1 that three others share: any printer reaches it."""

MOST_OFF_MM = 15
RULERS_MM = (90, 110)


@dataclass(frozen=True)
class Calibration:
    """How a printer is corrected: a shift in mm to the right and down, and a scale each way (1 is as it is)."""

    dx: float = 0
    dy: float = 0
    sx: float = 1
    sy: float = 1


@dataclass(frozen=True)
class Measured:
    """What a ruler says of the printed test sheet, in mm: its two rulers, and how far the cross lies right and down."""

    wide: float = RULER_MM
    high: float = RULER_MM
    right: float = 0
    down: float = 0

    @property
    def is_possible(self) -> bool:
        """Tell whether a printer can be that wrong; else it was another ruler, or a page fitted to its margins."""
        low, high = RULERS_MM
        rulers, offs = (self.wide, self.high), (self.right, self.down)
        return all(low <= ruler <= high for ruler in rulers) and all(abs(off) <= MOST_OFF_MM for off in offs)

    @property
    def calibration(self) -> Calibration:
        """What undoes it: this printer draws a point p at a × p + b."""
        a_wide, a_high = self.wide / RULER_MM, self.high / RULER_MM
        b_right = self.right - (a_wide - 1) * CROSS_MM[0]
        b_down = self.down - (a_high - 1) * CROSS_MM[1]
        return Calibration(-b_right / a_wide, -b_down / a_high, 1 / a_wide, 1 / a_high)

    @property
    def told(self) -> dict[str, str]:
        """What differs from a printer that is right, by field, as a form writes it."""
        usual = vars(Measured())
        return {name: f"{mm:g}" for name, mm in vars(self).items() if mm != usual[name]}
