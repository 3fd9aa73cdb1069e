//! A figure as SVG that survives: every look an attribute, its own ground, no reference, and at most a tap's own animations.

use kurbo::{Point, Rect, Size, Vec2};
use plotters_backend::DrawingErrorKind;

use super::WechatError;
use super::details::{Details, rect};
use crate::describe::Table;
use crate::figure::{self, Frame, LayoutError};
use crate::page::still;
use crate::page::words::PageWords;
use crate::paint::NoPixels;
use crate::paint::svg::{FONTS, escape, plain_shapes, short};
use crate::paint::theme::{Palette, hex};
use crate::plate::{FigureSpec, Plate};
use crate::scene::{Ink, Item, Label, Mark, Scene, Shape};
use crate::story::Drawing;
use crate::text::{Font, TableMeasure, wrap};

/// The width of every drawing, in CSS px: a phone's.
pub(super) const WIDTH: f64 = 375.0;
/// Around the scene, in CSS px.
const MARGIN: f64 = 16.0;
/// Makes the smallest text of a figure 14 px: the article's column may be narrower than the drawing.
const TEXT_SCALE: f64 = 14.0 / 12.0;
/// The height of the button that plays a change, and the distance to the scene below it, in CSS px.
const BUTTON: (f64, f64) = (44.0, 12.0);
/// The name of a scene.
const NAME: Font = Font { size: 16.0, bold: true };

/// Shows what was, then fades to what is.
const PLAYED: &str = "<animate attributeName=\"opacity\" begin=\"click\" dur=\"4s\" values=\"1;1;1;0\"/>";

/// A figure's drawing. `table` has the rows that its marks tell.
pub(super) fn svg(plate: &Plate, figure: &FigureSpec, table: &Table) -> Result<String, WechatError> {
    let palette = still::palette(figure);
    let mut scene = opening_scene(plate, figure)?;
    let change = Change::of(plate, figure)?;
    if let Some(change) = &change {
        scene = change.below(scene);
    }
    let row = |mark: &Mark| table.rows.iter().find(|row| Some(&row.fact_id) == mark.fact.as_ref());
    let details = scene.marks.iter().filter_map(|mark| Some(Details::new(mark, row(mark)?, &scene)));
    let mut details: Vec<Details> = details.collect();
    details.sort_by(|one, other| other.tapped().total_cmp(&one.tapped()));
    let size = Size::new(WIDTH, details.iter().map(Details::needs).fold(scene.size.height, f64::max).ceil());
    let mut content = plain_shapes(&scene, palette)?;
    if let Some(change) = change {
        content.push_str(&change.svg(plate, palette, size)?);
    }
    for details in details {
        content.push_str(&details.svg(palette, size)?);
    }
    Ok(framed(&figure.caption.title, size, palette, &content))
}

/// A drawing on its own ground, for it may be read on a dark page; with a title for whoever cannot see it.
pub(super) fn framed(title: &str, size: Size, palette: &Palette, content: &str) -> String {
    let [width, height] = [size.width, size.height].map(short);
    let ground = rect(size.to_rect(), &format!("fill=\"{}\"", hex(palette.get(Ink::Ground))));
    let title = escape(title);
    let drawing = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" style=\"display:block;width:100%\" \
         font-family=\"{FONTS}\"><title>{title}</title>{ground}{content}</svg>"
    );
    // A label's line breaks are spaces to SVG; some editors make paragraphs of them.
    drawing.replace(['\n', '\r'], " ")
}

/// The scene that a figure opens with, within its margins.
pub(super) fn opening_scene(plate: &Plate, figure: &FigureSpec) -> Result<Scene, LayoutError> {
    scene(plate, figure, figure.opening_choice.into())
}

