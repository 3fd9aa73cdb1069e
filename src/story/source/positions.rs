//! Where each value of a JSON text stands: from a JSON pointer to a byte, and from a byte to line and column.
//!
//! In: a text that a JSON parser has accepted; of other texts the positions is merely useless. No recursion, so no text is
//! too deep.

use std::collections::HashMap;

use super::Found;
use crate::story::json::{escape, string_end};

/// The values of a JSON text and where they begin.
#[derive(Debug)]
pub(super) struct Positions {
    /// In the order of the text; the first is the whole.
    nodes: Vec<Node>,
    /// The members whose key their object has had before.
    repeated: Vec<usize>,
}

#[derive(Debug)]
struct Node {
    /// The first byte of the value.
    start: usize,
    /// The first byte of its key, if it is an object's member.
    key: Option<usize>,
    parent: Option<usize>,
    /// What it is called in its parent: a key, or an index.
    name: String,
    children: Children,
}

#[derive(Debug)]
enum Children {
    None,
    Items(Vec<usize>),
    Members(HashMap<String, usize>),
}

impl Positions {
    /// Scans a JSON text.
    pub(super) fn new(text: &str) -> Self {
        let mut positions = Self { nodes: Vec::new(), repeated: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        let mut key: Option<(usize, String)> = None;
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let parent = open.last().copied();
            match byte {
                b'{' => open.push(positions.add(parent, at, key.take(), Children::Members(HashMap::new()))),
                b'[' => open.push(positions.add(parent, at, key.take(), Children::Items(Vec::new()))),
                b'}' | b']' => {
                    open.pop();
                }
                b'"' => {
                    let end = string_end(bytes, at);
                    if key.is_none() && positions.is_object(parent) {
                        let name = text.get(at..end).and_then(|quoted| serde_json::from_str(quoted).ok());
                        key = Some((at, name.unwrap_or_default()));
                    } else {
                        positions.add(parent, at, key.take(), Children::None);
                    }
                    at = end;
                    continue;
                }
                b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => {}
                _ => {
                    positions.add(parent, at, key.take(), Children::None);
                    let ends = |byte: &u8| b",]} \t\r\n".contains(byte);
                    at += bytes.iter().skip(at).take_while(|byte| !ends(byte)).count();
                    continue;
                }
            }
            at += 1;
        }
        positions
    }

    fn is_object(&self, node: Option<usize>) -> bool {
        let node = node.and_then(|node| self.nodes.get(node));
        node.is_some_and(|node| matches!(node.children, Children::Members(_)))
    }

    fn add(&mut self, parent: Option<usize>, start: usize, key: Option<(usize, String)>, children: Children) -> usize {
        let index = self.nodes.len();
        let (key, mut name) = key.map_or((None, String::new()), |(at, name)| (Some(at), name));
        match parent.and_then(|parent| self.nodes.get_mut(parent)).map(|parent| &mut parent.children) {
            Some(Children::Items(items)) => {
                name = items.len().to_string();
                items.push(index);
            }
            Some(Children::Members(members)) => {
                if members.insert(name.clone(), index).is_some() {
                    self.repeated.push(index);
                }
            }
            Some(Children::None) | None => {}
        }
        self.nodes.push(Node { start, key, parent, name, children });
        index
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
        let mut node = self.nodes.first()?;
        for segment in pointer.split('/').skip(1) {
            let child = match &node.children {
                Children::None => None,
                Children::Items(items) => segment.parse().ok().and_then(|index: usize| items.get(index)),
                Children::Members(members) => members.get(&segment.replace("~1", "/").replace("~0", "~")),
            };
            let Some(child) = child.and_then(|child| self.nodes.get(*child)) else { break };
            node = child;
        }
        Some(node)
    }

    /// A problem for each key that its object has had before: parsers keep one of the values and say nothing.
    pub(super) fn repeated(&self) -> Vec<Found> {
        let nodes = self.repeated.iter().filter_map(|index| self.nodes.get(*index));
        nodes
            .take(super::MAX_PROBLEMS + 1)
            .map(|node| Found {
                offset: node.key.unwrap_or(node.start),
                place: self.pointer(node),
                message: format!("the field `{}` stands here a second time; keep one of the two", node.name),
                hint: None,
            })
            .collect()
    }

    fn pointer(&self, node: &Node) -> String {
        let parent = |node: &&Node| node.parent.and_then(|parent| self.nodes.get(parent));
        let mut names: Vec<String> = std::iter::successors(Some(node), parent).map(|node| escape(&node.name)).collect();
        // The whole has no name; its empty one makes the pointer begin with a slash.
        names.reverse();
        names.join("/")
    }
}

/// Counts lines and columns.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// The first byte of each line.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let after = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(index, _)| index + 1);
        Self { text, starts: std::iter::once(0).chain(after).collect() }
    }

    /// The line and the character in it, both from 1, of a byte.
    pub(super) fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(start..offset).map_or(0, |before| before.chars().count());
        (line, column + 1)
    }

    /// The byte that serde_json means by a line and a column, the latter in bytes and 0 for the end of the line before.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let mut offset = (start + column).saturating_sub(1).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
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

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let lines = Lines::new("ab\n后面x\n");
        assert_eq!(lines.position(0), (1, 1));
        assert_eq!(lines.position(9), (2, 3));
        assert_eq!(lines.position(11), (3, 1));
        assert_eq!(lines.position(99), (3, 1));
        assert_eq!(lines.offset(2, 7), 9);
        assert_eq!(lines.offset(2, 5), 6, "inside a character is at it");
        assert_eq!(lines.offset(9, 9), 11, "behind the end is at it");
    }

    #[test]
    fn no_text_is_too_deep_or_too_broken() {
        for broken in ["[".repeat(100_000), "{\"a\":".repeat(100_000), "]}]}\"\\".to_owned(), "\"".to_owned()] {
            Positions::new(&broken).value("/0/0/a");
        }
    }
}
