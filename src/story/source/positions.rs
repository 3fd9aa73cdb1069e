//! Where the values and keys of a story file begin, by their JSON pointers.

use std::collections::{BTreeSet, HashMap};

use super::{Found, MAX_PROBLEMS};
use crate::story::json::{Node, nodes, pointer};

/// The values of a JSON text and where they begin.
#[derive(Debug)]
pub(super) struct Positions {
    nodes: Vec<Node>,
    /// The values by those that they stand in and what they are called there; of two with one name, the last, which a parser keeps.
    named: HashMap<(usize, String), usize>,
}

impl Positions {
    pub(super) fn new(text: &str) -> Self {
        let nodes = nodes(text);
        let named = nodes.iter().enumerate().filter_map(|(at, node)| Some(((node.parent?, node.name.clone()), at)));
        Self { named: named.collect(), nodes }
    }

    /// The byte at which the value of a pointer begins; of a value that is not there, that of the innermost value around
    /// it that is.
    pub(super) fn value(&self, pointer: &str) -> usize {
        self.find(pointer).map_or(0, |node| node.start)
    }

    /// The byte at which the key of a pointer's value begins, or the value where it has none.
    pub(super) fn key(&self, pointer: &str) -> usize {
        self.find(pointer).map_or(0, |node| node.key.unwrap_or(node.start))
    }

    fn find(&self, pointer: &str) -> Option<&Node> {
        let names = pointer.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~"));
        let found = names.scan(0, |node, name| {
            *node = *self.named.get(&(*node, name))?;
            Some(*node)
        });
        self.nodes.get(found.last().unwrap_or(0))
    }

    /// A problem for each key that its object has had before: parsers keep one of the values and say nothing.
    pub(super) fn repeated(&self) -> Vec<Found> {
        let mut known = BTreeSet::new();
        let repeated = self.nodes.iter().filter(|node| node.key.is_some() && !known.insert((node.parent, &node.name)));
        let found = repeated.take(MAX_PROBLEMS + 1).map(|node| Found {
            offset: node.key.unwrap_or(node.start),
            place: pointer(&self.nodes, node),
            message: format!("the field `{}` stands here a second time; keep one of the two", node.name),
            hint: None,
        });
        found.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{
  "a/b": [10, {"x": "\"}]", "~": null}, []],
  "后": { "\u0061": true, "a": 1 }
}"#;

    fn rest(offset: usize) -> &'static str {
        TEXT.get(offset..).and_then(|rest| rest.get(..4)).unwrap_or("")
    }

    #[test]
    fn a_pointer_leads_to_its_value_and_its_key() {
        let positions = Positions::new(TEXT);
        assert_eq!(positions.value(""), 0);
        assert_eq!(rest(positions.value("/a~1b")), "[10,");
        assert_eq!(rest(positions.value("/a~1b/0")), "10, ");
        assert_eq!(rest(positions.value("/a~1b/1/x")), r#""\"}"#);
        assert_eq!(rest(positions.value("/a~1b/1/~0")), "null");
        assert_eq!(rest(positions.key("/a~1b/1/~0")), r#""~":"#);
        assert_eq!(rest(positions.value("/后/a")), "1 }\n", "the last of two is what a parser keeps");
    }

    #[test]
    fn a_pointer_to_nothing_leads_to_what_is_around_it() {
        let positions = Positions::new(TEXT);
        for nothing in ["/a~1b/7", "/a~1b/x", "/a~1b/-1", "/a~1b/99999999999999999999"] {
            assert_eq!(positions.value(nothing), positions.value("/a~1b"), "{nothing}");
        }
        assert_eq!(positions.value("/none/0"), 0);
        assert_eq!(Positions::new("").value("/a"), 0);
    }

    #[test]
    fn a_key_twice_is_found_however_it_is_escaped() {
        let repeated = Positions::new(TEXT).repeated();
        assert_eq!(repeated.iter().map(|found| found.place.as_str()).collect::<Vec<_>>(), ["/后/a"]);
        assert_eq!(repeated.iter().map(|found| rest(found.offset)).collect::<Vec<_>>(), [r#""a":"#]);
        assert!(Positions::new(r#"[{"a": 1}, {"a": 1}]"#).repeated().is_empty());
    }
}