fn scene(plate: &Plate, figure: &FigureSpec, choice: usize) -> Result<Scene, LayoutError> {
    let width = WIDTH - 2.0 * MARGIN;
    let frame =
        Frame { plate, width, hue: figure.hue, text_scale: TEXT_SCALE, touched: true, choice, measure: &TableMeasure };
    let scene = figure::layout(&figure.drawing, &frame)?.moved(Vec2::new(MARGIN, MARGIN));
    Ok(Scene { size: scene.size + Size::new(2.0 * MARGIN, 2.0 * MARGIN), ..scene })
}

/// A change in time, which a tap plays: the drawing shows now, and what covers it shows before. To choose freely between the two would
/// take a reference.
struct Change {
    before: Scene,
    /// The names of before and now.
    names: [String; 2],
}

impl Change {
    /// The change of a figure whose choices are one; other choices select, and what is open shows all.
    fn of(plate: &Plate, figure: &FigureSpec) -> Result<Option<Self>, LayoutError> {
        let Drawing::Week(_) = figure.drawing else { return Ok(None) };
        let Ok(names) = <[String; 2]>::try_from(figure.choices.clone()) else { return Ok(None) };
        Ok(Some(Self { before: scene(plate, figure, 0)?, names }))
    }

    /// From the drawing's top to the name of the scene, in CSS px.
    const TOP: f64 = MARGIN + BUTTON.0 + BUTTON.1;

    fn name(text: &str) -> Vec<Item> {
        let mut items = Vec::new();
        let mut y = Self::TOP;
        for line in wrap(text, NAME, WIDTH - 2.0 * MARGIN, &TableMeasure) {
            let label = Label::new(&line, Point::new(MARGIN, y + NAME.ascent()), NAME, &TableMeasure);
            items.push(Item::new(Shape::Text(label), Ink::Text));
            y += NAME.leading();
        }
        items
    }

    /// The height of the button and the names, in CSS px.
    fn height(&self) -> f64 {
        let bottom = |name: &String| crate::scene::bounds(&Self::name(name)).y1;
        self.names.iter().map(bottom).fold(0.0, f64::max).ceil()
    }

    /// A scene under the button and a name.
    fn named(&self, scene: Scene, name: &str) -> Scene {
        let by = self.height();
        let mut scene = scene.moved(Vec2::new(0.0, by));
        scene.size.height += by;
        scene.marks.insert(0, Mark::furniture("scene", Self::name(name)));
        scene
    }

    /// The scene that is shown at first.
    fn below(&self, now: Scene) -> Scene {
        self.named(now, &self.names[1])
    }

    /// The button, and the scene that covers everything below it when the button or the ground is tapped.
    fn svg(self, plate: &Plate, palette: &Palette, size: Size) -> Result<String, DrawingErrorKind<NoPixels>> {
        let before = self.named(self.before.clone(), &self.names[0]);
        let [ground, tint, text] = [Ink::Ground, Ink::Tint, Ink::Text].map(|ink| hex(palette.get(ink)));
        let button = Rect::new(MARGIN, MARGIN, WIDTH - MARGIN, MARGIN + BUTTON.0);
        let word = PageWords::of(plate.locale).wechat_play;
        let middle = button.center().y + NAME.size * 0.36;
        let width = crate::text::TextMeasure::width(&TableMeasure, word, NAME);
        let label = Label::new(word, Point::new((WIDTH - width) / 2.0, middle), NAME, &TableMeasure);
        let mark = Mark::furniture("button", vec![Item::new(Shape::Text(label), Ink::Text)]);
        let word = plain_shapes(&Scene { size, marks: vec![mark] }, palette)?;
        let cover = Rect::new(0.0, button.y1 + 2.0, size.width, size.height);
        Ok([
            &rect(button, &format!("rx=\"22\" fill=\"{tint}\" stroke=\"{text}\"")),
            &word,
            "<g opacity=\"0\">",
            PLAYED,
            &rect(size.to_rect(), "fill=\"transparent\""),
            &rect(cover, &format!("fill=\"{ground}\"")),
            &plain_shapes(&before, palette)?,
            "</g>",
        ]
        .concat())
    }
}
