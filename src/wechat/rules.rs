//! The one table of the elements, attributes and values that survive the editor's server, each with the source of that knowledge.
//!
//! - *probe*: a public probe of 31 drafts, sent to the editor and read back (June 2026).
//! - *list*: the trade's list of what may be animated (2016), also in the norm T/CASME 1609—2024.
//! - *toolbar*: what the editor's own toolbar writes.
//! - *practice*: what interactive articles in print use.
//!
//! Anything else is refused, whether or not it might survive. Add a line with its source, once somebody has seen it live.

use roxmltree::{Document, Node};

use super::drawing::WIDTH;
use crate::paint::svg::FONTS;

/// Elements and the attributes that they may carry.
const ELEMENTS: &[(&str, &[&str])] = &[
    // Texts. Toolbar: a title, two headings and paragraphs; section is what it puts around them.
    ("section", &[]),
    ("h2", &["style"]),
    ("h3", &["style"]),
    ("p", &["style"]),
    ("strong", &[]),
    // Probe: inline, with a namespace, a view box and a style that makes it as wide as the column.
    ("svg", &["viewBox", "style", "font-family"]),
    // Not probed: where it is lost, the heading beside the drawing says the same.
    ("title", &[]),
    // Probe: shapes and groups with presentation attributes.
    ("g", &["opacity", "pointer-events"]),
    ("path", &["d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-dasharray", "opacity"]),
    ("rect", &["x", "y", "width", "height", "rx", "fill", "stroke", "stroke-width", "opacity"]),
    ("circle", &["cx", "cy", "r", "fill", "stroke", "stroke-width", "opacity"]),
    ("text", &["x", "y", "font-size", "font-weight", "fill", "opacity"]),
    // Probe and list.
    ("animate", &["attributeName", "begin", "dur", "values"]),
];

/// The elements that stand in a drawing, and so in SVG's namespace: those from here on.
const FIRST_OF_SVG: &str = "svg";

/// Attributes that have the same values, and these.
const ATTRIBUTES: &[(&[&str], Form)] = &[
    // Toolbar: these declarations; probe: those of a drawing. A height in per cent is lost (practice).
    (&["style"], Form::Style("margin|padding|font-size|line-height|font-weight|border-top|display|width")),
    // Probe: no name of a font that has to be fetched.
    (&["font-family"], Form::Exactly(FONTS)),
    (&["viewBox", "stroke-dasharray"], Form::Numbers),
    (&["x", "y", "width", "height", "rx", "cx", "cy", "r", "stroke-width", "opacity", "font-size"], Form::Number),
    (&["d"], Form::Path),
    // Probe: a reference (`url(#…)`) stays and points nowhere, so there are colours only.
    (&["fill", "stroke"], Form::Colour),
    (&["stroke-linecap"], Form::Exactly("round")),
    (&["pointer-events"], Form::Exactly("none")),
    (&["font-weight"], Form::Exactly("700")),
    // List: it has more (x, y, width, height, d, points, cx, cy, r, strokes, fill), of which no fragment makes use.
    (&["attributeName"], Form::Exactly("opacity")),
    // Probe: of the element itself. `other.click` is a reference.
    (&["begin"], Form::Exactly("click")),
    (&["dur"], Form::Seconds),
    // Practice: without a semicolon at the end.
    (&["values"], Form::Steps),
];

/// The values that an attribute may have.
#[derive(Clone, Copy)]
enum Form {
    Number,
    /// With spaces between them.
    Numbers,
    Seconds,
    /// `#` and six digits, or none of a colour.
    Colour,
    /// Commands and numbers.
    Path,
    /// Numbers with semicolons between them.
    Steps,
    Exactly(&'static str),
    /// Declarations of these properties, with `|` between them.
    Style(&'static str),
}

impl Form {
    fn allows(self, value: &str) -> bool {
        match self {
            Self::Number => is_number(value),
            Self::Numbers => value.split(' ').all(is_number),
            Self::Seconds => value.strip_suffix('s').is_some_and(is_number),
            Self::Colour => {
                let digits = value
                    .strip_prefix('#')
                    .is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()));
                digits || ["none", "transparent"].contains(&value)
            }
            Self::Path => value.bytes().all(|byte| b"mMlhvz.- 0123456789".contains(&byte)),
            Self::Steps => value.split(';').all(is_number),
            Self::Exactly(only) => value == only,
            Self::Style(properties) => value.split(';').all(|declaration| {
                let (property, value) = declaration.split_once(':').unwrap_or_default();
                let plain = |character: char| character.is_ascii_alphanumeric() || " #.%".contains(character);
                let percent = value.contains('%') && property != "width";
                properties.split('|').any(|known| known == property) && value.chars().all(plain) && !percent
            }),
        }
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| b"-.0123456789".contains(&byte)) && text.parse::<f64>().is_ok()
}

/// Why a fragment would not survive whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    /// It cannot be read: an element without an end, an entity, a character that no text has.
    #[error("it is not well-formed: {0}")]
    Malformed(String),
    /// It breaks a line, of which some editors make a paragraph.
    #[error("it has a line break")]
    LineBreak,
    /// A comment or an instruction, an element, or an element in another namespace.
    #[error("{0} is not kept")]
    Element(String),
    /// An attribute, or what it says.
    #[error("<{element} {name}=\"{value}\"> is not kept")]
    Attribute {
        /// The element.
        element: String,
        /// The attribute.
        name: String,
        /// Its value.
        value: String,
    },
    /// A drawing that is not `WIDTH` wide, or that has no ground of its own, which a dark page needs.
    #[error("a drawing has no ground of its own, or is not {WIDTH} px wide")]
    Ground,
}

