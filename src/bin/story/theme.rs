//! `story theme`: the stylesheet of the palettes. `www/theme.css` is what it prints.

use infographic::paint::svg::class_rules;
use infographic::paint::theme::{DARK, LIGHT, NIGHT, Palette};
use infographic::scene::Ink;

/// The stylesheet: custom properties for each theme and for the night ground, for forced colours and for more contrast, and the still drawings' classes.
pub(crate) fn stylesheet() -> String {
    let (light, dark, dark_inside, night, paper) = (
        LIGHT.custom_properties("  "),
        DARK.custom_properties("  "),
        DARK.custom_properties("    "),
        NIGHT.custom_properties("    "),
        Palette::paper().custom_properties("    "),
    );
    let hues = Ink::ALL.into_iter().filter(|ink| ink.is_hue());
    let forced: String = hues.clone().map(|ink| format!("    --{}: CanvasText;\n", ink.name())).collect();
    let chapters: String =
        hues.map(|ink| format!(".{name} {{\n  --hue: var(--{name});\n}}\n", name = ink.name())).collect();
    format!(
        "\
/* Written by `cargo run --features cli --bin story -- theme > www/theme.css`; the colours are in src/paint/theme.rs. */

:root {{
  color-scheme: light;
{light}}}

:root[data-theme='dark'] {{
  color-scheme: dark;
{dark}}}

@media (prefers-color-scheme: dark) {{
  :root:not([data-theme='light']) {{
    color-scheme: dark;
{dark_inside}  }}
}}

/* What opens the page stands on night blue in both themes, and on paper as everything does. */
@media screen {{
  .night {{
    color-scheme: dark;
{night}  }}
}}

@media (prefers-contrast: more) {{
  :root,
  .night {{
    --muted: var(--text);
    --rule: var(--pale);
  }}
}}

@media (forced-colors: active) {{
  :root:root,
  :root .night {{
    --text: CanvasText;
    --muted: CanvasText;
    --rule: GrayText;
    --tint: Canvas;
    --ground: Canvas;
    --on-mark: Canvas;
    --pale: GrayText;
    --before: LinkText;
{forced}  }}
}}

/* Paper is white, whatever the screen shows. */
@media print {{
  :root:root {{
    color-scheme: light;
{paper}  }}
}}

{chapters}
{}",
        class_rules()
    )
}
