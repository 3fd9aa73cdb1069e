//! A chapter's figures in rows: one over the whole width, or two neighbours side by side, whichever makes the chapter lower.

use kurbo::Vec2;

use super::block::Block;

/// A figure laid out over the whole width and over half of it.
pub(super) struct Choice {
    pub(super) whole: Block,
    pub(super) half: Block,
}

/// The figures in the rows that are lowest together, in their order, `gap` CSS px between rows; `second` is where the right one of
/// two begins.
pub(super) fn lowest(figures: Vec<Choice>, gap: f64, second: f64) -> Block {
    // The lowest rows of all figures up to one, and of those up to the one before it.
    let (mut before, mut last) = (Block::default(), Block::default());
    let mut left: Option<Block> = None;
    for Choice { whole, half } in figures {
        let alone = under(&last, whole, gap);
        let paired = left.map(|left| {
            let mut row = left;
            row.overlay(half.clone(), Vec2::new(second, 0.0));
            under(&before, row, gap)
        });
        let lowest = match paired {
            Some(paired) if paired.height < alone.height => paired,
            _ => alone,
        };
        (before, last) = (last, lowest);
        left = Some(half);
    }
    last
}

fn under(above: &Block, row: Block, gap: f64) -> Block {
    let mut all = above.clone();
    if all.height > 0.0 {
        all.skip(gap);
    }
    all.below(row);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(heights: &[(f64, f64)], expected: f64) {
        let block = |height| Block { height, ..Block::default() };
        let figures = heights.iter().map(|(whole, half)| Choice { whole: block(*whole), half: block(*half) }).collect();
        assert_eq!(lowest(figures, 10.0, 100.0).height, expected);
    }

    #[test]
    fn neighbours_share_a_row_where_that_is_lower() {
        check(&[], 0.0);
        check(&[(100.0, 120.0)], 100.0);
        check(&[(100.0, 120.0), (50.0, 60.0)], 120.0);
        check(&[(100.0, 400.0), (50.0, 60.0)], 160.0);
        check(&[(100.0, 400.0), (50.0, 60.0), (50.0, 70.0)], 180.0);
    }
}
