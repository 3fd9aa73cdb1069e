//! Figures in rows: one over the whole width, two neighbours side by side, or three in two columns, whichever comes out lowest.

use kurbo::Vec2;

use super::block::Block;

/// What stands over the whole width, or over half of it where it can be read there.
#[derive(Clone)]
pub(super) struct Choice {
    pub(super) whole: Block,
    pub(super) half: Option<Block>,
}

/// Where the blocks of two columns go, in CSS px.
#[derive(Clone, Copy)]
pub(super) struct Spacing {
    /// Between blocks under each other.
    pub(super) gap: f64,
    /// Where the right column begins, seen from the left one.
    pub(super) second: f64,
}

/// The blocks in the rows that are lowest together, in their order.
pub(super) fn lowest(choices: &[Choice], spacing: Spacing) -> Block {
    // The lowest rows of the first block, of the first two, and so on.
    let mut rows: Vec<Block> = Vec::new();
    for last in 1..=choices.len() {
        let mut best: Option<Block> = None;
        for first in last.saturating_sub(3)..last {
            let above = first.checked_sub(1).and_then(|before| rows.get(before)).cloned().unwrap_or_default();
            for row in arranged(choices.get(first..last).unwrap_or_default(), spacing) {
                let all = under(above.clone(), row, spacing.gap);
                if best.as_ref().is_none_or(|best| all.height < best.height) {
                    best = Some(all);
                }
            }
        }
        rows.extend(best);
    }
    rows.pop().unwrap_or_default()
}

/// The ways in which one to three neighbours can share the width.
fn arranged(choices: &[Choice], spacing: Spacing) -> Vec<Block> {
    let halves: Option<Vec<Block>> = choices.iter().map(|choice| choice.half.clone()).collect();
    let stack = |top: &Block, below: &Block| under(top.clone(), below.clone(), spacing.gap);
    let beside = |mut left: Block, right: Block| {
        left.overlay(right, Vec2::new(spacing.second, 0.0));
        left
    };
    match (choices, halves.as_deref()) {
        ([only], _) => vec![only.whole.clone()],
        (_, Some([left, right])) => vec![beside(left.clone(), right.clone())],
        (_, Some([one, two, three])) => vec![
            beside(one.clone(), stack(two, three)),
            beside(stack(one, three), two.clone()),
            beside(stack(one, two), three.clone()),
        ],
        _ => Vec::new(),
    }
}

fn under(mut above: Block, row: Block, gap: f64) -> Block {
    if above.height > 0.0 {
        above.skip(gap);
    }
    above.below(row);
    above
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(heights: &[(f64, Option<f64>)], expected: f64) {
        let block = |height| Block { height, ..Block::default() };
        let choice = |(whole, half): &(f64, Option<f64>)| Choice { whole: block(*whole), half: half.map(block) };
        let choices: Vec<Choice> = heights.iter().map(choice).collect();
        assert_eq!(lowest(&choices, Spacing { gap: 10.0, second: 100.0 }).height, expected);
    }

    #[test]
    fn neighbours_share_a_row_where_that_is_lower() {
        check(&[], 0.0);
        check(&[(100.0, Some(120.0))], 100.0);
        check(&[(100.0, Some(120.0)), (50.0, Some(60.0))], 120.0);
        check(&[(100.0, Some(400.0)), (50.0, Some(60.0))], 160.0);
        check(&[(100.0, Some(400.0)), (50.0, Some(60.0)), (50.0, Some(70.0))], 180.0);
    }

    #[test]
    fn what_cannot_be_read_over_half_the_width_has_all_of_it() {
        check(&[(100.0, None), (50.0, Some(60.0))], 160.0);
        check(&[(50.0, Some(60.0)), (100.0, None), (50.0, Some(60.0))], 220.0);
    }

    #[test]
    fn two_low_ones_stand_beside_a_high_one() {
        let (high, low) = ((500.0, Some(210.0)), (150.0, Some(100.0)));
        for three in [[high, low, low], [low, high, low], [low, low, high]] {
            check(&three, 210.0);
        }
    }
}
