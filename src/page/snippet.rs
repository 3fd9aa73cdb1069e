//! The snippets that an editor pastes to put a figure into another page. The oEmbed answer, the page's embed dialog and the script of other
//! pages share it: `www/snippets.js` is printed from here.

use crate::paint::svg::escape;

/// The permissions that our frame needs in its host's page, for the attribute `allow`.
pub const ALLOW: &str = "fullscreen; clipboard-write; web-share";

/// How much of its address a host's page tells the frame.
pub const REFERRER: &str = "strict-origin-when-cross-origin";

/// Where a figure's own page lies, seen from the site's folder.
pub const FIGURE_PAGE: &str = "figure/{figure}.{lang}.html";

/// The frame that shows a figure, with a link that stays where frames do not. It says `frameborder` too, since WordPress strips
/// the style.
pub const FRAMED: &str = "<figure style=\"margin:0\"><iframe src=\"{address}\" title=\"{title}\" width=\"100%\" \
    height=\"{height}\" frameborder=\"0\" style=\"border:0;width:100%{style}\" loading=\"lazy\" allow=\"{allow}\" \
    referrerpolicy=\"{referrer}\"></iframe><figcaption><a href=\"{whole}\" target=\"_blank\" rel=\"noopener\">{title}</a>\
    </figcaption></figure>";

/// The element that shows a figure as tall as it is, with its script. Its link stays where scripts do not run.
pub const SCRIPTED: &str = "<story-figure src=\"{root}\" figure=\"{figure}\" lang=\"{lang}\" theme=\"{theme}\" \
    background=\"{background}\" height=\"{height}\"><a href=\"{whole}\" target=\"_blank\" rel=\"noopener\">{title}</a>\
    </story-figure>\n<script async src=\"{root}embed.js\"></script>";

/// A template with a text, made safe for markup, in place of each `{name}`.
pub fn fill(template: &str, texts: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        filled.push_str(before);
        filled.extend(texts.iter().filter(|(other, _)| *other == name).map(|(_, text)| escape(text)));
        rest = after;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_text_is_filled_in_as_text() {
        let filled = fill("<a b=\"{one}\">{two}{none}</a>", &[("one", "\"{two}\""), ("two", "<i>")]);
        assert_eq!(filled, "<a b=\"&quot;{two}&quot;\">&lt;i&gt;</a>");
    }
}
