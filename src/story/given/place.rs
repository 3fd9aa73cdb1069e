//! From a byte of a JSON text to the place that it belongs to. Found only where a story cannot be read: a reader that
//! follows the place of every value weighs more, and most stories have nothing wrong.

use crate::story::json::{escape, string_end};

/// A list or an object that is open at the byte, and what its latest value is called.
enum Open {
    List(usize),
    Object(Option<String>),
}

/// The JSON pointer of what stands at a byte: of a value there, of a member whose name ends there, or of what is closed there.
pub(super) fn pointer_at(text: &str, offset: usize) -> String {
    let bytes = text.as_bytes();
    let closes = matches!(bytes.get(offset), Some(b'}' | b']'));
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at).filter(|_| at < offset) {
        match byte {
            b'{' => open.push(Open::Object(None)),
            b'[' => open.push(Open::List(0)),
            b'}' | b']' => drop(open.pop()),
            b',' => match open.last_mut() {
                Some(Open::List(index)) => *index += 1,
                Some(Open::Object(name)) => *name = None,
                None => {}
            },
            b'"' => {
                let end = string_end(bytes, at);
                if let Some(Open::Object(name @ None)) = open.last_mut() {
                    *name = text.get(at..end).and_then(|quoted| serde_json::from_str(quoted).ok());
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    if closes {
        open.pop();
    }
    let names = open.into_iter().map_while(|open| match open {
        Open::List(index) => Some(index.to_string()),
        Open::Object(name) => name,
    });
    names.map(|name| ["/", &escape(&name)].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_belongs_to_a_place() {
        let text = r#"{ "a": [1, { "b/c": "x,]" }], "d~": {} }"#;
        let at = |what: &str| pointer_at(text, text.find(what).expect("it is in the text"));
        assert_eq!(at("[1"), "/a");
        assert_eq!(at("1,"), "/a/0");
        assert_eq!(at("{ \"b"), "/a/1");
        assert_eq!(at("c\":"), "/a/1/b~1c");
        assert_eq!(at(",]\""), "/a/1/b~1c");
        assert_eq!(at("}]"), "/a/1");
        assert_eq!(at("], "), "/a");
        assert_eq!(at("{} }"), "/d~0");
        assert_eq!(pointer_at(text, text.len() - 1), "");
        assert_eq!(pointer_at("{ \"a", 99), "");
    }
}
