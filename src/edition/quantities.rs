//! Every number of a story, worked out once.

use std::collections::{BTreeMap, BTreeSet};

use super::EditionError;
use crate::story::formula::Expr;
use crate::story::quantity::Quantity;
use crate::story::unit::Dimension;
use crate::story::{Qualifier, Story};

/// Works out every number of a story: facts, constants, and derived facts in whatever order their formulas need.
///
/// # Errors
/// The first formula that cannot be read or worked out, or the names of a cycle.
pub fn quantities(story: &Story) -> Result<BTreeMap<String, Quantity>, EditionError> {
    let dimension = |unit: &str| {
        story
            .units
            .iter()
            .find(|known| known.id == unit)
            .map(|unit| Dimension::parse(&unit.dimension))
            .unwrap_or_default()
    };
    let mut known = BTreeMap::new();
    for fact in &story.facts {
        if let (Some(value), Some(unit)) = (fact.value, &fact.unit) {
            known.insert(fact.id.clone(), Quantity::new(value, fact.digits, dimension(unit), fact.qualifier));
        }
    }
    for constant in &story.constants {
        let quantity = Quantity::new(constant.value, None, dimension(&constant.unit), Qualifier::Exact);
        known.insert(constant.id.clone(), quantity);
    }
    let mut waiting = Vec::new();
    for derived in &story.derived {
        let at = |error| EditionError::Formula { id: derived.id.clone(), error };
        waiting.push((derived.id.as_str(), Expr::parse(&derived.formula).map_err(at)?));
    }
    while !waiting.is_empty() {
        let before = waiting.len();
        let ids: BTreeSet<&str> = waiting.iter().map(|(id, _)| *id).collect();
        let (ready, later): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|(_, expr)| !expr.names().iter().any(|name| ids.contains(name)));
        for (id, expr) in ready {
            let quantity = expr
                .evaluate(&|name| known.get(name).cloned())
                .map_err(|error| EditionError::Formula { id: id.to_owned(), error })?;
            known.insert(id.to_owned(), quantity);
        }
        if later.len() == before {
            return Err(EditionError::Cycle(ids.into_iter().collect::<Vec<_>>().join(", ")));
        }
        waiting = later;
    }
    Ok(known)
}
