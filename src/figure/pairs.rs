use super::Frame;
use crate::edition::MissingFact;
use crate::scene::Scene;
use crate::story::drawing::Pairs as Spec;

pub(super) fn layout(_spec: &Spec, _frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    Ok(Scene::default())
}

pub(super) fn choices(_edition: &crate::edition::Edition) -> Vec<String> {
    Vec::new()
}
