//! Thousands of discs as one picture: coverage worked out here, so that a canvas draws one image instead of one path a dot.
//!
//! In: discs in device px. Out: an [`Image`] of the pixels that they touch. Where discs of one colour overlap the stronger
//! coverage wins, so that neighbours do not add up to a darker seam; another colour covers what is under it.

use kurbo::Rect;
use plotters_backend::BackendColor;

/// A filled disc, in device px.
#[derive(Clone, Copy)]
pub struct Disc {
    /// The centre from the left.
    pub x: f32,
    /// The centre from the top.
    pub y: f32,
    /// The radius.
    pub radius: f32,
    /// The colour with its alpha.
    pub color: BackendColor,
}

/// Pixels with straight alpha, row by row from the top left: red, green, blue, alpha.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Where the left edge lies, in device px.
    pub x: i32,
    /// Where the top edge lies, in device px.
    pub y: i32,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Four bytes a pixel.
    pub pixels: Vec<u8>,
}

/// Fewer discs than this are drawn one by one, which costs a canvas less than an image.
const FEWEST: usize = 64;

/// Discs that wait to be drawn, and the places that have been painted before them. An image replaces the pixels under
/// it, so discs may become one only where the canvas is still clear.
#[derive(Default)]
pub struct Waiting {
    discs: Vec<Disc>,
    painted: Vec<Rect>,
}

/// How the discs that have waited are to be drawn.
pub enum Drawn {
    /// All at once, onto pixels that are clear.
    AsImage(Image),
    /// One by one, over what is there; perhaps there are none.
    OneByOne(Vec<Disc>),
}

impl Waiting {
    /// Lets a disc wait, behind those that already do.
    pub fn push(&mut self, disc: Disc) {
        self.discs.push(disc);
    }

    /// Notes that a box in device px is painted. The discs that wait must have been taken before, or they come too late.
    pub fn painted(&mut self, area: Rect) {
        self.painted.push(area.abs().inflate(1.0, 1.0));
    }

    /// Takes the discs that wait; `limit` is the canvas's width and height.
    pub fn take(&mut self, limit: (u32, u32)) -> Drawn {
        let discs = std::mem::take(&mut self.discs);
        if discs.is_empty() {
            return Drawn::OneByOne(discs);
        }
        let bounds = bounds(&discs);
        let area = bounds.expand();
        let is_clear = !self.painted.iter().any(|painted| painted.overlaps(area));
        self.painted.push(area);
        let image = if is_clear && discs.len() >= FEWEST { rasterise(&discs, bounds, limit) } else { None };
        image.map_or(Drawn::OneByOne(discs), Drawn::AsImage)
    }
}

