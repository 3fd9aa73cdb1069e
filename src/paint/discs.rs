//! Thousands of discs as one picture: coverage worked out here, so that a canvas draws one image instead of one path a dot.
//!
//! In: discs in device px. Out: an [`Image`] of the pixels that they touch. Where discs overlap the stronger coverage
//! wins, so that neighbours do not add up to a darker seam.

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

/// Draws discs into the smallest image that holds them and lies within `limit` (width, height); `None` when that is empty.
pub fn rasterise(discs: &[Disc], limit: (u32, u32)) -> Option<Image> {
    let (mut left, mut top, mut right, mut bottom) =
        (f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY);
    for disc in discs {
        let reach = disc.radius + 1.0;
        left = left.min(disc.x - reach);
        top = top.min(disc.y - reach);
        right = right.max(disc.x + reach);
        bottom = bottom.max(disc.y + reach);
    }
    let (x, y) = (pixel(left, limit.0), pixel(top, limit.1));
    let width = pixel(right + 1.0, limit.0).saturating_sub(x);
    let height = pixel(bottom + 1.0, limit.1).saturating_sub(y);
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
    for disc in discs {
        stamp(&mut image.pixels, width, disc, (x, y));
    }
    Some(image)
}

/// The pixel that a coordinate lies in, held within 0 to `limit`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast to an integer saturates")]
fn pixel(at: f32, limit: u32) -> usize {
    (at as usize).min(limit as usize)
}

/// A pixel is covered by how far its centre lies inside the edge, from half a pixel out to half a pixel in: for discs the
/// usual approximation of area coverage.
#[expect(clippy::cast_precision_loss, reason = "a canvas has far fewer than 2^24 pixels on a side")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "coverage is from 0 to 1")]
fn stamp(pixels: &mut [u8], width: usize, disc: &Disc, (left, top): (usize, usize)) {
    let (red, green, blue) = disc.color.rgb;
    let strength = 255.0 * disc.color.alpha as f32;
    let (x, y, edge) = (disc.x - left as f32, disc.y - top as f32, disc.radius + 0.5);
    // A disc thinner than a pixel cannot cover more of it than its own width.
    let most = strength * (2.0 * disc.radius).min(1.0);
    let columns = (x - edge).max(0.0) as usize..((x + edge + 1.0) as usize).min(width);
    let rows = (y - edge).max(0.0) as usize..(y + edge + 1.0).max(0.0) as usize;
    for (row, line) in pixels.chunks_exact_mut(width * 4).enumerate().take(rows.end).skip(rows.start) {
        let dy = row as f32 + 0.5 - y;
        let Some(line) = line.get_mut(columns.start * 4..columns.end * 4) else { return };
        for (column, pixel) in line.chunks_exact_mut(4).enumerate() {
            let dx = (columns.start + column) as f32 + 0.5 - x;
            let inside = edge - (dx * dx + dy * dy).sqrt();
            let alpha = ((inside.min(1.0) * strength).min(most) + 0.5) as u8;
            if let [r, g, b, a] = pixel
                && alpha > *a
            {
                (*r, *g, *b, *a) = (red, green, blue, alpha);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disc(x: f32, y: f32, radius: f32) -> Disc {
        Disc { x, y, radius, color: BackendColor { alpha: 1.0, rgb: (1, 2, 3) } }
    }

    fn ink(image: &Image) -> f64 {
        image.pixels.chunks_exact(4).map(|pixel| f64::from(pixel[3]) / 255.0).sum()
    }

    #[test]
    fn a_disc_covers_its_area() {
        for radius in [2.0_f32, 3.3, 8.0] {
            let image = rasterise(&[disc(20.3, 20.7, radius)], (100, 100)).expect("an image");
            let area = std::f64::consts::PI * f64::from(radius).powi(2);
            assert!((ink(&image) - area).abs() < 0.06 * area, "radius {radius}: {} for {area}", ink(&image));
        }
    }

    #[test]
    fn overlapping_discs_do_not_add_up() {
        let one = rasterise(&[disc(9.0, 9.0, 3.0)], (20, 20));
        let two = rasterise(&[disc(9.0, 9.0, 3.0), disc(9.0, 9.0, 3.0)], (20, 20));
        assert_eq!(one, two);
    }

    #[test]
    fn what_lies_outside_is_cut_and_nothing_is_no_image() {
        assert_eq!(rasterise(&[], (20, 20)), None);
        assert_eq!(rasterise(&[disc(-50.0, 5.0, 3.0)], (20, 20)), None);
        let image = rasterise(&[disc(0.0, 0.0, 3.0), disc(19.0, 300.0, 3.0)], (20, 20)).expect("an image");
        assert_eq!((image.x, image.y, image.width, image.height), (0, 0, 20, 20));
        assert!(rasterise(&[disc(f32::NAN, f32::NAN, f32::NAN)], (20, 20)).is_none());
    }
}
