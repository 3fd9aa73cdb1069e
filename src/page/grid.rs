//! Figures side by side: how wide each stands in its chapter, so that no row ends in a gap.

use crate::story::{Figure, Width};

/// The columns of a row.
const ROW: u8 = 12;

/// The figures of a chapter in rows, each figure as wide as it wants to be, and the last of a row as wide as what is left.
pub(super) fn rows(figures: &[Figure]) -> Vec<Vec<(&Figure, Width)>> {
    let mut rows: Vec<Vec<(&Figure, Width)>> = Vec::new();
    let mut room = 0;
    for figure in figures {
        let width = figure.wanted_width();
        if columns(width) > room {
            widen_last(&mut rows, room);
            rows.push(Vec::new());
            room = ROW;
        }
        room -= columns(width);
        if let Some(row) = rows.last_mut() {
            row.push((figure, width));
        }
    }
    widen_last(&mut rows, room);
    rows
}

/// Gives the columns that are left to the last figure.
fn widen_last(rows: &mut [Vec<(&Figure, Width)>], room: u8) {
    if let Some((_, width)) = rows.last_mut().and_then(|row| row.last_mut()) {
        *width = match columns(*width) + room {
            ..6 => Width::Third,
            6..8 => Width::Half,
            8..ROW => Width::TwoThirds,
            ROW.. => Width::Wide,
        };
    }
}

/// How many of a row's columns a width takes.
const fn columns(width: Width) -> u8 {
    match width {
        Width::Wide => ROW,
        Width::TwoThirds => 8,
        Width::Half => 6,
        Width::Third => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Drawing;
    use Width::{Half, Third, TwoThirds, Wide};

    fn filled(wanted: &[Width]) -> Vec<Vec<Width>> {
        let drawing: Drawing = serde_json::from_str(r#"{ "flow": { "steps": [] } }"#).expect("a drawing");
        let untold = Figure::untold(String::new(), drawing);
        let figure = |width: &Width| Figure { width: Some(*width), ..untold.clone() };
        let figures: Vec<Figure> = wanted.iter().map(figure).collect();
        rows(&figures).into_iter().map(|row| row.into_iter().map(|(_, width)| width).collect()).collect()
    }

    #[test]
    fn figures_that_fit_stand_side_by_side() {
        assert_eq!(
            filled(&[TwoThirds, Third, Wide, Half, Half]),
            [vec![TwoThirds, Third], vec![Wide], vec![Half, Half]]
        );
        assert_eq!(filled(&[Third, Third, Third]), [[Third; 3]]);
        assert!(filled(&[]).is_empty());
    }

    #[test]
    fn no_row_ends_in_a_gap() {
        for first in [Wide, TwoThirds, Half, Third] {
            for second in [Wide, TwoThirds, Half, Third] {
                for third in [Wide, TwoThirds, Half, Third] {
                    for row in filled(&[first, second, third]) {
                        assert_eq!(row.iter().map(|width| columns(*width)).sum::<u8>(), ROW, "{row:?}");
                    }
                }
            }
        }
        assert_eq!(filled(&[TwoThirds, Half, Third]), [vec![Wide], vec![Half, Half]]);
    }
}
