//! `story theme`: the stylesheet of the palettes. `www/theme.css` is what it prints.

use infographic::paint::svg::class_rules;
use infographic::paint::theme::{DARK, LIGHT, NIGHT, Palette};
use infographic::scene::Ink;

/// The inks of texts and grounds in forced colours; all hues are that of text.
const FORCED: &str = "\
--text: CanvasText;
--muted: CanvasText;
--rule: GrayText;
--tint: Canvas;
--ground: Canvas;
--on-mark: Canvas;
--pale: GrayText;
--before: LinkText;
";

/// The stylesheet: custom properties for each theme and for the night ground, for forced colours and for more contrast, and the still drawings' classes.
pub(crate) fn stylesheet() -> String {
    let scheme = |name: &str, palette: &Palette| format!("color-scheme: {name};\n{}", palette.custom_properties());
    let (light, dark) = (scheme("light", &LIGHT), scheme("dark", &DARK));
    let (night, paper) = (scheme("dark", &NIGHT), scheme("light", &Palette::paper()));
    let hues = || Ink::ALL.into_iter().filter(|ink| ink.is_hue()).map(Ink::name);
    let forced: String = hues().map(|name| format!("--{name}: CanvasText;\n")).collect();
    let chapters: Vec<String> =
        hues().map(|name| rule(&format!(".{name}"), &format!("--hue: var(--{name});\n"))).collect();
    [
        "/* Written by `cargo run --features cli --bin story -- theme > www/theme.css`; the colours are in src/paint/theme.rs. */\n",
        &rule(":root", &light),
        &rule(":root[data-theme='dark']", &dark),
        &rule("@media (prefers-color-scheme: dark)", &rule(":root:not([data-theme='light'])", &dark)),
        "/* What opens the page stands on night blue in both themes, and on paper as everything does. */",
        &rule("@media screen", &rule(".night", &night)),
        &rule("@media (prefers-contrast: more)", &rule(":root,\n.night", "--muted: var(--text);\n--rule: var(--pale);\n")),
        &rule("@media (forced-colors: active)", &rule(":root:root,\n:root .night", &[FORCED, &forced].concat())),
        "/* Paper is white, whatever the screen shows. */",
        &rule("@media print", &rule(":root:root", &paper)),
        &chapters.concat(),
        &class_rules(),
    ]
    .join("\n")
}

/// What stands in the braces of a selector or a condition, a line each.
fn rule(head: &str, lines: &str) -> String {
    let lines: String = lines.lines().map(|line| format!("  {line}\n")).collect();
    format!("{head} {{\n{lines}}}\n")
}
