//! The files that an editor takes away: those of the site, its pictures as SVG, and the fragments for a messenger.

use js_sys::{Array, Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::measure::FaceMeasure;
use super::{locale, object, story};
use crate::edition::Edition;
use crate::page::files::{FilesError, fragments, pages};
use crate::page::site::Site;
use crate::poster::pictures::{self, Picture};
use crate::poster::{Face, Measures};
use crate::story::{Locale, Story};
use crate::web::error::{Code, coded, fail};

/// Everything that a story gives its site, but for pictures in pixels: what `story pages` and `story wechat` write.
#[wasm_bindgen(js_name = siteFiles, unchecked_return_type = "SiteFile[]")]
pub fn site_files(
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile")] given: JsValue,
    site: Option<String>,
) -> Result<Array, JsValue> {
    let (story, site) = (story(given)?, address(site)?);
    let list = Array::new();
    let written = |error: FilesError| fail(Code::Story, &error.to_string());
    for locale in story.locales.iter().copied() {
        let pages = pages(&story, locale, site.as_ref(), None).map_err(written)?;
        for (name, bytes) in pages.into_iter().chain(fragments(&story, locale, site.as_ref()).map_err(written)?) {
            let file = Object::new();
            Reflect::set(&file, &"name".into(), &name.into())?;
            Reflect::set(&file, &"bytes".into(), &Uint8Array::from(bytes.as_slice()))?;
            list.push(&file);
        }
    }
    Ok(list)
}

/// The pictures that the pages of a site name, and the long picture, to send round; each to be drawn in pixels under its name.
#[wasm_bindgen(js_name = sitePictures, unchecked_return_type = "SitePicture[]")]
pub fn site_pictures(
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile")] given: JsValue,
    site: Option<String>,
) -> Result<JsValue, JsValue> {
    let (story, site) = (story(given)?, address(site)?);
    let mut drawn = Vec::new();
    for locale in story.locales.iter().copied() {
        let edition = told(&story, locale)?;
        let plate = edition.plate();
        let fonts = Fonts::new(locale);
        drawn.extend(pictures::drawings(&edition, &plate).map_err(undrawn)?);
        drawn.push(pictures::whole(&edition, &plate, site.as_ref(), fonts.measures()).map_err(undrawn)?);
        // Share cards are named by their whole addresses.
        if site.is_some() {
            drawn.extend(pictures::cards(&edition, &plate, fonts.measures()).map_err(undrawn)?);
        }
    }
    object(&drawn.into_iter().map(SitePicture::from).collect::<Vec<_>>())
}

/// The whole story as one tall picture, laid out with the browser's own fonts.
#[wasm_bindgen(js_name = posterSvg, unchecked_return_type = "SitePicture")]
pub fn poster_svg(
    #[wasm_bindgen(js_name = "storyFile", unchecked_param_type = "StoryFile")] given: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Locale")] language: &str,
    site: Option<String>,
) -> Result<JsValue, JsValue> {
    let (edition, site) = (told(&story(given)?, locale(language)?)?, address(site)?);
    let fonts = Fonts::new(edition.locale);
    let picture = pictures::whole(&edition, &edition.plate(), site.as_ref(), fonts.measures());
    object(&SitePicture::from(picture.map_err(undrawn)?))
}

/// A picture to be drawn in pixels.
#[derive(Serialize)]
struct SitePicture {
    name: String,
    svg: String,
    width: f64,
    height: f64,
}

impl From<Picture> for SitePicture {
    fn from(picture: Picture) -> Self {
        let size = picture.size * picture.ratio;
        Self { name: picture.name, svg: picture.svg, width: size.width.round(), height: size.height.round() }
    }
}

struct Fonts {
    plain: FaceMeasure,
    heading: FaceMeasure,
}

impl Fonts {
    fn new(locale: Locale) -> Self {
        Self { plain: FaceMeasure::new(Face::Plain, locale), heading: FaceMeasure::new(Face::Heading, locale) }
    }

    fn measures(&self) -> Measures<'_> {
        Measures { plain: &self.plain, heading: &self.heading }
    }
}

fn told(story: &Story, locale: Locale) -> Result<Edition, JsValue> {
    Edition::new(story.clone(), locale).map_err(|error| fail(Code::Story, &error.to_string()))
}

fn undrawn(error: pictures::PictureError) -> JsValue {
    fail(Code::Story, &error.to_string())
}

/// Where the site is to be published, if that is said.
fn address(site: Option<String>) -> Result<Option<Site>, JsValue> {
    let parse = |text: String| Site::parse(&text).map_err(|error| coded("address", &error.to_string()));
    site.map(parse).transpose()
}
