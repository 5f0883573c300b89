//! Which part of the Earth is shown, and where on it the markers stand. The Earth is a sheet of 360 by 180:
//! x = longitude + 180, y = 90 - latitude, as in `data/world.json`.

use std::f64::consts::TAU;

const SHEET: f64 = 360.0;
/// Degrees of longitude: closer than this the shapes of the land say nothing more.
const CLOSEST: f64 = 8.0;
/// Degrees of longitude beyond the outermost ports, both sides together.
const ROOM: f64 = 20.0;
/// Degrees of longitude that are seen at first at least, so that there is land to tell the place by.
const AT_FIRST: f64 = 120.0;
/// What is still seen after one step nearer.
const STEP: f64 = 0.6;
/// Pixels of a marker: no two stand closer.
const MARK: (f64, f64) = (46.0, 32.0);
/// Pixels of a letter of a name, on average, and of its line.
const LETTER: f64 = 8.0;
const LINE: f64 = 18.0;

/// Where a latitude and a longitude lie on the sheet; `None` where there is no such place.
pub fn on_sheet((latitude, longitude): (f64, f64)) -> Option<(f64, f64)> {
    (latitude.abs() <= 90.0 && longitude.abs() <= 180.0)
        .then_some((longitude + 180.0, 90.0 - latitude))
}

/// A part of the sheet, twice as wide as it is high.
#[derive(Clone, Copy, PartialEq)]
pub struct Window {
    x: f64,
    y: f64,
    width: f64,
}

impl Window {
    /// All of the Earth.
    pub const WHOLE: Self = Self {
        x: SHEET / 2.0,
        y: SHEET / 4.0,
        width: SHEET,
    };

    /// What holds all these places, with room around them; all of the Earth when there are none.
    pub fn around(places: &[(f64, f64)]) -> Self {
        let Some(first) = places.first() else {
            return Self::WHOLE;
        };
        let (low, high) = places.iter().fold((*first, *first), |(low, high), place| {
            (
                (low.0.min(place.0), low.1.min(place.1)),
                (high.0.max(place.0), high.1.max(place.1)),
            )
        });
        Self {
            x: f64::midpoint(low.0, high.0),
            y: f64::midpoint(low.1, high.1),
            width: (high.0 - low.0)
                .max((high.1 - low.1) * 2.0)
                .mul_add(1.2, ROOM)
                .max(AT_FIRST),
        }
        .kept()
    }

    /// Nearer, and half the way towards a place, so that it is seen still.
    pub fn nearer(self, place: Option<(f64, f64)>) -> Self {
        let (x, y) = place.unwrap_or((self.x, self.y));
        Self {
            x: f64::midpoint(self.x, x),
            y: f64::midpoint(self.y, y),
            width: self.width * STEP,
        }
        .kept()
    }

    /// The same place, from farther away.
    pub fn farther(self) -> Self {
        Self {
            width: self.width / STEP,
            ..self
        }
        .kept()
    }

    /// A quarter of its own size further to the right and down.
    pub fn moved(self, right: f64, down: f64) -> Self {
        Self {
            x: right.mul_add(self.width / 4.0, self.x),
            y: down.mul_add(self.width / 8.0, self.y),
            ..self
        }
        .kept()
    }

    /// Within the sheet.
    fn kept(self) -> Self {
        let width = self.width.clamp(CLOSEST, SHEET);
        Self {
            x: self.x.clamp(width / 2.0, SHEET - width / 2.0),
            y: self.y.clamp(width / 4.0, SHEET / 2.0 - width / 4.0),
            width,
        }
    }

    /// As of `<svg viewBox>`.
    pub fn view_box(self) -> String {
        let (left, top) = (self.x - self.width / 2.0, self.y - self.width / 4.0);
        format!("{left} {top} {} {}", self.width, self.width / 2.0)
    }

