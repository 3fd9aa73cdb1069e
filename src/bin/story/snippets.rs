//! `story snippets` and `story words` print `www/snippets.js` and `www/page-words.d.ts`, which the shell shares with the pages. A page
//! loads the first only when its reader takes a figure elsewhere.

use infographic::page::data::{DATA, PARTS};
use infographic::page::snippet::{ALLOW, FIGURE_PAGE, FRAMED, REFERRER, SCRIPTED};
use infographic::page::words::PageWords;
use infographic::story::Locale;
use infographic::wechat::{FRAGMENT, WHOLE};

/// A script with the snippets that an editor pastes.
pub(crate) fn snippets() -> String {
    let [allow, referrer, framed, scripted] = [ALLOW, REFERRER, FRAMED, SCRIPTED].map(quoted);
    let [page, fragment, whole] = [FIGURE_PAGE, FRAGMENT, WHOLE].map(quoted);
    format!(
        "\
// Written by `cargo run --features cli --bin story -- snippets > www/snippets.js`; the source is src/page/snippet.rs,
// and src/wechat/mod.rs for messengers.

/** Where a figure's own page lies, seen from the site's folder. */
export const FIGURE_PAGE = {page};

/** What a frame of ours may do in its host's page. */
export const ALLOW = {allow};

/** How much of its address a host's page tells the frame. */
export const REFERRER = {referrer};

/** The frame that shows a figure: a template for `fill`. */
export const FRAMED =
  {framed};

/** The element that shows a figure, and its script: a template for `fill`. */
export const SCRIPTED =
  {scripted};

/** Where a figure's fragment for a messenger's article lies, seen from the site's folder, and its picture. */
export const FRAGMENT = {fragment};

/** The name of the whole story among the fragments. */
export const WHOLE = {whole};
"
    )
}

/// The TypeScript types of what a page brings for the shell, which uses nothing else: words, `data-` attributes and parts.
pub(crate) fn words() -> String {
    let member = |(name, _)| format!("  {}: string;\n", camel_case(name));
    let part = |(selector, what)| format!("  /** {what} */\n  | '{selector}'\n");
    let attribute = |(name, holds): (&str, &str)| format!("    /** {holds} */\n    {name}?: string;\n");
    format!(
        "\
// Written by `cargo run --features cli --bin story -- words > www/page-words.d.ts`; the sources are src/page/words.rs and src/page/data.rs.

/** The words of a page's language, as the page brings them. */
export interface Words {{
{}}}

/** The parts of a page that the shell looks for. */
export type Part =
{};

declare global {{
  /** The `data-` attributes that a page brings. */
  interface DOMStringMap {{
{}  }}
}}
",
        PageWords::of(Locale::En).pairs().map(member).collect::<String>(),
        PARTS.map(part).concat().trim_end(),
        DATA.into_iter().map(attribute).collect::<String>(),
    )
}

/// A name as a page's `data-` attributes have it in JavaScript.
fn camel_case(name: &str) -> String {
    let mut parts = name.split('_').map(str::to_owned);
    let first = parts.next().unwrap_or_default();
    parts.fold(first, |name, mut part| {
        if let Some(initial) = part.get_mut(..1) {
            initial.make_ascii_uppercase();
        }
        name + &part
    })
}

/// A text as JavaScript writes it.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n");
    format!("'{text}'")
}