/// The smallest box that holds discs and their soft edges.
fn bounds(discs: &[Disc]) -> Rect {
    let nothing = Rect::new(f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
    discs.iter().fold(nothing, |all, disc| {
        let (x, y, reach) = (f64::from(disc.x), f64::from(disc.y), f64::from(disc.radius + 1.0));
        Rect::new(all.x0.min(x - reach), all.y0.min(y - reach), all.x1.max(x + reach), all.y1.max(y + reach))
    })
}

/// Draws discs into the smallest image that holds their bounds and lies within `limit` (width, height); `None` when that is empty.
fn rasterise(discs: &[Disc], bounds: Rect, limit: (u32, u32)) -> Option<Image> {
    let Rect { x0, y0, x1, y1 } = bounds;
    let (x, y) = (pixel(x0, limit.0), pixel(y0, limit.1));
    let width = pixel(x1 + 1.0, limit.0).saturating_sub(x);
    let height = pixel(y1 + 1.0, limit.1).saturating_sub(y);
    if width == 0 || height == 0 {
        return None;
    }
    let mut image = Image {
        x: i32::try_from(x).ok()?,
        y: i32::try_from(y).ok()?,
        width: u32::try_from(width).ok()?,
        height: u32::try_from(height).ok()?,
        pixels: vec![0; width * height * 4],
    };
    let (pixels, _) = image.pixels.as_chunks_mut();
    let mut stamps = Vec::new();
    for disc in discs {
        press(pixels, width, disc, (x, y), &mut stamps);
    }
    Some(image)
}

/// The pixel that a coordinate lies in, held within 0 to `limit`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast to an integer saturates")]
fn pixel(at: f64, limit: u32) -> usize {
    (at as usize).min(limit as usize)
}

/// How strongly a disc covers each pixel of the box around it.
struct Stamp {
    /// Where the centre lies within its pixel, the radius and the alpha.
    disc: (f32, f32, f32, f32),
    /// Where the box's left edge lies, seen from the centre's pixel.
    left: i32,
    /// Where its top edge lies.
    top: i32,
    /// Pixels in a row.
    width: usize,
    /// From 0 to 255, row by row.
    cover: Vec<u8>,
}

/// How many stamps are kept. Discs on a grid take few places within their pixels, in turn, so that one stamp serves many.
const MOST_STAMPS: usize = 8;

impl Stamp {
    /// A pixel is covered by how far its centre lies inside the edge, from half a pixel out to half a pixel in: for discs
    /// the usual approximation of area coverage.
    #[expect(clippy::cast_precision_loss, reason = "a disc spans far fewer than 2^24 pixels")]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "coverage is from 0 to 1")]
    fn new(disc: (f32, f32, f32, f32)) -> Self {
        let (x, y, radius, alpha) = disc;
        let (strength, edge) = (255.0 * alpha, radius + 0.5);
        // A disc thinner than a pixel cannot cover more of it than its own width.
        let most = strength * (2.0 * radius).min(1.0);
        let span = |at: f32| (at - edge).floor() as i32..(at + edge).ceil() as i32;
        let (columns, rows) = (span(x), span(y));
        let mut cover = Vec::new();
        for row in rows.clone() {
            for column in columns.clone() {
                let (dx, dy) = (column as f32 + 0.5 - x, row as f32 + 0.5 - y);
                let inside = edge - (dx * dx + dy * dy).sqrt();
                cover.push(((inside.min(1.0) * strength).min(most) + 0.5) as u8);
            }
        }
        Self { disc, left: columns.start, top: rows.start, width: columns.len(), cover }
    }
}

/// Presses a disc's stamp onto the pixels; `corner` is where these begin.
#[expect(clippy::cast_precision_loss, reason = "a canvas has far fewer than 2^24 pixels on a side")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what lies outside has been left out")]
#[expect(clippy::cast_possible_wrap, reason = "a canvas has far fewer than 2^31 pixels on a side")]
fn press(pixels: &mut [[u8; 4]], width: usize, disc: &Disc, corner: (usize, usize), stamps: &mut Vec<Stamp>) {
    let (x, y, edge) = (disc.x - corner.0 as f32, disc.y - corner.1 as f32, disc.radius + 0.5);
    let height = pixels.len() / width;
    let across = x + edge > 0.0 && x - edge < width as f32;
    let down = y + edge > 0.0 && y - edge < height as f32;
    if !across || !down {
        return;
    }
    let (column, row) = (x.floor(), y.floor());
    let key = (x - column, y - row, disc.radius, disc.color.alpha as f32);
    let known = stamps.iter().position(|stamp| stamp.disc == key).unwrap_or_else(|| {
        if stamps.len() == MOST_STAMPS {
            stamps.clear();
        }
        stamps.push(Stamp::new(key));
        stamps.len() - 1
    });
    // Neighbours in a row have a few places within a pixel in turn: those used last are compared first.
    stamps.swap(0, known);
    let Some(stamp) = stamps.first() else { return };
    let (left, top) = (column as i32 + stamp.left, row as i32 + stamp.top);
    let within = |at: i32| at.clamp(0, stamp.width as i32) as usize;
    let (from, to) = (within(-left), within(width as i32 - left));
    let start = (left + from as i32) as usize;
    let (red, green, blue) = disc.color.rgb;
    for (row, cover) in (top..).zip(stamp.cover.chunks_exact(stamp.width)) {
        let Ok(row) = usize::try_from(row) else { continue };
        let Some(line) = pixels.get_mut(row * width + start..row * width + start + to - from) else { return };
        for (pixel, &alpha) in line.iter_mut().zip(cover.get(from..to).unwrap_or_default()) {
            let [r, g, b, under] = *pixel;
            if under == 0 || (r, g, b) == disc.color.rgb {
                if alpha > under {
                    *pixel = [red, green, blue, alpha];
                }
            } else {
                *pixel = over(*pixel, disc.color.rgb, alpha);
            }
        }
    }
}

/// A colour over a pixel of another.
#[expect(clippy::cast_possible_truncation, reason = "what is mixed from bytes is a byte")]
fn over([r, g, b, under]: [u8; 4], (red, green, blue): (u8, u8, u8), alpha: u8) -> [u8; 4] {
    let alpha = u32::from(alpha);
    let (above, below) = (alpha * 255, u32::from(under) * (255 - alpha));
    let all = (above + below).max(1);
    let mix = |above_it: u8, below_it: u8| ((u32::from(above_it) * above + u32::from(below_it) * below) / all) as u8;
    [mix(red, r), mix(green, g), mix(blue, b), ((all + 127) / 255) as u8]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disc(x: f32, y: f32, radius: f32) -> Disc {
        Disc { x, y, radius, color: BackendColor { alpha: 1.0, rgb: (1, 2, 3) } }
    }

    fn drawn(discs: &[Disc], limit: (u32, u32)) -> Option<Image> {
        rasterise(discs, bounds(discs), limit)
    }

    fn ink(image: &Image) -> f64 {
        image.pixels.chunks_exact(4).map(|pixel| f64::from(pixel[3]) / 255.0).sum()
    }

    #[test]
    fn a_disc_covers_its_area() {
        for radius in [2.0_f32, 3.3, 8.0] {
            let image = drawn(&[disc(20.3, 20.7, radius)], (100, 100)).expect("an image");
            let area = std::f64::consts::PI * f64::from(radius).powi(2);
            assert!((ink(&image) - area).abs() < 0.06 * area, "radius {radius}: {} for {area}", ink(&image));
        }
    }

    #[test]
    fn overlapping_discs_do_not_add_up() {
        let one = drawn(&[disc(9.0, 9.0, 3.0)], (20, 20));
        let two = drawn(&[disc(9.0, 9.0, 3.0), disc(9.0, 9.0, 3.0)], (20, 20));
        assert_eq!(one, two);
    }

    #[test]
    fn another_colour_covers_what_is_under_it_as_far_as_it_is_opaque() {
        let below = disc(5.5, 5.5, 5.0);
        let above = |alpha| Disc { color: BackendColor { alpha, rgb: (101, 202, 3) }, ..below };
        let middle = |alpha| {
            let image = drawn(&[below, above(alpha)], (20, 20)).expect("an image");
            let start = (5 * image.width as usize + 5) * 4;
            image.pixels[start..start + 4].to_vec()
        };
        assert_eq!(middle(0.0), [1, 2, 3, 255]);
        assert_eq!(middle(0.5), [51, 102, 3, 255]);
        assert_eq!(middle(1.0), [101, 202, 3, 255]);
    }

    /// A hundred discs in a row, 10 px from each other.
    fn row(y: f32) -> Vec<Disc> {
        (0..100).map(|step| disc(5.0 + 10.0 * step as f32, y, 3.0)).collect()
    }

    fn is_image(waiting: &mut Waiting, discs: Vec<Disc>) -> bool {
        discs.into_iter().for_each(|disc| waiting.push(disc));
        matches!(waiting.take((2000, 2000)), Drawn::AsImage(_))
    }

    #[test]
    fn discs_become_an_image_only_where_nothing_is_painted() {
        let mut waiting = Waiting::default();
        assert!(is_image(&mut waiting, row(10.0)), "the canvas is clear");
        waiting.painted(Rect::new(100.0, 30.0, 200.0, 40.0));
        assert!(!is_image(&mut waiting, row(35.0)), "they lie over a bar");
        assert!(is_image(&mut waiting, row(60.0)), "they lie under all that is painted");
        assert!(!is_image(&mut waiting, row(60.0)), "they lie over discs");
    }

    #[test]
    fn few_discs_are_drawn_one_by_one_and_none_are_taken_twice() {
        let mut waiting = Waiting::default();
        waiting.push(disc(5.0, 5.0, 3.0));
        assert!(matches!(waiting.take((20, 20)), Drawn::OneByOne(discs) if discs.len() == 1));
        assert!(matches!(waiting.take((20, 20)), Drawn::OneByOne(discs) if discs.is_empty()));
    }

    #[test]
    fn discs_at_the_same_place_within_a_pixel_look_the_same() {
        let alone = drawn(&[disc(9.25, 9.75, 3.0)], (99, 99)).expect("an image");
        let places: Vec<f32> = (0..10).map(|step| 9.25 + step as f32 * 9.0 / 16.0).collect();
        let crowd: Vec<Disc> = places.iter().map(|x| disc(*x, 30.75, 3.0)).chain([disc(9.25, 9.75, 3.0)]).collect();
        let image = drawn(&crowd, (99, 99)).expect("an image");
        let row = |image: &Image, row: usize| {
            let start = row * image.width as usize * 4;
            image.pixels[start..start + alone.width as usize * 4].to_vec()
        };
        assert!((0..alone.height as usize).all(|at| row(&image, at) == row(&alone, at)));
    }

    #[test]
    fn what_lies_outside_is_cut_and_nothing_is_no_image() {
        assert_eq!(drawn(&[], (20, 20)), None);
        assert_eq!(drawn(&[disc(-50.0, 5.0, 3.0)], (20, 20)), None);
        let image = drawn(&[disc(0.0, 0.0, 3.0), disc(19.0, 300.0, 3.0)], (20, 20)).expect("an image");
        assert_eq!((image.x, image.y, image.width, image.height), (0, 0, 20, 20));
        assert!(drawn(&[disc(f32::NAN, f32::NAN, f32::NAN)], (20, 20)).is_none());
    }
}
