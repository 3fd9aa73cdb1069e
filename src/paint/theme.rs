//! Which colour each ink is. The only place that holds colours: the page's stylesheet is written from here.

use plotters::style::RGBColor;

use crate::scene::Ink;

/// A colour for every ink.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    colors: [RGBColor; Ink::ALL.len()],
}

/// Ink on warm paper.
pub const LIGHT: Palette = Palette::new([
    RGBColor(0x15, 0x19, 0x1d), // Text
    RGBColor(0x57, 0x5e, 0x66), // Muted
    RGBColor(0xde, 0xd8, 0xcb), // Rule
    RGBColor(0xf0, 0xea, 0xdc), // Tint
    RGBColor(0xfa, 0xf7, 0xf0), // Ground
    RGBColor(0xff, 0xff, 0xff), // OnMark
    RGBColor(0x87, 0x89, 0x8c), // Pale
    RGBColor(0xa8, 0x5e, 0x00), // Before
    RGBColor(0x26, 0x70, 0xca), // Hue1
    RGBColor(0x00, 0x69, 0x5b), // Hue2
    RGBColor(0xa5, 0x1b, 0x18), // Hue3
    RGBColor(0x11, 0x3a, 0x5c), // Hue4
    RGBColor(0x58, 0x7a, 0x3b), // Hue5
    RGBColor(0x7c, 0x3e, 0x8e), // Hue6
    RGBColor(0x69, 0x58, 0x28), // Hue7
    RGBColor(0x43, 0x49, 0x51), // Hue8
]);

/// Light on near-black.
pub const DARK: Palette = Palette::new([
    RGBColor(0xef, 0xeb, 0xe3), // Text
    RGBColor(0xa9, 0xb0, 0xb7), // Muted
    RGBColor(0x36, 0x3c, 0x43), // Rule
    RGBColor(0x20, 0x25, 0x2a), // Tint
    RGBColor(0x15, 0x18, 0x1b), // Ground
    RGBColor(0x0f, 0x12, 0x15), // OnMark
    RGBColor(0x73, 0x7d, 0x87), // Pale
    RGBColor(0xf1, 0xa8, 0x3a), // Before
    RGBColor(0x8e, 0xc1, 0xfb), // Hue1
    RGBColor(0x3c, 0xc3, 0xa7), // Hue2
    RGBColor(0xf5, 0x74, 0x5e), // Hue3
    RGBColor(0x4a, 0x90, 0xd8), // Hue4
    RGBColor(0xb0, 0xdd, 0x6e), // Hue5
    RGBColor(0xc2, 0x95, 0xe1), // Hue6
    RGBColor(0xd4, 0xbd, 0x83), // Hue7
    RGBColor(0xa7, 0xb1, 0xbd), // Hue8
]);

/// Light on night blue: the ground of what opens the page, in both themes.
pub const NIGHT: Palette = Palette::new([
    RGBColor(0xf7, 0xf5, 0xee), // Text
    RGBColor(0xa7, 0xb6, 0xc6), // Muted
    RGBColor(0x2c, 0x3d, 0x50), // Rule
    RGBColor(0x18, 0x29, 0x3b), // Tint
    RGBColor(0x10, 0x1d, 0x2c), // Ground
    RGBColor(0x0c, 0x16, 0x22), // OnMark
    RGBColor(0x6f, 0x84, 0x99), // Pale
    RGBColor(0xfe, 0xaf, 0x37), // Before
    RGBColor(0x89, 0xc0, 0xff), // Hue1
    RGBColor(0x35, 0xd2, 0xb4), // Hue2
    RGBColor(0xff, 0x6f, 0x57), // Hue3
    RGBColor(0x3f, 0x8f, 0xe0), // Hue4
    RGBColor(0xb6, 0xe2, 0x6c), // Hue5
    RGBColor(0xd3, 0x98, 0xeb), // Hue6
    RGBColor(0xd8, 0xc4, 0x8a), // Hue7
    RGBColor(0xa9, 0xb4, 0xc1), // Hue8
]);

impl Ink {
    /// The ink's name in class names and custom properties.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Muted => "muted",
            Self::Rule => "rule",
            Self::Tint => "tint",
            Self::Ground => "ground",
            Self::OnMark => "on-mark",
            Self::Pale => "pale",
            Self::Before => "before",
            Self::Hue1 => "hue-1",
            Self::Hue2 => "hue-2",
            Self::Hue3 => "hue-3",
            Self::Hue4 => "hue-4",
            Self::Hue5 => "hue-5",
            Self::Hue6 => "hue-6",
            Self::Hue7 => "hue-7",
            Self::Hue8 => "hue-8",
        }
    }
}

impl Palette {
    /// A palette from a colour for each ink of [`Ink::ALL`], in that order.
    pub const fn new(colors: [RGBColor; Ink::ALL.len()]) -> Self {
        Self { colors }
    }

    /// Ink on white paper: what is printed.
    pub fn paper() -> Self {
        let mut paper = LIGHT;
        if let Some(ground) = paper.colors.get_mut(Ink::Ground as usize) {
            *ground = RGBColor(0xff, 0xff, 0xff);
        }
        paper
    }

    /// The colour of an ink.
    pub fn get(&self, ink: Ink) -> RGBColor {
        // An ink's number is its place in `Ink::ALL`, which a test holds.
        self.colors.get(ink as usize).copied().unwrap_or(RGBColor(0, 0, 0))
    }

    /// A palette in which each ink's colour is its own number, so that a backend can tell inks apart again.
    #[expect(clippy::cast_possible_truncation, reason = "there are sixteen inks")]
    pub fn of_inks() -> Self {
        let mut colors = [RGBColor(0, 0, 0); Ink::ALL.len()];
        for (index, color) in colors.iter_mut().enumerate() {
            color.2 = index as u8;
        }
        Self::new(colors)
    }

    /// The palette as custom properties, one a line: `--one: #0b5a7c;`.
    pub fn custom_properties(&self) -> String {
        let line = |ink: Ink| ["--", ink.name(), ": ", &hex(self.get(ink)), ";\n"].concat();
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
