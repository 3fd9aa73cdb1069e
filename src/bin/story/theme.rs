//! `story theme`: the stylesheet of the palettes. `www/theme.css` is what it prints.

use infographic::paint::svg::class_rules;
use infographic::paint::theme::{DARK, LIGHT};

/// The stylesheet: custom properties for each theme, for forced colours and for more contrast, and the still drawings' classes.
pub(crate) fn stylesheet() -> String {
    let (light, dark, dark_inside) =
        (LIGHT.custom_properties("  "), DARK.custom_properties("  "), DARK.custom_properties("    "));
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

@media (prefers-contrast: more) {{
  :root {{
    --muted: var(--text);
    --rule: var(--pale);
  }}
}}

@media (forced-colors: active) {{
  :root:root {{
    --text: CanvasText;
    --muted: CanvasText;
    --rule: GrayText;
    --ground: Canvas;
    --on-mark: Canvas;
    --pale: GrayText;
    --one: CanvasText;
    --two: LinkText;
    --three: Highlight;
    --four: CanvasText;
  }}
}}

{}",
        class_rules()
    )
}
