//! A plate as bytes and back: fields one after the other, numbers in as few bytes as they need, no names.
//!
//! Written out by hand, not derived: what serde makes of these types is a fifth of the published module, most of it for
//! leaving half-read structs behind. Here reading goes on to the end and then says whether the bytes were sound.

use std::sync::Arc;

use super::{Caption, FactLine, FigureSpec, Plate};
use crate::glyph::Glyph;
use crate::scene::Ink;
use crate::story::date::Date;
use crate::story::drawing::*;
use crate::story::{Locale, Qualifier, Scope, Text};

/// A type with a place in the bytes of a plate.
pub(super) trait Packed {
    /// Writes it behind what is there.
    fn pack(&self, bytes: &mut Vec<u8>);
    /// Reads it; bytes that are none of its own become something empty.
    fn unpack(bytes: &mut Bytes<'_>) -> Self;
}

/// Bytes that are being read.
pub(super) struct Bytes<'a> {
    pub(super) rest: &'a [u8],
    /// Whether all that was read so far was there and had a meaning.
    pub(super) sound: bool,
}

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> &'a [u8] {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else { return self.unsound() };
        self.rest = rest;
        taken
    }

    fn unsound(&mut self) -> &'a [u8] {
        self.sound = false;
        self.rest = &[];
        self.rest
    }

    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "seven bits at a time")]
fn pack_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn pack_length(length: usize, bytes: &mut Vec<u8>) {
    pack_number(u32::try_from(length).unwrap_or(u32::MAX), bytes);
}

impl Packed for u8 {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self);
    }
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte()
    }
}

impl Packed for bool {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte() != 0
    }
}

impl Packed for i32 {
    fn pack(&self, bytes: &mut Vec<u8>) {
        pack_number(self.cast_unsigned(), bytes);
    }
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        bytes.number().cast_signed()
    }
}

impl Packed for f64 {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.to_le_bytes());
    }
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        bytes.take(8).first_chunk().map_or(0.0, |chunk| Self::from_le_bytes(*chunk))
    }
}

impl Packed for String {
    fn pack(&self, bytes: &mut Vec<u8>) {
        pack_length(self.len(), bytes);
        bytes.extend_from_slice(self.as_bytes());
    }
    #[inline(never)]
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        let length = bytes.number() as usize;
        match str::from_utf8(bytes.take(length)) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                bytes.unsound();
                Self::new()
            }
        }
    }
}

impl Packed for Caption {
    fn pack(&self, _: &mut Vec<u8>) {}
    fn unpack(_: &mut Bytes<'_>) -> Self {
        Self::default()
    }
}

/// Its place in the list of glyphs.
impl Packed for Glyph {
    fn pack(&self, bytes: &mut Vec<u8>) {
        let place = Self::ALL.iter().position(|glyph| glyph == self).unwrap_or_default();
        pack_length(place, bytes);
    }
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        let glyph = Self::ALL.get(bytes.number() as usize);
        bytes.sound &= glyph.is_some();
        glyph.copied().unwrap_or(Self::Truck)
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(self.is_some()));
        self.iter().for_each(|value| value.pack(bytes));
    }
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        bool::unpack(bytes).then(|| T::unpack(bytes))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        pack_length(self.len(), bytes);
        self.iter().for_each(|value| value.pack(bytes));
    }
    #[inline(never)]
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        let mut values = Self::new();
        for _ in 0..bytes.number() {
            if !bytes.sound {
                break;
            }
            values.push(T::unpack(bytes));
        }
        values
    }
}

impl<T: Packed> Packed for Arc<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.as_ref().pack(bytes);
    }
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        Self::new(T::unpack(bytes))
    }
}

/// Types whose parts follow each other.
macro_rules! packed_structs {
    ($($name:ident { $($field:ident)* })*) => { $(
        impl Packed for $name {
            fn pack(&self, bytes: &mut Vec<u8>) {
                $(self.$field.pack(bytes);)*
            }
            fn unpack(bytes: &mut Bytes<'_>) -> Self {
                $(let $field = Packed::unpack(bytes);)*
                Self { $($field),* }
            }
        }
    )* };
}

