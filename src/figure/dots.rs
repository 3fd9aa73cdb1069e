use super::Frame;
use crate::edition::MissingFact;
use crate::scene::Scene;
use crate::story::drawing::Dots as Spec;

pub(super) fn layout(_spec: &Spec, _frame: &Frame<'_>) -> Result<Scene, MissingFact> {
    Ok(Scene::default())
}

pub(super) fn choices(_spec: &Spec, _edition: &crate::edition::Edition) -> Result<Vec<String>, MissingFact> {
    Ok(Vec::new())
}
