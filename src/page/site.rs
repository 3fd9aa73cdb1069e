//! Where the site is published: what absolute addresses begin with.

/// Why a text is no address of a site.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no address of a site: it must look like https://example.org/folder/, without query or fragment")]
pub struct SiteError(String);

/// The address of the published site's folder: `https://example.org/story/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site(String);

impl Site {
    /// The site at an address, with or without the slash at its end.
    ///
    /// # Errors
    /// The text is no plain web address.
    pub fn parse(text: &str) -> Result<Self, SiteError> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        // Markup, snippets and JSON carry the address, so what would need escaping there is not let in.
        let plain = |character: char| character.is_ascii_alphanumeric() || "-._~:/[]%".contains(character);
        match rest {
            Some(rest) if !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(plain) => {
                Ok(Self(format!("{}/", text.trim_end_matches('/'))))
            }
            _ => Err(SiteError(text.to_owned())),
        }
    }

    /// The site's own address.
    pub fn root(&self) -> &str {
        &self.0
    }

    /// The absolute address of a file of the site; a folder stands for its index page.
    pub fn at(&self, path: &str) -> String {
        [&self.0, path.strip_suffix("index.html").unwrap_or(path)].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::Site;

    #[test]
    fn a_site_has_one_slash_at_its_end() {
        for text in ["https://example.org/story", "https://example.org/story/", "https://example.org/story//"] {
            let site = Site::parse(text).expect("an address");
            assert_eq!(site.at("en/index.html"), "https://example.org/story/en/");
            assert_eq!(site.at("cards/a.zh.png"), "https://example.org/story/cards/a.zh.png");
        }
        assert_eq!(Site::parse("http://[::1]:8080").expect("an address").root(), "http://[::1]:8080/");
    }

    #[test]
    fn what_is_no_plain_address_is_refused() {
        for text in
            ["", "example.org", "https://", "https:///x", "ftp://example.org", "https://a.b/?c", "https://a.b/\"><x>"]
        {
            assert!(Site::parse(text).is_err(), "{text}");
        }
    }
}
