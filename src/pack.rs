//! Values as bytes and back: fields one after the other, numbers in as few bytes as they need, no names.
//!
//! [`packed`] defines a type and its packing from one list, so that neither lacks what the other has. It is our own and
//! not serde's: what serde makes of these types is a fifth of the published module, most of it for leaving half-read
//! structs behind. Here reading goes on to the end and then says whether the bytes were sound.

use std::sync::Arc;

/// A type with a place in the bytes of a plate.
pub(crate) trait Packed {
    /// Writes it behind what is there.
    fn pack(&self, bytes: &mut Vec<u8>);
    /// Reads it; bytes that have no meaning for it become an empty value.
    fn unpack(bytes: &mut Bytes<'_>) -> Self;
}

/// Bytes that are being read.
pub(crate) struct Bytes<'a> {
    pub(crate) rest: &'a [u8],
    /// Whether every value so far was complete and sound.
    pub(crate) sound: bool,
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

    pub(crate) fn byte(&mut self) -> u8 {
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

/// A text is its characters' numbers and a 0 behind them: to read UTF-8 takes 0.3 kB more of the published module.
impl Packed for String {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.chars().filter(|character| *character != '\0').for_each(|character| pack_number(character.into(), bytes));
        bytes.push(0);
    }
    #[inline(never)]
    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        let mut text = Self::new();
        loop {
            match char::from_u32(bytes.number()) {
                Some('\0') => return text,
                Some(character) => text.push(character),
                None => bytes.sound = false,
            }
        }
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

/// Defines a struct, whose fields follow each other; an enum of names, each of which is a byte by its place; or an enum of
/// kinds, which are their place's byte and what they hold. A place that no name has is not sound, nor is a kind whose `if` does not hold:
/// this module cannot read it.
macro_rules! packed {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$meta])*
        pub struct $name { $($(#[$field_meta])* pub $field: $kind,)* }

        impl $crate::pack::Packed for $name {
            fn pack(&self, bytes: &mut Vec<u8>) {
                $($crate::pack::Packed::pack(&self.$field, bytes);)*
            }
            fn unpack(bytes: &mut $crate::pack::Bytes<'_>) -> Self {
                $(let $field = $crate::pack::Packed::unpack(bytes);)*
                Self { $($field),* }
            }
        }
    };
    ($(#[$meta:meta])* pub enum $name:ident {
        $(#[$first_meta:meta])* $first:ident, $($(#[$other_meta:meta])* $other:ident,)*
    }) => {
        $(#[$meta])*
        pub enum $name { $(#[$first_meta])* $first, $($(#[$other_meta])* $other,)* }

        impl $crate::pack::Packed for $name {
            fn pack(&self, bytes: &mut Vec<u8>) {
                bytes.push(*self as u8);
            }
            fn unpack(bytes: &mut $crate::pack::Bytes<'_>) -> Self {
                match bytes.byte() {
                    $(byte if byte == Self::$other as u8 => Self::$other,)*
                    byte => {
                        bytes.sound &= byte == Self::$first as u8;
                        Self::$first
                    }
                }
            }
        }
    };
    ($(#[$meta:meta])* pub enum $name:ident {
        $(#[$first_meta:meta])* $first:ident($first_content:ty) if $first_read:expr,
        $($(#[$other_meta:meta])* $other:ident($content:ty) if $read:expr,)*
    }) => {
        $(#[$meta])*
        pub enum $name { $(#[$first_meta])* $first($first_content), $($(#[$other_meta])* $other($content),)* }

        const _: () = {
            enum Place { $first, $($other,)* }

            impl $crate::pack::Packed for $name {
                fn pack(&self, bytes: &mut Vec<u8>) {
                    match self {
                        Self::$first(content) => {
                            bytes.push(Place::$first as u8);
                            $crate::pack::Packed::pack(content, bytes);
                        }
                        $(Self::$other(content) => {
                            bytes.push(Place::$other as u8);
                            $crate::pack::Packed::pack(content, bytes);
                        })*
                    }
                }
                fn unpack(bytes: &mut $crate::pack::Bytes<'_>) -> Self {
                    match bytes.byte() {
                        $(byte if $read && byte == Place::$other as u8 => {
                            Self::$other($crate::pack::Packed::unpack(bytes))
                        })*
                        byte => {
                            bytes.sound &= $first_read && byte == Place::$first as u8;
                            Self::$first($crate::pack::Packed::unpack(bytes))
                        }
                    }
                }
            }
        };
    };
}

pub(crate) use packed;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Scope;

    packed! {
        #[derive(Debug, PartialEq)]
        #[expect(unreachable_pub, reason = "the types of a plate are public")]
        pub enum Kind {
            Count(u8) if true,
            Name(String) if false,
            Days(u8) if true,
        }
    }

    #[test]
    fn a_kind_that_this_module_does_not_read_keeps_its_place_and_is_not_sound() {
        for (kind, packed, sound) in [
            (Kind::Count(7), &[0, 7][..], true),
            (Kind::Name("a".to_owned()), &[1, 97, 0], false),
            (Kind::Days(7), &[2, 7], true),
        ] {
            let mut bytes = Vec::new();
            kind.pack(&mut bytes);
            let mut read = Bytes { rest: &bytes, sound: true };
            assert_eq!((Kind::unpack(&mut read) == kind, read.sound), (sound, sound), "{kind:?}");
            assert_eq!(bytes, packed);
        }
    }

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
    fn a_text_is_read_as_it_was_written() {
        for text in ["", "a b", "2837万吨", "🚚"] {
            let mut bytes = Vec::new();
            text.to_owned().pack(&mut bytes);
            let mut read = Bytes { rest: &bytes, sound: true };
            assert_eq!((String::unpack(&mut read).as_str(), read.sound, read.rest.len()), (text, true, 0));
        }
    }

    #[test]
    fn what_is_cut_short_or_means_nothing_is_not_sound() {
        for bytes in [&b"ab"[..], &[0xff, 0xff, 0xff, 0x7f, 0], &[], &[0x80, 0x80]] {
            let mut read = Bytes { rest: bytes, sound: true };
            assert!(String::unpack(&mut read).len() < 3 && !read.sound, "{bytes:?}");
        }
        let mut read = Bytes { rest: &[9], sound: true };
        assert_eq!((Scope::unpack(&mut read), read.sound), (Scope::World, false));
        let mut read = Bytes { rest: &[0xff, 0xff, 0xff, 0xff, 0x0f], sound: true };
        assert!(Vec::<String>::unpack(&mut read).len() < 2 && !read.sound);
    }
}
