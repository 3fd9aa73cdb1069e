//! Which colour each ink is. The only place that holds colours: the page's stylesheet is written from here.

use plotters::style::RGBColor;

use crate::scene::Ink;

/// A colour for every ink.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    colors: [RGBColor; Ink::ALL.len()],
    /// Whether bars of different categories also differ by texture, for readers who do not tell their colours apart.
    pub textured: bool,
}

/// Dark on white.
pub const LIGHT: Palette = Palette::new([
    RGBColor(0x1c, 0x1f, 0x23), // Text
    RGBColor(0x5a, 0x62, 0x6a), // Muted
    RGBColor(0xd9, 0xdd, 0xe1), // Rule
    RGBColor(0xff, 0xff, 0xff), // Ground
    RGBColor(0xff, 0xff, 0xff), // OnMark
    RGBColor(0x86, 0x92, 0x9c), // Pale
    RGBColor(0x0b, 0x5a, 0x7c), // One
    RGBColor(0xb8, 0x5a, 0x00), // Two
    RGBColor(0x1c, 0x7a, 0x5e), // Three
    RGBColor(0x6b, 0x3f, 0x8f), // Four
]);

/// Light on near-black.
pub const DARK: Palette = Palette::new([
    RGBColor(0xec, 0xe9, 0xe4), // Text
    RGBColor(0xa8, 0xb0, 0xb8), // Muted
    RGBColor(0x36, 0x3d, 0x45), // Rule
    RGBColor(0x14, 0x18, 0x1c), // Ground
    RGBColor(0x10, 0x14, 0x18), // OnMark
    RGBColor(0x74, 0x80, 0x8b), // Pale
    RGBColor(0x5d, 0xb4, 0xd6), // One
    RGBColor(0xf0, 0x9a, 0x4a), // Two
    RGBColor(0x6f, 0xd3, 0xa8), // Three
    RGBColor(0xc0, 0x9a, 0xe2), // Four
]);

impl Ink {
    /// The ink's name in class names and custom properties.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Muted => "muted",
            Self::Rule => "rule",
            Self::Ground => "ground",
            Self::OnMark => "on-mark",
            Self::Pale => "pale",
            Self::One => "one",
            Self::Two => "two",
            Self::Three => "three",
            Self::Four => "four",
        }
    }
}

impl Palette {
    /// A palette from a colour for each ink of [`Ink::ALL`], in that order; without textures.
    pub const fn new(colors: [RGBColor; Ink::ALL.len()]) -> Self {
        Self { colors, textured: false }
    }

    /// The colour of an ink.
    pub fn get(&self, ink: Ink) -> RGBColor {
        let [text, muted, rule, ground, on_mark, pale, one, two, three, four] = self.colors;
        match ink {
            Ink::Text => text,
            Ink::Muted => muted,
            Ink::Rule => rule,
            Ink::Ground => ground,
            Ink::OnMark => on_mark,
            Ink::Pale => pale,
            Ink::One => one,
            Ink::Two => two,
            Ink::Three => three,
            Ink::Four => four,
        }
    }

    /// A palette in which each ink's colour is its own number, so that a backend can tell inks apart again.
    #[expect(clippy::cast_possible_truncation, reason = "there are ten inks")]
    pub fn of_inks() -> Self {
        let mut colors = [RGBColor(0, 0, 0); Ink::ALL.len()];
        for (index, color) in colors.iter_mut().enumerate() {
            color.2 = index as u8;
        }
        Self::new(colors)
    }

    /// The palette as custom properties, one a line: `--one: #0b5a7c;`.
    pub fn custom_properties(&self, indent: &str) -> String {
        let line = |ink: Ink| [indent, "--", ink.name(), ": ", &hex(self.get(ink)), ";\n"].concat();
        Ink::ALL.into_iter().map(line).collect()
    }
}

/// A colour as CSS writes it: `#0b5a7c`.
pub fn hex(RGBColor(red, green, blue): RGBColor) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    let mut text = String::from('#');
    for part in [red, green, blue] {
        text.push(digit(part >> 4));
        text.push(digit(part & 15));
    }
    text
}
