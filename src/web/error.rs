//! Errors at the border: an `Error` with a `code`, for which the shell has words in the reader's language. The message is for
//! developers. It is put together without `core::fmt`, which the published module then does without (`scripts/build/panics.mjs`).

use wasm_bindgen::prelude::*;

/// The codes of errors. Their names are `Code` in the TypeScript declarations.
#[derive(Clone, Copy)]
pub(super) enum Code {
    /// The story cannot be read or worked out.
    Story,
    /// The language is none of ours.
    #[cfg(feature = "standalone")]
    Locale,
    /// There is no figure of that name.
    Figure,
    /// A figure names a fact that the story lacks.
    Fact,
    /// The canvas cannot be drawn on.
    Canvas,
}

/// An error to throw.
pub(super) fn fail(code: Code, message: &str) -> JsValue {
    let code = match code {
        Code::Story => "story",
        #[cfg(feature = "standalone")]
        Code::Locale => "locale",
        Code::Figure => "figure",
        Code::Fact => "fact",
        Code::Canvas => "canvas",
    };
    coded(code, message)
}

/// An error to throw, with its code.
pub(super) fn coded(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a property of a fresh object cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