/// Types that are one of some names, each with a byte.
macro_rules! packed_names {
    ($($name:ident { $first:ident $($other:ident = $byte:literal)* })*) => { $(
        impl Packed for $name {
            fn pack(&self, bytes: &mut Vec<u8>) {
                bytes.push(match self {
                    Self::$first => 0,
                    $(Self::$other => $byte,)*
                });
            }
            fn unpack(bytes: &mut Bytes<'_>) -> Self {
                match bytes.byte() {
                    $($byte => Self::$other,)*
                    other => {
                        bytes.sound &= other == 0;
                        Self::$first
                    }
                }
            }
        }
    )* };
}

packed_names! {
    Locale { Zh En = 1 }
    Qualifier { Exact About = 1 Over = 2 Within = 3 }
    Ink {
        Text Muted = 1 Rule = 2 Ground = 3 OnMark = 4 Pale = 5 Before = 6 Hue1 = 7 Hue2 = 8 Hue3 = 9 Hue4 = 10 Hue5 = 11
        Hue6 = 12 Hue7 = 13 Hue8 = 14
    }
    Scope { World Nation = 1 City = 2 }
}

packed_structs! {
    Plate { locale facts figures }
    FactLine {
        id label short number written tally period value date qualifier scope derived
    }
    FigureSpec { id caption hue drawing }
    Date { year month day }
    Text { zh en }
    Tiles { tiles }
    Tile { fact figure }
    Dots { groups }
    Flow { steps }
    Outline { branches }
    Branch { fact items }
    Funnel { steps shares }
    Bars { panels }
    Rings { rings beside }
    Week { before now multiple counted }
    Share { parts total }
    Part { fact share }
    Pairs { pairs }
    Pair { before after growth }
    Pictogram { rows }
    PictogramRow { fact each glyph said }
    Ladder { firsts }
    Timeline { events }
}

/// A drawing is its kind's byte and its spec.
macro_rules! packed_drawing {
    ($($kind:ident = $byte:literal)*) => {
        impl Packed for Drawing {
            fn pack(&self, bytes: &mut Vec<u8>) {
                match self {
                    $(Self::$kind(spec) => {
                        bytes.push($byte);
                        spec.pack(bytes);
                    })*
                }
            }
            fn unpack(bytes: &mut Bytes<'_>) -> Self {
                match bytes.byte() {
                    $($byte => Self::$kind(Packed::unpack(bytes)),)*
                    _ => {
                        bytes.unsound();
                        Self::Dots(Dots { groups: Vec::new() })
                    }
                }
            }
        }
    };
}

packed_drawing! {
    Tiles = 0 Dots = 1 Flow = 2 Outline = 3 Funnel = 4 Bars = 5 Rings = 6 Week = 7 Share = 8 Pairs = 9 Pictogram = 10
    Ladder = 11 Timeline = 12
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_as_many_bytes_as_they_need() {
        for (number, length) in [(0, 1), (127, 1), (128, 2), (2023, 2), (i32::MAX, 5), (-1, 5)] {
            let mut bytes = Vec::new();
            number.pack(&mut bytes);
            let mut read = Bytes { rest: &bytes, sound: true };
            assert_eq!((bytes.len(), i32::unpack(&mut read), read.rest.len()), (length, number, 0));
        }
    }

    #[test]
    fn what_is_cut_short_or_means_nothing_is_not_sound() {
        for bytes in [&[3, b'a', b'b'][..], &[1, 0xff], &[], &[0x80, 0x80]] {
            let mut read = Bytes { rest: bytes, sound: true };
            assert_eq!((String::unpack(&mut read), read.sound), (String::new(), false), "{bytes:?}");
        }
        let mut read = Bytes { rest: &[9], sound: true };
        assert_eq!((Scope::unpack(&mut read), read.sound), (Scope::World, false));
        let mut read = Bytes { rest: &[0xff, 0xff, 0xff, 0xff, 0x0f], sound: true };
        assert!(Vec::<String>::unpack(&mut read).len() < 2 && !read.sound);
    }
}
