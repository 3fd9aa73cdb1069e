//! Where each value of a JSON text stands: from a byte to the pointer of what stands there, and from a byte to line and column.
//!
//! In: a text that a JSON parser has read, to its end or to a value of the wrong type; of other texts the places are merely useless. No
//! recursion, so no text is too deep.

/// What serde says, without the place, which is told apart.
pub(super) fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split_once(" at line ").map_or(text.as_str(), |(reason, _)| reason).to_owned()
}

/// A key as a segment of a JSON pointer.
pub(super) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// A value.
#[derive(Debug)]
pub(super) struct Node {
    /// Its first byte.
    pub(super) start: usize,
    /// The closing bracket of a list or an object, once it is found.
    end: Option<usize>,
    /// The first byte of its key, if it is an object's member.
    pub(super) key: Option<usize>,
    pub(super) parent: Option<usize>,
    /// What it is called in its parent: a key, or an index.
    pub(super) name: String,
    /// How many values it has, if it is a list.
    items: Option<usize>,
}

/// The values of a JSON text in their order, the first being the whole.
pub(super) fn nodes(text: &str) -> Vec<Node> {
    let bytes = text.as_bytes();
    let mut nodes: Vec<Node> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut key: Option<(usize, String)> = None;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        at = match byte {
            b'"' => string_end(bytes, at),
            b'{' | b'[' | b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => at + 1,
            _ => at + bytes.iter().skip(at).take_while(|byte| !b",]} \t\r\n".contains(byte)).count(),
        };
        let parent = open.last().copied();
        match byte {
            b'}' | b']' => {
                if let Some(node) = open.pop().and_then(|node| nodes.get_mut(node)) {
                    node.end = Some(start);
                }
            }
            b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => {}
            b'"' if key.is_none()
                && parent.and_then(|node| nodes.get(node)).is_some_and(|node| node.items.is_none()) =>
            {
                let name = text.get(start..at).and_then(|quoted| serde_json::from_str(quoted).ok());
                key = Some((start, name.unwrap_or_default()));
            }
            _ => {
                let mut item = || {
                    let items = nodes.get_mut(parent?)?.items.as_mut()?;
                    *items += 1;
                    Some((*items - 1).to_string())
                };
                let (key, name) = key.take().map_or_else(|| (None, item()), |(at, name)| (Some(at), Some(name)));
                if matches!(byte, b'{' | b'[') {
                    open.push(nodes.len());
                }
                let items = (byte == b'[').then_some(0);
                nodes.push(Node { start, end: None, key, parent, name: name.unwrap_or_default(), items });
            }
        }
    }
    nodes
}

/// The byte after the closing quote of the string that begins at a byte.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The JSON pointer of a value.
pub(super) fn pointer(nodes: &[Node], node: &Node) -> String {
    let mut names: Vec<String> = around(nodes, node).map(|node| escape(&node.name)).collect();
    // The whole has no name; its empty one makes the pointer begin with a slash.
    names.reverse();
    names.join("/")
}

/// The JSON pointer of what stands at a byte: of a value or its key there, or of what is closed there.
pub(super) fn pointer_at(nodes: &[Node], offset: usize) -> String {
    let begun = nodes.partition_point(|node| node.key.unwrap_or(node.start) <= offset);
    let Some(last) = begun.checked_sub(1).and_then(|last| nodes.get(last)) else { return String::new() };
    let closed = around(nodes, last).filter(|node| node.end.is_some_and(|end| end <= offset)).last();
    // Behind a closing bracket, what it closes still stands there.
    pointer(nodes, closed.unwrap_or(last))
}

/// A value and those that it stands in, the innermost first.
fn around<'a>(nodes: &'a [Node], node: &'a Node) -> impl Iterator<Item = &'a Node> {
    std::iter::successors(Some(node), |node| node.parent.and_then(|parent| nodes.get(parent)))
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

    /// The byte that serde_json means by the line and the column of an error, the latter in bytes and 0 for the end of the line before.
    pub(super) fn offset(&self, error: &serde_json::Error) -> usize {
        self.byte(error.line(), error.column())
    }

    fn byte(&self, line: usize, column: usize) -> usize {
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

    #[test]
    fn each_byte_belongs_to_a_place() {
        let text = r#"{ "a": [1, { "b/c": "x,]" }], "d~": {} }"#;
        let nodes = nodes(text);
        for (what, place) in [
            ("[1", "/a"),
            ("1,", "/a/0"),
            ("{ \"b", "/a/1"),
            ("c\":", "/a/1/b~1c"),
            (",]\"", "/a/1/b~1c"),
            ("}]", "/a/1"),
            ("], ", "/a"),
            ("{} }", "/d~0"),
        ] {
            assert_eq!(pointer_at(&nodes, text.find(what).expect("it is in the text")), place, "{what}");
        }
        assert_eq!(pointer_at(&nodes, text.len() - 1), "");
        assert_eq!(pointer_at(&super::nodes("{ \"a"), 99), "");
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let lines = Lines::new("ab\n后面x\n");
        assert_eq!(lines.position(0), (1, 1));
        assert_eq!(lines.position(9), (2, 3));
        assert_eq!(lines.position(11), (3, 1));
        assert_eq!(lines.position(99), (3, 1));
        assert_eq!(lines.byte(2, 7), 9);
        assert_eq!(lines.byte(2, 5), 6, "inside a character is at it");
        assert_eq!(lines.byte(9, 9), 11, "behind the end is at it");
    }

    #[test]
    fn no_text_is_too_deep_or_too_broken() {
        for broken in
            ["[".repeat(100_000), "{\"a\":".repeat(100_000), "]}]}\"\\".to_owned(), "\"".to_owned(), String::new()]
        {
            pointer_at(&nodes(&broken), 50);
        }
    }
}