    /// How far from the left and from the top a place is seen, each from 0 to 1; `None` beyond the window.
    pub fn seen(self, (x, y): (f64, f64)) -> Option<(f64, f64)> {
        let across = (x - self.x) / self.width + 0.5;
        let down = (y - self.y) / self.width * 2.0 + 0.5;
        let within = |share| (0.0..=1.0).contains(&share);
        (within(across) && within(down)).then_some((across, down))
    }

    /// The place on the sheet that is seen there.
    pub fn place(self, (across, down): (f64, f64)) -> (f64, f64) {
        (
            (across - 0.5).mul_add(self.width, self.x),
            (down - 0.5).mul_add(self.width / 2.0, self.y),
        )
    }
}

/// Where the name of a marker stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    Below,
    Above,
}

/// Which markers have room for a name of so many letters, of those that stand there, on a map of so many pixels: the
/// first come, the others tell theirs when they are pointed at.
pub fn named(at: &[(f64, f64)], letters: &[usize], width: f64) -> Vec<Option<Named>> {
    let size = (width.max(1.0), width.max(1.0) / 2.0);
    let meet = |one: Frame, other: Frame| {
        one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
    };
    let mark = |(across, down): &(f64, f64)| {
        let (x, y) = (across * size.0, down * size.1);
        let (half, high) = (MARK.0 / 2.0, MARK.1 / 2.0);
        (x - half, y - high, x + half, y + high)
    };
    let marks: Vec<Frame> = at.iter().map(mark).collect();
    let mut names: Vec<Frame> = Vec::new();
    let with_letters = marks.iter().zip(letters);
    with_letters
        .map(|(own, letters)| {
            let half = f64::from(u32::try_from(*letters).unwrap_or(u32::MAX)) * LETTER / 2.0;
            let middle = f64::midpoint(own.0, own.2);
            let places = [
                (Named::Below, own.3, own.3 + LINE),
                (Named::Above, own.1 - LINE, own.1),
            ];
            let (named, name) = places
                .into_iter()
                .map(|(named, top, end)| (named, (middle - half, top, middle + half, end)))
                .find(|(_, name)| {
                    let inside =
                        name.0 >= 0.0 && name.1 >= 0.0 && name.2 <= size.0 && name.3 <= size.1;
                    inside && !marks.iter().chain(&names).any(|other| meet(*name, *other))
                })?;
            names.push(name);
            Some(named)
        })
        .collect()
}

/// Left, top, right and bottom, in pixels.
type Frame = (f64, f64, f64, f64);

/// Markers moved apart, so that each can be seen and pressed, on a map of so many pixels: every one to the free
/// place nearest to where it belongs. Shares of width and height, as [`Window::seen`] gives them.
pub fn apart(seen: &[(f64, f64)], width: f64) -> Vec<(f64, f64)> {
    let size = (width.max(1.0), width.max(1.0) / 2.0);
    let inside =
        |at: f64, size: f64, mark: f64| at.clamp(mark.min(size) / 2.0, size - mark.min(size) / 2.0);
    let mut taken: Vec<(f64, f64)> = Vec::with_capacity(seen.len());
    for (across, down) in seen {
        let own = (across * size.0, down * size.1);
        let near = |ring: u32, turn: u32| {
            let (angle, far) = (TAU * f64::from(turn) / 16.0, f64::from(ring) * 16.0);
            (
                inside(angle.cos().mul_add(far, own.0), size.0, MARK.0),
                inside(angle.sin().mul_add(far, own.1), size.1, MARK.1),
            )
        };
        let free = |at: &(f64, f64)| {
            taken
                .iter()
                .all(|other| (at.0 - other.0).abs() >= MARK.0 || (at.1 - other.1).abs() >= MARK.1)
        };
        let place = (0..12)
            .flat_map(|ring| (0..16).map(move |turn| (ring, turn)))
            .map(|(ring, turn)| near(ring, turn))
            .find(free)
            .unwrap_or_else(|| near(0, 0));
        taken.push(place);
    }
    taken
        .into_iter()
        .map(|(x, y)| (x / size.0, y / size.1))
        .collect()
}