/// Whether all of a fragment survives.
///
/// # Errors
/// The first thing in it that would not.
pub fn check(fragment: &str) -> Result<(), Breach> {
    let document = Document::parse(fragment).map_err(|error| Breach::Malformed(error.to_string()))?;
    if fragment.contains(['\n', '\r']) {
        return Err(Breach::LineBreak);
    }
    document.root().descendants().skip(1).try_for_each(check_node)
}

fn check_node(node: Node<'_, '_>) -> Result<(), Breach> {
    if node.is_text() {
        return Ok(());
    }
    let name = node.tag_name().name();
    let lost =
        || Breach::Element(if node.is_element() { name.to_owned() } else { "a comment or an instruction".to_owned() });
    let (place, (_, attributes)) =
        ELEMENTS.iter().enumerate().find(|(_, (element, _))| node.is_element() && *element == name).ok_or_else(lost)?;
    let drawn = ELEMENTS.iter().position(|(element, _)| *element == FIRST_OF_SVG).is_some_and(|first| place >= first);
    if node.tag_name().namespace() != drawn.then_some("http://www.w3.org/2000/svg") {
        return Err(lost());
    }
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        let form = ATTRIBUTES.iter().find(|(known, _)| known.contains(&name) && attributes.contains(&name));
        if attribute.namespace().is_some() || !form.is_some_and(|(_, form)| form.allows(value)) {
            let element = node.tag_name().name().to_owned();
            return Err(Breach::Attribute { element, name: name.to_owned(), value: value.to_owned() });
        }
    }
    if name == FIRST_OF_SVG && !has_ground(node) { Err(Breach::Ground) } else { Ok(()) }
}

/// Whether the first thing that a drawing paints covers all of it.
fn has_ground(svg: Node<'_, '_>) -> bool {
    let mut painted = svg.children().filter(|child| child.tag_name().name() != "title");
    let Some(ground) = painted.next().filter(|first| first.tag_name().name() == "rect") else { return false };
    let side = |name| ground.attribute(name).unwrap_or_default();
    let covered = format!("0 0 {} {}", side("width"), side("height"));
    let opaque = ground.attribute("fill").is_some_and(|fill| fill.starts_with('#')) && !ground.has_attribute("opacity");
    opaque && svg.attribute("viewBox") == Some(&covered) && side("width").parse() == Ok(WIDTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUND: &str = "<rect x=\"0\" y=\"0\" width=\"375\" height=\"9\" fill=\"#ffffff\"/>";

    fn drawing(content: &str) -> String {
        [
            "<section><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 375 9\">",
            GROUND,
            content,
            "</svg></section>",
        ]
        .concat()
    }

    #[test]
    fn what_survives_passes() {
        let tap =
            "<g opacity=\"0\"><animate attributeName=\"opacity\" begin=\"click\" dur=\"5s\" values=\"1;1;0\"/></g>";
        assert_eq!(check(&drawing(tap)), Ok(()));
        assert_eq!(check("<p style=\"margin:0 0 12px;font-size:16px\">&lt;b onclick=\"1\"&gt;</p>"), Ok(()));
    }

    #[test]
    fn each_thing_that_is_lost_is_refused() {
        let lost = [
            "<!-- said -->",
            "<?php echo ?>",
            "<style>p { color: red }</style>",
            "<script>alert(1)</script>",
            "<defs><path d=\"m0 0\"/></defs>",
            "<use href=\"#a\"/>",
            "<g id=\"a\"/>",
            "<g class=\"a\"/>",
            "<g onclick=\"a()\"/>",
            "<g xmlns:x=\"urn:x\" x:opacity=\"1\"/>",
            "<p xmlns=\"\" style=\"position:absolute\"/>",
            "<p xmlns=\"\" style=\"margin:0;\"/>",
            "<p xmlns=\"\" style=\"margin:url(a)\"/>",
            "<p xmlns=\"\" style=\"padding:9%\"/>",
            "<path fill=\"url(#a)\" d=\"m0 0\"/>",
            "<path fill=\"#fff\" d=\"m0 0\"/>",
            "<path d=\"m0 0\nh9\"/>",
            "<rect width=\"50%\"/>",
            "<text font-size=\"1em\"/>",
            "<animate attributeName=\"visibility\"/>",
            "<animate begin=\"other.click\"/>",
            "<animate values=\"1;0;\"/>",
            "<animate dur=\"indefinite\"/>",
            "<svg viewBox=\"0 0 375 9\"/>",
            "<p/>",
            "<path d=\"m0 0\">",
        ];
        for lost in lost {
            assert!(check(&drawing(lost)).is_err(), "{lost}");
        }
    }

    #[test]
    fn a_drawing_needs_a_ground_that_covers_it() {
        for (there, instead) in [("#ffffff", "none"), ("height=\"9\"", "height=\"8\""), ("375", "390"), (GROUND, "")] {
            let broken = drawing("").replace(there, instead);
            assert_eq!(check(&broken), Err(Breach::Ground), "{broken}");
        }
    }
}
